using DigestBot.Chats;

namespace DigestBot.Platforms.Discord.Rendering;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("*tebal* _miring_ ~coret~ `kode` ||rahasia||", "\\*tebal\\* \\_miring\\_ \\~coret\\~ \\`kode\\` \\|\\|rahasia\\|\\|")]
    [InlineData("<@123> <#1> <t:1:R> </x:1>", "\\<@123> \\<#1> \\<t:1:R> \\</x:1>")]
    [InlineData("[klik](https://jahat.example)", "\\[klik\\](<https://jahat.example>)")]
    [InlineData("# judul\n> kutip\n- butir\n-# kecil", "\\# judul\n\\> kutip\n\\- butir\n\\-# kecil")]
    [InlineData("3. ketiga\n10) kesepuluh", "3\\. ketiga\n10\\) kesepuluh")]
    [InlineData("a - b > c # d 3. e", "a - b > c # d 3. e")]
    [InlineData("\\<@1>", "\\\\\\<@1>")]
    [InlineData("lihat https://example.com/a_b*c.", "lihat <https://example.com/a_b*c>.")]
    public void What_would_act_is_only_shown(string text, string markdown) => Assert.Equal(markdown, Markup.Of([new Span(text)]));

    [Theory]
    [InlineData("@everyone", "@everyone")]
    [InlineData("@HERE", "@HERE")]
    [InlineData("https://discord.gg/abc", "discord.gg")]
    [InlineData("discord.com/invite/abc", "discord.com/invite")]
    public void Calls_and_invitations_are_broken_up(string text, string live)
    {
        var markdown = Markup.Of([new Span(text)]);

        Assert.DoesNotContain(live, markdown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<https", markdown, StringComparison.Ordinal);
        Assert.Equal(text, markdown.Replace("\u200B", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_whose_text_is_another_address_shows_where_it_leads() =>
        Assert.Equal("<https://jahat.example/>", Markup.Of([new Span("https://bank.example", SpanStyle.Plain, new Uri("https://jahat.example"))]));

    [Fact]
    public void A_link_that_is_no_web_address_is_no_link() =>
        Assert.Equal("klik", Markup.Of([new Span("klik", SpanStyle.Plain, new Uri("javascript:alert(1)"))]));

    [Fact]
    public void A_link_that_leaves_no_room_for_text_is_left_out()
    {
        var address = "https://a.example/" + new string('b', 1482);
        Assert.Equal($"[klik](<{address}>)", Markup.Of([new Span("klik", SpanStyle.Plain, new Uri(address))]));

        Assert.Equal("**klik**", Markup.Of([new Span("klik", SpanStyle.Bold, new Uri(address + "b"))]));
    }

    [Fact]
    public void Marks_of_a_style_do_not_touch_white_space() => Assert.Equal(" **tebal** ya", Markup.Of([new Span(" tebal ", SpanStyle.Bold), new Span("ya")]));

    [Fact]
    public void Code_cannot_be_broken_out_of() => Assert.Equal("`aˋ @everyone`", Markup.Of([new Span("a` @everyone", SpanStyle.Code)]));

    [Fact]
    public void A_line_is_cut_so_that_its_marks_fit_too()
    {
        var fitted = Markup.Fit(new string('*', 300), 256);

        Assert.InRange(fitted.Length, 200, 256);
        Assert.EndsWith("\\*…", fitted, StringComparison.Ordinal);
    }
}
