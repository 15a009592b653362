using System.ComponentModel.DataAnnotations;
using DigestBot.Articles;
using DigestBot.Delivery;
using DigestBot.Storage.Sqlite;
using DigestBot.Subscriptions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.Storage;

public sealed class StorageSetupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_database_is_ready_before_anything_else_starts()
    {
        var builder = Builder(("Storage:Path", Path.Combine(_folder, "a", "bot.db")));
        builder.Services.AddHostedService<Counting>();
        builder.AddStorage();
        using var host = builder.Build();
        await host.StartAsync(Cancellation);

        Assert.Equal(0, host.Services.GetServices<IHostedService>().OfType<Counting>().Single().Subscriptions);
        Assert.NotNull(host.Services.GetRequiredService<IEditionStore>());
        Assert.NotNull(host.Services.GetRequiredService<ISubscriptionStore>());
        await host.StopAsync(Cancellation);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SQLite")]
    public void The_providers_name_may_be_written_either_way(string name)
    {
        var builder = Builder(("Storage:Provider", name), ("Storage:Path", Path.Combine(_folder, "bot.db")));
        builder.AddStorage();
        using var host = builder.Build();

        Assert.IsType<SqliteDatabase>(host.Services.GetRequiredService<Database>());
    }

    [Theory]
    [InlineData("Storage:Path", " ", "Storage:Path")]
    [InlineData("Storage:Provider", "PostgreSQL", "Storage:ConnectionString")]
    [InlineData("Storage:Provider", "7", "Storage:Provider")]
    public async Task A_wrong_setting_stops_the_start_with_its_key(string key, string value, string named)
    {
        var builder = Builder((key, value));
        builder.AddStorage();
        using var host = builder.Build();

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData(null)]
    public void A_connection_string_that_SQLite_would_pass_over_is_refused_with_both_keys_and_not_repeated(string? provider)
    {
        var builder = Builder(("Storage:ConnectionString", "Host=db;Password=rahasia"));
        builder.Configuration["Storage:Provider"] = provider;
        builder.AddStorage();
        using var host = builder.Build();

        var refused = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith("Storage:ConnectionString is set, and nothing reads it while Storage:Provider is Sqlite", Assert.Single(refused.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("postgres://bot:rahasia@db/digestbot")]
    [InlineData("Host=db;Pasword=rahasia")]
    public void A_connection_string_that_cannot_be_read_is_named_by_its_key_and_not_repeated(string connection)
    {
        var options = new StorageOptions { Provider = StorageProvider.PostgreSql, ConnectionString = connection };

        var problem = Assert.Single(options.Validate(new ValidationContext(options))).ErrorMessage;

        Assert.StartsWith("Storage:ConnectionString can't be read", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Username=bot;Password=rahasia", true)]
    [InlineData("Host=db;Username=bot;PWD = rahasia", true)]
    [InlineData("Host=db;Username=bot;Passfile=/etc/pgpass", false)]
    [InlineData("Host=db;Username=bot", false)]
    public void A_password_does_not_stand_in_a_file_that_is_shared_with_the_code(string connection, bool isRefused)
    {
        var file = Path.Combine(_folder, "appsettings.json");
        File.WriteAllText(file, $$"""{ "Storage": { "Provider": "PostgreSql", "ConnectionString": "{{connection}}" } }""");
        var builder = Builder();
        builder.Configuration.AddJsonFile(file);
        builder.AddStorage();
        using var host = builder.Build();

        var refused = Record.Exception(() => host.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(isRefused, refused is OptionsValidationException);
        Assert.DoesNotContain("rahasia", $"{refused}", StringComparison.Ordinal);
        if (isRefused)
            Assert.StartsWith("Storage:ConnectionString holds a password and stands in an appsettings file", refused!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_nobody_knows_stops_the_start_with_its_key()
    {
        var builder = Builder(("Storage:Provider", "Oracle"));
        builder.AddStorage();
        using var host = builder.Build();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Cancellation));
        Assert.Contains("Storage:Provider", refused.Message, StringComparison.Ordinal);
    }

    private static HostApplicationBuilder Builder(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(TimeProvider.System);
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        return builder;
    }

    private sealed class Counting(IDeliveryLedger ledger) : IHostedService
    {
        public long? Subscriptions { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken) =>
            Subscriptions = (await ledger.StatusAsync(DateTimeOffset.UnixEpoch, cancellationToken)).Subscriptions;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
