using DigestBot.Chats;
using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Platforms.Discord.Forums;

/// <summary>Posts of forums, with every answer and every lack of one: over real HTTP.</summary>
public sealed class ForumSenderTests : IAsyncLifetime
{
    private DiscordSimulator _discord = null!;
    private DiscordBot _bot = null!;
    private DiscordGuild _guild = null!;
    private DiscordChannel _forum = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync();
        _guild = _discord.World.AddGuild("Warta", _discord.World.AddUser("Ani"));
        _forum = _discord.World.AddChannel(_guild, "ringkasan", ChannelKind.Forum);
        _bot = await DiscordBot.StartAsync(_discord.Url, _discord.Token);
        await _discord.Ledger.WaitAsync(entry => entry is { Method: "setCommands", Verdict: Verdict.Accepted });
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _discord.DisposeAsync();
    }

    private IReadOnlyList<DiscordChannel> Posts => _discord.World.ThreadsOf(_forum);

    [Theory]
    [InlineData(ChannelKind.Forum)]
    [InlineData(ChannelKind.Media)]
    public async Task An_article_becomes_a_post_called_as_it_is(ChannelKind kind)
    {
        _forum = _discord.World.AddChannel(_guild, "lain", kind);

        var outcome = await SendAsync("Kopi", $"Kopi {new string('o', 120)}");

        var post = Assert.Single(Posts);
        Assert.Equal(new SendOutcome.Sent($"{post.Id}"), outcome);
        Assert.Equal(100, post.Name.Length);
        Assert.StartsWith("Kopi ooo", post.Name, StringComparison.Ordinal);
        Assert.EndsWith("…", post.Name, StringComparison.Ordinal);
        Assert.Equal("Kopi", Assert.Single(post.Messages).Text);
    }

    [Fact]
    public async Task What_changed_goes_into_the_posts_that_the_articles_have()
    {
        await SendAsync("Kopi", "Kopi", "sains/kopi", "n1");
        await SendAsync("Batik", "Batik", "budaya/batik", "n2");

        await SendAsync("Kopi, diperbarui", "Kopi Gayo", "sains/kopi", "n3");
        await SendAsync("Kopi, diperbarui", "Kopi Gayo", "sains/kopi", "n3");

        Assert.Equal(["Kopi", "Batik"], Posts.Select(post => post.Name));
        Assert.Equal(["Kopi", "Kopi, diperbarui"], Posts[0].Messages.Select(message => message.Text));
        Assert.Single(Posts[1].Messages);
    }

    [Fact]
    public async Task A_long_article_is_one_post_with_all_its_messages()
    {
        var message = new Message([.. Enumerable.Range(1, 9).Select(n => new TextBlock([new Span($"{n} {new string('a', 900)}")]))]) { Post = new ForumPost("a", "Panjang") };
        var parts = _bot.Platform.Render(message);
        Assert.True(parts.Count > 1);

        for (var part = 0; part < parts.Count; part++)
            Assert.IsType<SendOutcome.Sent>(await _bot.Platform.SendAsync(DiscordBot.ChatOf(_forum), parts[part], $"p{part}", TestContext.Current.CancellationToken));

        Assert.Equal(parts.Count, Assert.Single(Posts).Messages.Count);
    }

    [Fact]
    public async Task A_post_that_was_archived_and_locked_or_deleted_is_followed_by_a_new_one()
    {
        await SendAsync("satu", nonce: "n1");
        _discord.People.Archive(Posts[0]);
        await SendAsync("dua", nonce: "n2");
        _discord.People.Delete(Posts[1]);
        await SendAsync("tiga", nonce: "n3");
        await SendAsync("empat", nonce: "n4");

        Assert.Equal(3, Posts.Count);
        Assert.Equal(["tiga", "empat"], Posts[2].Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task A_post_whose_answer_is_lost_is_found_again_and_not_made_twice()
    {
        _discord.World.AddThread(_forum, "Kopi");
        _discord.Faults.Add(Fault.Cut(accepts: true) with { Method = "createThread", Times = 1 });

        Assert.IsType<SendOutcome.Unknown>(await SendAsync("Kopi"));
        var again = await SendAsync("Kopi");

        var post = Posts.Single(post => post.OwnerId == _discord.World.BotId);
        Assert.Equal(new SendOutcome.Sent($"{post.Id}"), again);
        Assert.Single(post.Messages);
        Assert.Single(_discord.Ledger.Entries, entry => entry.Method == "createThread");
    }

    [Fact]
    public async Task A_post_whose_answer_is_lost_is_found_after_a_restart_too()
    {
        _discord.Faults.Add(Fault.Cut(accepts: true) with { Method = "createThread", Times = 1 });
        Assert.IsType<SendOutcome.Unknown>(await SendAsync("Kopi"));

        await _bot.RestartAsync(_discord.Url, _discord.Token);

        Assert.IsType<SendOutcome.Sent>(await SendAsync("Kopi"));
        Assert.Single(Posts);
    }

    [Fact]
    public async Task A_post_that_never_arrived_is_made_by_the_second_try()
    {
        _discord.Faults.Add(Fault.Cut(accepts: false) with { Method = "createThread", Times = 1 });

        Assert.IsType<SendOutcome.Unknown>(await SendAsync("Kopi"));
        Assert.IsType<SendOutcome.Sent>(await SendAsync("Kopi"));

        Assert.Single(Posts);
    }

    [Fact]
    public async Task A_post_that_was_given_up_is_where_the_articles_next_change_goes()
    {
        _discord.Faults.Add(Fault.Cut(accepts: true) with { Method = "createThread", Times = 1 });
        Assert.IsType<SendOutcome.Unknown>(await SendAsync("Kopi", nonce: "n1"));

        Assert.IsType<SendOutcome.Sent>(await SendAsync("Kopi, diperbarui", nonce: "n2"));

        Assert.Equal(["Kopi", "Kopi, diperbarui"], Assert.Single(Posts).Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task A_refusal_after_a_lost_answer_does_not_make_the_bot_forget_to_look()
    {
        _discord.Faults.Add(Fault.Cut(accepts: false) with { Method = "createThread", Times = 1 });
        _discord.Faults.Add(Fault.TooMany(0.01) with { Method = "createThread", Times = 1 });
        Assert.IsType<SendOutcome.Unknown>(await SendAsync("Kopi"));
        Assert.IsType<SendOutcome.Later>(await SendAsync("Kopi"));
        await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.IsType<SendOutcome.Sent>(await SendAsync("Kopi"));

        Assert.Equal(2, _discord.Ledger.Entries.Count(entry => entry.Method == "activeThreads"));
        Assert.Single(Posts);
    }

    [Fact]
    public async Task A_look_that_fails_sends_nothing()
    {
        _discord.Faults.Add(Fault.Cut(accepts: true) with { Method = "createThread", Times = 1 });
        _discord.Faults.Add(Fault.Answer(503) with { Method = "activeThreads", Times = 1 });
        Assert.IsType<SendOutcome.Unknown>(await SendAsync("Kopi"));

        Assert.IsType<SendOutcome.Later>(await SendAsync("Kopi"));
        Assert.IsType<SendOutcome.Sent>(await SendAsync("Kopi"));

        Assert.Single(Posts);
    }

    [Fact]
    public async Task A_tag_called_as_the_topic_is_put_on_and_where_one_is_required_another()
    {
        var science = _discord.World.AddTag(_forum, "Sains");
        await SendAsync("tanpa", article: "a");
        await SendAsync("dengan", article: "b", topic: "sains");

        Assert.Empty(Posts[0].AppliedTags);
        Assert.Equal([science.Id], Posts[1].AppliedTags);
    }

    [Fact]
    public async Task A_tag_that_moderators_alone_put_on_is_left_to_them()
    {
        _discord.World.AddTag(_forum, "Sains", isModerated: true);

        Assert.IsType<SendOutcome.Sent>(await SendAsync("tanpa", topic: "sains"));
        Assert.Empty(Assert.Single(Posts).AppliedTags);
    }

    [Fact]
    public async Task A_forum_that_has_only_tags_of_moderators_and_asks_for_one_needs_the_bot_to_manage_threads()
    {
        var official = _discord.World.AddTag(_forum, "Resmi", isModerated: true);
        _forum.RequiresTag = true;
        Assert.IsType<SendOutcome.Gone>(await SendAsync("tanpa"));

        _forum.BotPermissions |= DiscordPermissions.ManageThreads;
        Assert.IsType<SendOutcome.Sent>(await SendAsync("dengan", nonce: "n2"));
        Assert.Equal([official.Id], Assert.Single(Posts).AppliedTags);
    }

    [Fact]
    public async Task A_required_tag_is_one_that_anybody_may_put_on_and_is_asked_for_anew_where_there_was_none()
    {
        await SendAsync("sebelum", article: "a");
        _discord.World.AddTag(_forum, "Resmi", isModerated: true);
        var free = _discord.World.AddTag(_forum, "Umum");
        _forum.RequiresTag = true;

        Assert.IsType<SendOutcome.Later>(await SendAsync("sesudah", article: "b", nonce: "n2"));
        Assert.IsType<SendOutcome.Sent>(await SendAsync("sesudah", article: "b", nonce: "n2"));

        Assert.Equal([free.Id], Posts[1].AppliedTags);
    }

    [Fact]
    public async Task A_forum_that_the_bot_may_not_post_to_is_gone()
    {
        _forum.BotPermissions = DiscordPermissions.ViewChannel;

        Assert.IsType<SendOutcome.Gone>(await SendAsync("Kopi"));
    }

    [Fact]
    public async Task A_message_about_no_article_becomes_a_post_called_as_it_begins()
    {
        var outcome = await _bot.SendAsync(DiscordBot.ChatOf(_forum), Message.OfText("Bot pindah malam ini.", "Sampai besok."), "n1");

        Assert.IsType<SendOutcome.Sent>(outcome);
        Assert.Equal("Bot pindah malam ini.", Assert.Single(Posts).Name);
    }

    [Fact]
    public async Task A_post_that_another_article_of_that_name_has_is_not_taken_for_the_one_that_was_lost()
    {
        Assert.IsType<SendOutcome.Sent>(await SendAsync("Kopi pagi", article: "sains/kopi", nonce: "n1"));
        _discord.Faults.Add(Fault.Cut(accepts: false) with { Method = "createThread", Times = 1 });
        Assert.IsType<SendOutcome.Unknown>(await SendAsync("Kopi sore", article: "budaya/kopi", nonce: "n2"));

        Assert.IsType<SendOutcome.Sent>(await SendAsync("Kopi sore", article: "budaya/kopi", nonce: "n2"));

        Assert.Equal(["Kopi pagi", "Kopi sore"], Posts.Select(post => Assert.Single(post.Messages).Text));
    }

    [Fact]
    public async Task A_long_message_about_no_article_is_one_post_and_the_next_one_another()
    {
        foreach (var round in new[] { "Bot pindah.", "Bot sudah pindah." })
        {
            var message = new Message([new TextBlock([new Span(round)]), .. Enumerable.Range(1, 5).Select(n => new TextBlock([new Span($"{n} {new string('a', 900)}")]))]);
            var parts = _bot.Platform.Render(message);
            Assert.True(parts.Count > 1);
            for (var part = 0; part < parts.Count; part++)
                Assert.IsType<SendOutcome.Sent>(await _bot.Platform.SendAsync(DiscordBot.ChatOf(_forum), parts[part], $"{round}{part}", TestContext.Current.CancellationToken));
        }

        Assert.Equal(["Bot pindah.", "Bot sudah pindah."], Posts.Select(post => post.Name));
        Assert.All(Posts, post => Assert.Equal(3, post.Messages.Count));
    }

    [Fact]
    public async Task An_article_in_a_channel_that_is_no_forum_is_a_message()
    {
        _forum = _discord.World.AddChannel(_guild, "berita");

        Assert.IsType<SendOutcome.Sent>(await SendAsync("Kopi"));

        Assert.Empty(Posts);
        Assert.Single(_forum.Messages);
    }

    private Task<SendOutcome> SendAsync(string text, string title = "Kopi", string article = "sains/kopi", string nonce = "n1", string topic = "") =>
        _bot.SendAsync(DiscordBot.ChatOf(_forum), Message.OfText(text) with { Post = new ForumPost(article, title, topic) }, nonce);
}
