using DigestBot.Simulators;
using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Discord.World;

namespace DigestBot.Platforms.Discord.Simulator;

/// <summary>
/// The simulator takes the messages that Discord takes, refuses the others in its words, and keeps a true ledger.
/// </summary>
public sealed class DiscordMessagesTests : IAsyncLifetime
{
    private DiscordSimulator _discord = null!;
    private RawRest _rest = null!;
    private DiscordUser _ani = null!;
    private DiscordGuild _guild = null!;
    private DiscordChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _discord = await DiscordSimulator.StartAsync(new DiscordSimulatorOptions { ChecksContract = false });
        _rest = new RawRest(_discord);
        _ani = _discord.World.AddUser("Ani");
        _guild = _discord.World.AddGuild("Warta", _ani);
        _channel = _discord.World.AddChannel(_guild, "berita");
    }

    public async ValueTask DisposeAsync()
    {
        _rest.Dispose();
        await _discord.DisposeAsync();
    }

    [Theory]
    [InlineData("""{}""", 50006, null)]
    [InlineData("""{"content":"  \n "}""", 50006, null)]
    [InlineData("""{"content":"L2001"}""", 50035, "content BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":null,"embeds":[{"title":"x"}]}""", 50035, "content BASE_TYPE_REQUIRED")]
    [InlineData("""{"content":5}""", 50035, "content STRING_TYPE_CONVERT")]
    [InlineData("""{"embeds":[{},{},{},{},{},{},{},{},{},{},{}]}""", 50035, "embeds BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{}]}""", 50035, "embeds.0.description BASE_TYPE_REQUIRED")]
    [InlineData("""{"embeds":[{"title":"L257"}]}""", 50035, "embeds.0.title BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"description":"L4097"}]}""", 50035, "embeds.0.description BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"description":"L3001"},{"description":"L3000"}]}""", 50035, "embeds MAX_EMBED_SIZE_EXCEEDED")]
    [InlineData("""{"embeds":[{"fields":[{"name":"n","value":"L1025"}]}]}""", 50035, "embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"fields":[{"name":"L257","value":"v"}]}]}""", 50035, "embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"fields":[{"name":" ","value":"v"}]}]}""", 50035, "embeds.0.fields.0.name BASE_TYPE_REQUIRED")]
    [InlineData("""{"embeds":[{"title":"x","footer":{"text":"L2049"}}]}""", 50035, "embeds.0.footer.text BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"title":"x","author":{"name":"L257"}}]}""", 50035, "embeds.0.author.name BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"title":"x","url":"javascript:alert(1)"}]}""", 50035, "embeds.0.url URL_TYPE_INVALID_URL")]
    [InlineData("""{"embeds":[{"title":"x","url":"http://wiki/page"}]}""", 50035, "embeds.0.url URL_TYPE_INVALID_URL")]
    [InlineData("""{"embeds":[{"title":"x","url":"https://localhost:8080/"}]}""", 50035, "embeds.0.url URL_TYPE_INVALID_URL")]
    [InlineData("""{"embeds":[{"title":"x","url":"L2049"}]}""", 50035, "embeds.0.url BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"embeds":[{"title":"x","color":16777216}]}""", 50035, "embeds.0.color NUMBER_TYPE_MAX")]
    [InlineData("""{"embeds":[{"title":"x","timestamp":"kemarin"}]}""", 50035, "embeds.0.timestamp DATE_TIME_TYPE_PARSE")]
    [InlineData("""{"content":"x","components":[ROW,ROW,ROW,ROW,ROW,ROW]}""", 50035, "components BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[]}]}""", 50035, "components.0.components BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"L81","custom_id":"a"}]}]}""", 50035, "label BASE_TYPE_MAX_LENGTH")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"L101"}]}]}""", 50035, "custom_id BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a"}]}]}""", 50035, "custom_id BASE_TYPE_REQUIRED")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":5,"label":"a","custom_id":"b"}]}]}""", 50035, "MUTUALLY_EXCLUSIVE")]
    [InlineData("""{"content":"x","components":[ROW,ROW]}""", 50035, "COMPONENT_CUSTOM_ID_DUPLICATED")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[]}]}]}""", 50035, "options BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[O,O]}]}]}""", 50035, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED")]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[O]},{"type":2,"style":1,"label":"a","custom_id":"b"}]}]}""", 50035, "WIDTH_EXCEEDED")]
    [InlineData("""{"content":"x","nonce":"L26"}""", 50035, "nonce NONCE_TYPE_TOO_LONG")]
    [InlineData("""{"content":"x","flags":64}""", 50035, "flags MESSAGE_FLAGS_INVALID")]
    [InlineData("""{"content":"x","allowed_mentions":{"parse":["all"]}}""", 50035, "allowed_mentions.parse.0 BASE_TYPE_CHOICES")]
    [InlineData("""{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}""", 50035, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE")]
    [InlineData("""{"content":""", 50109, null)]
    public async Task A_wrong_message_is_refused_with_its_code_and_the_field(string body, int code, string? words)
    {
        var answer = await PostAsync(Long(body));

        Assert.Equal((400, code), (answer.Status, answer.Code));
        var entry = Assert.Single(_discord.Ledger.Entries);
        Assert.Equal(Verdict.Refused, entry.Verdict);
        if (words is not null)
        {
            Assert.Contains(words, entry.Reason);
            Assert.NotNull(answer.Json["errors"]);
        }

        Assert.Empty(_channel.Messages);
    }

    [Theory]
    [InlineData("http://192.168.0.1:8080/page")]
    [InlineData("http://[::1]/page")]
    [InlineData("https://wiki.example.com/page")]
    public async Task An_address_in_numbers_or_with_a_dot_in_its_name_is_taken(string url) =>
        Assert.Equal(200, (await PostAsync($$"""{"embeds":[{"title":"x","url":"{{url}}"}]}""")).Status);

    [Fact]
    public async Task The_errors_tree_leads_to_the_field()
    {
        var answer = await PostAsync(Long("""{"embeds":[{"title":"x"},{"title":"L257"}]}"""));

        Assert.Equal(
            "BASE_TYPE_MAX_LENGTH", answer.Json["errors"]!["embeds"]!["1"]!["title"]!["_errors"]![0]!["code"]!.ToString());
    }

    [Fact]
    public async Task A_message_at_every_limit_is_taken()
    {
        var options = string.Join(',', Enumerable.Range(0, 25).Select(i => $$"""{"label":"{{new string('l', 100)}}","value":"v{{i}}"}"""));
        var rows = string.Join(',', Enumerable.Range(0, 4).Select(row => $$"""{"type":1,"components":[{{string.Join(',', Enumerable.Range(0, 5).Select(i => $$"""{"type":2,"style":2,"label":"{{new string('b', 80)}}","custom_id":"{{row}}-{{i}}"}"""))}}]}"""));
        var fields = string.Join(',', Enumerable.Range(0, 25).Select(_ => """{"name":"n","value":"v"}"""));
        var body = Long($$$"""{"content":"L2000","embeds":[{"description":"L4096"},{"title":"L256","fields":[{{{fields}}}]},{"description":"L1598"}],"components":[{{{rows}}},{"type":1,"components":[{"type":3,"custom_id":"s","options":[{{{options}}}]}]}],"nonce":"L25","enforce_nonce":true}""");

        var answer = await PostAsync(body);

        Assert.Equal(200, answer.Status);
        var message = Assert.Single(_channel.Messages);
        Assert.Equal((20, 25), (message.Buttons.Count, message.Choices.Count));
        Assert.Equal(answer["id"], _discord.Ledger.Entries[0].MessageId);
    }

    [Fact]
    public async Task A_nonce_is_enforced_for_two_minutes()
    {
        var first = await PostAsync("""{"content":"satu","nonce":"n1","enforce_nonce":true}""");
        var again = await PostAsync("""{"content":"dua","nonce":"n1","enforce_nonce":true}""");
        _discord.World.Now = () => DateTimeOffset.UtcNow.AddMinutes(2);
        var late = await PostAsync("""{"content":"tiga","nonce":"n1","enforce_nonce":true}""");

        Assert.Equal((first["id"], "satu"), (again["id"], again["content"]));
        Assert.NotEqual(first["id"], late["id"]);
        Assert.Equal(["satu", "tiga"], _channel.Messages.Select(message => message.Content));
        Assert.Equal(
            [Verdict.Accepted, Verdict.Duplicate, Verdict.Accepted], _discord.Ledger.Entries.Select(entry => entry.Verdict));
    }

    [Fact]
    public async Task A_message_cut_after_it_was_taken_is_not_taken_twice()
    {
        _discord.Faults.Add(Fault.Cut(accepts: true) with { Method = "createMessage", Times = 1 });
        const string Body = """{"content":"satu","nonce":"n1","enforce_nonce":true}""";

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(Body));
        Assert.Equal(200, (await PostAsync(Body)).Status);

        Assert.Single(_channel.Messages);
        Assert.Equal(("cut after", 0), (_discord.Ledger.Entries[0].Fault, _discord.Ledger.Entries[0].Status));
    }

    [Fact]
    public async Task Whom_a_message_rings_is_seen()
    {
        await PostAsync("""{"content":"@everyone <@123> <@&77>"}""");
        await PostAsync("""{"content":"@everyone <@123>","allowed_mentions":{"parse":[]}}""");

        Assert.Equal(["everyone", "123", "77"], _channel.Messages[0].Pings);
        Assert.Empty(_channel.Messages[1].Pings);
    }

    [Fact]
    public async Task Of_embeds_with_one_URL_only_the_first_is_shown()
    {
        await PostAsync("""{"embeds":[{"title":"a","url":"https://x.org"},{"title":"b","url":"https://x.org"},{"title":"c"},{"title":"c"}]}""");

        Assert.Equal("a\nc\nc", _channel.Messages[0].Text);
    }

    [Fact]
    public async Task What_the_bot_may_not_do_is_refused_each_with_its_code()
    {
        var (silent, hidden, plain) = (Add("diam"), Add("gelap"), Add("polos"));
        silent.BotPermissions &= ~DiscordPermissions.SendMessages;
        hidden.BotPermissions = DiscordPermissions.None;
        plain.BotPermissions &= ~DiscordPermissions.EmbedLinks;
        var thread = _discord.World.AddThread(_channel, "benang");
        _discord.People.Archive(thread);
        var forum = _discord.World.AddChannel(_guild, "forum", ChannelKind.Forum);
        var shy = _discord.World.AddUser("Budi");
        shy.AcceptsDirectMessages = false;
        var gone = Add("hilang");
        _discord.People.Delete(gone);
        var left = _discord.World.AddGuild("Bekas", _ani);
        var outside = _discord.World.AddChannel(left, "luar");
        _discord.People.Remove(left);

        Assert.Equal((403, 50013), await CodeAsync(silent));
        Assert.Equal((403, 50001), await CodeAsync(hidden));
        Assert.Equal((200, 0), await CodeAsync(plain));
        Assert.Equal((403, 50013), await CodeAsync(plain, """{"embeds":[{"title":"x"}]}"""));
        Assert.Equal((400, 50083), await CodeAsync(thread));
        Assert.Equal((400, 50008), await CodeAsync(forum));
        Assert.Equal((403, 50007), await CodeAsync(_discord.World.OpenDirectMessages(shy)));
        Assert.Equal((404, 10003), await CodeAsync(gone));
        Assert.Equal((403, 50001), await CodeAsync(outside));
        Assert.Equal((200, 0), await CodeAsync(_discord.World.AddThread(forum, "pos")));
        Assert.Equal(5, _discord.Rates.InvalidRequests);
    }

    [Fact]
    public async Task A_message_is_edited_and_deleted()
    {
        var id = (await PostAsync("""{"content":"satu","embeds":[{"title":"t"}]}"""))["id"];
        var path = $"channels/{_channel.Id}/messages/{id}";

        Assert.Equal("dua", (await _rest.SendAsync("PATCH", path, """{"content":"dua"}"""))["content"]);
        Assert.Equal("dua\nt", _channel.Messages[0].Text);
        Assert.Equal(204, (await _rest.SendAsync("DELETE", path)).Status);
        Assert.Equal(10008, (await _rest.SendAsync("GET", path)).Code);
        Assert.Empty(_channel.Messages);
    }

    [Fact]
    public async Task A_direct_message_channel_is_the_same_each_time()
    {
        var first = await _rest.SendAsync("POST", "users/@me/channels", $$"""{"recipient_id":"{{_ani.Id}}"}""");
        var again = await _rest.SendAsync("POST", "users/@me/channels", $$"""{"recipient_id":"{{_ani.Id}}"}""");

        Assert.Equal((first["id"], "1"), (again["id"], again["type"]));
        Assert.Equal(10013, (await _rest.SendAsync("POST", "users/@me/channels", """{"recipient_id":"5"}""")).Code);
    }

    private DiscordChannel Add(string name) => _discord.World.AddChannel(_guild, name);

    private Task<RawAnswer> PostAsync(string body) => _rest.SendAsync("POST", $"channels/{_channel.Id}/messages", body);

    private async Task<(int, int)> CodeAsync(DiscordChannel channel, string body = """{"content":"x"}""")
    {
        var answer = await _rest.SendAsync("POST", $"channels/{channel.Id}/messages", body);
        return (answer.Status, answer.Code);
    }

    /// <summary>Writes out <c>L257</c> as a text of that length, and the short names of parts.</summary>
    private static string Long(string body)
    {
        foreach (var length in (int[])[2001, 2000, 4097, 4096, 3001, 3000, 2049, 1598, 1025, 257, 256, 101, 81, 26, 25])
            body = body.Replace($"\"L{length}\"", $"\"{new string('a', length)}\"", StringComparison.Ordinal);
        return body.Replace("ROW", """{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"a"}]}""", StringComparison.Ordinal)
            .Replace("O,O", """{"label":"a","value":"v"},{"label":"b","value":"v"}""", StringComparison.Ordinal)
            .Replace("[O]", """[{"label":"a","value":"v"}]""", StringComparison.Ordinal);
    }
}
