using DigestBot.Chats;
using DigestBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Commands;

public sealed class LayoutCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("id", "tampilan judul tanggal bagian", "Yang tampil di ringkasan: judul, tanggal, bagian\n", "title date headings")]
    [InlineData("en", "layout title -votes +topic", "A digest shows: title, topic\n", "title topic")]
    [InlineData("id", "layout title, ringkasan", "Yang tampil di ringkasan: judul, ringkasan\n", "title digests")]
    [InlineData("en", "layout default", "A digest shows: title, link, lead, web, headings, numbers, digests, date, readingtime, buttons, votes\n", "")]
    public async Task A_layout_is_chosen_by_the_names_of_its_parts(string language, string line, string begin, string layout)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe sains");

        var said = await chat.SayAsync(line);

        Assert.StartsWith(begin, said);
        Assert.Contains("07:00 WIB", said);
        Assert.Equal(layout, $"{(await chat.Book.SettingsAsync(chat.Chat, Stop)).Layout}");
    }

    [Theory]
    [InlineData("id", "tampilan judul cuaca", "“cuaca” bukan isi ringkasan. Yang ada: judul, tautan,")]
    [InlineData("en", "layout <b>", "“<b>” is no part of a digest. There are: title, link,")]
    [InlineData("id", "tampilan tanggal", "Nanti tidak ada yang bisa dibaca")]
    [InlineData("en", "layout title -title", "That would leave nothing to read")]
    public async Task What_can_not_be_taken_is_said_and_changes_nothing(string language, string line, string begin)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        Assert.StartsWith(begin, await chat.SayAsync(line));
        Assert.Null((await chat.Book.SettingsAsync(chat.Chat, Stop)).Layout);
    }

    [Fact]
    public async Task Each_part_has_a_button_that_turns_it_over_in_place()
    {
        using var chat = await TestChat.OpenAsync();
        var all = await chat.AskAsync("layout");
        Assert.Equal(Enum.GetValues<LayoutPart>().Length + 2, all.Message.Buttons.Sum(row => row.Count));
        Assert.InRange(all.Message.Buttons.Count, 1, 5);

        var less = await chat.PressAsync(Find(all, "✓ nomor"));
        var more = await chat.PressAsync(Find(less, "topik"));
        Assert.True(more.Replaces);
        Assert.Equal("title link lead web headings digests topic date readingtime buttons votes", $"{(await chat.Book.SettingsAsync(chat.Chat, Stop)).Layout}");

        await chat.PressAsync(Find(more, "Bawaan"));
        Assert.Null((await chat.Book.SettingsAsync(chat.Chat, Stop)).Layout);
    }

    [Fact]
    public async Task Digests_previews_and_serials_have_the_chats_layout()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe kopi serial");
        await chat.AskAsync("layout judul ringkasan");

        Assert.Equal("Kopi Gayo\n0.  Kalimat 1 tentang Asal-usul.\n0.  Kalimat 1 tentang Cara Olah.", await chat.SayAsync("digest kopi"));
        Assert.Equal("Kopi Gayo\n1/3 ▓▓▓░░░░░░░", await chat.SayAsync("preview kopi isi"));
        await chat.AskAsync("next");
        Assert.Equal("Kopi Gayo\n0.  Kalimat 1 tentang Asal-usul.\n2/3 ▓▓▓▓▓▓░░░░", await chat.SayAsync("next"));
    }

    [Fact]
    public async Task A_chat_that_chose_nothing_has_the_operators_layout_and_changes_start_from_it()
    {
        using var chat = await TestChat.OpenAsync(services => services.Configure<LayoutOptions>(options => options.Layout = "judul bagian"));

        Assert.Equal("Kopi Gayo\n• Asal-usul\n• Cara Olah", await chat.SayAsync("digest kopi"));
        await chat.AskAsync("layout +nomor");
        Assert.Equal("Kopi Gayo\n1. Asal-usul\n2. Cara Olah", await chat.SayAsync("digest kopi"));
    }

    private static Button Find(Answer answer, string label) => answer.Message.Buttons.SelectMany(row => row).Single(button => button.Label == label);
}
