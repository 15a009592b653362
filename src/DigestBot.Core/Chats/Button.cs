namespace DigestBot.Chats;

/// <summary>
/// A button under a message. Pressing it does what typing <see cref="Action"/> in that chat would do, with the presser's
/// own rights and no others; the answer replaces the message where the command says so.
/// </summary>
/// <param name="Label">What the button says; 40 characters at most are shown.</param>
/// <param name="Action">A command line without its slash, such as <c>section 1f0c2a9b 4</c>; 48 bytes of UTF-8 at most.</param>
public sealed record Button(string Label, string Action)
{
    /// <summary>The longest action, in bytes of UTF-8: Telegram takes 64 bytes, the rest is the renderer's.</summary>
    public const int LongestAction = 48;
}
