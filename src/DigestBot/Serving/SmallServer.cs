using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigestBot.Serving;

/// <summary>
/// A web server of one address with nothing in it but what the caller maps. The bot starts one for each thing that it serves, and
/// where it serves nothing, nothing of ASP.NET is loaded.
/// </summary>
internal sealed class SmallServer(ILoggerFactory loggers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private WebApplication? _server;

    /// <summary>Where it serves; after a start on port 0, the port that was free.</summary>
    public string Url => _server!.Urls.First();

    /// <summary>Begins to serve; throws where the address can't be had.</summary>
    /// <param name="address">An IP address.</param>
    /// <param name="port">0 for any that is free.</param>
    /// <param name="map">Says what is served.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="largestBody">Requests with more than so many bytes are refused; usually they have none.</param>
    public async Task StartAsync(string address, int port, Action<WebApplication> map, CancellationToken cancellationToken, int largestBody = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = largestBody;
            kestrel.Listen(IPAddress.Parse(address), port);
        });
        builder.Services.Add(new(typeof(ILoggerFactory), loggers));
        builder.Services.Configure<ConsoleLifetimeOptions>(lifetime => lifetime.SuppressStatusMessages = true);
        _server = builder.Build();
        map(_server);
        await _server.StartAsync(cancellationToken);
    }

    /// <summary>
    /// Ends it; does nothing where it never began. A request that is not done soon is cut off: the rest of the bot stops after this
    /// one, and what is on its way to readers must not have to wait for somebody's half-sent request.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is null)
            return;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await _server.StopAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // Cut off.
        }

        await _server.DisposeAsync();
    }
}
