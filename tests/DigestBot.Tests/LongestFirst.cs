using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(DigestBot.LongestFirst))]

namespace DigestBot;

/// <summary>What runs the real program begins first: it waits the longest, and the others fill its pauses.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] RunTheProgram = [".EndToEnd.", ".Delivery."];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => RunTheProgram.Any(room => collection.TestCollectionDisplayName.Contains(room, StringComparison.Ordinal)))];
}
