namespace DigestBot.Platforms.Discord.Gateway;

/// <summary>What outlives a connection: the session, where it is resumed and how far it was heard.</summary>
internal sealed class GatewaySession
{
    /// <summary>A server that lets nobody resume is asked twice; where connections only break before, six times.</summary>
    private const int MostFailedResumes = 6;

    private int _failedResumes;

    public string? Id { get; private set; }

    public string? ResumeUrl { get; private set; }

    public long? Sequence { get; private set; }

    public bool CanResume => Id is not null;

    public void Began(string id, string? resumeUrl) => (Id, ResumeUrl, _failedResumes) = (id, resumeUrl, 0);

    public void Resumed() => _failedResumes = 0;

    public void Heard(long? sequence) => Sequence = sequence ?? Sequence;

    /// <summary>A connection that was to resume ended before it had.</summary>
    public void ResumeFailed(bool wasMeant)
    {
        _failedResumes += wasMeant ? MostFailedResumes / 2 : 1;
        if (_failedResumes >= MostFailedResumes)
            Forget();
    }

    public void Forget() => (Id, ResumeUrl, Sequence, _failedResumes) = (null, null, null, 0);
}
