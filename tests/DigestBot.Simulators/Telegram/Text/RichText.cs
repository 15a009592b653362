using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace DigestBot.Simulators.Telegram.Text;

/// <summary>The text of a rich message in HTML, of the tags that are simulated, each closed and in its place.</summary>
internal static class RichText
{
    /// <summary>As published for Bot API 10.1.</summary>
    private const int Longest = 32_768;

    private const int MostBlocks = 500;

    private static readonly string[] Blocks = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "details", "footer"];
    private static readonly string[] Inline = ["b", "i", "code", "a"];

    public static string Read(TelegramCall call)
    {
        if (call.Json("rich_message") is not JsonObject message || message["html"]?.GetValue<string>() is not { Length: > 0 } html || message.ContainsKey("markdown"))
            throw TelegramException.BadRequest("exactly one of the fields html or markdown must be used");

        XElement root;
        try
        {
            root = XElement.Parse($"<root>{html}</root>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            throw TelegramException.BadRequest($"can't parse rich message: {e.Message}");
        }

        if (root.Value.Length > Longest || root.Descendants().Count(element => Blocks.Contains(element.Name.LocalName)) > MostBlocks)
            throw TelegramException.BadRequest("message is too long");
        foreach (var node in root.Nodes())
            CheckBlock(node);
        CheckAnchors(root);
        return string.Join('\n', root.Descendants().Where(element => element.Name.LocalName is "summary" or "p" or "footer" || element.Name.LocalName[0] == 'h').Select(element => element.Value));
    }

    /// <summary>A link within the message leads to a block that is named so; the empty name is its top.</summary>
    private static void CheckAnchors(XElement root)
    {
        var names = root.Elements("a").Select(anchor => anchor.Attribute("name")!.Value).Append("").ToHashSet(StringComparer.Ordinal);
        foreach (var href in root.Descendants("a").Select(link => link.Attribute("href")?.Value).OfType<string>())
        {
            if (href is ['#', .. var name] && !names.Contains(name))
                throw TelegramException.BadRequest($"can't parse rich message: no anchor {name}");
        }
    }

    private static void CheckBlock(XNode node)
    {
        if (node is XElement { Name.LocalName: "a", IsEmpty: false, HasElements: false, Value: "" } anchor
            && anchor.Attributes().Select(attribute => attribute.Name.LocalName).SequenceEqual(["name"]))
        {
            return;
        }

        if (node is not XElement element || !Blocks.Contains(element.Name.LocalName))
            throw TelegramException.BadRequest($"can't parse rich message: {node} is no block");
        if (element.Name.LocalName != "details")
        {
            CheckInline(element);
            return;
        }

        if (element.Elements().FirstOrDefault() is not { Name.LocalName: "summary" } summary)
            throw TelegramException.BadRequest("can't parse rich message: details without a summary");
        CheckInline(summary);
        foreach (var inner in element.Nodes().Skip(1))
            CheckBlock(inner);
    }

    private static void CheckInline(XElement element)
    {
        foreach (var inner in element.Descendants())
        {
            var isLink = inner.Name.LocalName == "a";
            if (!Inline.Contains(inner.Name.LocalName) || inner.Attributes().Any(attribute => !isLink || attribute.Name.LocalName != "href"))
                throw TelegramException.BadRequest($"can't parse rich message: {inner.Name} can't stand here");
        }
    }
}
