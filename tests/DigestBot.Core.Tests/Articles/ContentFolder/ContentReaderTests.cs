using System.Diagnostics;

namespace DigestBot.Articles.ContentFolder;

public sealed class ContentReaderTests : IDisposable
{
    private const string Text = "Kopi dari dataran tinggi Gayo ditanam di lereng pada ketinggian lebih dari seribu meter di atas permukaan laut.";

    private readonly TemporaryFolder _folder = new();
    private readonly ArticlesOptions _options = new();

    [Fact]
    public void All_formats_are_read_and_the_first_folder_is_the_topic()
    {
        _folder.Write("di-atas.txt", Text);
        _folder.Write("kopi/gayo.txt", $"Kopi Gayo\n\n{Text}\n\nSejarah\n{Text}\n");
        _folder.Write("kopi/aceh/takengon.md", $"# Takengon\n\n{Text}\n\n## Danau\n\n{Text}\n");
        _folder.Write("sawah/subak.HTML", $"<html lang=id><article><h1>Subak</h1><p>{Text}</p></article></html>");

        var reading = Read();

        Assert.Empty(reading.Problems);
        Assert.Equal(
            [("di-atas", "", "Di Atas", 0), ("kopi/aceh/takengon", "kopi", "Takengon", 1), ("kopi/gayo", "kopi", "Kopi Gayo", 1), ("sawah/subak", "sawah", "Subak", 0)],
            reading.Articles.Select(article => (article.Id.Value, article.Topic, article.Title, article.Sections.Count)));
        Assert.All(reading.Articles, article => Assert.Equal("id", article.Language));
        Assert.Equal("sawah/subak.HTML", reading.Articles[^1].Path);
    }

    [Fact]
    public void Front_matter_is_read_in_every_format()
    {
        const string Matter = "---\ntitle: Dari atas\ndate: 2024-06-19\nlanguage: en\nsource: https://contoh.id/a\ntags: [kopi, gayo]\n---\n";
        _folder.Write("a.txt", Matter + Text);
        _folder.Write("b.md", Matter + Text);
        _folder.Write("c.htm", Matter + $"<p>{Text}</p>");

        foreach (var article in Read().Articles)
        {
            Assert.Equal(("Dari atas", true, new DateOnly(2024, 6, 19), "en", "https://contoh.id/a"), (article.Title, article.HasOwnTitle, article.Date!.Value, article.Language, article.Source!.ToString()));
            Assert.Equal(["kopi", "gayo"], article.Tags);
            Assert.Equal(Text, Assert.Single(article.Lead.Paragraphs).Text);
        }
    }

