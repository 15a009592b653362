using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.CommandLine;
using DigestBot.Commands;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Monitoring;
using DigestBot.Platforms.Console;
using DigestBot.Platforms.Discord;
using DigestBot.Platforms.Telegram;
using DigestBot.Scheduling;
using DigestBot.Settings;
using DigestBot.Storage;
using DigestBot.Subscriptions;
using DigestBot.Web;
using Microsoft.Extensions.Hosting;

return await BotCommandLine.Create(Compose).Parse(args).InvokeAsync(BotCommandLine.Invocation);

static HostApplicationBuilder Compose(IReadOnlyDictionary<string, string?> settings)
{
    var builder = BotHost.CreateBuilder(settings);
    builder.AddStorage();
    builder.AddArticles();
    builder.AddDigests();
    builder.AddChats();
    builder.AddSubscriptions();
    builder.AddDelivery();
    builder.AddCommands();
    builder.AddScheduling(builder.SharesDatabase());
    builder.AddTelegram();
    builder.AddDiscord();
    builder.AddConsole();
    builder.AddWeb();
    builder.AddMonitoring();
    return builder;
}
