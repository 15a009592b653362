using Dapper;
using DigestBot.Storage.PostgreSql;
using DigestBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DigestBot.Storage.Support;

/// <summary>A fresh database for one test, thrown away with it.</summary>
internal abstract class TestStore : IAsyncDisposable
{
    /// <summary>A connection string of a PostgreSQL server that tests may make schemas on.</summary>
    public const string PostgreSqlVariable = "DIGESTBOT_TEST_POSTGRES";

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

    private sealed class SqliteStore(string folder) : TestStore
    {
        public static SqliteStore Create()
        {
            var folder = Directory.CreateTempSubdirectory("digestbot-test-").FullName;
            return new SqliteStore(folder) { Database = new SqliteDatabase(Path.Combine(folder, "test.db")) };
        }

        protected override Database Open() => new SqliteDatabase(Path.Combine(folder, "test.db"));

        protected override Task DeleteAsync()
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }
    }

    private sealed class PostgreSqlStore(string server, string schema) : TestStore
    {
        public static PostgreSqlStore Create()
        {
            var server = Environment.GetEnvironmentVariable(PostgreSqlVariable);
            Assert.SkipWhen(string.IsNullOrEmpty(server), $"no PostgreSQL server: {PostgreSqlVariable} is not set");
            var schema = "test_" + Guid.NewGuid().ToString("N");
            using var connection = new NpgsqlConnection(server);
            connection.Execute($"CREATE SCHEMA {schema}");
            return new PostgreSqlStore(server!, schema) { Database = Open(server!, schema) };
        }

        protected override Database Open() => Open(server, schema);

        protected override async Task DeleteAsync()
        {
            await using var connection = new NpgsqlConnection(server);
            await connection.ExecuteAsync($"DROP SCHEMA {schema} CASCADE");
        }

        private static PostgreSqlDatabase Open(string server, string schema) =>
            new(
                new NpgsqlConnectionStringBuilder(server) { SearchPath = schema, MaxPoolSize = 10 }.ToString(),
                TimeProvider.System,
                NullLogger<PostgreSqlDatabase>.Instance);
    }
}
