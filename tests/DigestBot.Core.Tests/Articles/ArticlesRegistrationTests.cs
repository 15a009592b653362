using DigestBot.Articles.ContentFolder;
using DigestBot.Articles.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.Articles;

public sealed class ArticlesRegistrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_with_articles_reads_the_folder_of_its_settings()
    {
        _folder.Write("kopi/gayo.txt", "Kopi dari dataran tinggi Gayo ditanam di lereng.");
        using var host = Host(("Articles:Folder", _folder.Path));

        await host.StartAsync(Cancellation);
        var library = await host.Services.GetRequiredService<ArticleLibrary>().LoadedAsync(Cancellation);
        await host.StopAsync(Cancellation);

        Assert.Equal("kopi/gayo", Assert.Single(library.Articles).Id.Value);
        Assert.Equal(1, library.Position);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_a_problem_and_not_the_end()
    {
        using var host = Host(("Articles:Folder", Path.Combine(_folder.Path, "tidak-ada")));

        await host.StartAsync(Cancellation);
        var library = await host.Services.GetRequiredService<ArticleLibrary>().LoadedAsync(Cancellation);
        await host.StopAsync(Cancellation);

        Assert.Contains("Articles:Folder", Assert.Single(library.Problems).Message);
    }

    [Fact]
    public async Task Files_added_changed_and_removed_while_the_host_runs_are_taken_up()
    {
        _folder.Write("kopi/gayo.txt", "Kopi dari dataran tinggi Gayo ditanam di lereng.");
        using var host = Host(("Articles:Folder", _folder.Path), ("Articles:PollSeconds", "1"));
        await host.StartAsync(Cancellation);
        var library = host.Services.GetRequiredService<ArticleLibrary>();
        var before = await library.LoadedAsync(Cancellation);

        _folder.Write("kopi/toraja.md", "# Toraja\n\nKopi dari Toraja ditanam di pegunungan.\n");
        await UntilAsync(() => library.Current.Articles.Count == 2);
        _folder.Write("kopi/gayo.txt", "Kopi dari dataran tinggi Gayo kini ditanam di mana-mana.");
        await UntilAsync(() => library.Current.EditionsOf(before.Articles[0].Id).Count() == 2);
        File.Delete(Path.Combine(_folder.Path, "kopi", "gayo.txt"));
        await UntilAsync(() => library.Current.Articles.Count == 1);
        await host.StopAsync(Cancellation);

        Assert.Equal(["kopi/gayo", "kopi/toraja", "kopi/gayo"], library.Current.Editions.Select(edition => edition.Article.Value));
    }

    [Theory]
    [InlineData("Folder", "")]
    [InlineData("MaxFileBytes", "0")]
    [InlineData("MaxFiles", "-1")]
    [InlineData("MaxDepth", "99")]
    [InlineData("PollSeconds", "0")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string value)
    {
        using var host = Host(($"Articles:{key}", value));

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));

        Assert.StartsWith($"Articles:{key}: ", Assert.Single(failure.Failures));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(20, Cancellation);
    }

    private static IHost Host(params (string Key, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.AddArticles();
        builder.Services.AddSingleton<IEditionStore, FakeEditionStore>().AddSingleton<ISectionIndex, FakeSectionIndex>();
        return builder.Build();
    }
}
