using Microsoft.Extensions.Options;

namespace DigestBot.Chats;

/// <summary>Knows how digests look in a chat that chose a layout, and in one that did not.</summary>
/// <param name="options">The operator's layout.</param>
/// <param name="web">Where the web copies are; null where there are none.</param>
public sealed class Looks(IOptions<LayoutOptions> options, WebCopies? web = null)
{
    private readonly Layout _usual = options.Value.Chosen;

    /// <summary>The look of a chat's digests.</summary>
    /// <param name="chosen">The chat's own layout; null for the operator's.</param>
    public Look For(Layout? chosen) => new(chosen ?? _usual, web);
}

/// <summary>How a digest looks.</summary>
/// <param name="Layout">What it shows, and in which order.</param>
/// <param name="Web">Where the web copies are; null where there are none.</param>
public sealed record Look(Layout Layout, WebCopies? Web = null)
{
    /// <summary>Where nobody chose anything.</summary>
    public static Look Default { get; } = new(Layout.Default);
}
