using DigestBot.Chats;
using DigestBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Commands;

public sealed class ManageCommandTests
{
    private static readonly ChatId Channel = new("test", "-100");

    private readonly FakeManagedChats _chats = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_about_the_chat_act_on_the_channel_until_it_is_ended()
    {
        using var chat = await OpenAsync();

        Assert.StartsWith("Yang dikelola dari sini: Kabar.", await chat.SayAsync("kelola @kabar"));
        Assert.StartsWith("Untuk Kabar:\nLangganan aktif: sains", await chat.SayAsync("langganan sains"));
        Assert.StartsWith("Untuk Kabar:\nJadwal: setiap hari pukul 18:00.", await chat.SayAsync("jadwal 18:00"));
        Assert.StartsWith("Untuk Kabar:\nLanggananmu\n1. sains", await chat.SayAsync("langgananku"));
        Assert.StartsWith("Untuk Kabar:\nPratinjau: sains", await chat.SayAsync("pratinjau"));
        Assert.StartsWith("Artikel\n", await chat.SayAsync("artikel"));

        Assert.StartsWith("Oke, perintah di sini kembali", await chat.SayAsync("kelola mati"));
        Assert.StartsWith("Belum ada langganan.", await chat.SayAsync("langgananku"));
        Assert.Equal("18:00", Assert.Single(await chat.Book.ListAsync(Channel, Stop)).Schedule.ToString());
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, Stop));
    }

    [Theory]
    [InlineData("id", "kelola @lain", "“@lain” tidak ketemu, atau kamu bukan adminnya.")]
    [InlineData("en", "manage @other", "“@other” was not found, or you do not manage it.")]
    [InlineData("id", "kelola", "Sebutkan channel atau grupnya: di Telegram /kelola @channelku")]
    [InlineData("en", "manage", "Name the channel or group: on Telegram /manage @mychannel")]
    public async Task What_is_not_there_or_not_the_askers_is_answered_alike(string language, string line, string text)
    {
        using var chat = await OpenAsync();
        chat.Language = language;

        Assert.StartsWith(text, await chat.SayAsync(line));

        _chats.Manager = "somebody else";
        Assert.Contains("@kabar", await chat.SayAsync("manage @kabar"));
        Assert.Null(await chat.Store.GetManagedAsync(chat.Chat, Stop));
    }

    [Fact]
    public async Task A_file_says_whose_it_is_as_its_text_does()
    {
        using var chat = await OpenAsync();
        await chat.AskAsync("manage @kabar");

        var answer = await chat.AskAsync("export");

        Assert.All([answer.Message, answer.File!.Caption], said => Assert.StartsWith("Untuk Kabar:", PlainText.Of(said)));
    }

    [Fact]
    public async Task Who_lost_the_right_changes_nothing_any_more()
    {
        using var chat = await OpenAsync();
        await chat.AskAsync("manage @kabar");
        _chats.Manager = "somebody else";

        Assert.StartsWith("Kamu bukan admin Kabar lagi", await chat.SayAsync("subscribe sains"));
        Assert.StartsWith("Kamu bukan admin Kabar lagi", await chat.SayAsync("subscriptions"));
        Assert.StartsWith("Kamu bukan admin Kabar lagi", PlainText.Of((await chat.PressAsync(new Button("", "subscribe"))).Message));
        Assert.Empty(await chat.Book.ListAsync(Channel, Stop));
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, Stop));
    }

    [Fact]
    public async Task A_right_that_cannot_be_checked_is_not_given()
    {
        using var chat = await OpenAsync();
        await chat.AskAsync("manage @kabar");
        _chats.Failure = new HttpRequestException("no route");

        Assert.StartsWith("Maaf", await chat.SayAsync("subscribe sains"));
        Assert.Empty(await chat.Book.ListAsync(Channel, Stop));
    }

    [Fact]
    public async Task What_is_completed_comes_from_the_chat_that_is_managed()
    {
        using var chat = await OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("manage @kabar");
        await chat.AskAsync("subscribe sains");
        var typing = new SuggestionRequest { Chat = chat.Chat, User = chat.User, Command = "unsubscribe", Parameter = "what", Typed = "" };

        Assert.Equal("sains", Assert.Single(await chat.Dispatcher.SuggestAsync(typing, Stop)).Label);
        _chats.Manager = "somebody else";
        Assert.Equal("geopolitik", Assert.Single(await chat.Dispatcher.SuggestAsync(typing, Stop)).Label);
    }

    [Fact]
    public async Task A_group_stands_for_itself_alone()
    {
        using var chat = await OpenAsync();
        await chat.AskAsync("manage @kabar");
        chat.IsPrivate = false;

        Assert.StartsWith("Yang ini hanya lewat percakapan pribadi", await chat.SayAsync("manage @kabar"));
        Assert.StartsWith("Langganan aktif", await chat.SayAsync("subscribe"));
        Assert.Single(await chat.Book.ListAsync(chat.Chat, Stop));
    }

    [Fact]
    public async Task Where_a_platform_has_no_need_of_it_it_says_what_to_do()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Di sini tidak perlu: ketik perintahnya langsung, misalnya /setelan.", await chat.SayAsync("kelola @kabar"));
    }

    private Task<TestChat> OpenAsync() => TestChat.OpenAsync(services => services.AddSingleton<IManagedChats>(_chats));

    private sealed class FakeManagedChats : IManagedChats
    {
        public string Platform => "test";

        public string Manager { get; set; } = "2";

        public Exception? Failure { get; set; }

        public Task<ManagedChat?> FindAsync(string wanted, string user, CancellationToken cancellationToken) =>
            Task.FromResult(wanted == "@kabar" && user == Manager ? new ManagedChat(Channel, "Kabar") : null);

        public Task<bool> ManagesAsync(ChatId chat, string user, CancellationToken cancellationToken) =>
            Failure is null ? Task.FromResult(chat == Channel && user == Manager) : Task.FromException<bool>(Failure);
    }
}
