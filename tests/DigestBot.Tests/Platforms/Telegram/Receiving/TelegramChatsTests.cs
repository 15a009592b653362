using DigestBot.Simulators.Telegram;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Every kind of chat, and who may change it.</summary>
public sealed class TelegramChatsTests : IAsyncLifetime
{
    private TelegramConversation _bot = null!;
    private SimulatedUser _owner = null!;
    private SimulatedUser _member = null!;
    private SimulatedChat _group = null!;

    private static readonly Subscriptions.ChatPause ByPlatform = new(ByPlatform: true, "no rights", DateTimeOffset.UnixEpoch, null);

    private TelegramPeople People => _bot.Telegram.People;

    public async ValueTask InitializeAsync()
    {
        _bot = await TelegramConversation.StartAsync();
        _owner = _bot.Telegram.World.AddUser("Oki");
        _member = _bot.Telegram.World.AddUser("Mira", "en");
        _group = _bot.Telegram.World.AddGroup("Warga", _owner);
        _group.Members[_member.Id] = "member";
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task In_a_group_an_admin_may_change_things_and_a_member_may_not()
    {
        Assert.Equal("subscribe", (await _bot.AnswerToAsync(People.Say(_group, _owner, "/subscribe"))).Text.Trim());
        Assert.StartsWith("Only admins", (await _bot.AnswerToAsync(People.Say(_group, _member, "/subscribe"))).Text);
        Assert.Equal("digest", (await _bot.AnswerToAsync(People.Say(_group, _member, "/digest"))).Text.Trim());
    }

    [Fact]
    public async Task Rights_are_asked_again_after_a_short_while_only()
    {
        await _bot.AnswerToAsync(People.Say(_group, _owner, "/subscribe satu"));
        await _bot.AnswerToAsync(People.Say(_group, _owner, "/subscribe dua"));

        Assert.Single(_bot.Telegram.Ledger.Entries, entry => entry.Method == "getChatMember");
    }

    [Fact]
    public async Task Where_Telegram_does_not_say_who_is_an_admin_nobody_is()
    {
        _bot.Telegram.Faults.Add(Simulators.Fault.Answer(500) with { Method = "getChatMember" });

        Assert.Contains("belum berhasil", (await _bot.AnswerToAsync(People.Say(_group, _owner, "/subscribe"))).Text);
        Assert.Empty(_bot.Ran);
    }

    [Fact]
    public async Task Where_Telegram_tells_of_no_members_the_list_of_admins_decides()
    {
        _group.Hides = HiddenMembers.Members;

        Assert.Equal("subscribe", (await _bot.AnswerToAsync(People.Say(_group, _owner, "/subscribe"))).Text.Trim());
        Assert.StartsWith("Only admins", (await _bot.AnswerToAsync(People.Say(_group, _member, "/subscribe"))).Text);
    }

    [Fact]
    public async Task Where_Telegram_tells_of_no_admins_either_the_cure_is_named()
    {
        _group.Hides = HiddenMembers.Administrators;

        Assert.StartsWith("Telegram tidak memberitahuku siapa admin di sini. Jadikan aku admin juga", (await _bot.AnswerToAsync(People.Say(_group, _owner, "/subscribe"))).Text);
        Assert.StartsWith("Telegram does not tell me who the admins are here. Make me an admin too", (await _bot.AnswerToAsync(People.Say(_group, _member, "/subscribe"))).Text);
        Assert.Empty(_bot.Ran);

        Assert.Equal("subscribe", (await _bot.AnswerToAsync(People.SayAnonymously(_group, "/subscribe"))).Text.Trim());
        _group.Members[_bot.Telegram.World.BotId] = "administrator";
        Assert.Equal("subscribe", (await _bot.AnswerToAsync(People.Say(_group, _owner, "/subscribe"))).Text.Trim());
    }

    [Fact]
    public async Task An_admin_that_stays_anonymous_may_change_things()
    {
        Assert.Equal("subscribe", (await _bot.AnswerToAsync(People.SayAnonymously(_group, "/subscribe"))).Text.Trim());
        Assert.DoesNotContain(_bot.Telegram.Ledger.Entries, entry => entry.Method == "getChatMember");
    }

    [Fact]
    public async Task Somebody_who_writes_as_another_channel_may_not()
    {
        var channel = _bot.Telegram.World.AddGroup("Kanal", _owner, "channel");

        People.Forward(_group, channel, "/subscribe");
        await _bot.AnswerToAsync(People.Say(_group, _member, "/digest"));

        Assert.DoesNotContain(_bot.Ran, request => request.Line == "subscribe");
    }

    [Fact]
    public async Task A_channel_is_managed_by_its_own_posts()
    {
        var channel = _bot.Telegram.World.AddGroup("Kanal", _owner, "channel");

        var answer = await _bot.AnswerToAsync(People.Post(channel, "/subscribe geopolitik"));
        Assert.Equal((TelegramBot.IdOf(channel), "subscribe geopolitik"), (answer.Chat, answer.Text));
    }

    [Fact]
    public async Task A_topic_of_a_forum_is_a_chat_of_its_own()
    {
        var forum = _bot.Telegram.World.AddGroup("Forum", _owner, isForum: true);
        forum.Topics.Add(42);

        Assert.Equal(TelegramBot.IdOf(forum, 42), (await _bot.AnswerToAsync(People.Say(forum, _owner, "/digest", topic: 42))).Chat);
        Assert.Equal(TelegramBot.IdOf(forum), (await _bot.AnswerToAsync(People.Say(forum, _owner, "/digest"))).Chat);
    }

    [Fact]
    public async Task A_private_chat_is_private_and_its_owners_language_is_known()
    {
        await _bot.AnswerToAsync(People.Say(_bot.Telegram.World.AddPrivateChat(_member), _member, "/subscribe"));

        var request = Assert.Single(_bot.Ran);
        Assert.Equal((true, "en", _member.Id.ToString()), (request.IsPrivate, request.Language, request.User));
    }

    [Fact]
    public async Task What_is_not_asked_of_the_bot_is_left_alone()
    {
        People.Say(_group, _owner, "selamat pagi");
        People.Say(_group, _owner, "/digest@some_other_bot");
        People.Say(_group, _owner, "/ban Mira");
        People.Photo(_group, _owner, "/digest");
        People.Edit(_group, _owner, "/digest");
        await _bot.AnswerToAsync(People.Say(_group, _owner, $"/digest@{_bot.Telegram.World.BotName} itu"));

        Assert.Equal("digest itu", Assert.Single(_bot.Ran).Line);
        Assert.Single(_bot.Ledger.Answers);
    }

    [Theory]
    [InlineData("Ringkasan tahunan bank sentral terbit")]
    [InlineData("Subscribe to the sea")]
    public async Task What_was_found_inline_or_passed_on_is_no_command_whatever_it_begins_with(string text)
    {
        var home = _bot.Telegram.World.AddPrivateChat(_member);

        People.SayInline(home, _member, text);
        await _bot.HandledAsync();
        Assert.Empty(_bot.Ledger.Answers);

        Assert.StartsWith("I don't treat forwarded messages as commands.", (await _bot.AnswerToAsync(People.PassOn(home, _member, text))).Text);
        People.PassOn(home, _member, text);
        await _bot.HandledAsync();
        Assert.Single(_bot.Ledger.Answers);
        Assert.Empty(_bot.Ran);
    }

    [Fact]
    public async Task What_is_passed_on_with_a_slash_or_was_exported_is_meant_as_a_command()
    {
        var home = _bot.Telegram.World.AddPrivateChat(_member);

        Assert.Equal("digest itu", (await _bot.AnswerToAsync(People.PassOn(home, _member, "/digest itu"))).Text);
        // There is no /import in this conversation; that it is looked for is enough.
        Assert.Contains("import", (await _bot.AnswerToAsync(People.PassOn(home, _member, "{\"digestbot\":1}"))).Text);
    }

    [Fact]
    public async Task The_commands_of_one_chat_are_answered_in_their_order()
    {
        for (var number = 0; number < 20; number++)
            People.Say(_group, _member, $"/digest {number}");
        await _bot.AnswerToAsync(People.Say(_group, _member, "/digest akhir"));

        Assert.Equal([.. Enumerable.Range(0, 20).Select(number => $"digest {number}"), "digest akhir"], _bot.Ledger.Answers.Select(answer => answer.Text));
    }

    [Fact]
    public async Task The_menu_stands_in_each_language_and_is_set_once()
    {
        await TelegramConversation.UntilAsync(() => _bot.Telegram.Menu("en") is not null);
        Assert.Equal(["digest", "subscribe", "sections", "section", "preview", "start"], _bot.Telegram.Menu("en"));
        Assert.Equal(["ringkasan", "langganan", "bab", "bagian", "pratinjau", "mulai"], _bot.Telegram.Menu("id"));
        Assert.Equal(_bot.Telegram.Menu("id"), _bot.Telegram.Menu(""));

        await _bot.StopAsync();
        var polls = _bot.Telegram.Updates.Polls;
        await _bot.ListenAsync();
        await TelegramConversation.UntilAsync(() => _bot.Telegram.Updates.Polls > polls);
        Assert.Equal(3, _bot.Telegram.Ledger.Entries.Count(entry => entry.Method == "setMyCommands"));
    }

    [Fact]
    public async Task A_bot_that_is_removed_pauses_the_chat_and_one_that_comes_back_goes_on_and_says_hello()
    {
        var chat = TelegramBot.IdOf(_group);
        _bot.Store.Subscribe(chat);

        People.SetBot(_group, _owner, "kicked");
        await TelegramConversation.UntilAsync(() => _bot.Store.PauseOf(chat) is { ByPlatform: true, Reason: "bot was removed from the chat" });
        var hello = People.SetBot(_group, _owner, "member");

        Assert.Equal("start", (await _bot.AnswerToAsync(hello)).Text.Trim());
        Assert.Null(_bot.Store.PauseOf(chat));
    }

    [Fact]
    public async Task The_topics_of_a_forum_rest_and_go_on_with_it()
    {
        var forum = _bot.Telegram.World.AddGroup("Forum", _owner, isForum: true);
        var (topic, idle) = (TelegramBot.IdOf(forum, 42), TelegramBot.IdOf(forum, 43));
        _bot.Store.Subscribe(topic);
        _bot.Store.Subscribe(idle, new Subscriptions.ChatPause(ByPlatform: false, "", DateTimeOffset.UtcNow, null));

        People.SetBot(forum, _owner, "kicked");
        await TelegramConversation.UntilAsync(() => _bot.Store.PauseOf(topic) is { ByPlatform: true });
        await _bot.AnswerToAsync(People.SetBot(forum, _owner, "member"));

        Assert.Null(_bot.Store.PauseOf(topic));
    }

    [Theory]
    [InlineData("supergroup", "restricted", "restricted")]
    [InlineData("supergroup", "restricted", "member")]
    [InlineData("supergroup", "restricted", "administrator")]
    [InlineData("channel", "administrator", "administrator")]
    public async Task A_chat_in_which_the_bot_may_write_again_goes_on_and_says_nothing(string type, string muted, string restored)
    {
        var group = _bot.Telegram.World.AddGroup("Kita", _owner, type);
        var chat = TelegramBot.IdOf(group);
        People.SetBot(group, _owner, muted, mayWrite: false);
        await _bot.HandledAsync();
        _bot.Store.Subscribe(chat, ByPlatform);

        People.SetBot(group, _owner, muted, mayWrite: false);
        await _bot.HandledAsync();
        Assert.NotNull(_bot.Store.PauseOf(chat));

        People.SetBot(group, _owner, restored);
        await TelegramConversation.UntilAsync(() => _bot.Store.PauseOf(chat) is null);
        Assert.Empty(_bot.Ledger.Answers);
    }

    [Fact]
    public async Task A_topic_that_is_opened_again_goes_on_alone()
    {
        var forum = _bot.Telegram.World.AddGroup("Forum", _owner, isForum: true);
        var (topic, other) = (TelegramBot.IdOf(forum, 42), TelegramBot.IdOf(forum, 43));
        _bot.Store.Subscribe(topic, ByPlatform);
        _bot.Store.Subscribe(other, ByPlatform);

        People.SetTopic(forum, _owner, 42, isOpen: false);
        await _bot.HandledAsync();
        Assert.NotNull(_bot.Store.PauseOf(topic));

        People.SetTopic(forum, _owner, 42, isOpen: true);
        await TelegramConversation.UntilAsync(() => _bot.Store.PauseOf(topic) is null);
        Assert.NotNull(_bot.Store.PauseOf(other));
    }

    [Fact]
    public async Task A_pause_that_somebody_asked_for_outlasts_the_opening_of_the_topic()
    {
        var forum = _bot.Telegram.World.AddGroup("Forum", _owner, isForum: true);
        var topic = TelegramBot.IdOf(forum, 42);
        _bot.Store.Subscribe(topic, ByPlatform with { ByPlatform = false });

        People.SetTopic(forum, _owner, 42, isOpen: true);
        await _bot.HandledAsync();

        Assert.NotNull(_bot.Store.PauseOf(topic));
    }

    [Fact]
    public async Task A_block_pauses_a_private_chat_until_it_ends()
    {
        var home = _bot.Telegram.World.AddPrivateChat(_member);
        var chat = TelegramBot.IdOf(home);
        _bot.Store.Subscribe(chat);

        People.SetBot(home, _member, "kicked");
        await TelegramConversation.UntilAsync(() => _bot.Store.PauseOf(chat) is { ByPlatform: true });
        People.SetBot(home, _member, "member");
        await TelegramConversation.UntilAsync(() => _bot.Store.PauseOf(chat) is null);

        Assert.Empty(_bot.Ledger.Answers);
    }

    [Fact]
    public async Task A_pause_that_somebody_asked_for_outlasts_the_bots_return()
    {
        var home = _bot.Telegram.World.AddPrivateChat(_member);
        var chat = TelegramBot.IdOf(home);
        _bot.Store.Subscribe(chat, new Subscriptions.ChatPause(ByPlatform: false, "", DateTimeOffset.UtcNow, null));

        home.Members[_bot.Telegram.World.BotId] = "kicked";
        People.SetBot(home, _member, "member");
        await _bot.AnswerToAsync(People.Say(home, _member, "/digest"));

        Assert.NotNull(_bot.Store.PauseOf(chat));
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_takes_what_it_has_along()
    {
        var group = _bot.Telegram.World.AddGroup("Kecil", _owner, "group");
        await _bot.StopAsync();
        var supergroup = People.Upgrade(group, _owner);
        await _bot.ListenAsync();
        await TelegramConversation.UntilAsync(() => _bot.Store.Moves.Count == 2);
        await _bot.HandledAsync();

        Assert.All(_bot.Store.Moves, move => Assert.Equal((TelegramBot.IdOf(group), TelegramBot.IdOf(supergroup)), move));
        // The bot has been there all along: it does not introduce itself.
        Assert.Empty(_bot.Ledger.Answers);
    }
}
