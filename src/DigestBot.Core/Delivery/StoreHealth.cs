namespace DigestBot.Delivery;

/// <summary>Whether the store can be used: what health endpoints tell, and what makes the program stop.</summary>
public sealed class StoreHealth(TimeProvider time)
{
    private volatile StoreTrouble? _trouble;
    private DateTimeOffset _usableSince;

    /// <summary>What is wrong now; null where all is well.</summary>
    public StoreTrouble? Trouble => _trouble;

    /// <summary>When the store came back last; long ago where it was never away.</summary>
    public DateTimeOffset UsableSince => _usableSince;

    /// <summary>Something was written. That something was read says nothing: a disk that is full can be read.</summary>
    public void Works()
    {
        if (_trouble is null)
            return;

        _usableSince = time.GetUtcNow();
        _trouble = null;
    }

    /// <summary>Something could not be read or written.</summary>
    /// <param name="reason">For an operator; holds no password.</param>
    /// <param name="needsOperator">It does not get better by itself: the file is damaged, the disk is full.</param>
    public void Fails(string reason, bool needsOperator) =>
        _trouble = new StoreTrouble(reason, needsOperator, _trouble is { } before && before.NeedsOperator == needsOperator ? before.Since : time.GetUtcNow());
}

/// <summary>Why the store can't be used.</summary>
/// <param name="Reason">For an operator; holds no password.</param>
/// <param name="NeedsOperator">It does not get better by itself.</param>
/// <param name="Since">Since when.</param>
public sealed record StoreTrouble(string Reason, bool NeedsOperator, DateTimeOffset Since);
