using DigestBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.Web;

/// <summary>Joins web copies to the bot.</summary>
internal static class WebRegistration
{
    /// <summary>Serves the articles where a port is set, and has digests link to them where a public address is.</summary>
    public static IHostApplicationBuilder AddWeb(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(WebOptions.SectionName);
        builder.AddSettings<WebOptions>(WebOptions.SectionName);
        if (!string.IsNullOrEmpty(section[nameof(WebOptions.PublicUrl)]))
            builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<WebOptions>>().Value.Copies());
        if (!string.IsNullOrEmpty(section[nameof(WebOptions.Port)]))
            builder.Services.AddSingleton<WebPages>().AddHostedService<WebServer>();
        return builder;
    }
}
