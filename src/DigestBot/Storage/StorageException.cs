namespace DigestBot.Storage;

/// <summary>
/// The store can't be used: the message names it, says why and what an operator can do. Nothing was changed and nothing
/// may be sent until it is usable again.
/// </summary>
internal sealed class StorageException(string message, Exception? cause = null) : Exception(message, cause);
