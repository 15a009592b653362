using System.CommandLine;
using DigestBot.Benchmarks.Delivery.Faults;
using DigestBot.Benchmarks.Delivery.Trials;

namespace DigestBot.Benchmarks.Delivery.Load;

/// <summary><c>delivery-load</c>: how near to a platform's limit the real program comes, and what it could do without one.</summary>
internal static class DeliveryLoadCommand
{
    private static readonly Dictionary<string, Func<StoreKind, double, Task<IReadOnlyList<LoadLine>>>> Loads = new()
    {
        ["telegram"] = (store, scale) => AtTheLimit.RunAsync("telegram", store, (int)(100_000 * scale), 0),
        ["discord"] = (store, scale) => AtTheLimit.RunAsync("discord", store, 0, (int)(10_000 * scale)),
        ["both"] = (store, scale) => AtTheLimit.RunAsync("both", store, (int)(100_000 * scale), (int)(10_000 * scale)),
        ["unlimited"] = (store, scale) => WithoutLimit.RunAsync("unlimited", store, (int)(100_000 * scale)),
        ["answers"] = (store, _) => DuringBroadcast.RunAsync("answers", store),
        ["million"] = (store, _) => Million.RunAsync("million", store),
    };

    public static Command Create()
    {
        var scenario = new Option<string?>("--scenario") { Description = $"Only these, separated by commas: {string.Join(", ", Loads.Keys)}." };
        var store = new Option<string>("--store")
        {
            Description = $"sqlite, postgresql or both; PostgreSQL needs {PostgreSqlTrialStore.Variable}, a connection string.",
            DefaultValueFactory = _ => "both",
        };
        var scale = new Option<double>("--scale") { Description = "A part of the chats, such as 0.1.", DefaultValueFactory = _ => 1 };
        var command = new Command("delivery-load", "Broadcasts at and beyond the platforms' limits, measured by the simulators' ledgers.") { scenario, store, scale };
        command.SetAction(async (parse, _) =>
        {
            var names = parse.GetValue(scenario)?.Split(',') ?? [.. Loads.Keys];
            var reached = true;
            Console.WriteLine(LoadLine.Header);
            foreach (var kind in DeliveryFaultsCommand.StoresOf(parse.GetRequiredValue(store)).ToArray())
            {
                foreach (var name in names)
                {
                    foreach (var line in await Loads[name](kind, parse.GetRequiredValue(scale)))
                    {
                        Console.WriteLine(line);
                        reached &= line.IsReached;
                    }
                }
            }

            return reached ? 0 : 1;
        });
        return command;
    }
}
