using DigestBot.Delivery;
using DigestBot.Storage.Ledger;
using DigestBot.Storage.Support;
using DigestBot.Subscriptions;

namespace DigestBot.Storage;

public sealed class SqliteMigrationTests() : MigrationTests(StorageProvider.Sqlite);

public sealed class PostgreSqlMigrationTests() : MigrationTests(StorageProvider.PostgreSql);

public abstract class MigrationTests : StoreTests
{
    /// <summary>A chat with one subscription, one delivery that is done and one that waits.</summary>
    private static readonly string[] OfTheFirstVersion =
    [
        "INSERT INTO chats (platform, chat, thread, language, zone, silent, pin, rich) VALUES ('telegram', '1001', '', 'en', 'Asia/Jakarta', 0, 0, 0)",
        """
        INSERT INTO subscriptions (platform, chat, thread, target, wants, schedule, position, next_slot, next_due)
        VALUES ('telegram', '1001', '', 'laut', @Wants, @Schedule, 7, '2026-11-24T07:00', @Due)
        """,
        "INSERT INTO messages (created_at) VALUES (@Due)",
        "INSERT INTO message_parts (message, part, body) VALUES (1, 0, 'menunggu')",
        """
        INSERT INTO deliveries (message, part, platform, chat, thread, request, lane, state, due_at, not_before, expires_at, done_at)
        VALUES (1, 0, 'telegram', '1001', '', 'a', 1, 3, @Due, @Due, @Due, @Due)
        """,
        """
        INSERT INTO deliveries (message, part, platform, chat, thread, request, lane, due_at, not_before, expires_at)
        VALUES (1, 0, 'telegram', '1001', '', 'b', 1, @Due, @Due, @Due + 3600000)
        """,
    ];

    private readonly StorageProvider _provider;

    private protected MigrationTests(StorageProvider provider)
        : base(provider) => _provider = provider;

    [Fact]
    public async Task What_was_kept_is_there_after_a_restart_and_the_database_has_its_id_still()
    {
        await AnnounceAsync("a", Ani, "satu");
        var restarted = OpenAgain();
        await restarted.MigrateAsync(Cancellation);

        var leased = await new DeliveryLedger(restarted).LeaseAsync(Platform, Lane.Broadcast, "one", 1, Now, Now.AddMinutes(1), Cancellation);
        Assert.Equal("satu", Assert.Single(leased).Part);
        Assert.Equal(Database.Id, restarted.Id);
    }

    [Fact]
    public async Task No_two_databases_have_the_same_id()
    {
        await using var other = TestStore.Create(_provider);
        await other.Database.MigrateAsync(Cancellation);

        Assert.Matches("^[0-9a-f]{32}$", other.Database.Id);
        Assert.NotEqual(Database.Id, other.Database.Id);
    }

    [Fact]
    public async Task Instances_that_start_together_make_one_database()
    {
        await using var fresh = TestStore.Create(_provider);
        var instances = Enumerable.Range(0, 5).Select(_ => fresh.OpenAgain()).ToArray();
        await Task.WhenAll(instances.Select(instance => Task.Run(() => instance.MigrateAsync(Cancellation))));

        Assert.Single(instances.Select(instance => instance.Id).Distinct());
    }

    [Fact]
    public async Task A_database_of_the_first_version_is_brought_up_to_date_with_all_that_is_in_it()
    {
        await using var old = TestStore.Create(_provider);
        old.MakeFirstVersion();
        var values = new { Due = Seven.ToUnixTimeMilliseconds(), Wants = new Wants { Topic = "laut" }.Key, Schedule = Schedule.Default.ToString() };
        await old.Database.WriteAsync(
            async session =>
            {
                foreach (var statement in OfTheFirstVersion)
                    await session.ExecuteAsync(statement, values);
            },
            Cancellation);

        await Task.WhenAll(old.Database.MigrateAsync(Cancellation), old.OpenAgain().MigrateAsync(Cancellation));

        var subscriptions = new SubscriptionStore(old.Database, Clock);
        Assert.Equal("en", (await subscriptions.GetChatAsync(Ani, Cancellation)).Language);
        var subscription = Assert.Single(await subscriptions.ListAsync(Ani, Cancellation));
        Assert.Equal(("laut", 7L, new Due("2026-11-24T07:00", Seven)), (subscription.Wants.Topic, subscription.Position, subscription.Next));
        var ledger = new DeliveryLedger(old.Database);
        Assert.Equal("laut", (await ledger.FindDueAsync(Platform, Now, Cancellation).SingleAsync(Cancellation)).Wants.Topic);
        var leased = await ledger.LeaseAsync(Platform, Lane.Broadcast, "one", 10, Now, Now.AddMinutes(1), Cancellation);
        Assert.Equal("menunggu", Assert.Single(leased).Part);
        Assert.Equal(1, (await ledger.StatusAsync(Now, Cancellation)).Count(Platform, DeliveryState.Sent));
    }

    /// <summary>Version 0070 took the number of what is on its way out of the database.</summary>
    [Fact]
    public async Task What_was_on_its_way_before_an_upgrade_is_still_told_from_what_was_only_leased()
    {
        await using var old = TestStore.Create(_provider);
        old.MakeFirstVersion();
        var values = new { Due = Seven.ToUnixTimeMilliseconds(), RunOut = Now.AddMinutes(-1).ToUnixTimeMilliseconds() };
        await old.Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("INSERT INTO messages (created_at) VALUES (@Due)", values);
                await session.ExecuteAsync("INSERT INTO message_parts (message, part, body) VALUES (1, 0, 'satu')");
                await session.ExecuteAsync(
                    """
                    INSERT INTO deliveries (message, part, platform, chat, thread, request, lane, due_at, not_before, expires_at, state, owner, lease_until, attempt, sending_at)
                    VALUES (1, 0, 'telegram', '1001', '', 'leased again', 1, @Due, @Due, @Due + 3600000, 1, 'old', @RunOut, 2, @Due),
                           (1, 0, 'telegram', '1002', '', 'on its way', 1, @Due, @Due, @Due + 3600000, 2, 'old', @RunOut, 1, @Due)
                    """,
                    values);
            },
            Cancellation);

        await old.Database.MigrateAsync(Cancellation);

        var ledger = new DeliveryLedger(old.Database);
        var status = await ledger.StatusAsync(Now, Cancellation);
        Assert.Equal((1, 1), (status.Count(Platform, DeliveryState.Leased), status.Count(Platform, DeliveryState.Sending)));
        Assert.Equal(2, await ledger.RecoverAsync(Platform, Now, resendWithin: null, Cancellation));
        status = await ledger.StatusAsync(Now, Cancellation);
        Assert.Equal((1, 1), (status.Count(Platform, DeliveryState.Pending), status.Count(Platform, DeliveryState.Unknown)));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_as_it_was()
    {
        var scripts = await ScriptsAsync();
        await Database.WriteAsync(
            session => session.ExecuteAsync("INSERT INTO schemaversions (scriptname, applied) VALUES ('0999_later.sql', CURRENT_TIMESTAMP)"), Cancellation);

        var refused = await Assert.ThrowsAsync<StorageException>(() => OpenAgain().MigrateAsync(Cancellation));

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Contains("0999_later.sql", refused.Message, StringComparison.Ordinal);
        Assert.Equal(scripts + 1, await ScriptsAsync());
    }

    private Task<long> ScriptsAsync() => Database.ReadAsync(session => session.FirstAsync<long>("SELECT count(*) FROM schemaversions"), Cancellation);
}
