using DigestBot.Articles.ContentFolder;
using DigestBot.Articles.Search;
using DigestBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Articles;

/// <summary>Adds articles to a host.</summary>
public static class ArticlesRegistration
{
    /// <summary>
    /// Adds the content folder, the library, the search and what keeps them fresh. An <see cref="IEditionStore"/> and an
    /// <see cref="ISectionIndex"/> are needed beside them; further sources are added as <see cref="IArticleSource"/>.
    /// </summary>
    public static IHostApplicationBuilder AddArticles(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<ArticlesOptions>(ArticlesOptions.SectionName)
            .PostConfigure<IHostEnvironment>((options, host) => options.Folder = FolderOf(options.Folder, host.ContentRootPath));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IArticleSource, ContentFolderSource>();
        builder.Services.AddSingleton<ArticleLibrary>();
        builder.Services.AddSingleton<ArticleSearch>();
        builder.Services.AddHostedService<LibraryWatcher>();
        builder.Services.AddHostedService<SearchKeeper>();
        return builder;
    }

    /// <summary>The folder in the working directory, else the one beside the settings: a published bot carries its articles.</summary>
    private static string FolderOf(string folder, string settingsFolder)
    {
        var beside = Path.Combine(settingsFolder, folder);
        return folder.Length == 0 || Directory.Exists(folder) || !Directory.Exists(beside) ? folder : beside;
    }
}
