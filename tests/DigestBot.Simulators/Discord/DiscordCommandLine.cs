using System.Globalization;

namespace DigestBot.Simulators.Discord;

/// <summary>Runs the simulator as a process of its own until it is told to stop.</summary>
internal static class DiscordCommandLine
{
    public const string Usage =
        "discord [--port N] [--path /P] [--token T] [--ledger FILE] [--lean] [--open-channels] [--no-contract]\n" +
        "        [--limits GLOBAL_PER_SECOND,CHANNEL_MESSAGES,CHANNEL_SECONDS[,TOLERANCE_MS]] [--latency MEAN_MS,SPREAD_MS] [--seed N]\n" +
        "        [--heartbeat MS] [--identify-seconds S] [--shards N] [--reject-resumes] [--odd NAME,NAME]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (Parse(args) is not { } options)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        await using var simulator = await DiscordSimulator.StartAsync(options);
        Console.WriteLine($"url {simulator.Url}");
        Console.WriteLine($"gateway {simulator.Gateway.Url}");
        Console.WriteLine($"token {simulator.Token}");
        Console.WriteLine(simulator.ChecksContract ? "contract checked" : "contract not checked");
        var stopped = new TaskCompletionSource();
        Console.CancelKeyPress += (_, e) => e.Cancel = stopped.TrySetResult();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => stopped.TrySetResult();
        await stopped.Task;
        return 0;
    }

    private static DiscordSimulatorOptions? Parse(string[] args)
    {
        var options = new DiscordSimulatorOptions();
        for (var i = 0; i < args.Length; i++)
        {
            string Value() => ++i < args.Length ? args[i] : throw new ArgumentException($"{args[i - 1]} needs a value");
            if (Flag(options, args[i]) is { } flagged)
                options = flagged;
            else if (Valued(options, args[i], Value) is { } valued)
                options = valued;
            else
                return null;
        }

        return options;
    }

    private static DiscordSimulatorOptions? Flag(DiscordSimulatorOptions options, string name) => name switch
    {
        "--lean" => options with { Lean = true },
        "--open-channels" => options with { OpenChannels = true },
        "--no-contract" => options with { ChecksContract = false },
        "--reject-resumes" => options with { RejectsResumes = true },
        _ => null,
    };

    private static DiscordSimulatorOptions? Valued(DiscordSimulatorOptions options, string name, Func<string> value)
    {
        double Number() => double.Parse(value(), CultureInfo.InvariantCulture);
        double[] Numbers() => [.. value().Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return name switch
        {
            "--port" => options with { Port = (int)Number() },
            "--path" => options with { Path = value() },
            "--token" => options with { Token = value() },
            "--ledger" => options with { LedgerFile = value() },
            "--seed" => options with { Seed = (int)Number() },
            "--heartbeat" => options with { HeartbeatInterval = TimeSpan.FromMilliseconds(Number()) },
            "--identify-seconds" => options with { IdentifySeconds = Number() },
            "--shards" => options with { Shards = (int)Number() },
            "--odd" => options with { Oddities = Enum.Parse<DiscordOddities>(value(), ignoreCase: true) },
            "--limits" when Numbers() is [var global, var messages, var seconds, .. var tolerance] =>
                options with
                {
                    Limits = new DiscordLimits((int)global, (int)messages, seconds, ToleranceMilliseconds: tolerance is [var some] ? (int)some : 50),
                },
            "--latency" when Numbers() is [var mean, var spread] =>
                options with { Latency = (TimeSpan.FromMilliseconds(mean), TimeSpan.FromMilliseconds(spread)) },
            _ => null,
        };
    }
}
