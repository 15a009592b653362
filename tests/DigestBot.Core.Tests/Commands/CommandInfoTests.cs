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
                Assert.DoesNotContain("“", answer);
                Assert.DoesNotContain(words["Failed"], answer);
            }
        }
    }

    [Fact]
    public async Task Names_are_unique_and_fit_what_menus_take()
    {
        using var chat = await TestChat.OpenAsync();
        var names = chat.Dispatcher.Commands.SelectMany(info => info.Aliases.Prepend(info.Name)).ToArray();

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z]{1,32}$", name));
    }
}
