using DigestBot.Articles;
using DigestBot.Benchmarks.Delivery.Trials;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Storage;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NodaTime;
using BotZones = DigestBot.Subscriptions.Zones;

namespace DigestBot.Benchmarks.Delivery.Clocks;

/// <summary>
/// A simulated year of the bot's own schedule: its subscriptions, its tick and its ledger on a real SQLite file, on a clock
/// that is set on and back meanwhile. Every zone has a digest at seven; one whose clock changes in the year has others in the
/// hour that is skipped and in the hour that comes twice.
/// </summary>
internal sealed class ClockYear(int year, int seed)
{
    private const string Posted = """
        SELECT d.chat, d.slot, d.due_at, m.created_at FROM deliveries d JOIN messages m ON m.id = d.message ORDER BY d.chat, d.id
        """;

    private readonly DateTimeOffset _from = new(year, 1, 1, 0, 0, 30, TimeSpan.Zero);
    private readonly DateTimeOffset _until = new(year + 1, 1, 1, 0, 0, 30, TimeSpan.Zero);
    private readonly Dictionary<string, (ZoneTable Table, TimeOnly Time)> _chats = [];

    /// <summary>Zones that this machine and the bot have different rules for in that year, or that one of them does not know.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>Runs it in a folder of its own.</summary>
    public async Task<YearResult> RunAsync(IEnumerable<string> zones, string folder, CancellationToken cancellationToken)
    {
        var steps = new ClockSteps(seed, _from, _until);
        var clock = new SetClock(_from);
        using var bot = Compose(folder, clock);
        await bot.Services.GetRequiredService<Database>().MigrateAsync(cancellationToken);
        await bot.Services.GetRequiredService<ArticleLibrary>().RefreshAsync(cancellationToken);
        foreach (var zone in zones)
            await SubscribeAsync(zone, bot.Services.GetRequiredService<SubscriptionBook>(), cancellationToken);

        await LiveAsync(bot.Services, new SqliteTrialStore(folder), clock, steps, cancellationToken);
        var posted = await ReadAsync(new SqliteTrialStore(folder));
        var judge = new SlotJudge(_from, _until, steps.Forward);
        var complaints = _chats.SelectMany(chat => judge.Judge(chat.Key, chat.Value.Table, chat.Value.Time, [.. posted[chat.Key]])).ToArray();
        return new YearResult(_chats.Count, posted.Sum(chat => chat.Count()), steps.Count, complaints);
    }

    private async Task LiveAsync(IServiceProvider bot, SqliteTrialStore store, SetClock clock, ClockSteps steps, CancellationToken cancellationToken)
    {
        var due = bot.GetRequiredService<DuePosts>();
        await using var connection = await store.ConnectAsync();
        await using var first = connection.CreateCommand();
        first.CommandText = "SELECT min(next_due) FROM subscriptions";
        await using var anew = connection.CreateCommand();
        // As if somebody had written something since: each slot has a digest.
        anew.CommandText = "UPDATE subscriptions SET position = 0 WHERE next_due <= @Now";
        var now = anew.CreateParameter();
        now.ParameterName = "Now";
        anew.Parameters.Add(now);
        while (true)
        {
            var next = DateTimeOffset.FromUnixTimeMilliseconds((long)(await first.ExecuteScalarAsync(cancellationToken))!);
            var tick = FullMinute(next > clock.Now ? next : clock.Now);
            if (steps.TryTake(tick, out var to))
            {
                clock.Now = to;
                continue;
            }

            if (tick > _until)
                return;

            clock.Now = tick;
            now.Value = tick.ToUnixTimeMilliseconds();
            await anew.ExecuteNonQueryAsync(cancellationToken);
            await due.RunAsync(cancellationToken);
        }
    }

    /// <summary>When the tick comes: minutes without anything due are passed over.</summary>
    private static DateTimeOffset FullMinute(DateTimeOffset instant)
    {
        var minute = new DateTimeOffset(instant.Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
        return minute < instant ? minute.AddMinutes(1) : minute;
    }

    private async Task SubscribeAsync(string zone, SubscriptionBook book, CancellationToken cancellationToken)
    {
        if (BotZones.Find(zone) is not { } rules || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var local))
        {
            LeftOut.Add(zone);
            return;
        }

        var table = new ZoneTable(local, _from.UtcDateTime.AddDays(-5), _until.UtcDateTime.AddDays(5));
        if (IsOther(table, rules))
        {
            LeftOut.Add(zone);
            return;
        }

        var middles = table.Changes.Select(change => TimeOnly.FromDateTime(change.At + (change.Before + change.After) / 2));
        foreach (var time in middles.Select(time => new TimeOnly(time.Hour, time.Minute)).Prepend(new TimeOnly(7, 0)).Distinct())
        {
            var chat = new ChatId(SilentPlatform.PlatformName, $"{zone} {time:HH:mm}");
            await book.ChangeAsync((await book.SettingsAsync(chat, cancellationToken)) with { Zone = zone }, cancellationToken);
            await book.SubscribeAsync(chat, new Wants(), Schedule.TryCreate([time]), cancellationToken);
            _chats.Add(chat.Chat, (table, time));
        }
    }

    private bool IsOther(ZoneTable table, DateTimeZone rules)
    {
        for (var hour = _from; hour < _until; hour = hour.AddHours(1))
        {
            if (table.OffsetAt(hour.UtcDateTime) != BotZones.ToLocal(hour, rules).Offset)
                return true;
        }

        return false;
    }

    private static async Task<ILookup<string, PostedSlot>> ReadAsync(SqliteTrialStore store)
    {
        await using var connection = await store.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Posted;
        await using var reader = await command.ExecuteReaderAsync();
        var posted = new List<PostedSlot>();
        while (await reader.ReadAsync())
            posted.Add(new PostedSlot(reader.GetString(0), reader.GetString(1), At(reader.GetInt64(2)), At(reader.GetInt64(3))));
        return posted.ToLookup(slot => slot.Chat);

        static DateTime At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
    }

    private static IHost Compose(string folder, SetClock clock)
    {
        Directory.CreateDirectory(Path.Combine(folder, "content"));
        File.WriteAllText(Path.Combine(folder, "content", "kabar.md"), "# Kabar\n\nPelabuhan dibuka.\n");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Storage:Path", Path.Combine(folder, "data", "digestbot.db")), new("Articles:Folder", Path.Combine(folder, "content")),
        ]);
        builder.AddStorage();
        builder.AddArticles();
        builder.AddDigests();
        builder.AddChats();
        builder.AddSubscriptions();
        builder.AddDelivery();
        builder.Services.AddSingleton<IChatPlatform, SilentPlatform>();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        return builder.Build();
    }
}

/// <summary>What came of a simulated year.</summary>
internal sealed record YearResult(int Subscriptions, int Digests, int Steps, IReadOnlyList<string> Complaints);
