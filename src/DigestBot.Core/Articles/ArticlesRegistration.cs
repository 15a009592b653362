using DigestBot.Articles.ContentFolder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Articles;

/// <summary>Adds articles to a host.</summary>
public static class ArticlesRegistration
{
    /// <summary>
    /// Adds the content folder, the library and what keeps it fresh. An <see cref="IEditionStore"/> is needed beside them;
    /// further sources are added as <see cref="IArticleSource"/>.
    /// </summary>
    public static IHostApplicationBuilder AddArticles(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ArticlesOptions>().BindConfiguration(ArticlesOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IArticleSource, ContentFolderSource>();
        builder.Services.AddSingleton<ArticleLibrary>();
        builder.Services.AddHostedService<LibraryWatcher>();
        return builder;
    }
}
