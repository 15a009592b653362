using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Commands;

/// <summary>No answer is half translated: what is said in one language has no piece of the other's texts in it.</summary>
public sealed class LanguagesTests
{
    /// <summary>Shorter pieces stand in both languages by chance.</summary>
    private const int ShortestPiece = 10;

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task Every_command_answers_in_one_language_whatever_it_is_asked(string language)
    {
        var words = Words.TryFor(language)!;
        var foreign = Pieces(Words.All.Single(other => other != words)).Except(Pieces(words)).ToArray();
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        foreach (var prepared in new[] { "", "subscribe sains +gempa bagian: ekonomi -referensi pendek top 5", "subscribe kopi gayo serial", "pause 3 days", "quiet 22:00-06:00" })
        {
            await chat.AskAsync(prepared);
            foreach (var info in chat.Dispatcher.Commands.Where(info => info.Name != "language"))
            {
                string[] lines = [info.Name, $"{info.Name} apa pun ini zzz", $"{info.Name} 2", .. info.ExamplesIn(words)];
                foreach (var line in lines)
                    AssertSpeaks(await chat.AskAsync(line), foreign, line);
            }

            AssertSpeaks(await chat.AskAsync("zzzzzz"), foreign, "zzzzzz");
        }

        (chat.IsPrivate, chat.CanManage) = (false, false);
        foreach (var info in chat.Dispatcher.Commands)
            AssertSpeaks(await chat.AskAsync(info.Name), foreign, info.Name);
    }

    private static void AssertSpeaks(Answer answer, string[] foreign, string line)
    {
        // An export is for the bot to read: its keys belong to no language.
        var said = PlainText.Of(answer.Message).Split('\n').Where(row => !row.StartsWith('{'));
        var text = string.Join('\n', [.. said, .. answer.Message.Buttons.SelectMany(row => row).Select(button => button.Label)]);
        Assert.DoesNotContain(foreign, piece => text.Contains(piece, StringComparison.Ordinal) && Fail(line, piece, text));
    }

    private static bool Fail(string line, string piece, string text) =>
        throw new Xunit.Sdk.XunitException($"“{line}” is answered with “{piece}” of the other language:\n{text}");

    /// <summary>The fixed pieces of a language's texts between the places that are filled.</summary>
    private static IEnumerable<string> Pieces(Words words) => words.Own()
        .Where(text => text.Key is not "Language_Name" && !text.Key.StartsWith("Console_", StringComparison.Ordinal))
        .SelectMany(text => text.Value.Split('`', '{', '}', '\n'))
        .Select(piece => piece.Trim())
        .Where(piece => piece.Length >= ShortestPiece);
}
