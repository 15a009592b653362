using System.Text;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Telegram.Api;
using DigestBot.Simulators;
using DigestBot.Simulators.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>A file with a command under it, or answered by one, and a file as an answer, over real HTTP.</summary>
public sealed class TelegramFilesTests : IAsyncLifetime
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("{\"digestbot\":1}");

    private readonly TakeFile _import = new();
    private TelegramConversation _bot = null!;
    private SimulatedUser _ani = null!;
    private SimulatedChat _private = null!;
    private SimulatedChat _group = null!;

    private TelegramPeople People => _bot.Telegram.People;

    public async ValueTask InitializeAsync()
    {
        _bot = await TelegramConversation.StartAsync(configure: services => services.AddSingleton<IChatCommand>(_import).AddSingleton<IChatCommand>(new GiveFile()));
        _ani = _bot.Telegram.World.AddUser("Ani");
        _private = _bot.Telegram.World.AddPrivateChat(_ani);
        _group = _bot.Telegram.World.AddGroup("Warga", _ani);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_file_with_the_command_under_it_is_fetched_in_a_group_too()
    {
        Assert.Equal("{\"digestbot\":1}", (await _bot.AnswerToAsync(People.Document(_private, _ani, "digestbot.json", Content, "/impor"))).Text);
        Assert.Equal("{\"digestbot\":1}", (await _bot.AnswerToAsync(People.Document(_group, _ani, "digestbot.json", Content, $"/import@{_bot.Telegram.World.BotName}"))).Text);
    }

    [Fact]
    public async Task The_command_can_answer_to_a_file()
    {
        Assert.Equal("{\"digestbot\":1}", (await _bot.AnswerToAsync(People.AnswerTo(_group, _ani, "digestbot.json", Content, "/import"))).Text);
    }

    [Fact]
    public async Task What_else_stands_under_a_file_is_none_of_the_bots_business()
    {
        People.Document(_private, _ani, "foto.json", Content, "liburan kami");
        People.Document(_private, _ani, "foto.json", Content, "/digest");
        People.Document(_private, _ani, "foto.json", Content, null);

        await _bot.HandledAsync();
        Assert.Empty(_bot.Ledger.Answers);
        Assert.DoesNotContain(_bot.Telegram.Ledger.Entries, entry => entry.Method is "getFile" or "download");
    }

    [Fact]
    public async Task No_more_is_read_than_was_asked_for()
    {
        var answer = await _bot.AnswerToAsync(People.Document(_private, _ani, "besar.json", new byte[TakeFile.Most + 1], "/import"));

        Assert.Equal("too much", answer.Text);
    }

    [Fact]
    public async Task An_answer_that_is_a_file_goes_into_its_topic_with_its_words_under_it()
    {
        var forum = _bot.Telegram.World.AddGroup("Forum", _ani, isForum: true);
        forum.Topics.Add(7);

        People.Say(forum, _ani, $"/export@{_bot.Telegram.World.BotName}", topic: 7);

        var entry = await _bot.CallAsync("sendDocument");
        Assert.Equal((Verdict.Accepted, "7"), (entry.Verdict, entry.Thread));
        var document = entry.Request!.Value.GetProperty("document");
        Assert.Equal(
            ("digestbot.json", "application/json", "{\"kopi\":\"☕\"}"),
            (document.GetProperty("file_name").GetString(), document.GetProperty("mime_type").GetString(), document.GetProperty("content").GetString()));
        var message = Assert.Single(forum.Messages.Values, message => message.IsBots);
        Assert.Equal("Kirim dengan /import", message.Text);
        Assert.Equal("code", message.Entities[0]!["type"]!.GetValue<string>());
        await _bot.HandledAsync();
        Assert.Empty(_bot.Ledger.Answers);
    }

    [Fact]
    public async Task A_file_that_Telegram_does_not_say_it_took_is_tried_once_and_comes_as_text()
    {
        Fault[] faults = [Fault.Answer(400, "Bad Request: not enough rights to send documents to the chat"), Fault.Answer(500), Fault.Cut(accepts: true), Fault.TooMany(3)];
        foreach (var fault in faults)
        {
            _bot.Telegram.Faults.Clear();
            _bot.Telegram.Faults.Add(fault with { Method = "sendDocument" });
            Assert.Equal("as text", (await _bot.AnswerToAsync(People.Say(_private, _ani, "/export"))).Text);
        }

        Assert.Equal(faults.Length, _bot.Telegram.Ledger.Entries.Count(entry => entry.Method == "sendDocument"));
    }

    [Theory]
    [InlineData("id", "Berkas itu tidak bisa kuambil. Teksnya saja juga bisa: salin, lalu kirim setelah /impor.")]
    [InlineData("en", "I could not fetch that file. Its text will do as well: copy it and send it after /import.")]
    public async Task Where_a_local_server_keeps_the_file_to_itself_the_text_is_asked_for(string language, string said)
    {
        await using var bot = await TelegramConversation.StartAsync(
            await TelegramSimulator.StartAsync(new TelegramSimulatorOptions { KeepsFiles = true }), services => services.AddSingleton<IChatCommand>(_import));
        var user = bot.Telegram.World.AddUser("Budi", language);
        var chat = bot.Telegram.World.AddPrivateChat(user);

        Assert.Equal(said, (await bot.AnswerToAsync(bot.Telegram.People.Document(chat, user, "digestbot.json", Content, "/import"))).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../../etc/passwd")]
    [InlineData("documents/../../x")]
    [InlineData("http://elsewhere.example/x")]
    [InlineData("a?b")]
    public async Task A_path_that_leads_elsewhere_is_not_followed(string path)
    {
        await using var sender = await TelegramBot.StartAsync(_bot.Telegram);

        var failure = await Assert.ThrowsAsync<TelegramFailure>(() => sender.Api.DownloadAsync(path, 100, TestContext.Current.CancellationToken));

        Assert.DoesNotContain(_bot.Telegram.Token, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_bot.Telegram.Ledger.Entries, entry => entry.Method == "download");
    }

    [Fact]
    public async Task A_file_that_is_gone_is_a_failure_without_the_token()
    {
        await using var sender = await TelegramBot.StartAsync(_bot.Telegram);

        var failure = await Assert.ThrowsAsync<TelegramFailure>(() => sender.Api.DownloadAsync("documents/none.json", 100, TestContext.Current.CancellationToken));

        Assert.Equal(404, failure.Status);
        Assert.DoesNotContain(_bot.Telegram.Token.Split(':')[1], failure.ToString(), StringComparison.Ordinal);
    }

    private sealed class TakeFile : IChatCommand
    {
        public const int Most = 100;

        public CommandInfo Info { get; } = new("import", ["impor"], CommandAccess.Manager, []);

        public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
        {
            try
            {
                return Said(context.Request.File is { } file ? Encoding.UTF8.GetString(await file.ReadAsync(Most, cancellationToken)) : "no file");
            }
            catch (InvalidDataException)
            {
                return Said("too much");
            }
        }

        private static Answer Said(string text) => new(Message.OfText(text));
    }

    private sealed class GiveFile : IChatCommand
    {
        public CommandInfo Info { get; } = new("export", ["ekspor"], CommandAccess.Anyone, []);

        public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken) => Task.FromResult(new Answer(Message.OfText("as text"))
        {
            File = new AnswerFile("digestbot.json", "{\"kopi\":\"☕\"}", new Message([new TextBlock([new Span("Kirim dengan "), new Span("/import", SpanStyle.Code)])])),
        });
    }
}
