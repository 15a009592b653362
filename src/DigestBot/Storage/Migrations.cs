using DbUp.Builder;
using DbUp.Engine.Output;

namespace DigestBot.Storage;

/// <summary>Brings a database up to date by the numbered scripts embedded for its provider.</summary>
internal static class Migrations
{
    /// <summary>Throws <see cref="StorageException"/> where the database was made by a newer version, or a script fails.</summary>
    /// <param name="builder">Points at the database.</param>
    /// <param name="folder">The provider's folder of scripts.</param>
    /// <param name="database">What an operator calls the database.</param>
    public static void Apply(UpgradeEngineBuilder builder, string folder, string database)
    {
        var engine = builder
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .WithVariablesDisabled()
            .LogTo(new NoOpUpgradeLog())
            .Build();
        var known = engine.GetDiscoveredScripts().Select(script => script.Name).ToHashSet();
        var unknown = engine.GetExecutedScripts().Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).ToArray();
        if (unknown is [.., var newest])
            throw new StorageException($"{database} was made by a newer version of DigestBot ({newest}): start that version, or restore a backup.");

        var result = engine.PerformUpgrade();
        if (!result.Successful)
            throw new StorageException($"{database} can't be brought up to date ({result.ErrorScript?.Name}): {result.Error.Message}", result.Error);
    }
}
