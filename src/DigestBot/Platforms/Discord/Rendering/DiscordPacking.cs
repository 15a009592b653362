using System.Text;
using DigestBot.Chats;

namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>
/// Fills messages: what stands before the first title is the text of the message, everything after it goes into embeds. A
/// block is divided only where a whole message would not hold it.
/// </summary>
internal sealed class DiscordPacking
{
    /// <summary>Kept free for the small print that closes an embed.</summary>
    private const int RoomForFooter = 200;

    private readonly List<(string Content, List<EmbedDraft> Embeds)> _parts = [];
    private readonly StringBuilder _content = new();
    private List<EmbedDraft> _embeds = [];
    private EmbedDraft? _title;
    private EmbedDraft? _open;
    private int? _colour;
    private bool _inEmbeds;

    public IReadOnlyList<DiscordPart> Finish()
    {
        Place();
        Close();
        return [.. _parts.Select(part => new DiscordPart
        {
            Content = part.Content.Length > 0 ? part.Content : null,
            Embeds = part.Embeds.Count > 0 ? [.. part.Embeds.Select(embed => embed.Finish())] : null,
            Flags = part.Embeds.Count > 0 ? null : DiscordPart.NoPreviews,
        })];
    }

    /// <summary>Begins an article. It is placed with what follows, so that no title stands alone.</summary>
    public void AddTitle(TitleBlock title)
    {
        Place();
        _inEmbeds = true;
        _open = null;
        _title = new EmbedDraft
        {
            Title = Markup.Fit(title.Text, DiscordEmbed.LongestTitle) is { Length: > 0 } text ? text : "…",
            Url = EmbedAddress.Of(title.Link),
            Colour = TopicColour.Of(title.Topic),
        };
    }

    public void AddBlock(IReadOnlyList<Prose> block)
    {
        if (block.Count == 0)
            return;

        var whole = new Prose(block[0].Joint, [.. block.SelectMany((prose, index) => index == 0 ? prose.Spans : [new Span(prose.Joint), .. prose.Spans])]);
        if (whole.Markdown.Length <= (_inEmbeds ? DiscordEmbed.LongestDescription : DiscordPart.LongestContent))
            Add(whole);
        else
            foreach (var prose in block.SelectMany(prose => prose.Cut(_inEmbeds ? DiscordEmbed.LongestDescription : DiscordPart.LongestContent)))
                Add(prose);
    }

    /// <summary>A section as a field; false where it is too long for one, or has nothing to stand in it.</summary>
    public bool TryAddField(SectionBlock section)
    {
        var name = Markup.Fit(Prose.Heading(section), EmbedField.LongestName);
        var value = Markup.Of([new Span(SentenceJoint.Join(section.Sentences.Select(InertText.CleanLine)))]).Trim();
        if (!_inEmbeds || name.Length == 0 || value.Length is 0 or > EmbedField.LongestValue)
            return false;

        Room(name.Length + value.Length, embed => embed.Fields < DiscordEmbed.MostFields).Add(new EmbedField(name, value));
        return true;
    }

    /// <summary>Closes an article.</summary>
    public void AddFooter(FooterBlock footer)
    {
        if (!_inEmbeds)
        {
            AddBlock([new Prose(Prose.BetweenBlocks, [new Span(InertText.CleanLine(footer.Text), SpanStyle.Italic)])]);
            return;
        }

        var embed = Room(0, _ => true);
        var room = DiscordPart.LongestEmbeds - _embeds.Sum(other => other.Size);
        embed.Footer = Labels.Short(InertText.CleanLine(footer.Text), Math.Min(room, DiscordEmbed.LongestFooter)) is { Length: > 0 } text ? text : null;
        (_open, _colour) = (null, null);
    }

    private void Add(Prose prose)
    {
        if (_inEmbeds)
        {
            Room(prose.Markdown.Length + prose.Joint.Length, embed => embed.CostOf(prose) is not null).Add(prose);
            return;
        }

        if (_content.Length > 0 && _content.Length + prose.Joint.Length + prose.Markdown.Length > DiscordPart.LongestContent)
            Close();
        if (_content.Length > 0)
            _content.Append(prose.Joint);
        _content.Append(prose.Markdown);
    }

    /// <summary>The embed that so much more goes into: the one that is open, one that continues it, or the first of a new message.</summary>
    private EmbedDraft Room(int size, Func<EmbedDraft, bool> fits)
    {
        var used = _embeds.Sum(embed => embed.Size) + (_title?.Size ?? 0) + size + RoomForFooter;
        if (used > DiscordPart.LongestEmbeds && _embeds.Count > 0)
            Close();
        Place();
        if (_open is not null && fits(_open))
            return _open;

        if (_embeds.Count == DiscordPart.MostEmbeds)
            Close();
        return Append(new EmbedDraft { Colour = _colour });
    }

    /// <summary>A title that waits takes its place.</summary>
    private void Place()
    {
        if (_title is not { } title)
            return;

        _title = null;
        if (_embeds.Count == DiscordPart.MostEmbeds || _embeds.Sum(embed => embed.Size) + title.Size + RoomForFooter > DiscordPart.LongestEmbeds)
            Close();
        // Of embeds with one address Discord shows the first alone.
        if (_embeds.Any(embed => embed.Url == title.Url))
            title.Url = null;
        _colour = title.Colour;
        Append(title);
    }

    private EmbedDraft Append(EmbedDraft embed)
    {
        _embeds.Add(embed);
        return _open = embed;
    }

    private void Close()
    {
        if (_content.Length > 0 || _embeds.Count > 0)
            _parts.Add((_content.ToString(), _embeds));
        _content.Clear();
        (_embeds, _open) = ([], null);
    }
}
