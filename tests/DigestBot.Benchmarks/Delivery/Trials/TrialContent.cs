using System.Text;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>Articles whose digest takes several messages: the order of parts is worth watching only where there are some.</summary>
internal static class TrialContent
{
    public const string Topic = "laut";

    private static readonly string[] Subjects =
        ["pelabuhan", "nelayan", "kapal", "mercusuar", "dermaga", "gudang", "pasar ikan", "hutan bakau", "galangan", "syahbandar"];

    /// <summary>Writes articles below the bot's content folder.</summary>
    public static void Write(string folder, int articles)
    {
        var topic = Directory.CreateDirectory(Path.Combine(folder, "content", Topic)).FullName;
        for (var i = 1; i <= articles; i++)
            File.WriteAllText(Path.Combine(topic, $"berita-{i}.md"), Article(i));
    }

    private static string Article(int number)
    {
        var text = new StringBuilder($"---\ntitle: Kabar Pesisir Nomor {number}\ndate: 2026-11-{number + 1:00}\nlanguage: id\n---\n");
        text.Append($"Edisi nomor {number} melaporkan keadaan pesisir utara pada pekan ini. Warga menunggu keputusan dewan daerah.\n");
        foreach (var (index, subject) in Subjects.Take(6).Index())
        {
            text.Append($"\n## Bagian {index + 1} tentang {subject}\n")
                .Append($"Laporan nomor {number} menyebutkan bahwa {subject} di pesisir utara diperbaiki selama {index + 2} bulan dengan biaya daerah. ")
                .Append($"Para pekerja {subject} bekerja dalam {index + 3} regu dan mencatat hasilnya setiap hari sejak bulan lalu. ")
                .Append($"Dewan daerah menilai pekerjaan {subject} itu berjalan sesuai rencana dan akan selesai sebelum musim hujan tiba.\n");
        }

        return text.ToString();
    }
}
