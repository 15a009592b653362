using System.Net;

namespace DigestBot.Platforms.Telegram.Api;

/// <summary>
/// A request's body that knows whether its first byte has been asked for. Before that the server can't have taken the
/// request, whatever became of the connection: the difference between "not delivered" and "nobody can tell".
/// </summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly byte[] _body;

    private WatchedContent(byte[] body) => _body = body;

    public bool HasBegun { get; private set; }

    /// <summary>Takes over a body; with its length known it is sent in one piece, which no handler repeats.</summary>
    public static async Task<WatchedContent> OfAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        var watched = new WatchedContent(content is null ? "{}"u8.ToArray() : await content.ReadAsByteArrayAsync(cancellationToken));
        watched.Headers.ContentType = content?.Headers.ContentType ?? new("application/json");
        return watched;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasBegun = true;
        await stream.WriteAsync(_body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
