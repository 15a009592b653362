using Dapper;
using Npgsql;

namespace DigestBot.Storage.Support;

/// <summary>A schema of its own on the test server, dropped at the end; where there is no server the test is skipped.</summary>
internal sealed class PostgreSqlSchema : IAsyncDisposable
{
    /// <summary>A connection string of a PostgreSQL server that tests may make schemas on.</summary>
    private const string Variable = "DIGESTBOT_TEST_POSTGRES";

    private readonly string _server;
    private readonly string _name = "test_" + Guid.NewGuid().ToString("N");

    private PostgreSqlSchema(string server) => _server = server;

    /// <summary>Connects to the schema.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { SearchPath = _name, MaxPoolSize = 10 }.ToString();

    public static PostgreSqlSchema Create()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"no PostgreSQL server: {Variable} is not set");
        var schema = new PostgreSqlSchema(server!);
        using var connection = new NpgsqlConnection(server);
        connection.Execute($"CREATE SCHEMA {schema._name}");
        return schema;
    }

    public async ValueTask DisposeAsync()
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.ExecuteAsync($"DROP SCHEMA {_name} CASCADE");
    }
}
