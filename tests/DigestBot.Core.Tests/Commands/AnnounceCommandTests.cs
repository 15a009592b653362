using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class AnnounceCommandTests
{
    private const string Text = "Besok tidak ada ringkasan.\n\nSampai lusa.";

    [Fact]
    public async Task It_is_shown_with_how_many_get_it_and_goes_out_once_when_confirmed()
    {
        using var chat = await OperatorsAsync();

        var preview = await chat.AskAsync($"umumkan {Text}");

        Assert.Equal(
            """
            Inilah yang akan diterima setiap percakapan:
            Besok tidak ada ringkasan.
            Sampai lusa.
            Percakapan: test 3
            """, PlainText.Of(preview.Message));
        Assert.Equal(["Kirim ke 3 percakapan", "Batal"], preview.Message.Buttons[0].Select(button => button.Label));
        Assert.True(preview.Private);
        Assert.Empty(chat.Announcements.Enqueued);

        var sent = await chat.PressAsync(preview.Message.Buttons[0][0]);
        Assert.Equal("Sedang dikirim ke 3 percakapan.", PlainText.Of(sent.Message));
        Assert.True(sent.Replaces);
        var announcement = Assert.Single(chat.Announcements.Enqueued);
        Assert.Equal(("test", 1, 1), (announcement.Platform, announcement.Parts.Count, announcement.SilentParts.Count));
        Assert.Equal(chat.Clock.GetUtcNow().AddDays(1), announcement.ExpiresAt);

        Assert.Equal("Semua percakapan sudah menerima pengumuman ini.", PlainText.Of((await chat.PressAsync(preview.Message.Buttons[0][0])).Message));
    }

    [Fact]
    public async Task Cancelled_it_goes_nowhere()
    {
        using var chat = await OperatorsAsync();
        var preview = await chat.AskAsync($"umumkan {Text}");

        Assert.Equal("Tidak ada yang dikirim.", PlainText.Of((await chat.PressAsync(preview.Message.Buttons[0][1])).Message));

        Assert.StartsWith("Pratinjau ini sudah tidak ada", PlainText.Of((await chat.PressAsync(preview.Message.Buttons[0][0])).Message));
        Assert.Empty(chat.Announcements.Enqueued);
    }

    [Fact]
    public async Task A_preview_of_yesterday_and_one_of_somebody_else_confirm_nothing()
    {
        using var chat = await OperatorsAsync();
        var preview = await chat.AskAsync($"umumkan {Text}");
        chat.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.StartsWith("Pratinjau ini sudah tidak ada", PlainText.Of((await chat.PressAsync(preview.Message.Buttons[0][0])).Message));

        preview = await chat.AskAsync($"umumkan {Text}");
        chat.User = "2";
        Assert.Equal(Words.Indonesian["Refused_Operator"], PlainText.Of((await chat.PressAsync(preview.Message.Buttons[0][0])).Message));

        Assert.Empty(chat.Announcements.Enqueued);
    }

    [Fact]
    public async Task A_text_that_looks_like_a_confirmation_is_a_text()
    {
        using var chat = await OperatorsAsync();

        Assert.Contains("send 12345678", await chat.SayAsync("umumkan send 12345678"));
    }

    [Theory]
    [InlineData("umumkan", "Tulis teksnya setelah perintah")]
    [InlineData("umumkan x", "Belum ada percakapan yang berlangganan")]
    public async Task Without_a_text_or_without_readers_it_says_what_is_missing(string line, string answer)
    {
        using var chat = await OperatorsAsync();
        chat.Announcements.Chats = 0;

        Assert.StartsWith(answer, await chat.SayAsync(line));
    }

    [Fact]
    public async Task A_text_that_fits_no_message_is_refused()
    {
        using var chat = await OperatorsAsync();

        Assert.StartsWith("Pengumuman paling panjang 3.000 karakter", await chat.SayAsync($"umumkan {new string('x', 3001)}"));
    }

    private static async Task<TestChat> OperatorsAsync()
    {
        var chat = await TestChat.OpenAsync();
        chat.User = "1";
        return chat;
    }
}
