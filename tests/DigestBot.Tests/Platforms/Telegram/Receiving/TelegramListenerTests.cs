using System.Text.Json.Nodes;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;
using DigestBot.Storage;
using DigestBot.Subscriptions;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>The bot goes on listening, and answers each update once.</summary>
public sealed class TelegramListenerTests
{
    [Fact]
    public async Task What_a_person_writes_is_answered_in_that_chat()
    {
        await using var bot = await TelegramConversation.StartAsync();
        var (ani, chat) = Person(bot);

        var answer = await bot.AnswerToAsync(bot.Telegram.People.Say(chat, ani, "/digest geopolitik"));

        Assert.Equal((TelegramBot.IdOf(chat), "digest geopolitik"), (answer.Chat, answer.Text));
        Assert.Equal(
            ["message", "channel_post", "callback_query", "my_chat_member", "inline_query", "message_reaction", "message_reaction_count"],
            bot.Telegram.Updates.Allowed);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(409)]
    public async Task An_error_of_the_server_does_not_make_the_bot_deaf(int status)
    {
        await using var bot = await TelegramConversation.StartAsync();
        bot.Telegram.Faults.Add(Fault.Answer(status) with { Method = "getUpdates", Times = 2 });

        await IsHeardAsync(bot);
    }

    [Fact]
    public async Task A_cut_connection_does_not_make_the_bot_deaf()
    {
        await using var bot = await TelegramConversation.StartAsync();
        bot.Telegram.Faults.Add(Fault.Cut(accepts: true) with { Method = "getUpdates", Times = 2 });

        await IsHeardAsync(bot);
    }

    [Fact]
    public async Task Answers_that_are_no_JSON_do_not_make_the_bot_deaf()
    {
        await using var bot = await TelegramConversation.StartAsync();
        bot.Telegram.Faults.Add(Fault.NotJson(200, "<html>captive portal</html>") with { Method = "getUpdates", Times = 2 });

        await IsHeardAsync(bot);
    }

    [Fact]
    public async Task A_server_that_is_down_at_the_start_is_waited_for()
    {
        var telegram = await TelegramSimulator.StartAsync();
        telegram.Faults.Add(Fault.Answer(502) with { Method = "getMe", Times = 1 });
        await using var bot = await TelegramConversation.StartAsync(telegram);

        await IsHeardAsync(bot);
    }

    [Fact]
    public async Task A_menu_that_is_refused_does_not_make_the_bot_deaf()
    {
        var telegram = await TelegramSimulator.StartAsync();
        telegram.Faults.Add(Fault.TooMany(5000) with { Method = "getMyCommands" });
        await using var bot = await TelegramConversation.StartAsync(telegram);

        await IsHeardAsync(bot);
    }

    [Fact]
    public async Task A_webhook_that_was_left_set_is_removed()
    {
        var telegram = await TelegramSimulator.StartAsync();
        using var http = new HttpClient();
        using var set = await http.GetAsync(new Uri($"{telegram.Url}bot{telegram.Token}/setWebhook?url=http://127.0.0.1:1/"), TestContext.Current.CancellationToken);
        await using var bot = await TelegramConversation.StartAsync(telegram);

        await IsHeardAsync(bot);
        Assert.Null(telegram.Updates.Webhook);
    }

    [Fact]
    public async Task A_second_poller_is_told_in_health_and_both_go_on()
    {
        await using var bot = await TelegramConversation.StartAsync();
        bot.Telegram.Faults.Add(Fault.Answer(409) with { Method = "getUpdates", Times = 1 });

        await TelegramConversation.UntilAsync(() => bot.Health.Listeners is [{ Problem: { } problem }] && problem.Contains("Conflict", StringComparison.Ordinal));
        await TelegramConversation.UntilAsync(() => bot.Health.Listeners is [{ Problem: null }]);
    }

