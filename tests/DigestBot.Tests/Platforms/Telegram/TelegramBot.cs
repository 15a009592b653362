using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Api;
using DigestBot.Platforms.Telegram.Receiving;
using DigestBot.Simulators.Telegram;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Platforms.Telegram;

/// <summary>The sending side of Telegram as the program builds it, joined to a simulator.</summary>
internal sealed class TelegramBot : IAsyncDisposable
{
    private readonly IHost _host;

    private TelegramBot(IHost host) => _host = host;

    public IChatPlatform Platform => _host.Services.GetRequiredService<IChatPlatform>();

    public TelegramApi Api => _host.Services.GetRequiredService<TelegramApi>();

    public TelegramButtons Buttons => _host.Services.GetRequiredService<TelegramButtons>();

    public IServiceProvider Services => _host.Services;

    public static async Task<TelegramBot> StartAsync(Uri url, string token, Action<HostApplicationBuilder>? more = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Telegram:Token", token), new("Telegram:BaseUrl", url.ToString())]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IPinStore, MemoryPins>();
        more?.Invoke(builder);
        builder.AddTelegram();
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(TelegramListener)));
        var host = builder.Build();
        await host.StartAsync();
        return new TelegramBot(host);
    }

    public static Task<TelegramBot> StartAsync(TelegramSimulator telegram, Action<HostApplicationBuilder>? more = null) =>
        StartAsync(telegram.Url, telegram.Token, more);

    public Task<SendOutcome> SendAsync(ChatId chat, Message message) =>
        Platform.SendAsync(chat, Platform.Render(message)[0], "d1", TestContext.Current.CancellationToken);

    public Task<SendOutcome> SendAsync(SimulatedChat chat, string text) => SendAsync(IdOf(chat), Message.OfText(text));

    public Task<SendOutcome> SendUntilAsync(SimulatedChat chat, string text, CancellationToken stop) =>
        Platform.SendAsync(IdOf(chat), Platform.Render(Message.OfText(text))[0], "d1", stop);

    public static ChatId IdOf(SimulatedChat chat, int? topic = null) =>
        new("telegram", chat.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), topic?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
