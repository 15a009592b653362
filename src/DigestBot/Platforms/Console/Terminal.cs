namespace DigestBot.Platforms.Console;

/// <summary>The two streams of the chat. Writing is whole messages at a time: a digest that falls due does not cut into an answer.</summary>
/// <param name="Input">What the person types, a line each.</param>
/// <param name="Output">Answers and digests, nothing else.</param>
/// <param name="IsInteractive">A person sits at a terminal: styles and a prompt are shown.</param>
internal sealed record Terminal(TextReader Input, TextWriter Output, bool IsInteractive)
{
    private readonly Lock _writing = new();

    /// <summary>The process's own streams.</summary>
    public static Terminal OfProcess() => new(
        System.Console.In,
        System.Console.Out,
        !System.Console.IsOutputRedirected && !System.Console.IsInputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "");

    /// <summary>Writes one message and a blank line behind it.</summary>
    public void Write(string text)
    {
        lock (_writing)
        {
            Output.WriteLine(text);
            Output.WriteLine();
            Output.Flush();
        }
    }

    /// <summary>Asks for the next line, where somebody is there to be asked.</summary>
    public void Prompt()
    {
        if (!IsInteractive)
            return;

        lock (_writing)
        {
            Output.Write("> ");
            Output.Flush();
        }
    }
}
