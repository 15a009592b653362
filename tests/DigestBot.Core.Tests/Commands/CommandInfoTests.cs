using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class CommandInfoTests
{
    [Fact]
    public async Task Every_command_has_a_summary_for_menus_and_examples_in_both_languages()
    {
        using var chat = await TestChat.OpenAsync();
        foreach (var info in chat.Dispatcher.Commands)
        {
            foreach (var words in Words.All)
            {
                Assert.InRange(info.SummaryIn(words).Length, 3, 100);
                Assert.NotEmpty(info.ExamplesIn(words));
                Assert.All(info.ExamplesIn(words), example => Assert.Equal(info.NameIn(words), example.Split(' ')[0]));
                Assert.All(info.Parameters, parameter => Assert.InRange(parameter.DescriptionIn(words).Length, 3, 100));
            }
        }
    }

    [Fact]
    public async Task Every_example_works_as_it_stands()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        foreach (var (info, words) in chat.Dispatcher.Commands.SelectMany(info => Words.All.Select(words => (info, words))))
        {
            chat.Language = words.Language;
            foreach (var example in info.ExamplesIn(words))
            {
                var answer = await chat.SayAsync(example);
                Assert.All(Misunderstandings(words), text => Assert.DoesNotContain(text, answer));
            }
        }
    }

    /// <summary>The longest pieces of what is said to somebody who was not understood.</summary>
    private static IEnumerable<string> Misunderstandings(Words words) => words.Own()
        .Where(text => text.Key is "Failed" or "Several" or "Wants_Usage" or "Unsubscribe_None"
            || text.Key.StartsWith("None_", StringComparison.Ordinal) || text.Key.StartsWith("Unknown", StringComparison.Ordinal)
            || text.Key.EndsWith("_NotUnderstood", StringComparison.Ordinal))
        .Select(text => text.Value.Split('`', '{', '}').MaxBy(piece => piece.Length)!);

    [Fact]
    public async Task Names_are_unique_and_fit_what_menus_take()
    {
        using var chat = await TestChat.OpenAsync();
        var names = chat.Dispatcher.Commands.SelectMany(info => info.Aliases.Prepend(info.Name)).ToArray();

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z]{1,32}$", name));
    }

    [Theory]
    [InlineData("sections", "jangka panjang, -referensi", "sections: \"jangka panjang\", -\"referensi\"")]
    [InlineData("words", "kapal", "words: \"kapal\"")]
    [InlineData("words", "", "")]
    [InlineData("how", "panjang top 5", "panjang top 5")]
    public async Task What_a_field_for_names_holds_is_nothing_but_names(string parameter, string value, string typed)
    {
        using var chat = await TestChat.OpenAsync();
        var subscribe = chat.Dispatcher.Commands.Single(info => info.Name == "subscribe");

        Assert.Equal(typed, subscribe.Parameters.Single(candidate => candidate.Name == parameter).Typed(value));
    }
}
