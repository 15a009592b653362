using CsCheck;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Digests;

namespace DigestBot.Subscriptions.Transfer;

public sealed class ChatFileTests
{
    private static readonly ChatId Chat = new("telegram", "77");
    private static readonly LibrarySnapshot Library = new([], [], [.. Enumerable.Range(1, 9).Select(number => new Edition(number, new ArticleId("a"), $"{number}abcdef0123456789", [], default))]);

    [Fact]
    public void What_was_written_is_read_back()
    {
        var settings = new ChatSettings
        {
            Chat = Chat,
            Language = "id",
            Zone = "Asia/Makassar",
            Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 30)),
            Silent = true,
            Pin = true,
            Layout = Layout.Parse("title digests date"),
            Pause = new ChatPause(ByPlatform: false, "", new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero)),
        };
        var subscription = new Subscription
        {
            Chat = Chat,
            Wants = new Wants { Topic = "sains `dan` <b>\"Bumi\"", Include = ["gempa"], NotSections = ["daftar pustaka"], Length = DigestLength.Short, Top = 5, Serial = true },
            Schedule = Schedule.Parse("07:00 18:00 mon-fri"),
            Position = 4,
            Serial = new SerialPlace("sains/kopi", 3),
        };

        var text = Assert.Single(ChatFileWriter.Write(settings, [subscription], Library));
        var file = ChatFileReader.Read(text);

        Assert.DoesNotContain('`', text);
        Assert.DoesNotContain('<', text);
        Assert.Equal(settings, file.Settings!(new ChatSettings { Chat = Chat }));
        var taken = Assert.Single(file.Subscriptions);
        Assert.Equal((subscription.Wants.Key, subscription.Schedule, subscription.Serial), (taken.Wants.Key, taken.Schedule, taken.Serial));
        Assert.Equal(new HadEdition(4, "4abcdef0"), taken.Had);
    }

    [Fact]
    public void A_platforms_own_pause_is_neither_taken_along_nor_lifted()
    {
        var refused = new ChatPause(ByPlatform: true, "blocked", new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero), Until: null);
        var asked = refused with { ByPlatform = false, Reason = "" };

        Assert.DoesNotContain("pause", Assert.Single(ChatFileWriter.Write(new ChatSettings { Chat = Chat, Pause = refused }, [], Library)), StringComparison.Ordinal);
        var paused = ChatFileReader.Read(Assert.Single(ChatFileWriter.Write(new ChatSettings { Chat = Chat, Pause = asked }, [], Library))).Settings!;
        Assert.Equal(refused, paused(new ChatSettings { Chat = Chat, Pause = refused }).Pause);
        Assert.Equal(asked, paused(new ChatSettings { Chat = Chat }).Pause);
        var beneath = ChatFileWriter.Write(new ChatSettings { Chat = Chat, Pause = refused with { Beneath = asked } }, [], Library);
        Assert.Equal(asked, ChatFileReader.Read(Assert.Single(beneath)).Settings!(new ChatSettings { Chat = Chat }).Pause);
    }

    [Theory]
    [InlineData("{\"digestbot\":1,\"settings\":{\"pause\":{}}}", "settings.pause.since")]
    [InlineData("{\"digestbot\":1,\"settings\":{\"pause\":{\"since\":\"yesterday\"}}}", "settings.pause.since")]
    [InlineData("{\"digestbot\":1,\"settings\":{\"pause\":{\"since\":\"2026-11-23T05:00:00Z\",\"until\":\"2026-11-23T05:00:00Z\"}}}", "settings.pause.until")]
    [InlineData("{\"digestbot\":1,\"settings\":{\"pause\":{\"since\":\"2026-11-23T05:00:00Z\",\"until\":\"9999-12-31T00:00:00Z\"}}}", "settings.pause.until")]
    public void A_pause_that_can_not_be_is_refused_with_its_place(string text, string key) =>
        Assert.Equal(key, Assert.Throws<ChatFileException>(() => ChatFileReader.Read(text)).Key);

    [Fact]
    public void Many_subscriptions_come_in_texts_that_each_fit_and_lose_none()
    {
        Subscription[] all = [.. Enumerable.Range(1, 50).Select(number => new Subscription
        {
            Chat = Chat,
            Wants = new Wants { Article = $"topik/artikel-nomor-{number}", Sections = ["ekonomi", "keamanan"] },
            Schedule = Schedule.Default,
            Position = 3,
        })];

        var texts = ChatFileWriter.Write(new ChatSettings { Chat = Chat }, all, Library);

        Assert.InRange(texts.Count, 2, 50);
        Assert.All(texts, text => Assert.InRange(text.Length, 1, ChatFileWriter.LongestText));
        var files = texts.Select(ChatFileReader.Read).ToArray();
        Assert.Equal([true, .. Enumerable.Repeat(false, texts.Count - 1)], files.Select(file => file.Settings is not null));
        Assert.Equal(all.Select(subscription => subscription.Wants.Key), files.SelectMany(file => file.Subscriptions).Select(taken => taken.Wants.Key));
    }

    [Fact]
    public void The_largest_wishes_that_can_be_typed_fit_into_a_message()
    {
        var name = Enumerable.Range(0, Wants.MostNames).Select(number => $"{number}" + new string('x', Wants.LongestName - 1)).ToArray();
        var subscription = new Subscription
        {
            Chat = Chat,
            Wants = new Wants { Topic = "sains", Include = name, Sections = name },
            Schedule = Schedule.Parse("00:00 02:00 04:00 06:00 08:00 10:00 12:00 14:00 16:00 18:00 20:00 22:00 mon,wed,fri"),
        };

        Assert.InRange(Assert.Single(ChatFileWriter.Write(new ChatSettings { Chat = Chat }, [subscription], Library)).Length, 1, ChatFileWriter.LongestText);
    }

    [Theory]
    [InlineData("", "NotJson", "")]
    [InlineData("halo", "NotJson", "")]
    [InlineData("[]", "NotJson", "")]
    [InlineData("{\"digestbot\":1", "NotJson", "")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[[[[[[[[]]]]]]]]}", "NotJson", "")]
    [InlineData("{}", "MissingKey", "digestbot")]
    [InlineData("{\"digestbot\":2}", "WrongValue", "digestbot")]
    [InlineData("{\"digestbot\":\"1\"}", "WrongValue", "digestbot")]
    [InlineData("{\"digestbot\":1,\"admin\":true}", "UnknownKey", "admin")]
    [InlineData("{\"digestbot\":1,\"digestbot\":1}", "WrongValue", "digestbot")]
    [InlineData("{\"digestbot\":1,\"settings\":{\"chat\":\"telegram:1\"}}", "UnknownKey", "settings.chat")]
    [InlineData("{\"digestbot\":1,\"settings\":{\"zone\":\"Mars/Olympus\"}}", "WrongValue", "settings.zone")]
    [InlineData("{\"digestbot\":1,\"settings\":{\"language\":\"de\"}}", "WrongValue", "settings.language")]
    [InlineData("{\"digestbot\":1,\"settings\":{\"layout\":\"title <b>\"}}", "WrongValue", "settings.layout")]
    [InlineData("{\"digestbot\":1,\"settings\":{\"quiet\":\"25:00-06:00\"}}", "WrongValue", "settings.quiet")]
    [InlineData("{\"digestbot\":1,\"settings\":{\"silent\":1}}", "WrongValue", "settings.silent")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":{}}", "WrongValue", "subscriptions")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{}]}", "MissingKey", "subscriptions[0].schedule")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"schedule\":\"07:00\"},{\"schedule\":\"07:00\"}]}", "WrongValue", "subscriptions")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"schedule\":\"every minute\"}]}", "WrongValue", "subscriptions[0].schedule")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"schedule\":\"07:00 every 366 days from 9999-12-31\"}]}", "WrongValue", "subscriptions[0].schedule")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"topic\":\"a\",\"article\":\"b\",\"schedule\":\"off\"}]}", "WrongValue", "subscriptions[0].article")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"topic\":\"\",\"schedule\":\"off\"}]}", "WrongValue", "subscriptions[0].topic")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"topic\":\"a\\u0000b\",\"schedule\":\"off\"}]}", "WrongValue", "subscriptions[0].topic")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"words\":[\"a\",7],\"schedule\":\"off\"}]}", "WrongValue", "subscriptions[0].words[1]")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"words\":[\"?\"],\"schedule\":\"off\"}]}", "WrongValue", "subscriptions[0].words")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"top\":11,\"schedule\":\"off\"}]}", "WrongValue", "subscriptions[0].top")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"top\":1e99,\"schedule\":\"off\"}]}", "WrongValue", "subscriptions[0].top")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"length\":\"huge\",\"schedule\":\"off\"}]}", "WrongValue", "subscriptions[0].length")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"had\":{\"edition\":1},\"schedule\":\"off\"}]}", "MissingKey", "subscriptions[0].had.hash")]
    [InlineData("{\"digestbot\":1,\"subscriptions\":[{\"reading\":{\"article\":\"a\",\"posted\":-1},\"schedule\":\"off\"}]}", "WrongValue", "subscriptions[0].reading.posted")]
    public void What_is_wrong_is_named_by_its_key(string text, string problem, string key)
    {
        var wrong = Assert.Throws<ChatFileException>(() => ChatFileReader.Read(text));

        Assert.Equal((problem, key), (wrong.Problem.ToString(), wrong.Key));
    }

    [Fact]
    public void A_text_without_end_is_not_looked_at() =>
        Assert.Equal(ChatFileProblem.TooLong, Assert.Throws<ChatFileException>(() => ChatFileReader.Read(new string('{', 1_000_000))).Problem);

    [Fact]
    public void Whatever_is_cut_or_changed_is_read_or_refused_and_never_throws_anything_else()
    {
        var text = ChatFileWriter.Write(new ChatSettings { Chat = Chat, Quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 0)) },
            [new Subscription { Chat = Chat, Wants = WantsText.Parse("kata: a, -b bagian: c pendek top 5 serial").Change.ApplyTo(new Wants()), Schedule = Schedule.Parse("07:00 every 3 days from 2026-11-24"), Position = 3, Serial = new SerialPlace("x/y", 2) }],
            Library)[0];

        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 3], Gen.Char[" {}[]\":,019-\\eEnullx"]).Sample((at, cut, put) =>
        {
            try
            {
                return ChatFileReader.Read(text[..at] + put + text[Math.Min(text.Length, at + cut)..]).Subscriptions.Count <= 1;
            }
            catch (ChatFileException)
            {
                return true;
            }
        });
    }
}
