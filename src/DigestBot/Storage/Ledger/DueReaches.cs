namespace DigestBot.Storage.Ledger;

/// <summary>
/// Deals out the ids among which the members of a due group are, in their order and each once: none is looked at twice, and
/// several writers share a large group.
/// </summary>
internal sealed class DueReaches(Database database, DueSql sql, DueRow group, long lowestId) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private long _after = lowestId - 1;
    private bool _isOver;

    /// <summary>The next reach of up to <paramref name="most"/> ids; null where there are no more.</summary>
    public async Task<DueReach?> NextAsync(int most, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_isOver)
                return null;

            var values = new { group.NextDue, group.Target, After = _after, Most = most };
            var row = await database.ReadAsync(session => session.FirstAsync<ReachRow>(sql.Reach, values), cancellationToken) ?? new ReachRow();
            var reach = new DueReach(_after, row.Through);
            (_after, _isOver) = (row.Through, row.Count < most);
            return row.Count == 0 ? null : reach;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private sealed record ReachRow
    {
        public long Through { get; init; }
        public long Count { get; init; }
    }
}

/// <summary>The ids after one and up to another.</summary>
internal readonly record struct DueReach(long After, long Through);
