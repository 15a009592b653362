using Dapper;
using DigestBot.Storage.PostgreSql;
using DigestBot.Storage.Sqlite;
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

    /// <summary>The same database as another instance of the program opens it.</summary>
    public abstract Database OpenAgain();

    public abstract ValueTask DisposeAsync();

    private sealed class SqliteStore(string folder) : TestStore
    {
        public static SqliteStore Create()
        {
            var folder = Directory.CreateTempSubdirectory("digestbot-test-").FullName;
            return new SqliteStore(folder) { Database = new SqliteDatabase(Path.Combine(folder, "test.db")) };
        }

        public override Database OpenAgain() => new SqliteDatabase(Path.Combine(folder, "test.db"));

        public override ValueTask DisposeAsync()
        {
            ((SqliteDatabase)Database).Dispose();
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class PostgreSqlStore(string server, string schema) : TestStore
    {
        public static PostgreSqlStore Create()
        {
            var server = Environment.GetEnvironmentVariable(PostgreSqlVariable);
            Assert.SkipWhen(string.IsNullOrEmpty(server), $"no PostgreSQL server: {PostgreSqlVariable} is not set");
            var schema = "test_" + Guid.NewGuid().ToString("N");
            using (var connection = new NpgsqlConnection(server))
                connection.Execute($"CREATE SCHEMA {schema}");
            return new PostgreSqlStore(server!, schema) { Database = Open(server!, schema) };
        }

        public override Database OpenAgain() => Open(server, schema);

        public override async ValueTask DisposeAsync()
        {
            await ((PostgreSqlDatabase)Database).DisposeAsync();
            await using var connection = new NpgsqlConnection(server);
            await connection.ExecuteAsync($"DROP SCHEMA {schema} CASCADE");
        }

        private static PostgreSqlDatabase Open(string server, string schema) =>
            new(new NpgsqlConnectionStringBuilder(server) { SearchPath = schema, MaxPoolSize = 10 }.ToString());
    }
}
