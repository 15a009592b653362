using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Buttons under a channel's posts, which every subscriber can press: nobody makes the bot post there by a tap on a digest.</summary>
public sealed class TelegramChannelPressesTests : IAsyncLifetime
{
    private TelegramConversation _bot = null!;
    private SimulatedUser _owner = null!;
    private SimulatedUser _reader = null!;
    private SimulatedChat _channel = null!;
    private int _message;

    private TelegramPeople People => _bot.Telegram.People;

    public async ValueTask InitializeAsync()
    {
        _bot = await TelegramConversation.StartAsync(configure: services => services
            .AddSingleton<IChatCommand>(new Says("rate", CommandAccess.Anyone, "Terima kasih") { IsPrivate = true })
            .AddSingleton<IChatCommand>(new Says("help", CommandAccess.Anyone, "Bantuan"))
            .AddSingleton<IChatCommand>(new Says("search", CommandAccess.Anyone, "Halaman 2") { Replaces = true })
            .AddSingleton<IChatCommand>(new Says("settings", CommandAccess.Manager, "Setelan") { Replaces = true }));
        _owner = _bot.Telegram.World.AddUser("Oki");
        _reader = _bot.Telegram.World.AddUser("Rudi");
        _channel = _bot.Telegram.World.AddGroup("Kanal", _owner, "channel");
        _channel.Members[_reader.Id] = "member";
        await using var sender = await TelegramBot.StartAsync(_bot.Telegram);
        await sender.SendAsync(TelegramBot.IdOf(_channel), Message.OfText("Ringkasan hari ini"));
        _message = _channel.Messages.Keys.Max();
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("section 1f0c2a9b 2", "section-1f0c2a9b-2")]
    [InlineData("section 1f0c2a9b 2 digest", "section-1f0c2a9b-2-digest")]
    [InlineData("sections 1f0c2a9b 2", "sections-1f0c2a9b-2")]
    [InlineData("digest 1f0c2a9b", "digest-1f0c2a9b")]
    [InlineData("articles", "articles")]
    [InlineData("articles 1f0c2a9b 12-40", "articles-1f0c2a9b-12-40")]
    public async Task What_can_be_read_opens_in_the_pressers_own_chat_for_readers_and_admins(string action, string parameter)
    {
        foreach (var presser in new[] { _reader, _owner })
            await PressAsync(presser, action);

        Assert.All(Answers(), answer => Assert.Equal($"https://t.me/{_bot.Telegram.World.BotName}?start={parameter}", answer.Request!.Value.GetProperty("url").GetString()));
        Assert.Equal(2, Answers().Count);
        AssertNothingChanged();
        Assert.Empty(_bot.Ran);
    }

    [Fact]
    public async Task The_link_says_there_what_the_button_would_have_said()
    {
        var home = _bot.Telegram.World.AddPrivateChat(_reader);

        Assert.Equal("section 1f0c2a9b 2", (await _bot.AnswerToAsync(People.Say(home, _reader, "/start section-1f0c2a9b-2"))).Text);
    }

    [Fact]
    public async Task A_link_that_comes_too_late_is_followed_by_nothing()
    {
        _bot.Telegram.Faults.Add(Fault.Answer(400, "Bad Request: query is too old") with { Method = "answerCallbackQuery" });
        await PressAsync(_reader, "section 1f0c2a9b 2");
        _bot.Telegram.Faults.Add(Fault.Answer(400, "Bad Request: query is too old") with { Method = "answerCallbackQuery" });
        await PressAsync(_reader, "preview sains");

        AssertNothingChanged();
    }

    [Theory]
    [InlineData("help")]
    [InlineData("search kopi 2")]
    [InlineData("digest kopi-gayo")]
    [InlineData("sections kopi-gayo")]
    public async Task What_no_link_can_carry_tells_a_reader_where_to_ask(string action)
    {
        await PressAsync(_reader, action);

        Assert.Equal($"Di kanal ini tombol itu hanya untuk adminnya. Untukmu sendiri, tanyakan di percakapan pribadi kita: @{_bot.Telegram.World.BotName}", Assert.Single(Answers()).Text);
        AssertNothingChanged();
    }

    [Fact]
    public async Task A_reader_changes_nothing_and_is_told_so_alone()
    {
        await PressAsync(_reader, "settings silent on");

        Assert.StartsWith("Di sini hanya admin", Assert.Single(Answers()).Text);
        AssertNothingChanged();
    }

    [Fact]
    public async Task A_vote_counts_and_is_thanked_for_alone()
    {
        await PressAsync(_reader, "rate 1f0c2a9b up");

        Assert.Equal("Terima kasih", Assert.Single(Answers()).Text);
        AssertNothingChanged();
        Assert.DoesNotContain(_bot.Telegram.Ledger.Entries, entry => entry.Method == "getChatMember");
    }

    [Fact]
    public async Task An_admin_goes_on_in_the_channel_with_what_was_asked_for_there()
    {
        await PressAsync(_owner, "settings silent on");
        Assert.Equal("Setelan", _channel.Messages[_message].Text);

        var update = People.PressRaw(_channel, _owner, _message, _bot.Buttons.Write("subscribe sains", TelegramBot.IdOf(_channel)));
        Assert.Equal((TelegramBot.IdOf(_channel), "subscribe sains"), ((await _bot.AnswerToAsync(update)).Chat, (await _bot.AnswerToAsync(update)).Text));
    }

    [Fact]
    public async Task Where_Telegram_does_not_say_who_presses_nothing_is_posted()
    {
        _bot.Telegram.Faults.Add(Fault.Answer(500) with { Method = "getChatMember" });
        await PressAsync(_owner, "help");

        AssertNothingChanged();
    }

    private async Task PressAsync(SimulatedUser presser, string action)
    {
        People.PressRaw(_channel, presser, _message, _bot.Buttons.Write(action, TelegramBot.IdOf(_channel)));
        await _bot.HandledAsync();
    }

    private List<LedgerEntry> Answers() => [.. _bot.Telegram.Ledger.Entries.Where(entry => entry is { Method: "answerCallbackQuery", Verdict: Verdict.Accepted })];

    private void AssertNothingChanged()
    {
        Assert.Empty(_bot.Ledger.Answers);
        Assert.Equal("Ringkasan hari ini", Assert.Single(_channel.Messages.Values).Text);
    }

    private sealed class Says(string name, CommandAccess access, string text) : IChatCommand
    {
        public CommandInfo Info { get; } = new(name, [], access, []);

        public bool IsPrivate { get; init; }

        public bool Replaces { get; init; }

        public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken) =>
            Task.FromResult(new Answer(Message.OfText(text)) { Private = IsPrivate, Replaces = Replaces });
    }
}