    [Fact]
    public void One_bad_file_is_named_and_hides_no_other()
    {
        _folder.Write("a/baik.txt", Text);
        _folder.Write("a/bukan-utf8.txt", [0x41, 0xC3, 0x28]);
        _folder.Write("a/tanggal.md", "---\ndate: kemarin\n---\n" + Text);
        _folder.Write("a/kosong.txt", "");
        _folder.Write("a/judul-saja.md", "# Judul\n");
        _folder.Write("a/lama.docx", "PK");
        _folder.Write("a/foto.jpg", "JFIF");
        _folder.Write(".git/config.txt", Text);

        var reading = Read();

        Assert.Equal(["a/baik"], reading.Articles.Select(article => article.Id.Value));
        Assert.Equal(
            ["a/bukan-utf8.txt", "a/judul-saja.md", "a/kosong.txt", "a/lama.docx", "a/tanggal.md"],
            reading.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
        Assert.Contains(reading.Problems, problem => problem.Message.StartsWith("byte 1: not UTF-8"));
        Assert.Contains(reading.Problems, problem => problem.Message.StartsWith("line 2: date:"));
    }

    [Fact]
    public void Two_files_with_one_name_both_stay_and_the_second_keeps_its_extension()
    {
        _folder.Write("kopi.md", Text);
        _folder.Write("kopi.txt", Text);

        Assert.Equal(["kopi", "kopi.txt"], Read().Articles.Select(article => article.Id.Value));
    }

    [Fact]
    public void What_is_too_large_too_deep_or_too_many_is_named()
    {
        _folder.Write("a.txt", Text);
        _folder.Write("b.txt", Text);
        _folder.Write("besar.txt", new string('x', 2000));
        _folder.Write("satu/dua/tiga.txt", Text);
        _options.MaxFileBytes = 1000;
        _options.MaxDepth = 1;
        _options.MaxFiles = 3;

        var full = Read();
        _options.MaxFiles = 1;
        var cut = Read();

        Assert.Equal(["satu/dua", "besar.txt"], full.Problems.Select(problem => problem.Path));
        Assert.Contains("Articles:MaxDepth", full.Problems[0].Message);
        Assert.Contains("Articles:MaxFileBytes", full.Problems[1].Message);
        Assert.Equal(["a"], cut.Articles.Select(article => article.Id.Value));
        Assert.Contains(cut.Problems, problem => problem.Path == "b.txt" && problem.Message.Contains("Articles:MaxFiles"));
    }

    [Fact]
    public void Links_that_leave_the_folder_or_lead_nowhere_are_refused_by_name()
    {
        using var outside = new TemporaryFolder();
        outside.Write("rahasia.txt", Text);
        _folder.Write("topik/dalam.txt", Text);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "keluar.txt"), Path.Combine(outside.Path, "rahasia.txt"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "putus.txt"), "tidak-ada.txt");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "luar"), outside.Path);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "topik", "kembali"), _folder.Path);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "topik", "memutar"), Path.Combine(_folder.Path, "luar"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "boleh.txt"), Path.Combine("topik", "dalam.txt"));

        var reading = Read();

        Assert.Equal(["boleh", "topik/dalam"], reading.Articles.Select(article => article.Id.Value));
        Assert.Equal(
            ["keluar.txt", "luar", "putus.txt", "topik/kembali", "topik/memutar"],
            reading.Problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_pipe_is_refused_without_being_opened()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("there are no such pipes on Windows");
        _folder.Write("a.txt", Text);
        using (var mkfifo = Process.Start("mkfifo", Path.Combine(_folder.Path, "pipa.txt")))
            mkfifo.WaitForExit();

        var reading = Read();

        Assert.Single(reading.Articles);
        Assert.Equal("pipa.txt", Assert.Single(reading.Problems).Path);
    }

    [Fact]
    public void A_file_that_was_changed_is_read_again_and_one_that_was_not_is_the_same()
    {
        var reader = new ContentReader(_options);
        _folder.Write("a.txt", Text);
        _folder.Write("b.txt", Text);
        var first = reader.ReadFolder(_folder.Path, CancellationToken.None).Articles;
        _folder.Write("b.txt", Text + " Baru.");

        var second = reader.ReadFolder(_folder.Path, CancellationToken.None).Articles;

        Assert.Same(first[0], second[0]);
        Assert.NotEqual(first[1].Hash, second[1].Hash);
    }

    [Fact]
    public void A_file_that_can_no_longer_be_read_keeps_its_last_article_beside_the_problem_until_it_is_gone()
    {
        var reader = new ContentReader(_options);
        var path = _folder.Write("a.md", Text);
        var good = Assert.Single(reader.ReadFolder(_folder.Path, CancellationToken.None).Articles);
        foreach (var broken in (string[])["---\ndate: kemarin\n---\n" + Text, "", "---\ndate: besok\n---\n" + Text])
        {
            _folder.Write("a.md", broken);
            var reading = reader.ReadFolder(_folder.Path, CancellationToken.None);

            Assert.Same(good, Assert.Single(reading.Articles));
            Assert.Equal("a.md", Assert.Single(reading.Problems).Path);
        }

        _folder.Write("a.md", Text + " Baru.");
        var mended = reader.ReadFolder(_folder.Path, CancellationToken.None);
        File.Delete(path);

        Assert.Empty(mended.Problems);
        Assert.NotEqual(good.Hash, Assert.Single(mended.Articles).Hash);
        Assert.Empty(reader.ReadFolder(_folder.Path, CancellationToken.None).Articles);
    }

    [Fact]
    public void A_folder_that_is_not_there_says_what_to_do()
    {
        var failure = Assert.Throws<DirectoryNotFoundException>(() => new ContentReader(_options).ReadFolder(Path.Combine(_folder.Path, "tidak-ada"), CancellationToken.None));

        Assert.Contains("Articles:Folder", failure.Message);
    }

    [Fact]
    public void One_file_is_read_by_itself_or_says_why_not()
    {
        var reader = new ContentReader(_options);
        var good = reader.ReadFile(_folder.Write("kopi/gayo.txt", Text));
        var other = reader.ReadFile(_folder.Write("kopi/gayo.pdf", Text));
        var missing = reader.ReadFile(Path.Combine(_folder.Path, "tidak-ada.txt"));

        Assert.Equal("kopi", Assert.Single(good.Articles).Topic);
        Assert.Contains("not read", Assert.Single(other.Problems).Message);
        Assert.Contains("no such file", Assert.Single(missing.Problems).Message);
        Assert.Contains("no such file or folder", Assert.Single(reader.ReadFile(Path.Combine(_folder.Path, "tidak-ada")).Problems).Message);
    }

    [Fact]
    public void The_shared_article_is_read_whole()
    {
        var article = Assert.Single(new ContentReader(_options).ReadFile(SharedFiles.PathOrSkip("articles/pyongyang.txt")).Articles);

        Assert.Equal(("Pertemuan bersejarah berlangsung di Pyongyang, Korea Utara", false, "id"), (article.Title, article.HasOwnTitle, article.Language));
        Assert.Equal([3, 2, 2, 3, 3, 3, 3, 2, 2, 2, 2, 2, 4], article.Units.Select(unit => unit.Sentences.Count()));
    }

    public void Dispose() => _folder.Dispose();

    private SourceReading Read() => new ContentReader(_options).ReadFolder(_folder.Path, CancellationToken.None);
}
