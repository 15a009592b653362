namespace DigestBot.Commands;

/// <summary>The two signs that say what somebody thinks of an article.</summary>
internal static class Thumb
{
    public const string Up = "👍";
    public const string Down = "👎";

    /// <summary>True for up, false for down, in any colour; null for every other sign.</summary>
    public static bool? Read(string sign) =>
        IsThumb(sign, Up) ? true
        : IsThumb(sign, Down) ? false
        : null;

    /// <summary>A colour, or the wish to be shown as a picture, may follow a sign.</summary>
    private static bool IsThumb(string sign, string thumb) =>
        sign.StartsWith(thumb, StringComparison.Ordinal)
        && sign[thumb.Length..] is "" or "\uFE0F" or "\U0001F3FB" or "\U0001F3FC" or "\U0001F3FD" or "\U0001F3FE" or "\U0001F3FF";
}
