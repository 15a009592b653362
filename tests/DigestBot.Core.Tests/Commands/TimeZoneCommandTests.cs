using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class TimeZoneCommandTests
{
    [Theory]
    [InlineData("id", "zonawaktu WITA", "Zona waktu: WITA (Asia/Makassar). Sekarang pukul 13:00 di sana.\nberikutnya: Sel 24 Nov 07:00 WITA")]
    [InlineData("id", "zonawaktu jayapura", "Zona waktu: WIT (Asia/Jayapura). Sekarang pukul 14:00 di sana.\nberikutnya: Sel 24 Nov 07:00 WIT")]
    [InlineData("en", "timezone London", "Time zone: Europe/London. It is 05:00 there now.\nnext: Mon 23 Nov 07:00 (London)")]
    [InlineData("en", "timezone kathmandu", "Time zone: Asia/Kathmandu. It is 10:45 there now.\nnext: Tue 24 Nov 07:00 (Kathmandu)")]
    [InlineData("en", "timezone UTC+8", "Time zone: UTC+08. It is 13:00 there now.\nnext: Tue 24 Nov 07:00 UTC+08")]
    public async Task A_zone_is_set_and_the_next_digest_moves_with_it(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe");

        Assert.Equal(text, await chat.SayAsync(line));
    }

    [Fact]
    public async Task Without_an_argument_it_shows_what_holds_and_offers_the_Indonesian_zones()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("timezone");

        Assert.StartsWith("Zona waktu: WIB (Asia/Jakarta). Sekarang pukul 12:00 di sana.", PlainText.Of(answer.Message));
        Assert.Equal(["WIB", "WITA", "WIT"], answer.Message.Buttons[0].Select(button => button.Label));
        Assert.StartsWith("Zona waktu: WIT ", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][2])).Message));
    }

    [Theory]
    [InlineData("Kathmadu", "Kathmandu", "Asia/Kathmandu")]
    [InlineData("Bandug", "Bandung", "Asia/Jakarta")]
    public async Task A_city_spelled_nearly_right_is_asked_back_about(string typed, string city, string zone)
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync($"timezone {typed}");

        Assert.Equal($"“{typed}” tidak ditemukan. Mungkin maksudmu:", PlainText.Of(answer.Message));
        Assert.Equal(city, answer.Message.Buttons[0][0].Label);
        Assert.Contains(zone, PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][0])).Message));
    }

    [Theory]
    [InlineData("id", "zonawaktu Atlantis", "Zona waktu “Atlantis” tidak ditemukan.")]
    [InlineData("en", "timezone Atlantis", "“Atlantis” is no time zone I know.")]
    public async Task What_is_no_zone_gets_one_friendly_line_with_an_example(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        Assert.StartsWith(text, await chat.SayAsync(line));
    }
}
