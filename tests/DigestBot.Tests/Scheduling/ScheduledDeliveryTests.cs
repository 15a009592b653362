using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Storage;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Scheduling;

/// <summary>Articles, storage, scheduler and dispatcher together, on a fake clock: from the folder to the chat.</summary>
public sealed class ScheduledDeliveryTests : IDisposable
{
    private static readonly ChatId Chat = new("recording", "1");
    private static readonly DateTimeOffset Midnight = DateTimeOffset.Parse("2026-11-24T00:00:00Z");
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-test-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-23T23:50:00Z"));
    private readonly RecordingPlatform _platform;

    public ScheduledDeliveryTests()
    {
        _platform = new RecordingPlatform(_time);
        Directory.CreateDirectory(Path.Combine(_folder, "content", "sains"));
        Write("merapi", "# Merapi\n\n## Letak\n\nGunung Merapi terletak di Jawa.\n\n## Letusan\n\nMerapi meletus pada tahun 2010.\n");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_subscription_gets_its_digest_at_its_slot_once_also_over_a_restart()
    {
        using (var bot = await StartAsync())
        {
            await SubscribeAsync(bot);
            await UntilAsync(() => _time.GetUtcNow() >= Midnight);
            // So little a step that the minute does not pass before the test gives up.
            await UntilAsync(() => _platform.Sent.Count == 1, TimeSpan.FromMilliseconds(1));
            await UntilAsync(() => _platform.Sent.Count == 2);
            await bot.StopAsync(TestContext.Current.CancellationToken);
        }

        using var again = await StartAsync();
        await PassAsync(TimeSpan.FromHours(1));
        await again.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["Merapi", "Letak Letusan"], _platform.Sent.Select(sent => sent.Part));
        Assert.InRange(_platform.Sent[0].At, Midnight, Midnight.AddMinutes(1));
        Assert.True(_platform.Sent[1].At - _platform.Sent[0].At >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_next_day_brings_only_what_changed_and_nothing_where_nothing_did()
    {
        using var bot = await StartAsync();
        await SubscribeAsync(bot);
        await UntilAsync(() => _platform.Sent.Count == 2);

        Write("merapi", "# Merapi\n\n## Letak\n\nGunung Merapi terletak di Jawa.\n\n## Letusan\n\nMerapi meletus lagi pada tahun 2023.\n");
        await bot.Services.GetRequiredService<ArticleLibrary>().RefreshAsync(TestContext.Current.CancellationToken);
        await PassAsync(TimeSpan.FromHours(23.9));
        await UntilAsync(() => _platform.Sent.Count == 4);
        await PassAsync(TimeSpan.FromDays(2));
        await bot.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["Merapi", "Letak Letusan", "Merapi", "Letusan"], _platform.Sent.Select(sent => sent.Part));
    }

    [Fact]
    public async Task A_slot_missed_while_the_bot_was_down_is_made_up_for_once()
    {
        using (var bot = await StartAsync())
        {
            await SubscribeAsync(bot);
            await bot.StopAsync(TestContext.Current.CancellationToken);
        }

        _time.Advance(TimeSpan.FromHours(2));
        using var again = await StartAsync();
        await UntilAsync(() => _platform.Sent.Count == 2);
        await PassAsync(TimeSpan.FromHours(3));
        await again.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, _platform.Sent.Count);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, "content", "sains", name + ".md"), text);

    private static async Task SubscribeAsync(IHost bot) => await bot.Services.GetRequiredService<SubscriptionBook>()
        .SubscribeAsync(Chat, new Wants(), Schedule.Default, TestContext.Current.CancellationToken);

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Storage:Path", Path.Combine(_folder, "bot.db")),
            new("Articles:Folder", Path.Combine(_folder, "content")),
        ]);
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSingleton<IChatPlatform>(_platform);
        builder.AddStorage();
        builder.AddArticles();
        builder.AddDigests();
        builder.AddChats();
        builder.AddSubscriptions();
        builder.AddDelivery();
        builder.AddScheduling();
        var bot = builder.Build();
        await bot.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    private Task PassAsync(TimeSpan span)
    {
        var until = _time.GetUtcNow() + span;
        return UntilAsync(() => _time.GetUtcNow() >= until, span / 100);
    }

    private Task UntilAsync(Func<bool> condition) => UntilAsync(condition, TimeSpan.FromSeconds(2));

    private async Task UntilAsync(Func<bool> condition, TimeSpan step)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(100), "it never came to pass");
            _time.Advance(step);
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }
}
