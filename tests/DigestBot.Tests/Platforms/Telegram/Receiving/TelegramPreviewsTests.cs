using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Rendering;
using DigestBot.Simulators.Telegram;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>A group's preview: for the asker alone, one tap away, and for nobody who is not in the group.</summary>
public sealed class TelegramPreviewsTests : IAsyncLifetime
{
    private TelegramConversation _bot = null!;
    private SimulatedUser _owner = null!;
    private SimulatedUser _member = null!;
    private SimulatedChat _group = null!;
    private SimulatedChat _private = null!;

    private TelegramPeople People => _bot.Telegram.People;

    private string Link => $"/start preview-{_group.Id}";

    public async ValueTask InitializeAsync()
    {
        _bot = await TelegramConversation.StartAsync();
        _owner = _bot.Telegram.World.AddUser("Oki");
        _member = _bot.Telegram.World.AddUser("Mira");
        _group = _bot.Telegram.World.AddGroup("Warga", _owner);
        _group.Members[_member.Id] = "member";
        _private = _bot.Telegram.World.AddPrivateChat(_member);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Typed_in_a_group_it_goes_to_the_asker_and_the_group_gets_a_button_that_opens_it()
    {
        var update = People.Say(_group, _member, "/pratinjau sains");

        var told = await _bot.AnswerToAsync(update);
        await _bot.HandledAsync();

        Assert.Equal(TelegramBot.IdOf(_group), told.Chat);
        Assert.StartsWith("Jawabannya ada di percakapan pribadi kita", told.Text);
        Assert.DoesNotContain("sains", told.Text, StringComparison.Ordinal);
        var alone = Assert.Single(_bot.Ledger.Answers, answer => answer.Request == $"telegram:{update}/asker");
        Assert.Equal((TelegramBot.IdOf(_private), "preview sains"), (alone.Chat, alone.Text));
    }

    [Fact]
    public async Task An_administrator_that_stays_anonymous_gets_the_button_alone()
    {
        var update = People.SayAnonymously(_group, "/pratinjau");

        Assert.StartsWith("Jawabannya ada di percakapan pribadi kita", (await _bot.AnswerToAsync(update)).Text);
        await _bot.HandledAsync();
        Assert.Single(_bot.Ledger.Answers);
    }

    [Fact]
    public async Task The_link_shows_the_groups_preview_to_who_is_in_the_group()
    {
        var answer = await _bot.AnswerToAsync(People.Say(_private, _member, Link));

        Assert.Equal((TelegramBot.IdOf(_private), "preview"), (answer.Chat, answer.Text));
        var request = Assert.Single(_bot.Ran);
        Assert.Equal((TelegramBot.IdOf(_group), false), (request.Chat, request.IsPrivate));
        Assert.False(await request.CanManage(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_link_of_a_topic_shows_the_topics()
    {
        await _bot.AnswerToAsync(People.Say(_private, _member, Link + "-45"));

        Assert.Equal(TelegramBot.IdOf(_group, 45), Assert.Single(_bot.Ran).Chat);
    }

    [Theory]
    [InlineData("left")]
    [InlineData("kicked")]
    public async Task Who_is_not_in_the_group_learns_nothing(string status)
    {
        _group.Members[_member.Id] = status;

        var answer = await _bot.AnswerToAsync(People.Say(_private, _member, Link));

        Assert.Equal("Grup itu tidak kutemukan, atau kamu bukan anggotanya.", answer.Text);
        Assert.Empty(_bot.Ran);
    }

    [Fact]
    public async Task A_group_that_there_is_not_is_answered_like_one_of_others()
    {
        var answer = await _bot.AnswerToAsync(People.Say(_private, _member, "/start preview--100999"));

        Assert.Equal("Grup itu tidak kutemukan, atau kamu bukan anggotanya.", answer.Text);
    }

    [Fact]
    public async Task Nobodys_private_chat_can_be_named()
    {
        await _bot.AnswerToAsync(People.Say(_private, _member, $"/start preview-{_owner.Id}"));

        Assert.Equal(TelegramBot.IdOf(_private), Assert.Single(_bot.Ran).Chat);
    }

    [Fact]
    public async Task Its_buttons_go_on_in_the_private_chat_and_others_are_left_out()
    {
        var message = Message.OfText("Pratinjau") with
        {
            Buttons = [[new Button("Isi", "preview all isi"), new Button("Langganan", "subscribe")], [new Button("Halaman 2", "preview 1f0c2a9b 2")], [new Button("Lain", "articles")]],
        };

        var kept = TelegramPreviews.ForPrivate(message, TelegramBot.IdOf(_group, 45));

        Assert.Equal(
            [[$"start preview-{_group.Id}-45 all isi"], [$"start preview-{_group.Id}-45 1f0c2a9b 2"]],
            kept.Buttons.Select(row => row.Select(button => button.Action).ToArray()));
        await using var sender = await TelegramBot.StartAsync(_bot.Telegram);
        await sender.SendAsync(TelegramBot.IdOf(_private), kept);
        await _bot.AnswerToAsync(People.Press(_private, _member, _private.Messages.Keys.Max(), "Halaman 2"));
        Assert.Equal(("preview 1f0c2a9b 2", true), (Assert.Single(_bot.Ran).Line, _bot.Ran.Single().IsButton));
    }

    [Fact]
    public async Task The_button_goes_over_the_wire_as_an_address()
    {
        await using var sender = await TelegramBot.StartAsync(_bot.Telegram);
        var part = new TelegramPart("Di sini") { Link = new TelegramLink("Buka", TelegramPreviews.LinkTo(TelegramBot.IdOf(_group), "digest_bot")) };

        Assert.IsType<SendOutcome.Sent>(await sender.Platform.SendAsync(TelegramBot.IdOf(_private), part.Write(), "d1", TestContext.Current.CancellationToken));

        var button = _private.Messages.Values.Last().Markup!["inline_keyboard"]![0]![0]!;
        Assert.Equal(("Buka", $"https://t.me/digest_bot?start=preview-{_group.Id}"), (button["text"]!.ToString(), button["url"]!.ToString()));
    }
}
