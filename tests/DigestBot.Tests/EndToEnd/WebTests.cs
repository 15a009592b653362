using System.Text.RegularExpressions;

namespace DigestBot.EndToEnd;

/// <summary>The web copies that the real program serves.</summary>
public sealed partial class WebTests
{
    [Fact]
    public async Task A_digest_leads_to_its_web_copy_which_knows_nothing_of_chats()
    {
        await using var program = await TelegramProgram.StartAsync(("Web__Port", "0"), ("Web__PublicUrl", "https://digests.example.org/baca"));
        await program.LoggedAsync("Web copies of the articles are on");
        var user = program.Telegram.World.AddUser("Ani");
        var chat = program.Telegram.World.AddPrivateChat(user);
        await program.AskAsync(chat, user, "/subscribe laut");

        Assert.Contains("Baca di web", await program.AskAsync(chat, user, "/digest pelabuhan"), StringComparison.Ordinal);
        var link = LinkIn().Match($"{program.Sent(chat)[^1].Request}");
        Assert.True(link.Success, $"{program.Sent(chat)[^1].Request}");
        using var http = new HttpClient { BaseAddress = new Uri(UrlIn().Match(program.Log).Groups[1].Value) };
        var page = await http.GetStringAsync($"a/{link.Groups[1].Value}", TestContext.Current.CancellationToken);

        Assert.Contains("<h1>Pelabuhan Baru</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{chat.Id}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(program.Telegram.Token, page, StringComparison.Ordinal);
    }

    [GeneratedRegex("https://digests\\.example\\.org/baca/a/([0-9a-f]{8})")]
    private static partial Regex LinkIn();

    [GeneratedRegex("articles are on (http://[0-9.:]+)")]
    private static partial Regex UrlIn();
}
