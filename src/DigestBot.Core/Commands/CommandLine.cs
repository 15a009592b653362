namespace DigestBot.Commands;

/// <summary>A line divided into the command's name and the rest.</summary>
internal readonly record struct CommandLine(string Name, string Arguments)
{
    /// <summary>
    /// A slash before the name is not part of it. <c>start section-1f0c2a9b-4</c>, as a deep link hands it over, is the
    /// command line <c>section 1f0c2a9b 4</c>. What begins with a brace was exported elsewhere and is taken in.
    /// </summary>
    public static CommandLine Parse(string line)
    {
        var parsed = Divide(line);
        return parsed.Name == "start" ? DeepLinks.TryRead(parsed.Arguments) ?? parsed : parsed;
    }

    private static CommandLine Divide(string line)
    {
        var text = line.AsSpan().Trim().TrimStart('/').TrimStart();
        if (text is ['{', ..])
            return new CommandLine("import", text.ToString());

        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return new CommandLine(text[..end].ToString(), text[end..].Trim().ToString());
    }
}
