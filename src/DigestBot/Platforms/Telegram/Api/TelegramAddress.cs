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

    private readonly string _root = $"{options.Value.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}/bot{options.Value.Token}/";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(_root + request.RequestUri!.AbsolutePath.TrimStart('/'));
        return base.SendAsync(request, cancellationToken);
    }
}
