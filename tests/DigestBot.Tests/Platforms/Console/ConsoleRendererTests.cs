using DigestBot.Chats;

namespace DigestBot.Platforms.Console;

public sealed class ConsoleRendererTests
{
    [Fact]
    public void A_digest_is_readable_without_styles()
    {
        var message = new Message(
        [
            new TitleBlock("Subak", new Uri("https://example.org/subak"), "budaya"),
            new SectionBlock(0, "", ["Subak mengatur air."]),
            new SectionBlock(1, "Asal-usul", ["Petani membagi air.", "Pura menjaga jadwal", "Raja membayar."]),
            new FooterBlock("2 menit baca"),
        ]);

        Assert.Equal(
            """
            Subak
            https://example.org/subak

               Subak mengatur air.

            1. Asal-usul
               Petani membagi air. Pura menjaga jadwal · Raja membayar.

            2 menit baca
            """.ReplaceLineEndings("\n"),
            new ConsoleRenderer(styled: false).Render(message));
    }

    [Fact]
    public void Styles_are_shown_only_where_they_are_asked_for()
    {
        var message = new Message([new TitleBlock("Subak"), new TextBlock([new Span("/help", SpanStyle.Code)])]);

        Assert.Contains("\e[1mSubak\e[0m", new ConsoleRenderer(styled: true).Render(message), StringComparison.Ordinal);
        Assert.DoesNotContain('\e', new ConsoleRenderer(styled: false).Render(message));
    }

    [Fact]
    public void Text_of_an_article_does_not_steer_the_terminal()
    {
        var message = new Message([new TextBlock([new Span("a\e[2Jb\u202Ec\ad")])]);

        Assert.Equal("a [2Jb c d", new ConsoleRenderer(styled: false).Render(message));
    }

    [Fact]
    public void Long_lines_are_wrapped_between_words_and_lose_none()
    {
        var words = Enumerable.Range(1, 200).Select(number => $"kata{number}").ToArray();

        var text = new ConsoleRenderer(styled: false).Render(Message.OfText(string.Join(' ', words)));

        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Equal(words, text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Buttons_say_what_to_type() =>
        Assert.EndsWith(
            "[Lanjut: /articles 2]",
            new ConsoleRenderer(styled: false).Render(Message.OfText("Artikel") with { Buttons = [[new Button("Lanjut", "articles 2")]] }),
            StringComparison.Ordinal);
}
