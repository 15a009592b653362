using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Articles.ContentFolder;

public sealed class FolderWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("added")]
    [InlineData("changed")]
    [InlineData("removed")]
    public async Task A_change_is_signalled_once(string change)
    {
        _folder.Write("topik/a.txt", "Satu.");
        using var watch = Watch();
        var token = watch.Token();

        if (change == "removed")
            Directory.Delete(Path.Combine(_folder.Path, "topik"), recursive: true);
        else
            _folder.Write(change == "added" ? "baru/b.txt" : "topik/a.txt", "Dua kalimat.");

        await AdvanceUntilAsync(() => token.HasChanged);
        Assert.False(await ChangesWithinAsync(watch.Token(), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task An_editor_that_writes_in_several_steps_gives_one_signal_after_the_last()
    {
        using var watch = Watch();
        var token = watch.Token();
        for (var step = 1; step <= 5; step++)
        {
            _folder.Write("a.txt", new string('x', step));
            _time.Advance(TimeSpan.FromMilliseconds(300));
            Assert.False(token.HasChanged);
        }

        await AdvanceUntilAsync(() => token.HasChanged);
        Assert.False(await ChangesWithinAsync(watch.Token(), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Nothing_is_signalled_where_nothing_changes_that_could_be_an_article()
    {
        _folder.Write("a.txt", "Satu.");
        using var watch = Watch();
        var token = watch.Token();

        _folder.Write("foto.jpg", "JFIF");
        _folder.Write(".a.txt.swp", "vim");

        Assert.False(await ChangesWithinAsync(token, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_folder_that_comes_later_is_watched_too()
    {
        using var watch = new FolderWatch(new ArticlesOptions { Folder = Path.Combine(_folder.Path, "nanti") }, _time);
        var token = watch.Token();

        _folder.Write("nanti/topik/a.txt", "Satu.");

        await AdvanceUntilAsync(() => token.HasChanged);
    }

    public void Dispose() => _folder.Dispose();

    private FolderWatch Watch() => new(new ArticlesOptions { Folder = _folder.Path }, _time);

    /// <summary>Moves the clock on in small steps; the system's notices come on threads of their own, so real time must pass too.</summary>
    private async Task AdvanceUntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            _time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(5, Cancellation);
        }
    }

    private async Task<bool> ChangesWithinAsync(Microsoft.Extensions.Primitives.IChangeToken token, TimeSpan span)
    {
        for (var passed = TimeSpan.Zero; passed < span && !token.HasChanged; passed += TimeSpan.FromSeconds(1))
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, Cancellation);
        }

        return token.HasChanged;
    }
}
