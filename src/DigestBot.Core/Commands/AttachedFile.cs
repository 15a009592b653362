namespace DigestBot.Commands;

/// <summary>A file that came with a command.</summary>
/// <param name="Size">In bytes, as the platform says.</param>
/// <param name="ReadAsync">
/// Fetches it; called only once the asker may run the command. It throws where the platform does not give it, and
/// <see cref="InvalidDataException"/> where there is more of it than was asked for.
/// </param>
public sealed record AttachedFile(long Size, Func<int, CancellationToken, Task<byte[]>> ReadAsync);
