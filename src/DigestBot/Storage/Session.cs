using System.Data.Common;
using Dapper;

namespace DigestBot.Storage;

/// <summary>An open connection, within a transaction where something is written.</summary>
internal readonly record struct Session(DbConnection Connection, DbTransaction? Transaction, CancellationToken CancellationToken)
{
    /// <summary>Returns how many rows the statement changed.</summary>
    public Task<int> ExecuteAsync(string sql, object? values = null) => Connection.ExecuteAsync(Command(sql, values));

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? values = null) =>
        (await Connection.QueryAsync<T>(Command(sql, values))).AsList();

    /// <summary>The first row, or the type's default where there is none.</summary>
    public Task<T?> FirstAsync<T>(string sql, object? values = null) => Connection.QueryFirstOrDefaultAsync<T>(Command(sql, values));

    private CommandDefinition Command(string sql, object? values) =>
        new(sql, values, Transaction, cancellationToken: CancellationToken);
}
