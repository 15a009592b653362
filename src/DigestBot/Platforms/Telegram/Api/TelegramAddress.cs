using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Telegram.Api;

/// <summary>
/// Puts the Bot API's address and the token into a request at the last moment: whatever logs, counts or traces above this
/// sees a method's name and no secret.
/// </summary>
internal sealed class TelegramAddress(IOptions<TelegramOptions> options) : DelegatingHandler
{
    /// <summary>The address that is seen above this handler.</summary>
    public static Uri Shown { get; } = new("http://telegram.invalid/");

    /// <summary>What the paths of files begin with; methods have no slash in them.</summary>
    public const string Files = "file/";

    private readonly string _root = options.Value.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
    private readonly string _bot = $"bot{options.Value.Token}/";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath.TrimStart('/');
        request.RequestUri = new Uri(path.StartsWith(Files, StringComparison.Ordinal) ? $"{_root}/{Files}{_bot}{path[Files.Length..]}" : $"{_root}/{_bot}{path}");
        return base.SendAsync(request, cancellationToken);
    }
}
