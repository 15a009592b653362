using System.CommandLine;
using System.Diagnostics;
using DigestBot.Delivery;
using DigestBot.Storage;
using DigestBot.Storage.Ledger;
using DigestBot.Storage.PostgreSql;
using DigestBot.Storage.Sqlite;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Benchmarks.Delivery;

/// <summary>
/// <c>delivery-enqueue</c>: how long the store takes to be opened, to find what is due and to enqueue it, where every
/// subscription is due at one minute.
/// </summary>
internal static class EnqueueBenchmark
{
    private static readonly DateTimeOffset Seven = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    public static Command Create()
    {
        var provider = new Option<StorageProvider>("--store") { Description = "Sqlite or PostgreSql." };
        var subscriptions = new Option<int>("--subscriptions") { DefaultValueFactory = _ => 100_000 };
        var parts = new Option<int>("--parts") { Description = "Parts of the digest.", DefaultValueFactory = _ => 1 };
        var place = new Option<string>("--place") { Description = "A file that does not exist yet, or a connection string of an empty database.", Required = true };
        var command = new Command("delivery-enqueue", "Enqueues a digest that many subscriptions are due for.") { provider, subscriptions, parts, place };
        command.SetAction((result, cancellationToken) => RunAsync(
            () => Open(result.GetValue(provider), result.GetValue(place)!), result.GetValue(subscriptions), result.GetValue(parts), cancellationToken));
        return command;
    }

    private static Database Open(StorageProvider provider, string place) => provider == StorageProvider.PostgreSql
        ? new PostgreSqlDatabase(place, TimeProvider.System, NullLogger<PostgreSqlDatabase>.Instance)
        : new SqliteDatabase(place);

    private static async Task RunAsync(Func<Database> open, int subscriptions, int parts, CancellationToken cancellationToken)
    {
        var fresh = open();
        await fresh.MigrateAsync(cancellationToken);
        await SubscribeAsync(fresh, subscriptions, cancellationToken);

        var database = open();
        await TimeAsync("open", () => database.MigrateAsync(cancellationToken));
        var ledger = new DeliveryLedger(database);
        string[] bodies = [.. Enumerable.Range(1, parts).Select(part => new string('x', 400) + part)];
        var chats = 0;
        var seconds = await TimeAsync("find what is due and enqueue it", async () =>
        {
            await foreach (var group in ledger.FindDueAsync("telegram", Seven, cancellationToken))
            {
                var post = new DuePost(group, bodies, 2, null, new Due("2026-11-25T07:00", Seven.AddDays(1)), Seven.AddDays(1));
                chats += await ledger.PostAsync(post, Seven, _ => { }, cancellationToken);
            }
        });
        Console.Out.WriteLine($"{chats:N0} chats, {chats * (long)parts:N0} rows, {chats * (long)parts / seconds:N0} rows/s");
        await TimeAsync("settle what was put off", async () =>
        {
            while (await ledger.SettleDueAsync(Seven, cancellationToken))
            {
            }
        });
        await TimeAsync("status", () => ledger.StatusAsync(Seven, cancellationToken));
    }

    private static async Task<double> TimeAsync(string what, Func<Task> work)
    {
        var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.Out.WriteLine($"{what}: {took:0.000} s, {(Environment.CpuUsage.TotalTime - used).TotalSeconds:0.000} s of processor time in this process");
        return took;
    }

    private static Task SubscribeAsync(Database database, int subscriptions, CancellationToken cancellationToken)
    {
        const string Numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @subscriptions) ";
        var wants = new Wants { Topic = "ekonomi" };
        var values = new
        {
            subscriptions,
            zone = Zones.Default,
            target = wants.Target,
            wants = wants.Key,
            schedule = Schedule.Default.ToString(),
            due = Seven.ToUnixTimeMilliseconds(),
        };
        return database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    "INSERT INTO chats (platform, chat, thread, zone, silent, pin, rich) " + Numbers +
                    "SELECT 'telegram', CAST(100000000 + i AS text), '', @zone, 0, 0, 0 FROM n", values);
                await session.ExecuteAsync(
                    "INSERT INTO subscriptions (platform, chat, thread, target, wants, schedule, position, next_slot, next_due) " + Numbers +
                    "SELECT 'telegram', CAST(100000000 + i AS text), '', @target, @wants, @schedule, 1, '2026-11-24T07:00', @due FROM n", values);
            },
            cancellationToken);
    }
}
