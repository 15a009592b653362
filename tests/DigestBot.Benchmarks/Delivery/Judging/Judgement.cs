using DigestBot.Simulators;

namespace DigestBot.Benchmarks.Delivery.Judging;

/// <summary>The evidence with each request put beside the row that it was made for.</summary>
internal sealed class Judgement
{
    private readonly Dictionary<(long Message, string Text), int> _partOf = [];
    private readonly Dictionary<string, string> _oldIds;
    private readonly Dictionary<(string Chat, int Part, long Message), DeliveryRow> _rows = [];
    private readonly long[] _messages;

    public Judgement(Evidence evidence)
    {
        Evidence = evidence;
        _messages = [.. evidence.Rows.Select(row => row.Message).Distinct()];
        _oldIds = evidence.Moved.ToDictionary(move => move.Value, move => move.Key);
        Sends = [.. evidence.Ledger.Where(entry => entry.Method == evidence.Rules.Send)];
        foreach (var row in evidence.Rows)
            _rows[(row.Chat, row.Part, row.Message)] = row;

        // A row that was sent names its message, and so tells the text of its part; the same part has the same text in every chat.
        var byId = Took.GroupBy(entry => (entry.Chat, entry.MessageId)).ToDictionary(same => same.Key, same => same.First());
        foreach (var row in evidence.Rows.Where(row => row.IsSent))
        {
            if (byId.TryGetValue((row.Chat, row.SentId), out var entry))
                _partOf[(row.Message, entry.Text ?? "")] = row.Part;
        }

        foreach (var message in _messages)
            TellTheLast(message);

        var requests = new Dictionary<DeliveryRow, List<LedgerEntry>>();
        var strangers = new List<LedgerEntry>();
        foreach (var entry in Sends)
        {
            if (RowOf(entry) is not { } row)
                strangers.Add(entry);
            else if (requests.TryGetValue(row, out var made))
                made.Add(entry);
            else
                requests.Add(row, [entry]);
        }

        (Requests, Strangers) = (requests.ToDictionary(made => made.Key, made => (IReadOnlyList<LedgerEntry>)made.Value), strangers);
    }

    public Evidence Evidence { get; }

    /// <summary>Every attempt to send, in the platform's order.</summary>
    public IReadOnlyList<LedgerEntry> Sends { get; }

    /// <summary>The requests that each row stands for.</summary>
    public IReadOnlyDictionary<DeliveryRow, IReadOnlyList<LedgerEntry>> Requests { get; }

    /// <summary>Requests that no row stands for.</summary>
    public IReadOnlyList<LedgerEntry> Strangers { get; }

    /// <summary>What the platform took: what readers see.</summary>
    public IEnumerable<LedgerEntry> Took => Sends.Where(entry => entry.Verdict == Verdict.Accepted);

    /// <summary>How often readers see a row's message.</summary>
    public int CopiesOf(DeliveryRow row) => RequestsOf(row).Count(entry => entry.Verdict == Verdict.Accepted);

    public IReadOnlyList<LedgerEntry> RequestsOf(DeliveryRow row) => Requests.GetValueOrDefault(row, []);

    /// <summary>Which part of a message a text is; null where nobody can tell.</summary>
    public int? PartOf(long message, string text) => _partOf.TryGetValue((message, text), out var part) ? part : null;

    public static string Describe(DeliveryRow row) => $"delivery {row.Id} (part {row.Part + 1} of {row.Parts} to {row.Chat})";

    /// <summary>Where no row of one part was sent, its text is the one that is left over.</summary>
    private void TellTheLast(long message)
    {
        var rows = Evidence.Rows.Where(row => row.Message == message).ToArray();
        var parts = rows.Select(row => row.Part).Distinct().Where(part => !_partOf.ContainsValue(part)).ToArray();
        var texts = Took.Select(entry => entry.Text ?? "").Distinct().Where(text => PartOf(message, text) is null).ToArray();
        if (_messages.Length == 1 && parts.Length == 1 && texts.Length == 1)
            _partOf[(message, texts[0])] = parts[0];
    }

    private DeliveryRow? RowOf(LedgerEntry entry)
    {
        if (entry.Chat is null)
            return null;

        var chat = Evidence.Moved.GetValueOrDefault(entry.Chat, entry.Chat);
        foreach (var message in _messages)
        {
            if (PartOf(message, entry.Text ?? "") is not { } part)
                continue;
            if (_rows.TryGetValue((chat, part, message), out var row) ||
                (_oldIds.TryGetValue(chat, out var old) && _rows.TryGetValue((old, part, message), out row)))
                return row;
        }

        return null;
    }
}