    [Fact]
    public async Task An_update_that_can_not_be_read_hides_no_other()
    {
        await using var bot = await TelegramConversation.StartAsync();
        var (ani, chat) = Person(bot);

        bot.Telegram.Updates.Add("message", new JsonObject { ["message_id"] = "not a number", ["chat"] = 5 });
        var answer = await bot.AnswerToAsync(bot.Telegram.People.Say(chat, ani, "/digest"));

        Assert.Equal("digest ", answer.Text + " ");
        await bot.HandledAsync();
    }

    [Fact]
    public async Task An_update_is_confirmed_only_when_its_answer_is_on_record()
    {
        await using var bot = await TelegramConversation.StartAsync();
        var (ani, chat) = Person(bot);
        bot.Ledger.Failure = _ => Away;

        var update = bot.Telegram.People.Say(chat, ani, "/digest");
        await TelegramConversation.UntilAsync(() => !bot.Ran.IsEmpty);
        Assert.Equal(1, bot.Telegram.Updates.Waiting);
        bot.Ledger.Failure = _ => null;

        Assert.Equal("digest", (await bot.AnswerToAsync(update)).Text.Trim());
        await bot.HandledAsync();
        // A serial that was turned for it is not turned again.
        Assert.Single(bot.Ran);
    }

    [Fact]
    public async Task What_was_handled_of_a_batch_is_not_handled_again_with_the_rest()
    {
        await using var bot = await TelegramConversation.StartAsync();
        var (ani, chat) = Person(bot);
        var (budi, other) = Person(bot, "Budi");
        await bot.StopAsync();
        var first = bot.Telegram.People.Say(chat, ani, "/digest satu");
        bot.Telegram.People.Say(other, budi, "/digest dua");
        bot.Telegram.People.Say(other, budi, "/digest tiga");
        bot.Ledger.Failure = asked => asked == TelegramBot.IdOf(other) ? Away : null;
        await bot.ListenAsync();
        await bot.AnswerToAsync(first);
        await TelegramConversation.UntilAsync(() => bot.Ledger.Failures > 1);
        bot.Ledger.Failure = _ => null;
        await bot.HandledAsync();

        Assert.Equal(["digest dua", "digest satu", "digest tiga"], bot.Ran.Select(request => request.Line).Order());
        Assert.Equal(["digest satu", "digest dua", "digest tiga"], bot.Ledger.Answers.Select(answer => answer.Text));
    }

    [Fact]
    public async Task What_becomes_of_the_bot_in_a_chat_while_the_store_is_away_is_heard_again_when_it_is_back()
    {
        await using var bot = await TelegramConversation.StartAsync();
        var owner = bot.Telegram.World.AddUser("Oki");
        var channel = bot.Telegram.World.AddGroup("Kanal", owner, "channel");
        bot.Store.Subscribe(TelegramBot.IdOf(channel), new ChatPause(ByPlatform: true, "no rights", DateTimeOffset.UnixEpoch, null));
        bot.Store.Failure = Away;

        bot.Telegram.People.SetBot(channel, owner, "administrator");
        await TelegramConversation.UntilAsync(() => bot.Store.Failures > 0);
        bot.Store.Failure = null;

        await TelegramConversation.UntilAsync(() => bot.Store.PauseOf(TelegramBot.IdOf(channel)) is null);
        await bot.HandledAsync();
    }

    [Fact]
    public async Task An_update_that_comes_twice_is_answered_once()
    {
        await using var bot = await TelegramConversation.StartAsync();
        var (ani, chat) = Person(bot);

        var update = bot.Telegram.People.Say(chat, ani, "/digest");
        await bot.AnswerToAsync(update);
        await bot.HandledAsync();
        bot.Telegram.Updates.Again(update!.Value, Update(update.Value, ani, chat));
        await IsHeardAsync(bot);

        Assert.Single(bot.Ran, request => request.Line == "digest");
        Assert.Single(bot.Ledger.Answers, answer => answer.Request == $"telegram:{update}");
    }

