using System.Text;
using DigestBot.Chats;
using DigestBot.Subscriptions;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class ExportAndImportTests
{
    private static readonly ChatId Other = new("elsewhere", "900");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chat_takes_all_it_has_along_and_goes_on_where_it_stood()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains +gempa bagian: ekonomi pendek top 5");
        await chat.AskAsync("subscribe kopi gayo serial");
        foreach (var line in new[] { "schedule sains 18:00 sen-jum", "timezone WITA", "quiet 22:00-06:00", "silent on", "next kopi" })
            await chat.AskAsync(line);
        var stored = await chat.Book.ListAsync(chat.Chat, Stop);
        await chat.Store.SaveAsync([stored[0] with { Position = 3 }], Stop);
        var before = await chat.Book.ListAsync(chat.Chat, Stop);
        var text = Codes(await chat.AskAsync("ekspor"))[0];

        chat.Chat = Other;
        var answer = await chat.SayAsync($"import {text}");

        Assert.StartsWith("Berhasil diimpor: setelan dan 2 langganan.\n1. sains · Sen–Jum pukul 18:00 · hanya bagian “ekonomi” · artikel dengan kata “gempa” · pendek", answer);
        Assert.EndsWith("WITA", answer);
        Assert.Equal(before.Select(Shown), (await chat.Book.ListAsync(Other, Stop)).Select(Shown));
        var settings = await chat.Book.SettingsAsync(Other, Stop);
        Assert.Equal(("Asia/Makassar", true, new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 0))), (settings.Zone, settings.Silent, settings.Quiet));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_taken_in_goes_on_where_the_platform_alone_had_paused_the_chat(bool byPlatform)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");
        var text = Codes(await chat.AskAsync("export"))[0];
        chat.Chat = Other;
        var pause = new ChatPause(byPlatform, "bot was blocked by the user", chat.Clock.GetUtcNow(), null);
        await chat.Store.SaveChatAsync(new ChatSettings { Chat = Other, Pause = pause }, Stop);

        await chat.AskAsync(text);

        Assert.Equal(byPlatform ? null : pause, (await chat.Book.SettingsAsync(Other, Stop)).Pause);
    }

    [Fact]
    public async Task The_text_alone_is_enough_and_taken_twice_changes_nothing()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains pendek");
        var text = Codes(await chat.AskAsync("export"))[0];
        chat.Chat = Other;

        await chat.AskAsync(text);
        Assert.Contains("sains", await chat.SayAsync(text));

        Assert.Single(await chat.Book.ListAsync(Other, Stop));
    }

    [Fact]
    public async Task A_place_that_is_kept_here_goes_before_the_one_that_came_along()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");
        var stored = Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop));
        await chat.Store.SaveAsync([stored with { Position = 4, Last = "2026-11-23T07:00" }], Stop);

        await chat.AskAsync("import {\"digestbot\":1,\"subscriptions\":[{\"topic\":\"sains\",\"schedule\":\"08:00\"}]}");

        var after = Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop));
        Assert.Equal((4, "2026-11-23T07:00", "08:00"), (after.Position, after.Last, after.Schedule.ToString()));
    }

    [Fact]
    public async Task A_place_in_another_bots_numbering_is_not_believed()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.SayAsync("import {\"digestbot\":1,\"subscriptions\":[{\"schedule\":\"07:00\",\"had\":{\"edition\":3,\"hash\":\"00000000\"}}]}");

        Assert.Contains("Sampai mana bacaannya tidak dikenali di sini", answer);
        Assert.Null(Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop)).Position);
    }

    [Theory]
    [InlineData("id", "import {\"digestbot\":1,\"subscriptions\":[{\"topic\":\"a\",\"schedule\":\"07:00\"},{\"topic\":\"b\",\"schedule\":\"kapan-kapan\"}]}", "Tidak ada yang diimpor: isi “subscriptions[1].schedule” tidak benar.\nKetik /ekspor")]
    [InlineData("en", "import {\"digestbot\":1,\"operators\":[]}", "Nothing was imported: “operators” is not known.\nType /export")]
    [InlineData("en", "import please", "This is not a text from /export, or a part of it is missing.\nType /export")]
    [InlineData("id", "impor", "Ketik /ekspor di percakapan lama")]
    public async Task What_is_not_in_order_is_named_and_nothing_is_taken_in(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        Assert.StartsWith(text, await chat.SayAsync(line));
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, Stop));
    }

    [Fact]
    public async Task A_pause_that_somebody_asked_for_comes_along_and_ends_when_it_did()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("pause 3 hari");
        var pause = (await chat.Book.SettingsAsync(chat.Chat, Stop)).Pause;
        var text = Codes(await chat.AskAsync("export"))[0];
        chat.Chat = Other;

        Assert.StartsWith("Berhasil diimpor: setelan dan 1 langganan.", await chat.SayAsync(text));

        Assert.NotNull(pause?.Until);
        Assert.Equal(pause, (await chat.Book.SettingsAsync(Other, Stop)).Pause);
    }

    [Fact]
    public async Task A_file_is_taken_in_like_its_text_and_a_byte_order_mark_does_not_matter()
    {
        using var chat = await TestChat.OpenAsync();
        chat.File = FileOf([0xEF, 0xBB, 0xBF, .. "{\"digestbot\":1,\"subscriptions\":[{\"topic\":\"sains\",\"schedule\":\"07:00\"}]}"u8]);

        Assert.StartsWith("Berhasil diimpor: 1 langganan.", await chat.SayAsync("impor"));
        Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop));
    }

    [Fact]
    public async Task However_many_texts_it_takes_one_file_has_it_all_and_is_taken_in_at_once()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.Store.SaveAsync([.. Enumerable.Range(1, 40).Select(number => Longing(chat.Chat, number, sections: 2))], Stop);

        var answer = await chat.AskAsync("export");
        chat.Chat = Other;
        chat.File = FileOf(Encoding.UTF8.GetBytes(answer.File!.Json));

        Assert.True(Codes(answer).Length > 1);
        Assert.Equal("digestbot.json", answer.File.Name);
        Assert.StartsWith("Berhasil diimpor: setelan dan 40 langganan.", await chat.SayAsync("import"));
        Assert.Equal(40, (await chat.Book.ListAsync(Other, Stop)).Count);
    }

    [Fact]
    public async Task What_would_be_too_large_a_file_to_be_taken_in_comes_as_texts_alone()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.Store.SaveAsync([.. Enumerable.Range(1, 50).Select(number => Longing(chat.Chat, number, sections: 30))], Stop);

        var answer = await chat.AskAsync("export");

        Assert.Null(answer.File);
        Assert.Equal(50, Codes(answer).Length);
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_no_text_is_named_and_nothing_is_taken_in()
    {
        using var chat = await TestChat.OpenAsync();
        chat.File = new AttachedFile(64 * 1024 + 1, (_, _) => throw new InvalidOperationException("fetched"));
        Assert.StartsWith("Itu terlalu panjang", await chat.SayAsync("impor"));

        chat.File = new AttachedFile(10, (most, _) => throw new InvalidDataException($"more than {most}"));
        Assert.StartsWith("Itu terlalu panjang", await chat.SayAsync("impor"));

        chat.File = FileOf([0xFF, 0xFE, 0x7B]);
        Assert.StartsWith("Ini bukan teks dari /ekspor", await chat.SayAsync("impor"));

        chat.File = new AttachedFile(10, (_, _) => throw new HttpRequestException("no route"));
        Assert.StartsWith("Maaf", await chat.SayAsync("impor"));
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, Stop));
    }

    [Fact]
    public async Task A_file_of_somebody_who_may_not_change_the_chat_is_not_fetched()
    {
        using var chat = await TestChat.OpenAsync();
        (chat.IsPrivate, chat.CanManage) = (false, false);
        var fetched = false;
        chat.File = new AttachedFile(10, (_, _) =>
        {
            fetched = true;
            return Task.FromResult<byte[]>([]);
        });

        Assert.StartsWith("Di sini hanya admin", await chat.SayAsync("impor"));
        Assert.False(fetched);
    }

    [Fact]
    public async Task More_than_a_chat_can_have_is_refused()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");
        var many = string.Join(',', Enumerable.Range(1, 50).Select(number => $"{{\"topic\":\"t{number}\",\"schedule\":\"off\"}}"));

        Assert.StartsWith("Di sini sudah ada 50 langganan", await chat.SayAsync($"import {{\"digestbot\":1,\"subscriptions\":[{many}]}}"));
        Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop));
    }

    private static Subscription Longing(ChatId chat, int number, int sections) => new()
    {
        Chat = chat,
        Wants = new Wants { Topic = $"topik {number}", Sections = [.. Enumerable.Range(1, sections).Select(section => $"bagian {section} yang namanya panjang sekali sampai ke sini")] },
        Schedule = Schedule.Default,
    };

    private static AttachedFile FileOf(byte[] content) => new(content.Length, (_, _) => Task.FromResult(content));

    private static string[] Codes(Answer answer) => [.. answer.Message.Blocks.OfType<TextBlock>()
        .Select(block => block.Spans).Where(spans => spans is [{ Style: SpanStyle.Code }]).Select(spans => spans[0].Text)];

    private static string Shown(Subscription subscription) =>
        $"{subscription.Wants.Key} {subscription.Schedule} {subscription.Position} {subscription.Serial} {subscription.Next}";
}
