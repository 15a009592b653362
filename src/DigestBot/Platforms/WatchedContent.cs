using System.Net;
using System.Net.Http.Headers;

namespace DigestBot.Platforms;

/// <summary>
/// A request's body that knows whether its first byte has been asked for. Before that the server can't have taken the
/// request, whatever became of the connection: the difference between "not delivered" and "nobody can tell".
/// </summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;

    public WatchedContent(ReadOnlyMemory<byte> body, MediaTypeHeaderValue? type)
    {
        _body = body;
        Headers.ContentType = type;
    }

    public bool HasBegun { get; private set; }

    /// <summary>Takes over a body; with its length known it is sent in one piece, which no handler repeats.</summary>
    public static async Task<WatchedContent> OfAsync(HttpContent? content, CancellationToken cancellationToken) => content switch
    {
        WatchedContent watched => watched,
        null => new WatchedContent("{}"u8.ToArray(), new MediaTypeHeaderValue("application/json")),
        _ => new WatchedContent(await content.ReadAsByteArrayAsync(cancellationToken), content.Headers.ContentType),
    };

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

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