    [Fact]
    public async Task A_command_that_was_answered_before_the_bot_died_is_not_run_again()
    {
        await using var bot = await TelegramConversation.StartAsync();
        var (ani, chat) = Person(bot);
        var update = bot.Telegram.People.Say(chat, ani, "/digest")!.Value;
        await bot.AnswerToAsync(update);
        await bot.HandledAsync();
        await bot.StopAsync();

        bot.Telegram.Updates.Again(update, Update(update, ani, chat));
        await bot.ListenAsync();
        await IsHeardAsync(bot);

        Assert.Single(bot.Ran, request => request.Line == "digest");
    }

    [Fact]
    public async Task An_update_that_stands_twice_in_a_batch_is_handled_once()
    {
        await using var bot = await TelegramConversation.StartAsync();
        var (ani, chat) = Person(bot);
        await bot.StopAsync();

        bot.Telegram.Updates.Again(7, Update(7, ani, chat));
        bot.Telegram.Updates.Again(7, Update(7, ani, chat));
        await bot.ListenAsync();
        await IsHeardAsync(bot);

        Assert.Single(bot.Ran, request => request.Line == "digest");
    }

    private static JsonObject Update(long id, SimulatedUser from, SimulatedChat chat) => new()
    {
        ["update_id"] = id,
        ["message"] = new JsonObject
        {
            ["message_id"] = 1,
            ["date"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["text"] = "/digest",
            ["chat"] = new JsonObject { ["id"] = chat.Id, ["type"] = "private" },
            ["from"] = new JsonObject { ["id"] = from.Id, ["is_bot"] = false, ["first_name"] = "Ani" },
        },
    };

    [Fact]
    public async Task A_stopped_bot_gets_what_it_has_handled_no_more_and_the_rest_after_its_start()
    {
        await using var bot = await TelegramConversation.StartAsync();
        var (ani, chat) = Person(bot);
        await bot.AnswerToAsync(bot.Telegram.People.Say(chat, ani, "/digest satu"));
        await bot.StopAsync();

        Assert.Equal(0, bot.Telegram.Updates.Waiting);
        var missed = bot.Telegram.People.Say(chat, ani, "/digest dua");
        await bot.ListenAsync();
        Assert.Equal("digest dua", (await bot.AnswerToAsync(missed)).Text);
        Assert.Equal(2, bot.Ran.Count);
    }

    [Fact]
    public async Task Old_commands_after_a_long_absence_are_not_run_and_each_person_is_told_once()
    {
        await using var bot = await TelegramConversation.StartAsync();
        var (ani, chat) = Person(bot);
        var group = bot.Telegram.World.AddGroup("Warga", ani);
        await bot.StopAsync();
        var hoursAgo = DateTimeOffset.UtcNow.AddHours(-5);
        var first = bot.Telegram.People.Say(chat, ani, "/subscribe", at: hoursAgo);
        foreach (var text in (string[])["/digest", "/digest satu", "halo?"])
            bot.Telegram.People.Say(chat, ani, text, at: hoursAgo);
        bot.Telegram.People.Say(group, ani, "/digest", at: hoursAgo);
        await bot.ListenAsync();
        var fresh = bot.Telegram.People.Say(chat, ani, "/digest segar");

        Assert.Equal("digest segar", (await bot.AnswerToAsync(fresh)).Text);
        Assert.Single(bot.Ran);
        Assert.Contains("sedang tidak aktif", (await bot.AnswerToAsync(first)).Text);
        Assert.Equal(2, bot.Ledger.Answers.Count);
    }

    private static StorageException Away => new("the database can't be reached");

    private static (SimulatedUser User, SimulatedChat Chat) Person(TelegramConversation bot, string name = "Ani")
    {
        var user = bot.Telegram.World.AddUser(name);
        return (user, bot.Telegram.World.AddPrivateChat(user));
    }

    private static async Task IsHeardAsync(TelegramConversation bot)
    {
        var (user, chat) = Person(bot, "Cici");
        Assert.Equal("digest apa kabar", (await bot.AnswerToAsync(bot.Telegram.People.Say(chat, user, "/digest apa kabar"))).Text);
    }
}
