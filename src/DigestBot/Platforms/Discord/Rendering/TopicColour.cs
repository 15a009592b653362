namespace DigestBot.Platforms.Discord.Rendering;

/// <summary>Each topic has its colour, the same on every machine and after every restart.</summary>
internal static class TopicColour
{
    private static readonly int[] Palette =
        [0x1ABC9C, 0x2ECC71, 0x3498DB, 0x9B59B6, 0xE91E63, 0xF1C40F, 0xE67E22, 0xE74C3C, 0x11806A, 0x206694, 0x71368A, 0xA84300];

    /// <summary>Null without a topic: Discord's own grey.</summary>
    public static int? Of(string topic)
    {
        if (topic.Length == 0)
            return null;

        var hash = 2166136261u;
        foreach (var character in topic)
            hash = (hash ^ character) * 16777619u;
        return Palette[hash % (uint)Palette.Length];
    }
}
