namespace DigestBot.Articles.ContentFolder;

/// <summary>The only links that an article may carry.</summary>
internal static class WebLink
{
    /// <summary>An absolute http or https link without a user name in it; null for anything else.</summary>
    public static Uri? TryParse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" && link.UserInfo.Length == 0 ? link : null;
}
