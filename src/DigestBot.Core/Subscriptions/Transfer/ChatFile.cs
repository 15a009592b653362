namespace DigestBot.Subscriptions.Transfer;

/// <summary>What a chat takes along from one platform to another: settings, what it wants and where it stands.</summary>
/// <param name="Settings">A change of a chat's settings; null where the file holds none. What the chat is stays its own, as does its pause where the file holds none.</param>
/// <param name="Subscriptions">In order, no target twice.</param>
internal sealed record ChatFile(Func<ChatSettings, ChatSettings>? Settings, IReadOnlyList<TransferredSubscription> Subscriptions)
{
    /// <summary>What the files of this form begin with.</summary>
    public const int Version = 1;

    /// <summary>How instants are written, in UTC.</summary>
    public const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The most subscriptions in one file.</summary>
    public const int MostSubscriptions = 50;
}

/// <summary>One subscription without its chat.</summary>
/// <param name="Wants">What it asks for.</param>
/// <param name="Schedule">When.</param>
/// <param name="Had">The newest edition it has had, with its hash: another bot numbers them otherwise. Null for none.</param>
/// <param name="Serial">Its place in a serial.</param>
internal sealed record TransferredSubscription(Wants Wants, Schedule Schedule, HadEdition? Had, SerialPlace? Serial);

/// <summary>An edition and the beginning of its hash.</summary>
internal sealed record HadEdition(long Number, string Hash)
{
    /// <summary>How much of the hash is written.</summary>
    public const int HashLength = 8;
}

/// <summary>A file that can't be taken in.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="key">Which key, with its path, such as <c>subscriptions[2].top</c>; empty where it is about the whole.</param>
internal sealed class ChatFileException(ChatFileProblem problem, string key) : Exception($"{problem}: {key}")
{
    public ChatFileProblem Problem { get; } = problem;

    public string Key { get; } = key;
}

/// <summary>What can be wrong with a file.</summary>
internal enum ChatFileProblem
{
    /// <summary>It is no JSON, or no object.</summary>
    NotJson,

    /// <summary>It is longer than any that the bot writes.</summary>
    TooLong,

    /// <summary>A key that there is not.</summary>
    UnknownKey,

    /// <summary>A key that has to be there.</summary>
    MissingKey,

    /// <summary>A value that the key can't have.</summary>
    WrongValue,
}
