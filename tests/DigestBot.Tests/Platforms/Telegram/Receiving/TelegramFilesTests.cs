using System.Text;
using DigestBot.Commands;
using DigestBot.Platforms.Telegram.Api;
using DigestBot.Simulators.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>A file with a command under it, or answered by one, over real HTTP.</summary>
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
        _bot = await TelegramConversation.StartAsync(configure: services => services.AddSingleton<IChatCommand>(_import));
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

        private static Answer Said(string text) => new(Chats.Message.OfText(text));
    }
}
