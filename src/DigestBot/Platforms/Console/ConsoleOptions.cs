namespace DigestBot.Platforms.Console;

/// <summary>The chat in the terminal; settings section <c>Console</c>.</summary>
internal sealed class ConsoleOptions
{
    public const string SectionName = "Console";

    /// <summary>
    /// On or off; unset (the default) means on where no other platform is configured. Beside another platform the end of
    /// the input ends the chat, not the program.
    /// </summary>
    public bool? Enabled { get; set; }
}
