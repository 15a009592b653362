using System.Data.Common;
using System.Text;
using System.Text.Json;
using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>Reads what the oracle needs, with plain SQL and from plain files.</summary>
internal static class EvidenceReader
{
    private const string Rows = """
        SELECT d.id, d.message, d.part, (SELECT count(*) FROM message_parts p WHERE p.message = d.message), d.chat, d.state, d.attempt,
            d.sent_id, d.reason, CASE WHEN d.unanswered_at IS NULL THEN 0 ELSE 1 END
        FROM deliveries d WHERE d.platform = @Platform ORDER BY d.id
        """;

    public static async Task<IReadOnlyList<DeliveryRow>> ReadRowsAsync(DbConnection connection, string platform)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Rows;
        command.CommandTimeout = 300;
        var named = command.CreateParameter();
        (named.ParameterName, named.Value) = ("Platform", platform);
        command.Parameters.Add(named);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<DeliveryRow>();
        while (await reader.ReadAsync())
        {
            rows.Add(new DeliveryRow(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), (int)reader.GetInt64(3), reader.GetString(4), reader.GetInt32(5),
                reader.GetInt32(6), reader.IsDBNull(7) ? null : reader.GetString(7), reader.IsDBNull(8) ? null : reader.GetString(8),
                reader.GetInt32(9) == 1));
        }

        return rows;
    }

    /// <summary>All whole lines: the simulator may be writing another.</summary>
    public static IReadOnlyList<LedgerEntry> ReadLedger(string file)
    {
        var text = File.ReadAllText(file);
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonSerializer.Deserialize(line, SimulatorJson.Default.LedgerEntry)!)];
    }

    /// <summary>The files below a folder in which a secret stands, those of the simulators left out: they know it.</summary>
    public static IReadOnlyList<string> FindSecret(string folder, string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => !Path.GetFileName(file).Contains("simulator", StringComparison.Ordinal))
                .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0)
                .Select(file => Path.GetRelativePath(folder, file)),
        ];
    }
}
