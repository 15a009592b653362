using System.Data.Common;
using DigestBot.Articles;
using DigestBot.Articles.Search;
using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Settings;
using DigestBot.Storage.Ledger;
using DigestBot.Storage.PostgreSql;
using DigestBot.Storage.Search;
using DigestBot.Storage.Sqlite;
using DigestBot.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.Storage;

internal static class StorageSetup
{
    /// <summary>The stores and the ledger, on the database that section <c>Storage</c> names.</summary>
    public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<StorageOptions>(StorageOptions.Section)
            .KeptOutOfSharedFiles(builder.Configuration, $"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}");
        builder.Services
            .AddSingleton(Open)
            .AddHostedService<StorageMigration>()
            .AddSingleton<IEditionStore, EditionStore>()
            .AddSingleton(OpenIndex)
            .AddSingleton<ISubscriptionStore, SubscriptionStore>()
            .AddSingleton<IAnnouncementStore, AnnouncementStore>()
            .AddSingleton<IVoteStore, VoteStore>()
            .AddSingleton<IPinStore, PinStore>()
            .AddSingleton<IForumPostStore, ForumPostStore>()
            .AddSingleton<IDeliveryLedger, DeliveryLedger>();
        if (builder.SharesDatabase())
            builder.Services.AddSingleton(services => ((PostgreSqlDatabase)services.GetRequiredService<Database>()).Source);
        return builder;
    }

    /// <summary>
    /// Whether the database is one that several instances can share, and not a file of this bot alone: then it is also there as the
    /// <see cref="DbDataSource"/>.
    /// </summary>
    public static bool SharesDatabase(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(StorageOptions.Section);
        var isShared = Enum.TryParse<StorageProvider>(section[nameof(StorageOptions.Provider)], ignoreCase: true, out var provider)
            && provider == StorageProvider.PostgreSql;
        // Without one the store's own options stop the start.
        return isShared && section[nameof(StorageOptions.ConnectionString)] is { Length: > 0 };
    }

    private static Database Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        Database database = options.Provider == StorageProvider.PostgreSql
            ? ActivatorUtilities.CreateInstance<PostgreSqlDatabase>(services, options.ConnectionString!)
            : new SqliteDatabase(options.Path);
        database.Health = services.GetService<StoreHealth>();
        return database;
    }

    private static ISectionIndex OpenIndex(IServiceProvider services) => services.GetRequiredService<Database>() switch
    {
        PostgreSqlDatabase database => new PostgreSqlSectionIndex(database),
        var database => new SqliteSectionIndex(database),
    };
}
