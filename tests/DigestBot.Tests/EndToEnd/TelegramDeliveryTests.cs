using System.Net.Sockets;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;

namespace DigestBot.EndToEnd;

/// <summary>What reaches a person on Telegram when things go wrong, from the real program.</summary>
public sealed class TelegramDeliveryTests
{
    private const string Digest = "Pelabuhan Baru";

    [Theory]
    [InlineData("BeforeSendingCommit", 1)]
    [InlineData("AfterAnswer", 2)]
    public async Task A_program_that_is_killed_while_it_sends_sends_again_only_what_may_not_have_arrived(string point, int most)
    {
        await using var program = await TelegramProgram.StartAsync();
        var (ani, chat) = Person(program);
        await program.AskAsync(chat, ani, "/subscribe laut");
        await program.StopAsync();
        var asked = program.Sent(chat).Count;

        await program.RunAsync(killAt: point);
        program.MoveTo(program.NextSeven());
        await program.DiedAsync();
        await program.RunAsync();
        // Long after every lease of the dead process has run out.
        program.MoveTo(program.Telegram.World.Now().AddMinutes(10));

        await program.PassUntilAsync(() => program.Sent(chat).Count >= asked + most);
        await program.AskAsync(chat, ani, "/subscriptions");
        Assert.Equal(most, program.Sent(chat).Skip(asked).Count(entry => entry.Text!.Contains(Digest, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_request_that_somebody_sent_half_does_not_keep_a_stop_from_waiting_for_what_is_on_its_way()
    {
        await using var program = await TelegramProgram.StartAsync(("Health__Port", "0"));
        await program.LoggedAsync("are served on");
        var (ani, chat) = Person(program);
        await program.AskAsync(chat, ani, "/subscribe laut");
        var asked = program.Sent(chat).Count;
        var served = MonitoringTests.UrlIn(program.Log);
        using var half = new TcpClient();
        await half.ConnectAsync(served.Host, served.Port, TestContext.Current.CancellationToken);
        await half.GetStream().WriteAsync("GET /live HTTP/1.1\r\nHost: bot\r\n"u8.ToArray(), TestContext.Current.CancellationToken);

        var answer = new TaskCompletionSource();
        program.Telegram.Faults.Add(new Fault { Kind = FaultKind.Delay, Method = "sendMessage", AnswersAfter = answer.Task, Times = 1 });
        program.MoveTo(program.NextSeven());
        await program.Telegram.MessagesAsync(chat, asked + 1, TimeSpan.FromSeconds(60));
        var stop = program.StopAsync();
        await ClosedAsync(half);
        answer.SetResult();
        await stop;

        await program.RunAsync();
        program.MoveTo(program.Telegram.World.Now().AddMinutes(10));
        await program.AskAsync(chat, ani, "/subscriptions");
        Assert.Single(program.Sent(chat).Skip(asked), entry => entry.Text!.Contains(Digest, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_block_pauses_the_chat_after_one_request_and_a_greeting_resumes_it()
    {
        await using var program = await TelegramProgram.StartAsync();
        var (ani, chat) = Person(program);
        await program.AskAsync(chat, ani, "/subscribe laut");
        chat.Forbidden = "bot was blocked by the user";

        program.MoveTo(program.NextSeven());
        await program.Telegram.Ledger.WaitAsync(entry => entry.Status == 403, patience: TimeSpan.FromSeconds(60));
        // Its stop waits until what is under way is on record: a day that passes in the middle of a send is another test's.
        await program.StopAsync();
        program.MoveTo(program.NextSeven(days: 1));
        program.Write("laut/mercusuar.md", SampleArticles.Lighthouse);
        await program.RunAsync();
        chat.Forbidden = null;
        Assert.Contains("07:00", await program.AskAsync(chat, ani, "/start"));

        Assert.Single(program.Telegram.Ledger.Entries, entry => entry.Status == 403);
        var before = program.Sent(chat).Count;
        program.MoveTo(program.NextSeven());
        Assert.Contains("The Old Lighthouse", (await program.Telegram.MessagesAsync(chat, before + 1, TimeSpan.FromSeconds(60)))[before]);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_keeps_its_subscription_and_gets_the_digest()
    {
        await using var program = await TelegramProgram.StartAsync();
        var (ani, _) = Person(program);
        var group = program.Telegram.World.AddGroup("Warga", ani, "group");
        await program.AskAsync(group, ani, "/subscribe laut");

        var supergroup = program.People.Upgrade(group, ani, announce: false);
        program.MoveTo(program.NextSeven());

        Assert.Contains(Digest, Assert.Single(await program.Telegram.MessagesAsync(supergroup, 1, TimeSpan.FromSeconds(60))));
        Assert.Contains("laut", await program.AskAsync(supergroup, ani, "/subscriptions"));
    }

    [Fact]
    public async Task A_button_opens_a_section()
    {
        await using var program = await TelegramProgram.StartAsync();
        var (ani, chat) = Person(program);
        await program.AskAsync(chat, ani, "/sections pelabuhan");
        var list = chat.Messages.Values.Last(message => message.IsBots);
        var before = program.Sent(chat).Count;

        var button = list.Markup!["inline_keyboard"]!.AsArray().SelectMany(row => row!.AsArray()).Select(button => button!["text"]!.GetValue<string>())
            .First(label => label.StartsWith('2'));
        program.People.Press(chat, ani, list.Id, button);
        var shown = await program.Telegram.MessagesAsync(chat, before + 1, TimeSpan.FromSeconds(60));

        Assert.Contains("Tiga kabupaten sepakat", shown[before]);
        await program.Telegram.Ledger.WaitAsync(entry => entry is { Method: "answerCallbackQuery", Verdict: Verdict.Accepted });
    }

    [Fact]
    public async Task A_chat_that_wants_to_be_forgotten_is_and_the_command_line_still_shows_the_rest()
    {
        await using var program = await TelegramProgram.StartAsync();
        var (ani, chat) = Person(program);
        var (_, other) = Person(program);
        await program.AskAsync(chat, ani, "/subscribe laut");
        await program.AskAsync(other, ani, "/subscribe laut");
        Assert.Contains("2 subscriptions", await program.StatusAsync(), StringComparison.Ordinal);

        Assert.Contains("tidak bisa dibatalkan", await program.AskAsync(chat, ani, "/lupakan"), StringComparison.OrdinalIgnoreCase);
        program.People.Press(chat, ani, chat.Messages.Values.Last(message => message.IsBots).Id, "Ya, hapus semuanya");
        await program.Telegram.Ledger.WaitAsync(
            entry => entry is { Method: "editMessageText", Verdict: Verdict.Accepted } && entry.Text!.Contains("Sudah dihapus", StringComparison.Ordinal));

        var status = await program.StatusAsync();
        Assert.Contains("1 subscription\n", status, StringComparison.Ordinal);
        Assert.Contains("telegram: nothing waits", status, StringComparison.Ordinal);
        Assert.DoesNotContain($"{chat.Id}", await program.DumpAsync(), StringComparison.Ordinal);
        Assert.Contains($"{other.Id}", await program.DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_types_that_it_is_to_be_forgotten_leaves_nothing_either()
    {
        await using var program = await TelegramProgram.StartAsync();
        var (ani, chat) = Person(program);
        await program.AskAsync(chat, ani, "/subscribe laut");

        Assert.Contains("Sudah dihapus", await program.AskAsync(chat, ani, "/forget yes"), StringComparison.Ordinal);

        await program.StopAsync();
        Assert.DoesNotContain($"{chat.Id}", await program.DumpAsync(), StringComparison.Ordinal);
    }

    private static async Task ClosedAsync(TcpClient client)
    {
        try
        {
            while (await client.GetStream().ReadAsync(new byte[1024], TestContext.Current.CancellationToken) > 0)
            {
                // What it says before it hangs up.
            }
        }
        catch (IOException)
        {
            // Hung up without a word.
        }
    }

    private static (SimulatedUser User, SimulatedChat Chat) Person(TelegramProgram program)
    {
        var user = program.Telegram.World.AddUser("Ani");
        return (user, program.Telegram.World.AddPrivateChat(user));
    }
}
