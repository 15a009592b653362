using System.Globalization;

namespace DigestBot.Simulators.Telegram;

/// <summary>Runs the simulator as a process of its own until its standard input ends or it is told to stop.</summary>
internal static class TelegramCommandLine
{
    public const string Usage =
        "telegram [--port N] [--path /P] [--token T] [--ledger FILE] [--lean] [--open-chats] [--no-contract]\n" +
        "         [--limits PER_SECOND,CHAT_SECONDS,GROUP_PER_MINUTE[,TOLERANCE_MS]] [--latency MEAN_MS,SPREAD_MS] [--seed N]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (Parse(args) is not { } options)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        await using var simulator = await TelegramSimulator.StartAsync(options);
        Console.WriteLine($"url {simulator.Url}");
        Console.WriteLine($"token {simulator.Token}");
        Console.WriteLine(simulator.ChecksContract ? "contract checked" : "contract not checked");
        var stopped = new TaskCompletionSource();
        Console.CancelKeyPress += (_, e) => e.Cancel = stopped.TrySetResult();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => stopped.TrySetResult();
        await stopped.Task;
        return 0;
    }

    private static TelegramSimulatorOptions? Parse(string[] args)
    {
        var options = new TelegramSimulatorOptions();
        for (var i = 0; i < args.Length; i++)
        {
            string Value() => ++i < args.Length ? args[i] : throw new ArgumentException($"{args[i - 1]} needs a value");
            double[] Numbers() => [.. Value().Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
            switch (args[i])
            {
                case "--port":
                    options = options with { Port = int.Parse(Value(), CultureInfo.InvariantCulture) };
                    break;
                case "--path":
                    options = options with { Path = Value() };
                    break;
                case "--token":
                    options = options with { Token = Value() };
                    break;
                case "--ledger":
                    options = options with { LedgerFile = Value() };
                    break;
                case "--lean":
                    options = options with { Lean = true };
                    break;
                case "--open-chats":
                    options = options with { OpenChats = true };
                    break;
                case "--no-contract":
                    options = options with { ChecksContract = false };
                    break;
                case "--seed":
                    options = options with { Seed = int.Parse(Value(), CultureInfo.InvariantCulture) };
                    break;
                case "--limits" when Numbers() is [var perSecond, var chatSeconds, var groupPerMinute, .. var tolerance]:
                    var limits = new TelegramLimits((int)perSecond, chatSeconds, (int)groupPerMinute);
                    options = options with { Limits = tolerance is [var some] ? limits with { ToleranceMilliseconds = (int)some } : limits };
                    break;
                case "--latency" when Numbers() is [var mean, var spread]:
                    options = options with { Latency = (TimeSpan.FromMilliseconds(mean), TimeSpan.FromMilliseconds(spread)) };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
