using DigestBot.Delivery;

namespace DigestBot.Support;

/// <summary>So many chats, none of which gets the same announcement twice.</summary>
internal sealed class FakeAnnouncements : IAnnouncementStore
{
    private readonly HashSet<string> _had = [];

    public int Chats { get; set; } = 3;

    public List<Announcement> Enqueued { get; } = [];

    public Task<IReadOnlyDictionary<string, int>> CountAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(Chats == 0 ? new Dictionary<string, int>() : new() { ["test"] = Chats, ["elsewhere"] = 9 });

    public Task<int> EnqueueAsync(Announcement announcement, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Enqueued.Add(announcement);
        return Task.FromResult(_had.Add(announcement.Key) ? Chats : 0);
    }
}
