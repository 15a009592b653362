using DbUp;
using DbUp.Builder;
using DbUp.Engine.Output;
using DigestBot.Storage.PostgreSql;
using DigestBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Storage.Support;

/// <summary>A fresh database for one test, thrown away with it.</summary>
internal abstract class TestStore : IAsyncDisposable
{
    public required Database Database { get; init; }

    public static TestStore Create(StorageProvider provider) =>
        provider == StorageProvider.Sqlite ? SqliteStore.Create() : PostgreSqlStore.Create();

    private readonly List<Database> _others = [];

    /// <summary>The same database as another instance of the program opens it.</summary>
    public Database OpenAgain()
    {
        var other = Open();
        lock (_others)
            _others.Add(other);
        return other;
    }

    /// <summary>Makes the database as the first version of the bot made it.</summary>
    public void MakeFirstVersion()
    {
        var (builder, folder) = Deploy();
        var made = builder.WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name == folder + "/0001_initial.sql")
            .WithVariablesDisabled().LogTo(new NoOpUpgradeLog()).Build().PerformUpgrade();
        Assert.True(made.Successful, made.Error?.Message);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _others.Append(Database))
        {
            if (database is IAsyncDisposable closing)
                await closing.DisposeAsync();
            (database as IDisposable)?.Dispose();
        }

        await DeleteAsync();
    }

    protected abstract Database Open();

    protected abstract Task DeleteAsync();

    protected abstract (UpgradeEngineBuilder Builder, string Folder) Deploy();

    private sealed class SqliteStore(string folder) : TestStore
    {
        public static SqliteStore Create()
        {
            var folder = Directory.CreateTempSubdirectory("digestbot-test-").FullName;
            return new SqliteStore(folder) { Database = new SqliteDatabase(Path.Combine(folder, "test.db")) };
        }

        protected override Database Open() => new SqliteDatabase(Path.Combine(folder, "test.db"));

        protected override (UpgradeEngineBuilder Builder, string Folder) Deploy() =>
            (DeployChanges.To.SqliteDatabase($"Data Source={Path.Combine(folder, "test.db")};Pooling=False"), "Sqlite");

        protected override Task DeleteAsync()
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }
    }

    private sealed class PostgreSqlStore(PostgreSqlSchema schema) : TestStore
    {
        public static PostgreSqlStore Create()
        {
            var schema = PostgreSqlSchema.Create();
            return new PostgreSqlStore(schema) { Database = Open(schema) };
        }

        protected override Database Open() => Open(schema);

        protected override (UpgradeEngineBuilder Builder, string Folder) Deploy() =>
            (DeployChanges.To.PostgresqlDatabase(schema.ConnectionString), "PostgreSql");

        protected override async Task DeleteAsync() => await schema.DisposeAsync();

        private static PostgreSqlDatabase Open(PostgreSqlSchema schema) =>
            new(schema.ConnectionString, TimeProvider.System, NullLogger<PostgreSqlDatabase>.Instance);
    }
}
