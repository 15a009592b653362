using System.Data.Common;
using Dapper;
using DigestBot.Delivery;

namespace DigestBot.Storage;

/// <summary>
/// Opens connections and runs transactions; one class a provider. The statements are shared: what the two dialects spell
/// differently is named here.
/// </summary>
internal abstract class Database
{
    public const string NextDue = "next_due";

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>A random name given when the database was made; known after <see cref="MigrateAsync"/>.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Is told whether the database can be used.</summary>
    public StoreHealth? Health { get; set; }

    /// <summary>A table with one column <c>value</c> of the elements of the JSON array <c>@Rows</c>, which <see cref="Rows"/> writes.</summary>
    public abstract string RowsTable { get; }

    /// <summary>Ends a query so that another instance doing the same takes other rows; empty where there is one writer at a time.</summary>
    public abstract string ClaimOf(string alias);

    /// <summary>
    /// Put before a statement of the queue, holds for its transaction: rows are found by an index, and in the order of one,
    /// however few a planner expects. Empty where that goes without saying.
    /// </summary>
    public virtual string ByIndex => "";

    /// <summary>
    /// The same, for what runs many times a second: it is planned once a connection. Only for a statement that has one sensible
    /// plan, whatever the tables hold.
    /// </summary>
    public virtual string ByKeptPlan => "";

    /// <summary>
    /// A condition: the key in the column is one that the query gives, and is looked up, however many or few a planner expects of
    /// either.
    /// </summary>
    public virtual string IsOneOf(string column, string query) => $"{column} IN ({query})";

    /// <summary>
    /// Stands in a WHERE before the join of <c>deliveries</c> with <see cref="RowsTable"/>, by the id that is first in each row:
    /// only those of the ids given. Empty where the join alone is looked up by them.
    /// </summary>
    public virtual string OnlyRowsGiven => "";

    /// <summary>
    /// The indexed column of subscriptions by which what is due is found; never later than <c>next_due</c>. One that is not that
    /// column itself stays behind when a subscription moves on, and follows when there is time.
    /// </summary>
    public virtual string DueColumn => NextDue;

    /// <summary>How many writers share a large piece of work.</summary>
    public virtual int Writers => 1;

    /// <summary>Whether another has, or waits for, the turn to write just now; never where several write at once.</summary>
    public virtual bool IsCrowded => false;

    /// <summary>Whether a statement that writes can stand in the WITH of a query.</summary>
    public virtual bool WritesWithinQueries => false;

    /// <summary>Reads, from one state of the database a statement.</summary>
    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            return await work(new Session(connection, null, cancellationToken));
        }
        catch (DbException exception) when (Explain(exception) is { } explained)
        {
            throw Noted(explained);
        }
    }

    /// <summary>Reads rows by an index and in the order of one, as <see cref="ByIndex"/> says.</summary>
    public async Task<IReadOnlyList<T>> ReadByIndexAsync<T>(string query, object values, CancellationToken cancellationToken)
    {
        if (ByIndex.Length == 0)
            return await ReadAsync(session => session.QueryAsync<T>(query, values), cancellationToken);

        try
        {
            return await TransactAsync(session => session.QueryAsync<T>(ByIndex + query, values), null, cancellationToken);
        }
        catch (DbException exception) when (Explain(exception) is { } explained)
        {
            throw Noted(explained);
        }
    }

    /// <summary>Writes in one transaction; what <paramref name="work"/> throws undoes it all. It may run again after a deadlock.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="oneAtATime">Names a work that no two instances may do at once; null where rows are enough.</param>
    /// <param name="cancellationToken">Undoes it.</param>
    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, string? oneAtATime, CancellationToken cancellationToken)
    {
        try
        {
            var result = await TransactAsync(work, oneAtATime, cancellationToken);
            Health?.Works();
            return result;
        }
        catch (DbException exception) when (Explain(exception) is { } explained)
        {
            throw Noted(explained);
        }
    }

    public Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) => WriteAsync(work, null, cancellationToken);

    public Task WriteAsync(Func<Session, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(async session => { await work(session); return true; }, null, cancellationToken);

    /// <summary>
    /// Makes the database or brings it up to date, whoever else is doing so; throws <see cref="StorageException"/> where it
    /// can't be used, and leaves it then as it was.
    /// </summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await UpgradeAsync(cancellationToken);
        }
        catch (DbException exception) when (Explain(exception) is { } explained)
        {
            throw explained;
        }

        Id = await ReadAsync(session => session.FirstAsync<string>("SELECT id FROM store"), cancellationToken)
            ?? throw new StorageException($"{Name} has lost its own id (table store is empty): restore it from a backup.");
    }

    /// <summary>What an operator calls it; holds no password.</summary>
    protected abstract string Name { get; }

    protected abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    protected abstract Task<T> TransactAsync<T>(Func<Session, Task<T>> work, string? oneAtATime, CancellationToken cancellationToken);

    protected abstract Task UpgradeAsync(CancellationToken cancellationToken);

    /// <summary>The exception for an operator; null for one that only a programmer understands.</summary>
    protected abstract StorageException? Explain(DbException exception);

    private StorageException Noted(StorageException explained)
    {
        Health?.Fails(explained.Message, explained.NeedsOperator);
        return explained;
    }
}
