using DigestBot.Storage.Ledger;
using DigestBot.Storage.Support;

namespace DigestBot.Storage;

public sealed class SqliteMigrationTests() : MigrationTests(StorageProvider.Sqlite);

public sealed class PostgreSqlMigrationTests() : MigrationTests(StorageProvider.PostgreSql);

public abstract class MigrationTests : StoreTests
{
    private readonly StorageProvider _provider;

    private protected MigrationTests(StorageProvider provider)
        : base(provider) => _provider = provider;

    [Fact]
    public async Task What_was_kept_is_there_after_a_restart_and_the_database_has_its_id_still()
    {
        await AnnounceAsync("a", Ani, "satu");
        var restarted = OpenAgain();
        await restarted.MigrateAsync(Cancellation);

        var leased = await new DeliveryLedger(restarted).LeaseAsync(Platform, Delivery.Lane.Broadcast, "one", 1, Now, Now.AddMinutes(1), Cancellation);
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
