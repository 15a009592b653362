using System.Net;
using System.Net.Sockets;
using DigestBot.Delivery;
using DigestBot.Storage.Ledger;
using DigestBot.Storage.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Storage.PostgreSql;

public sealed class PostgreSqlDatabaseTests
{
    [Fact]
    public async Task A_server_that_is_not_there_is_waited_for_and_then_named_without_the_password()
    {
        var clock = new FakeTimeProvider();
        await using var database = new PostgreSqlDatabase(
            $"Host=127.0.0.1;Port={ClosedPort()};Database=bot;Username=bot;Password=rahasia", clock, NullLogger<PostgreSqlDatabase>.Instance);

        var migration = Task.Run(() => database.MigrateAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var waited = TimeSpan.Zero;
        for (; !migration.IsCompleted; waited += TimeSpan.FromSeconds(1))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var refused = await Assert.ThrowsAsync<StorageException>(() => migration);
        Assert.True(waited > TimeSpan.FromSeconds(30), $"{waited}");
        Assert.StartsWith("the database bot on 127.0.0.1 can't be reached", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_no_bot_has_used_says_so_plainly()
    {
        await using var schema = PostgreSqlSchema.Create();
        await using var database = new PostgreSqlDatabase(schema.ConnectionString, TimeProvider.System, NullLogger<PostgreSqlDatabase>.Instance);

        var empty = await Assert.ThrowsAsync<StorageException>(
            () => new DeliveryLedger(database).StatusAsync(TimeProvider.System.GetUtcNow(), TestContext.Current.CancellationToken));

        Assert.Contains("holds nothing of a bot yet", empty.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_that_stands_still_is_ended_by_the_server_and_told_as_a_failure_of_the_store()
    {
        await using var schema = PostgreSqlSchema.Create();
        await using var database = new PostgreSqlDatabase(schema.ConnectionString, TimeProvider.System, NullLogger<PostgreSqlDatabase>.Instance);
        var limit = "";

        await Assert.ThrowsAsync<StorageException>(() => database.WriteAsync(
            async session =>
            {
                limit = await session.FirstAsync<string>("SHOW idle_in_transaction_session_timeout") ?? "";
                await session.ExecuteAsync("SET LOCAL idle_in_transaction_session_timeout = '100ms'");
                await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
                return await session.ExecuteAsync("SELECT 1");
            },
            TestContext.Current.CancellationToken));

        Assert.Equal("15s", limit);
    }

    [Fact]
    public async Task A_database_that_takes_no_writes_says_so_and_needs_an_operator_where_that_lasts()
    {
        await using var schema = PostgreSqlSchema.Create();
        await using var database = new PostgreSqlDatabase(schema.ConnectionString, TimeProvider.System, NullLogger<PostgreSqlDatabase>.Instance);
        database.Health = new StoreHealth(TimeProvider.System);

        var refused = await Assert.ThrowsAsync<StorageException>(() => database.WriteAsync(
            session => session.ExecuteAsync("SET TRANSACTION READ ONLY; CREATE TABLE anything (id int)"), TestContext.Current.CancellationToken));

        Assert.Contains("is read-only", refused.Message, StringComparison.Ordinal);
        Assert.True(database.Health.Trouble?.NeedsOperator);
        await database.WriteAsync(session => session.ExecuteAsync("CREATE TABLE anything (id int)"), TestContext.Current.CancellationToken);
        Assert.Null(database.Health.Trouble);
    }

    [Theory]
    [InlineData("53100", "the server's disk is full (said by the server)", true)]
    [InlineData("XX001", "is damaged (said by the server)", true)]
    [InlineData("XX002", "is damaged (said by the server)", true)]
    [InlineData("53300", "refuses: said by the server", false)]
    [InlineData("57P01", "refuses: said by the server", false)]
    public async Task What_the_server_says_is_told_in_an_operators_words(string code, string words, bool needsOperator)
    {
        await using var schema = PostgreSqlSchema.Create();
        await using var database = new PostgreSqlDatabase(schema.ConnectionString, TimeProvider.System, NullLogger<PostgreSqlDatabase>.Instance);

        var refused = await Assert.ThrowsAsync<StorageException>(() => database.WriteAsync(
            session => session.ExecuteAsync($"DO $$ BEGIN RAISE EXCEPTION 'said by the server' USING ERRCODE = '{code}'; END $$"), TestContext.Current.CancellationToken));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(needsOperator, refused.NeedsOperator);
    }

    [Fact]
    public async Task A_start_that_is_called_off_does_not_wait_on()
    {
        await using var database = new PostgreSqlDatabase(
            $"Host=127.0.0.1;Port={ClosedPort()}", new FakeTimeProvider(), NullLogger<PostgreSqlDatabase>.Instance);
        using var stop = new CancellationTokenSource();
        var migration = database.MigrateAsync(stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => migration);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
