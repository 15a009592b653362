using DigestBot.Benchmarks.Delivery.Judging;
using DigestBot.Benchmarks.Delivery.Trials;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;

namespace DigestBot.Delivery;

/// <summary>
/// The harness must be able to fail: a sender goes over a course where an answer is lost, a chat is told to wait, one has
/// blocked the bot, a process dies and another sleeps. It is acquitted, and caught with each fault that is planted in it.
/// </summary>
public sealed class OracleTests : IDisposable
{
    private static readonly string[] Chats = ["7001", "7002", "7003", "7004", "7005", "7006"];
    private static readonly (string Cut, string Flooded, string Blocked, string Dying, string Sleeping, string Last) Course =
        (Chats[0], Chats[1], Chats[2], Chats[3], Chats[4], Chats[5]);

    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-oracle-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sender_that_keeps_the_promise_is_acquitted()
    {
        var evidence = await RunAsync(PlantedFault.None);

        Assert.Empty(Oracle.Judge(evidence));
        // All of it did happen.
        Assert.Equal(3, evidence.Rows.Count(row => row.IsUnanswered));
        Assert.Equal(2, evidence.InDoubt.Count);
        Assert.Contains(evidence.Ledger, entry => entry.Status == 429);
        Assert.Contains(evidence.Ledger, entry => entry.Status == 403);
    }

    [Theory]
    [InlineData(PlantedFault.MarksBeforeSending, "lost: delivery 7 (part 1 of 2 to 7004) is on record as sent")]
    [InlineData(PlantedFault.RetriesUnderTheLedger, "uncounted: delivery 1 (part 1 of 2 to 7001) has 1 attempts on record and 2 requests were made")]
    [InlineData(PlantedFault.RetriesUnderTheLedger, "unlisted: delivery 1 (part 1 of 2 to 7001) arrived 2 times")]
    [InlineData(PlantedFault.CompletesWithoutFence, "copy: delivery 9 (part 1 of 2 to 7005) arrived 3 times, and 1 answers were lost")]
    [InlineData(PlantedFault.LosesOne, "lost: delivery 12 (part 2 of 2 to 7006) was given up without a reason")]
    [InlineData(PlantedFault.LeavesOneOnItsWay, "backlog: 1 deliveries stand in state 2")]
    [InlineData(PlantedFault.IgnoresLimits, "limit: the platform refused a request")]
    [InlineData(PlantedFault.ReversesParts, "order: delivery 11 (part 1 of 2 to 7006) came after part 2")]
    [InlineData(PlantedFault.IgnoresRetryAfter, "early: 7002 was asked")]
    [InlineData(PlantedFault.AsksTheDeadAgain, "again: 7003 was asked again after 403")]
    public async Task A_planted_fault_is_caught(PlantedFault fault, string complaint) =>
        Assert.Contains(Oracle.Judge(await RunAsync(fault)), said => said.StartsWith(complaint, StringComparison.Ordinal));

    [Fact]
    public async Task A_chat_that_is_in_no_list_is_missed()
    {
        var evidence = await RunAsync(PlantedFault.None);

        Assert.Equal(["lost: 7007 was due and is in no list"], Oracle.Judge(evidence with { Due = [.. Chats, "7007"] }));
    }

    [Fact]
    public async Task Where_the_platform_tells_copies_no_answer_that_was_lost_excuses_one()
    {
        var evidence = await RunAsync(PlantedFault.None);

        Assert.Contains(
            Oracle.Judge(evidence with { Rules = evidence.Rules with { TellsCopies = true } }),
            said => said.StartsWith("copy: delivery 1 (part 1 of 2 to 7001) arrived 2 times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_whose_answers_all_were_lost_is_told_by_what_is_left_over()
    {
        var evidence = await RunAsync(PlantedFault.None);
        var nobodyKnows = evidence.Rows.Select(row => row.Part == 1 && row.IsSent ? row with { State = 5, SentId = null, IsUnanswered = true } : row);

        Assert.Empty(Oracle.Judge(evidence with { Rows = [.. nobodyKnows] }));
    }

    [Fact]
    public void A_secret_in_a_file_is_found()
    {
        File.WriteAllText(Path.Combine(_folder, "bot-1.log"), $"POST /bot{TelegramSimulatorOptions.TestToken}/sendMessage");

        Assert.Equal(["bot-1.log"], EvidenceReader.FindSecret(_folder, TelegramSimulatorOptions.TestToken));
    }

    private async Task<Evidence> RunAsync(PlantedFault fault)
    {
        var file = Path.Combine(_folder, "telegram-ledger.jsonl");
        // Who does not wait is caught on any machine: what had to be waited for is then far longer than a test takes.
        var chatSeconds = fault == PlantedFault.IgnoresLimits ? 60 : 0.2;
        var retryAfter = fault == PlantedFault.IgnoresRetryAfter ? 60 : 1;
        await using var simulator = await TelegramSimulator.StartAsync(new TelegramSimulatorOptions
        {
            OpenChats = true,
            LedgerFile = file,
            Limits = new TelegramLimits(1000, chatSeconds, GroupPerMinute: 20),
        });
        simulator.Faults.Add(Fault.Cut(accepts: true) with { Method = "sendMessage", Chat = Course.Cut, Times = 1 });
        simulator.Faults.Add(Fault.TooMany(retryAfter) with { Method = "sendMessage", Chat = Course.Flooded, Times = 1 });
        simulator.Faults.Add(Fault.Answer(403) with { Method = "sendMessage", Chat = Course.Blocked });
        var store = new SqliteTrialStore(_folder);
        await store.CreateAsync();
        var ledger = new TinyLedger(store);
        await ledger.FillAsync(Chats);
        using var sender = new TinySender(ledger, simulator, fault) { DiesAt = Course.Dying, SleepsAt = Course.Sleeping, Last = Course.Last };
        await sender.RunAsync();

        await using var connection = await store.ConnectAsync();
        return new Evidence
        {
            Rules = new Rules("telegram", "sendMessage", 1000, 1, chatSeconds, 20, TellsCopies: false, Tolerance: 0.05),
            Due = Chats,
            Ledger = EvidenceReader.ReadLedger(file),
            Rows = await EvidenceReader.ReadRowsAsync(connection, "telegram"),
            InDoubt = sender.InDoubt,
            Lost = new HashSet<string> { Course.Blocked },
        };
    }
}
