namespace DigestBot.Commands;

/// <summary>A command could not go on, and the asker can do something about it: they are told what, instead of to try again.</summary>
/// <param name="text">The name of the bot's words that say what to do.</param>
/// <param name="cause">What stopped it; its message goes to the log.</param>
public sealed class CommandStoppedException(string text, Exception cause) : Exception(cause.Message, cause)
{
    /// <summary>The name of the bot's words that say what to do.</summary>
    public string Text => text;
}
