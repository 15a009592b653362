namespace DigestBot.Platforms;

/// <summary>Reads no more of an answer than was asked for, whatever its length says.</summary>
internal static class BoundedReading
{
    /// <summary>Throws <see cref="InvalidDataException"/> where there is more.</summary>
    public static async Task<byte[]> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[most + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= most ? buffer[..length] : throw new InvalidDataException($"a file of more than {most} bytes");
    }
}
