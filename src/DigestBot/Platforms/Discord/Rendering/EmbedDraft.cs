using System.Text;

namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>An embed while it is being put together.</summary>
internal sealed class EmbedDraft
{
    private readonly StringBuilder _description = new();
    private readonly List<EmbedField> _fields = [];

    public string? Title { get; init; }

    public string? Url { get; set; }

    public int? Colour { get; init; }

    public string? Footer { get; set; }

    public int Fields => _fields.Count;

    /// <summary>What Discord counts of it.</summary>
    public int Size => (Title?.Length ?? 0) + _description.Length + _fields.Sum(one => one.Name.Length + one.Value.Length) + (Footer?.Length ?? 0);

    /// <summary>How much longer the description would become; null where this text no longer fits into it.</summary>
    public int? CostOf(Prose prose)
    {
        var joint = _description.Length == 0 ? 0 : prose.Joint.Length;
        var cost = joint + prose.Markdown.Length;
        return _fields.Count == 0 && _description.Length + cost <= DiscordEmbed.LongestDescription ? cost : null;
    }

    public void Add(Prose prose)
    {
        if (_description.Length > 0)
            _description.Append(prose.Joint);
        _description.Append(prose.Markdown);
    }

    public void Add(EmbedField field) => _fields.Add(field);

    public DiscordEmbed Finish() => new()
    {
        Title = Title,
        Url = Url,
        Color = Colour,
        Description = _description.Length > 0 ? _description.ToString() : null,
        Fields = _fields.Count > 0 ? [.. _fields] : null,
        Footer = Footer is null ? null : new EmbedFooter(Footer),
    };
}
