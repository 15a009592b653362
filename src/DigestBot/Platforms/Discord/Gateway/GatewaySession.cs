namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>What outlives a connection: the session, where it is resumed and how far it was heard.</summary>
internal sealed class GatewaySession
{
    /// <summary>A server that lets nobody resume is asked twice; where connections only break before, six times.</summary>
    private const int MostFailedResumes = 6;

    /// <summary>About as long as a session can be resumed: while there is no network, nothing speaks against it.</summary>
    private static readonly TimeSpan KeptOutOfReach = TimeSpan.FromMinutes(5);

    private int _failedResumes;
    private int _outOfReach;
    private TimeSpan? _outOfReachSince;
    private string? _resumeUrl;

    public string? Id { get; private set; }

    /// <summary>Where to resume; null for where sessions begin, which is tried in turn where the other can't be reached.</summary>
    public string? ResumeUrl => _outOfReach % 2 == 0 ? _resumeUrl : null;

    public long? Sequence { get; private set; }

    public bool CanResume => Id is not null;

    public void Began(string id, string? resumeUrl)
    {
        (Id, _resumeUrl) = (id, resumeUrl);
        Resumed();
    }

    public void Resumed() => (_failedResumes, _outOfReach, _outOfReachSince) = (0, 0, null);

    public void Heard(long? sequence) => Sequence = sequence ?? Sequence;

    /// <summary>A connection that was to resume ended before the gateway had said anything.</summary>
    public void OutOfReach(TimeSpan now)
    {
        _outOfReach++;
        _outOfReachSince ??= now;
        if (now - _outOfReachSince > KeptOutOfReach)
            Forget();
    }

    /// <summary>A connection that was to resume was greeted and ended before it had.</summary>
    public void ResumeFailed(bool wasMeant)
    {
        _outOfReachSince = null;
        _failedResumes += wasMeant ? MostFailedResumes / 2 : 1;
        if (_failedResumes >= MostFailedResumes)
            Forget();
    }

    public void Forget()
    {
        (Id, _resumeUrl, Sequence) = (null, null, null);
        Resumed();
    }
}
