using AngleSharp.Dom;

namespace DigestBot.Articles.ContentFolder.Html;

/// <summary>How much text an element holds.</summary>
internal static class Letters
{
    /// <summary>The characters in it that are not white space.</summary>
    public static int In(INode node) => node.TextContent.Count(character => !char.IsWhiteSpace(character));
}
