using System.Security.Cryptography;
using System.Text;
using DigestBot.Chats;

namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>Turns a message into Discord's parts. Pure.</summary>
internal static class DiscordRenderer
{
    public static IReadOnlyList<DiscordPart> Render(Message message)
    {
        var packing = new DiscordPacking();
        for (var i = 0; i < message.Blocks.Count; i++)
            Add(packing, message.Blocks[i], i > 0 ? message.Blocks[i - 1] : null, i + 1 < message.Blocks.Count ? message.Blocks[i + 1] : null);

        var parts = packing.Finish();
        var rows = ActionRows.Of(message);
        var post = message.Post is { } wanted ? new PartPost(wanted.Article, PostName(wanted.Title), wanted.Topic) : null;
        var whole = post is null && parts.Count > 1 ? NameOf(parts) : null;
        return [.. parts.Select((part, index) => part with
        {
            Components = index == parts.Count - 1 && rows.Count > 0 ? rows : null,
            Pin = message.Pin && index == 0 ? true : null,
            Post = post,
            Whole = whole,
            Flags = message.Silent || index > 0 ? (part.Flags ?? 0) | DiscordPart.Silent : part.Flags,
        })];
    }

    /// <summary>What a post is called.</summary>
    public static string PostName(string title) => Labels.Short(InertText.CleanLine(title), PartPost.LongestName) is { Length: > 0 } name ? name : "…";

    private static string NameOf(IEnumerable<DiscordPart> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => part.Write())))))[..16];

    private static void Add(DiscordPacking packing, Block block, Block? before, Block? after)
    {
        switch (block)
        {
            case TitleBlock title:
                packing.AddTitle(title);
                break;
            case FooterBlock footer:
                packing.AddFooter(footer);
                break;
            // A section whose text goes on in paragraphs is no field: they belong under it.
            case SectionBlock section when after is not TextBlock && packing.TryAddField(section):
                break;
            default:
                packing.AddBlock([.. Prose.Of(block, before)]);
                break;
        }
    }
}
