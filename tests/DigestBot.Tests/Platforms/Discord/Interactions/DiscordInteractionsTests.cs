using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;
using DigestBot.Simulators.Hook;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>What people call, press, choose and type, over real sockets.</summary>
public sealed class DiscordInteractionsTests : IAsyncLifetime
{
    private readonly SlowCommand _slow = new();
    private readonly MovableClock _clock = new();
    private DiscordSimulator _discord = null!;
    private DiscordBot _bot = null!;
    private DiscordUser _owner = null!;
    private DiscordUser _member = null!;
    private DiscordChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { IdentifySeconds = 0 });
        _discord.World.Now = _clock.GetUtcNow;
        (_owner, _member) = (_discord.World.AddUser("Ani"), _discord.World.AddUser("Budi"));
        _channel = _discord.World.AddChannel(_discord.World.AddGuild("Warta", _owner), "berita");
        _bot = await DiscordBot.StartAsync(_discord.Url, _discord.Token, builder =>
        {
            _slow.TakeItsPlace(builder.Services);
            builder.Services.AddSingleton<TimeProvider>(_clock);
        });
        await _discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted });
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _discord.DisposeAsync();
    }

    [Fact]
    public async Task A_quick_command_is_answered_at_once_with_embeds_and_buttons()
    {
        var answer = await _discord.People.Command(_member, _channel, "digest", ("what", "pelabuhan")).AnswerAsync();

        Assert.Equal(4, answer.Type);
        Assert.False(answer.IsEphemeral);
        Assert.Equal("Pelabuhan Baru", answer.Message.ShownEmbeds[0]["title"]!.ToString());
        Assert.Equal(["Pembuka", "1", "2", "3", "👍", "👎"], answer.Message.Buttons);
    }

    [Fact]
    public async Task What_is_asked_for_in_private_only_the_asker_sees()
    {
        Assert.True((await _discord.People.Command(_member, _channel, "digest", ("what", "pelabuhan"), ("private", true)).AnswerAsync()).IsEphemeral);
        Assert.False((await _discord.People.Command(_member, _channel, "digest", ("what", "pelabuhan"), ("private", false)).AnswerAsync()).IsEphemeral);
    }

    [Fact]
    public async Task A_button_opens_a_section_and_the_next_one_takes_its_place()
    {
        var digest = await _discord.People.Command(_member, _channel, "digest", ("what", "pelabuhan")).AnswerAsync();

        var opened = await _discord.People.Press(_member, digest.Message, "2").AnswerAsync();
        var next = opened.Message.Buttons.Single(label => label.StartsWith("3. ", StringComparison.Ordinal));
        var turned = await _discord.People.Press(_member, opened.Message, next).AnswerAsync();

        Assert.Contains("Kerjasama Ekonomi", opened.Text, StringComparison.Ordinal);
        Assert.Equal((4, 7), (opened.Type, turned.Type));
        Assert.Contains("Dampak Lingkungan", turned.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tiga kabupaten", turned.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_on_what_one_alone_sees_is_answered_to_that_one_alone()
    {
        var digest = await _discord.People.Command(_member, _channel, "digest", ("what", "pelabuhan"), ("private", true)).AnswerAsync();

        Assert.True((await _discord.People.Press(_member, digest.Message, "2").AnswerAsync()).IsEphemeral);
    }

    [Fact]
    public async Task A_button_that_is_none_of_this_bots_says_so()
    {
        var digest = await _discord.People.Command(_member, _channel, "digest", ("what", "pelabuhan")).AnswerAsync();

        var answer = await _discord.People.PressRaw(_member, digest.Message, "something else").AnswerAsync();

        Assert.True(answer.IsEphemeral);
        Assert.Contains("Tombol ini", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_manage_the_server_changes_nothing_on_any_road()
    {
        Assert.Throws<InvalidOperationException>(() => _discord.People.Command(_member, _channel, "subscribe"));
        var raw = await _discord.People.CommandRaw(_member, _channel, "subscribe").AnswerAsync();
        var hello = await _discord.People.Command(_member, _channel, "start").AnswerAsync();
        var pressed = await _discord.People.PressRaw(_member, hello.Message, "0 subscribe").AnswerAsync();

        Assert.All([raw, pressed], answer => Assert.True(answer.IsEphemeral));
        Assert.Empty(await _bot.Store.ListAsync(DiscordBot.ChatOf(_channel), TestContext.Current.CancellationToken));
        await _discord.People.Command(_owner, _channel, "subscribe").AnswerAsync();
        Assert.Single(await _bot.Store.ListAsync(DiscordBot.ChatOf(_channel), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task In_direct_messages_everybody_is_at_home()
    {
        var direct = _discord.World.OpenDirectMessages(_member);

        await _discord.People.Command(_member, direct, "subscribe").AnswerAsync();

        Assert.Single(await _bot.Store.ListAsync(DiscordBot.ChatOf(direct), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Articles_sections_and_time_zones_are_completed()
    {
        var articles = _discord.People.Type(_member, _channel, "section", "article", "pelab");
        Assert.Equal(["Pelabuhan Baru"], await articles.ChoicesAsync());
        var sections = _discord.People.Type(_member, _channel, "section", "section", "", ("article", articles.Choices![0].Value));
        Assert.Equal(4, (await sections.ChoicesAsync()).Count);
        Assert.NotEmpty(await _discord.People.Type(_owner, _channel, "timezone", "zone", "makas").ChoicesAsync());
    }

    [Fact]
    public async Task What_a_search_finds_is_offered_while_typing_and_opens_when_chosen()
    {
        // Answered once the index is there.
        var shown = await _discord.People.Command(_member, _channel, "search", ("text", "kabupaten sepakat")).AnswerAsync();
        var typing = _discord.People.Type(_member, _channel, "search", "text", "kabupaten sepakat");
        Assert.Equal(["Kerjasama Ekonomi · Pelabuhan Baru"], await typing.ChoicesAsync());
        Assert.Contains("Kerjasama Ekonomi", shown.Text, StringComparison.Ordinal);

        var opened = await _discord.People.Command(_member, _channel, "search", ("text", typing.Choices![0].Value)).AnswerAsync();

        Assert.Contains("Bagian 2 dari 3", opened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_command_is_acknowledged_in_time_and_its_answer_takes_the_place_that_was_kept()
    {
        var asked = _discord.People.Command(_member, _channel, "help");
        Assert.InRange(await asked.AcknowledgedAsync(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));
        Assert.Equal(5, asked.Acknowledgement);

        _slow.Finish(Answer.Of(new TextBlock([new Span("Selesai")])));

        Assert.Equal("Selesai", (await asked.AnswerAsync()).Text);
    }

    [Fact]
    public async Task A_slow_answer_for_the_asker_is_moved_out_of_everybodys_sight()
    {
        var asked = await AskSlowlyAsync();

        Assert.True((await asked.FollowUpsAsync())[0].IsEphemeral);
        Assert.Empty(_channel.Messages);
    }

    [Fact]
    public async Task A_slow_answer_for_the_asker_stays_hidden_where_its_place_cannot_be_given_up()
    {
        _discord.Faults.Add(Fault.Answer(500) with { Method = "deleteResponse" });
        var asked = await AskSlowlyAsync();

        Assert.Equal((true, "Rahasia"), (await asked.FollowUpsAsync())[0] is var told ? (told.IsEphemeral, told.Text) : default);
        Assert.Equal("Sudah kujawab, hanya untuk yang bertanya.", Assert.Single(_channel.Messages).Text);
    }

    [Fact]
    public async Task A_place_whose_deletion_was_not_confirmed_is_given_up_all_the_same()
    {
        _discord.Faults.Add(Fault.Cut(accepts: true) with { Method = "deleteResponse", Times = 1 });
        var asked = await AskSlowlyAsync();

        Assert.True((await asked.FollowUpsAsync())[0].IsEphemeral);
        Assert.Empty(_channel.Messages);
    }

    [Fact]
    public async Task What_stands_before_discord_and_could_not_connect_leaves_nobody_without_an_answer()
    {
        _discord.Faults.Add(Fault.NotJson(521, "<html></html>") with { Method = "respond", Times = 1 });

        Assert.Contains("Pelabuhan Baru", (await _discord.People.Command(_member, _channel, "articles").AnswerAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_long_to_complete_keeps_nothing_else_waiting()
    {
        using var access = new SlowAccess();
        await using var bot = await DiscordBot.StartAsync(
            _discord.Url, _discord.Token, builder => builder.Services.Replace(ServiceDescriptor.Singleton<IOptions<AccessOptions>>(access)));
        var typing = new Interaction
        {
            Id = "1",
            ApplicationId = "2",
            Token = "t",
            Type = Kind.Autocomplete,
            ChannelId = "3",
            User = new InteractionUser("4"),
            Data = new InteractionData("digest", [new InteractionOption("what", JsonSerializer.SerializeToElement("a"), Focused: true)], null, null, null),
        };

        access.Gate.Reset();
        var begun = Task.Run(() => bot.Services.GetRequiredService<DiscordInteractions>().HandleAsync(typing, TestContext.Current.CancellationToken).IsCompleted);

        Assert.False(await begun.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Past_fifteen_minutes_the_answer_goes_to_the_channel_once()
    {
        var asked = _discord.People.Command(_member, _channel, "help");
        await asked.AcknowledgedAsync();
        _clock.MoveTo(_clock.GetUtcNow() + TimeSpan.FromMinutes(16));

        _slow.Finish(Answer.Of(new TextBlock([new Span("Terlambat")])));

        Assert.Equal("Terlambat", (await _discord.MessagesAsync(_channel))[^1].Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_acknowledgement_that_is_lost_on_its_way_is_given_again(bool arrived)
    {
        _discord.Faults.Add(Fault.Cut(arrived) with { Method = "respond", Times = 1 });

        var answer = await _discord.People.Command(_member, _channel, "articles").AnswerAsync();

        Assert.Contains("Pelabuhan Baru", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_discord.Ledger.Entries, entry => entry.Method == "createMessage");
    }

    [Fact]
    public async Task An_answer_that_has_no_place_any_more_goes_to_the_channel()
    {
        _discord.Faults.Add(Fault.Answer(404) with { Method = "respond", Code = 10062 });

        _discord.People.Command(_member, _channel, "articles");

        Assert.Contains("Pelabuhan Baru", (await _discord.MessagesAsync(_channel))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_that_outlasts_the_three_seconds_sends_the_answer_to_the_channel()
    {
        _discord.Faults.Add(Fault.TooMany(30) with { Method = "respond" });

        _discord.People.Command(_member, _channel, "articles");

        Assert.Contains("Pelabuhan Baru", (await _discord.MessagesAsync(_channel))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_answer_goes_on_in_follow_ups()
    {
        var asked = _discord.People.Command(_member, _channel, "help");
        _slow.Finish(Answer.Of([.. Enumerable.Range(0, 5).Select(i => new TextBlock([new Span($"{i} " + new string('a', 900))]))]));

        await asked.AnswerAsync();

        Assert.Equal(2, (await asked.FollowUpsAsync(2)).Count);
    }

    [Fact]
    public async Task What_is_broken_or_unknown_breaks_nothing()
    {
        _discord.Gateway.Tell("INTERACTION_CREATE", new JsonObject { ["id"] = 5, ["type"] = "x" });
        _discord.Gateway.Tell("INTERACTION_CREATE", new JsonObject { ["id"] = "5", ["type"] = 99, ["token"] = "t", ["application_id"] = "1" });
        _discord.Gateway.Tell("INTERACTION_CREATE", new JsonArray());
        _discord.Gateway.Tell("GUILD_CREATE", new JsonObject { ["id"] = null, ["channels"] = null });
        _discord.Gateway.Tell("NEVER_HEARD_OF", new JsonObject());

        Assert.Contains("Pelabuhan Baru", (await _discord.People.Command(_member, _channel, "articles").AnswerAsync()).Text, StringComparison.Ordinal);
    }

    /// <summary>Takes its time, on the thread that asks, to say who is served.</summary>
    /// <summary>Asks what takes long to answer, and for whoever asked alone.</summary>
    private async Task<DiscordInteraction> AskSlowlyAsync()
    {
        var asked = _discord.People.Command(_member, _channel, "help");
        await asked.AcknowledgedAsync();
        _slow.Finish(Answer.Of(new TextBlock([new Span("Rahasia")])).ForAsker());
        return asked;
    }

    private sealed class SlowAccess : IOptions<AccessOptions>, IDisposable
    {
        public ManualResetEventSlim Gate { get; } = new(initialState: true);

        public AccessOptions Value
        {
            get
            {
                Gate.Wait(TimeSpan.FromMinutes(2));
                return new AccessOptions();
            }
        }

        public void Dispose()
        {
            Gate.Set();
            Gate.Dispose();
        }
    }
}
