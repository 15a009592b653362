using System.Globalization;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.EndToEnd;
using DigestBot.Simulators.Discord.World;
using DigestBot.Storage;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Platforms.Discord;

/// <summary>The whole bot but its scheduler, in this process, with two sample articles and a store of its own.</summary>
internal sealed class DiscordBot : IAsyncDisposable
{
    private readonly BotFolder _folder;
    private IHost _host;

    private DiscordBot(IHost host, BotFolder folder) => (_host, _folder) = (host, folder);

    public IServiceProvider Services => _host.Services;

    public IChatPlatform Platform => Services.GetRequiredService<IChatPlatform>();

    public ListeningHealth Health => Services.GetRequiredService<ListeningHealth>();

    public ISubscriptionStore Store => Services.GetRequiredService<ISubscriptionStore>();

    public static async Task<DiscordBot> StartAsync(Uri url, string token, Action<HostApplicationBuilder>? more = null)
    {
        var folder = new BotFolder();
        return new DiscordBot(await RunAsync(folder, url, token, more), folder);
    }

    /// <summary>The same with the same store, as after a restart.</summary>
    public async Task RestartAsync(Uri url, string token)
    {
        await _host.StopAsync();
        _host.Dispose();
        _host = await RunAsync(_folder, url, token, null);
    }

    private static async Task<IHost> RunAsync(BotFolder folder, Uri url, string token, Action<HostApplicationBuilder>? more)
    {
        var builder = Compose(folder, url, token);
        more?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (host.Services.GetRequiredService<ArticleLibrary>().Current.Articles.Count < 2)
            await Task.Delay(10, patience.Token);
        return host;
    }

    public static HostApplicationBuilder Compose(BotFolder folder, Uri url, string token)
    {
        folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        folder.Write("sea/lighthouse.md", SampleArticles.Lighthouse);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Discord:Token", token), new("Discord:BaseUrl", url.ToString()),
            new("Storage:Path", Path.Combine(folder.Path, "data", "bot.db")), new("Articles:Folder", Path.Combine(folder.Path, "content")),
        ]);
        builder.AddStorage();
        builder.AddArticles();
        builder.AddDigests();
        builder.AddChats();
        builder.AddSubscriptions();
        builder.AddDelivery();
        builder.AddCommands();
        builder.AddDiscord();
        return builder;
    }

    public static ChatId ChatOf(DiscordChannel channel) => DiscordPlatform.Chat(channel.Id.ToString(CultureInfo.InvariantCulture));

    public Task<SendOutcome> SendAsync(ChatId chat, Message message, string nonce = "d1") =>
        Platform.SendAsync(chat, Platform.Render(message)[0], nonce, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Dispose();
    }
}
