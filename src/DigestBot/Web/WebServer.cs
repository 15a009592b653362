using System.Text;
using DigestBot.Chats;
using DigestBot.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DigestBot.Web;

/// <summary>Serves <see cref="WebPages"/> to whoever asks: to read, and for nothing else.</summary>
internal sealed partial class WebServer(IOptions<WebOptions> options, WebPages pages, ILoggerFactory loggers, ILogger<WebServer> logger) : IHostedService
{
    private const string Form = "text/html; charset=utf-8";

    /// <summary>More languages than this are not looked at.</summary>
    private const int MostLanguages = 10;

    private readonly SmallServer _server = new(loggers);

    /// <summary>Where it serves.</summary>
    public string Url => _server.Url;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(options.Value.Address, options.Value.Port ?? 0, Map, cancellationToken);
        Log.Serves(logger, _server.Url);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server.StopAsync(cancellationToken);

    /// <summary>A path of the public address may come along or be taken off on the way: both are understood.</summary>
    private void Map(WebApplication server)
    {
        if (options.Value.PublicUrl is not null)
            server.UsePathBase(options.Value.Copies().Base.AbsolutePath.TrimEnd('/'));
        server.Run(AnswerAsync);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        AddHeaders(response.Headers);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (request.Path.Value is "" or null)
        {
            // Ways on a page begin where it is.
            response.Redirect(request.PathBase + "/");
            return;
        }

        var page = await pages.FindAsync(request.Path.Value, WordsOf(request), context.RequestAborted);
        var bytes = Encoding.UTF8.GetBytes(page.Text);
        if (page.IsThere)
        {
            await TypedResults.Bytes(bytes, Form, lastModified: page.Changed, entityTag: new EntityTagHeaderValue($"\"{page.Tag}\"")).ExecuteAsync(context);
            return;
        }

        (response.StatusCode, response.ContentType, response.ContentLength) = (StatusCodes.Status404NotFound, Form, bytes.Length);
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static void AddHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = PageStyle.Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
        headers.CacheControl = "no-cache";
        headers.Vary = HeaderNames.AcceptLanguage;
    }

    /// <summary>The first of the reader's languages that the bot speaks.</summary>
    private static Words WordsOf(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Take(MostLanguages)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Words.TryFor(language.Value.Value))
        .FirstOrDefault(words => words is not null) ?? Words.Indonesian;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Web copies of the articles are on {Url}")]
        public static partial void Serves(ILogger logger, string url);
    }
}
