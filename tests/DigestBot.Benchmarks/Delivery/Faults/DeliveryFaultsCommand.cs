using System.CommandLine;
using DigestBot.Benchmarks.Delivery.Trials;

namespace DigestBot.Benchmarks.Delivery.Faults;

/// <summary><c>delivery-faults</c>: tries to break broadcasts of the real program, and has an oracle judge what came of it.</summary>
internal static class DeliveryFaultsCommand
{
    public static Command Create()
    {
        var platform = new Option<string>("--platform") { Description = "telegram, discord or both.", DefaultValueFactory = _ => "both" };
        var store = new Option<string>("--store")
        {
            Description = $"sqlite, postgresql or both; PostgreSQL needs {PostgreSqlTrialStore.Variable}, a connection string.",
            DefaultValueFactory = _ => "both",
        };
        var seeds = new Option<int>("--seeds") { Description = "How many seeds.", DefaultValueFactory = _ => 1 };
        var first = new Option<int>("--first-seed") { Description = "The first of them.", DefaultValueFactory = _ => 1 };
        var scenario = new Option<string?>("--scenario")
        {
            Description = $"Only these, separated by commas: {string.Join(", ", Scenarios.All.Select(known => known.Name))}.",
        };
        scenario.Validators.Add(result =>
        {
            foreach (var unknown in (result.GetValueOrDefault<string?>()?.Split(',') ?? []).Except(Scenarios.All.Select(known => known.Name)))
                result.AddError($"there is no scenario {unknown}");
        });
        var atOnce = new Option<int>("--at-once") { Description = "Trials at one time.", DefaultValueFactory = _ => 1 };
        var tolerance = new Option<int>("--tolerance")
        {
            Description = "Milliseconds by which windows are shortened in which limits are judged: a busy machine bunches requests up.",
            DefaultValueFactory = _ => 300,
        };
        var command = new Command("delivery-faults", "Kill, stop, freeze and flood the real program in the middle of broadcasts, and judge it.")
        {
            platform, store, seeds, first, scenario, atOnce, tolerance,
        };
        command.SetAction(async (parse, _) =>
        {
            var plans =
                from chosen in Chosen(parse.GetValue(scenario))
                from seed in Enumerable.Range(parse.GetRequiredValue(first), chosen.IsLong ? 1 : parse.GetRequiredValue(seeds))
                from kind in StoresOf(parse.GetRequiredValue(store))
                from name in PlatformsOf(parse.GetRequiredValue(platform))
                let plan = new TrialPlan(name, kind, seed) { ToleranceMilliseconds = parse.GetRequiredValue(tolerance) }
                where chosen.Fits(plan)
                select (chosen, plan);
            return await RunAsync([.. plans], parse.GetRequiredValue(atOnce));
        });
        return command;
    }

    public static IEnumerable<string> PlatformsOf(string text) =>
        text == "both" ? [TrialPlan.Telegram, TrialPlan.Discord] : [text];

    public static IEnumerable<StoreKind> StoresOf(string text)
    {
        if (text != "postgresql")
            yield return StoreKind.Sqlite;
        if (text == "sqlite")
            yield break;
        if (PostgreSqlTrialStore.Server is not null)
            yield return StoreKind.PostgreSql;
        else
            Console.WriteLine($"PostgreSQL is left out: {PostgreSqlTrialStore.Variable} is not set.");
    }

    private static IEnumerable<Scenario> Chosen(string? names) =>
        names is null ? Scenarios.All : names.Split(',').Select(name => Scenarios.All.Single(known => known.Name == name));

    private static async Task<int> RunAsync(IReadOnlyList<(Scenario Scenario, TrialPlan Plan)> trials, int atOnce)
    {
        var root = Directory.CreateTempSubdirectory("digestbot-faults-").FullName;
        var results = new List<TrialResult>();
        Console.WriteLine(FaultTable.Header);
        await Parallel.ForEachAsync(trials, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (trial, _) =>
        {
            var (scenario, plan) = trial;
            var folder = Path.Combine(root, $"{scenario.Name}-{plan.Platform}-{plan.Store}-{plan.Seed}");
            var result = await FaultTrials.RunAsync(scenario, plan, folder);
            lock (results)
            {
                results.Add(result);
                Console.WriteLine(FaultTable.Line(result));
                foreach (var complaint in result.Complaints.Take(20))
                    Console.WriteLine($"    {complaint}");
                if (!result.Passed)
                    Console.WriteLine($"    all of it lies in {folder}");
            }
        });

        Console.WriteLine();
        foreach (var line in FaultTable.Summary(results))
            Console.WriteLine(line);
        if (!Directory.EnumerateFileSystemEntries(root).Any())
            Directory.Delete(root);
        return results.TrueForAll(result => result.Passed) ? 0 : 1;
    }
}
