namespace DigestBot.Commands;

/// <summary>A line divided into the command's name and the rest.</summary>
internal readonly record struct CommandLine(string Name, string Arguments)
{
    /// <summary>A slash before the name is not part of it.</summary>
    public static CommandLine Parse(string line)
    {
        var text = line.AsSpan().Trim().TrimStart('/').TrimStart();
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return new CommandLine(text[..end].ToString(), text[end..].Trim().ToString());
    }
}
