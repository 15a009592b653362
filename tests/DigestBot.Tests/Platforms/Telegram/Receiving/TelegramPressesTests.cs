using DigestBot.Chats;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Buttons: what they do, for whom, and that nobody can make them up.</summary>
public sealed class TelegramPressesTests : IAsyncLifetime
{
    private TelegramConversation _bot = null!;
    private SimulatedUser _owner = null!;
    private SimulatedUser _member = null!;
    private SimulatedChat _group = null!;
    private int _message;

    private TelegramPeople People => _bot.Telegram.People;

    public async ValueTask InitializeAsync()
    {
        _bot = await TelegramConversation.StartAsync();
        _owner = _bot.Telegram.World.AddUser("Oki");
        _member = _bot.Telegram.World.AddUser("Mira");
        _group = _bot.Telegram.World.AddGroup("Warga", _owner);
        _group.Members[_member.Id] = "member";
        await using var sender = await TelegramBot.StartAsync(_bot.Telegram);
        await sender.SendAsync(TelegramBot.IdOf(_group), Message.OfText("Pilih") with
        {
            Buttons = [[new Button("Bab", "sections 1f0c2a9b 2"), new Button("Ringkasan", "digest")], [new Button("Langganan", "subscribe")]],
        });
        _message = _group.Messages.Keys.Max();
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_press_runs_its_command_as_a_button_of_the_presser()
    {
        var answer = await _bot.AnswerToAsync(People.Press(_group, _member, _message, "Ringkasan"));

        Assert.Equal("digest", answer.Text.Trim());
        var request = Assert.Single(_bot.Ran);
        Assert.Equal((true, _member.Id.ToString()), (request.IsButton, request.User));
        Assert.Equal(Verdict.Accepted, (await _bot.CallAsync("answerCallbackQuery")).Verdict);
    }

    [Fact]
    public async Task An_answer_that_replaces_changes_the_message_in_its_place()
    {
        People.Press(_group, _member, _message, "Bab");
        await _bot.CallAsync("answerCallbackQuery");

        Assert.Equal("sections 1f0c2a9b 2", _group.Messages[_message].Text);
        Assert.Empty(_bot.Ledger.Answers);
    }

    [Fact]
    public async Task A_press_whose_answer_concerns_the_presser_alone_opens_their_conversation_and_says_nothing_in_the_group()
    {
        People.PressRaw(_group, _member, _message, _bot.Buttons.Write("preview sains", TelegramBot.IdOf(_group)));

        var answer = await _bot.CallAsync("answerCallbackQuery");
        await _bot.HandledAsync();

        Assert.Equal($"https://t.me/{_bot.Telegram.World.BotName}?start=preview-{_group.Id}", answer.Request!.Value.GetProperty("url").GetString());
        Assert.Empty(_bot.Ledger.Answers);
        Assert.Single(_bot.Telegram.Ledger.Entries, entry => entry.Method == "answerCallbackQuery");
    }

    [Fact]
    public async Task A_press_that_can_open_nothing_any_more_is_answered_as_if_it_were_typed()
    {
        _bot.Telegram.Faults.Add(Fault.Answer(400, "Bad Request: query is too old") with { Method = "answerCallbackQuery" });
        var update = People.PressRaw(_group, _member, _message, _bot.Buttons.Write("preview sains", TelegramBot.IdOf(_group)));

        Assert.StartsWith("Jawabannya ada di percakapan pribadi kita", (await _bot.AnswerToAsync(update)).Text);
    }

    [Fact]
    public async Task The_same_again_is_no_failure()
    {
        People.Press(_group, _member, _message, "Bab");
        await _bot.CallAsync("editMessageText");
        var data = _bot.Buttons.Write("sections 1f0c2a9b 2", TelegramBot.IdOf(_group));
        People.PressRaw(_group, _member, _message, data);
        await _bot.HandledAsync();

        Assert.Empty(_bot.Ledger.Answers);
        Assert.Equal(2, _bot.Telegram.Ledger.Entries.Count(entry => entry is { Method: "answerCallbackQuery", Verdict: Verdict.Accepted }));
    }

    [Fact]
    public async Task A_message_that_is_gone_is_answered_by_a_new_one()
    {
        var data = _bot.Buttons.Write("sections 1f0c2a9b 2", TelegramBot.IdOf(_group));

        Assert.Equal("sections 1f0c2a9b 2", (await _bot.AnswerToAsync(People.PressRaw(_group, _member, 9999, data))).Text);
    }

    [Fact]
    public async Task An_edit_whose_answer_is_lost_is_not_followed_by_a_second_message()
    {
        _bot.Telegram.Faults.Add(Fault.Cut(accepts: true) with { Method = "editMessageText" });
        People.Press(_group, _member, _message, "Bab");
        await _bot.CallAsync("answerCallbackQuery");

        Assert.Empty(_bot.Ledger.Answers);
    }

    [Fact]
    public async Task A_button_that_changes_things_asks_who_presses_it()
    {
        People.Press(_group, _member, _message, "Langganan");
        var told = await _bot.CallAsync("answerCallbackQuery");
        Assert.StartsWith("Di sini hanya admin", told.Text);
        Assert.Empty(_bot.Ran);
        Assert.Empty(_bot.Ledger.Answers);

        Assert.Equal("subscribe", (await _bot.AnswerToAsync(People.Press(_group, _owner, _message, "Langganan"))).Text.Trim());
    }

    [Theory]
    [InlineData("subscribe")]
    [InlineData("AAAAAAAAAAAA subscribe")]
    [InlineData("\u0000")]
    public async Task A_made_up_button_does_nothing_and_is_answered(string data)
    {
        People.PressRaw(_group, _owner, _message, data);

        Assert.Contains("tidak berlaku", (await _bot.CallAsync("answerCallbackQuery")).Text);
        Assert.Empty(_bot.Ran);
    }

    [Fact]
    public async Task A_button_carried_over_from_another_chat_does_nothing()
    {
        var other = _bot.Telegram.World.AddGroup("Lain", _owner);
        People.PressRaw(other, _owner, 1, _bot.Buttons.Write("subscribe", TelegramBot.IdOf(_group)));

        Assert.Contains("tidak berlaku", (await _bot.CallAsync("answerCallbackQuery")).Text);
        Assert.Empty(_bot.Ran);
    }

    [Fact]
    public async Task A_press_whose_answer_comes_too_late_for_Telegram_has_still_been_run()
    {
        var tooOld = Fault.Answer(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        _bot.Telegram.Faults.Add(tooOld with { Method = "answerCallbackQuery" });

        Assert.Equal("digest", (await _bot.AnswerToAsync(People.Press(_group, _member, _message, "Ringkasan"))).Text.Trim());
        await _bot.HandledAsync();
    }
}
