using DigestBot.Chats;

namespace DigestBot.Delivery;

/// <summary>
/// The record of everything that is to be sent, is being sent and was sent. Each call is one transaction, safe from
/// several instances at once. It throws when the store can't be reached: the caller sends nothing until it can.
/// </summary>
public interface IDeliveryLedger
{
    /// <summary>The platforms on which chats are subscribed, whether something is due there or not.</summary>
    Task<IReadOnlyList<string>> PlatformsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The groups of a platform whose slot has come by <paramref name="now"/>, each once; chats that are paused are in none. They
    /// are looked for as they are asked for: where the first is posted before the second is, its members need not be looked at.
    /// What stands in the store and can't be read is told last, by an <see cref="AggregateException"/>, when all others were given.
    /// </summary>
    IAsyncEnumerable<DueGroup> FindDueAsync(string platform, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Moves the members of a group that are still due on to their next slot and inserts their deliveries. A slot that a
    /// subscription has had already is not inserted again. A large group goes in several transactions, each whole, so that
    /// nobody waits long: members that a crash left out are still due. Returns how many chats get it.
    /// </summary>
    /// <param name="post">What they get, and where they stand then.</param>
    /// <param name="now">The time.</param>
    /// <param name="enqueued">
    /// Told after each transaction how many chats get it by that one, by several threads at once: sending begins while the rest
    /// is still being enqueued.
    /// </param>
    /// <param name="cancellationToken">Leaves what is not enqueued yet due.</param>
    Task<int> PostAsync(DuePost post, DateTimeOffset now, Action<int> enqueued, CancellationToken cancellationToken);

    /// <summary>
    /// Does some of the upkeep that <see cref="PostAsync"/> put off so that what is due leaves first; called when a tick's posts
    /// are enqueued. Left out, it costs later ticks time. Returns whether there is more.
    /// </summary>
    Task<bool> SettleDueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Enqueues a message to one chat outside any schedule. A second call with the same <paramref name="request"/> does
    /// nothing and returns false: an update that a platform hands over twice is answered once.
    /// </summary>
    Task<bool> EnqueueAsync(
        string request, ChatId chat, Lane lane, IReadOnlyList<string> parts, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Whether a message was enqueued under this request: what asked for it has been handled to the end.</summary>
    Task<bool> IsEnqueuedAsync(string request, CancellationToken cancellationToken);

    /// <summary>
    /// One instance at a time sends on a platform, so that its limits hold: takes or renews that right until
    /// <paramref name="until"/>. False while another instance has it; <see cref="ReleaseAsync"/> gives it back.
    /// </summary>
    Task<bool> HoldPlatformAsync(string platform, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>
    /// Takes up to <paramref name="most"/> pending deliveries of a platform's lane whose time has come, the longest due first.
    /// Those of one chat go one at a time, whatever the lane, and within a lane in the order they were enqueued: no part
    /// overtakes. None of a chat that waits or is paused (answers go to paused chats), and none that waited too long: those
    /// are left to <see cref="RecoverAsync"/>.
    /// </summary>
    /// <param name="platform">Whose deliveries.</param>
    /// <param name="lane">Which of them.</param>
    /// <param name="owner">Who leases them.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">When the lease runs out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(
        string platform, Lane lane, string owner, int most, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Commits that these are about to leave, before any byte does; returns those that this owner still held.</summary>
    Task<IReadOnlyList<LeasedDelivery>> BeginSendingAsync(
        IReadOnlyList<LeasedDelivery> deliveries, string owner, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Records outcomes, of deliveries begun and of leased ones given back with <c>Later</c>; one that this owner no longer
    /// holds changes nothing. <c>Gone</c> pauses the chat and fails what is open for it, <c>Moved</c> moves it, <c>Halted</c>
    /// puts it back, a part that fails takes the later parts of its message with it.
    /// </summary>
    Task CompleteAsync(IReadOnlyList<Completion> completions, string owner, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Puts back what was leased and not begun, and gives back the platform.</summary>
    Task ReleaseAsync(string platform, string owner, CancellationToken cancellationToken);

    /// <summary>
    /// Puts back what others leased on a platform and have not begun; for its holder alone. Harmless to one that lives after
    /// all: what it no longer holds it can't begin. Returns how many.
    /// </summary>
    Task<int> TakeBackAsync(string platform, string owner, CancellationToken cancellationToken);

    /// <summary>
    /// Cleans up after instances that died: leases that ran out are pending again, sends whose lease ran out are unknown,
    /// and what waited too long is expired. Returns how many rows it changed.
    /// </summary>
    /// <param name="platform">Whose rows.</param>
    /// <param name="now">The time.</param>
    /// <param name="resendWithin">
    /// As in <see cref="Completion.ResendWithin"/>: until this after they were first begun such sends are pending again, and
    /// listed as ones whose answer never came. Null for none.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<int> RecoverAsync(string platform, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken);

    /// <summary>
    /// The clock of the platform's holder was set back: what that clock, before, told to wait waits no longer for it, and what it
    /// wrote down as begun was begun as much earlier. Returns how many rows it changed.
    /// </summary>
    /// <param name="platform">Whose rows.</param>
    /// <param name="by">By how much.</param>
    /// <param name="now">The time after that.</param>
    /// <param name="resendWithin">As in <see cref="RecoverAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<int> SetBackAsync(string platform, TimeSpan by, DateTimeOffset now, TimeSpan? resendWithin, CancellationToken cancellationToken);

    /// <summary>Counts and lists for status and metrics.</summary>
    Task<LedgerStatus> StatusAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Deletes what was done before <paramref name="before"/> and messages that no delivery needs; returns how many deliveries.</summary>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
