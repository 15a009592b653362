using System.Text;
using CsCheck;
using DigestBot.Chats;
using DigestBot.Support;

namespace DigestBot.Commands;

/// <summary>Whatever is typed at whichever command, the answer is short, tame and no failure.</summary>
public sealed class HostileLinesTests
{
    private static readonly string[] Names =
    [
        "start", "help", "articles", "sections", "section", "digest", "subscribe", "unsubscribe", "subscriptions", "schedule",
        "timezone", "language", "pause", "resume", "preview", "next", "back", "quiet", "silent", "pin", "settings", "export", "import", "manage", "artikel", "bagian", "jadwal", "zonawaktu", "jeda",
    ];

    [Theory]
    [InlineData("\0\u0001\u001b[31m")]
    [InlineData("😀👩‍👩‍👧‍👦🇮🇩")]
    [InlineData("' OR 1=1; DROP TABLE chats; --")]
    [InlineData("{0} {1:N0} {")]
    [InlineData("<b>&lt;`*_~|")]
    [InlineData("\u202egnalugnabret\u202c")]
    public async Task Hostile_arguments_are_answered_in_one_tame_line(string arguments)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");

        foreach (var name in Names)
            AssertTame(await chat.AskAsync($"{name} {arguments}"));
        AssertTame(await chat.AskAsync(arguments));
    }

    [Fact]
    public Task Half_a_character_is_answered_too() => Hostile_arguments_are_answered_in_one_tame_line("\ud800");

    [Fact]
    public async Task Four_kilobytes_are_answered_shortly()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");

        foreach (var name in Names)
            AssertTame(await chat.AskAsync($"{name} {string.Concat(Enumerable.Repeat("ekonomi x ", 400))}"));
        AssertTame(await chat.AskAsync(new string('x', 4096)));
    }

    [Fact]
    public async Task No_line_makes_it_throw_and_every_button_fits_and_runs()
    {
        using var chat = await TestChat.OpenAsync();
        var words = Gen.OneOf(
            OneOf("2", "sains", "pyongyang", "07:00", "sen-jum", "off", "WIT", "id", "semua", "ekonomi", "lengkap", "kerja sama", "bagian:", "-referensi", "+gempa", "serial", "top 2", "isi", "3 hari", "-1", "99999999999"),
            Gen.String);
        var lines = Gen.Select(Gen.OneOf(OneOf(Names), Gen.String), words.List[0, 3], (name, arguments) => $"{name} {string.Join(' ', arguments)}");

        await lines.SampleAsync(async line =>
        {
            var answer = await chat.AskAsync(line);
            Assert.NotEmpty(answer.Message.Blocks);
            foreach (var button in answer.Message.Buttons.SelectMany(row => row))
            {
                Assert.InRange(Encoding.UTF8.GetByteCount(button.Action), 1, Button.LongestAction);
                Assert.InRange(button.Label.Length, 1, 40);
                Assert.Contains(chat.Dispatcher.Commands, info => info.IsCalled(button.Action.Split(' ')[0]));
                Assert.NotEmpty((await chat.PressAsync(button)).Message.Blocks);
            }
        }, iter: 300, threads: 1);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static void AssertTame(Answer answer)
    {
        var text = PlainText.Of(answer.Message);
        Assert.InRange(text.Length, 1, 2500);
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202e', text);
    }
}
