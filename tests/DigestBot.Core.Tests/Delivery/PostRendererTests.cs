using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Digests;
using DigestBot.Subscriptions;
using DigestBot.Support;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

public sealed class PostRendererTests
{
    private static readonly FakePlatform Platform = new("telegram", TimeProvider.System);
    private static readonly Article[] Versions = [Version("Dua.", "Tiga."), Version("Dua baru.", "Tiga."), Version("Dua baru.", "Tiga baru.")];

    private readonly PostRenderer _renderer =
        new(new DigestBuilder(new FirstSentences()), new Looks(new OptionsWrapper<LayoutOptions>(new LayoutOptions())));

    [Fact]
    public void Chats_that_had_different_editions_each_get_what_is_new_to_them()
    {
        Assert.Contains("Isi: Dua baru.", Render(position: 1));
        Assert.Contains("Isi: Tiga baru.", Render(position: 2));
        Assert.Contains("Isi: Satu.", Render(position: 0));
    }

    private string Render(long position)
    {
        Edition[] editions = [.. Versions.Select((version, index) => Edition.Of(index + 1, version, default))];
        var group = new DueGroup
        {
            Platform = "telegram",
            Wants = new Wants { Length = DigestLength.Short },
            Schedule = Schedule.Default,
            Zone = "Asia/Jakarta",
            Due = new Due("2026-11-24T07:00", DateTimeOffset.Parse("2026-11-24T00:00:00Z")),
        };
        var selection = Selection.Of(new LibrarySnapshot([Versions[^1]], [], editions), group.Wants, position, serial: null);
        return Assert.Single(_renderer.Render(selection, group, lateFor: null, Platform));
    }

    private static Article Version(string second, string third) =>
        TestArticles.Article("a/1", "Satu") with { Sections = [TestArticles.Section("Isi", "Satu.", second, third)] };
}
