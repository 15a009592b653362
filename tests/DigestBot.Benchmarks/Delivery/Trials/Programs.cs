using DigestBot.PlantedFaults;

namespace DigestBot.Benchmarks.Delivery.Trials;

/// <summary>Where the programs lie that the harness runs.</summary>
internal static class Programs
{
    private const string Solution = "DigestBot.sln";

    /// <summary>The top of the checkout that the harness was built in.</summary>
    public static string Checkout { get; } = FindCheckout();

    /// <summary>The simulators, beside the harness; also the startup hook that moves the bot's clock and kills it.</summary>
    public static string Simulators { get; } = Path.Combine(AppContext.BaseDirectory, "DigestBot.Simulators.dll");

    /// <summary>The startup hook that breaks one of the bot's promises.</summary>
    public static string PlantedFaults { get; } = typeof(Plants).Assembly.Location;

    /// <summary>
    /// The bot where it was built in the harness's own configuration, not the copy beside the harness: other libraries take
    /// some of its own libraries' places there.
    /// </summary>
    public static string Bot { get; } = FindBot();

    private static DirectoryInfo Output => new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    private static string FindCheckout()
    {
        var checkout = Output;
        while (checkout is not null && !File.Exists(Path.Combine(checkout.FullName, Solution)))
            checkout = checkout.Parent;
        return checkout?.FullName ?? throw new InvalidOperationException($"the harness does not lie below a folder with {Solution}");
    }

    private static string FindBot() =>
        Path.Combine(Checkout, "src", "DigestBot", "bin", Output.Parent!.Name, Output.Name, "DigestBot.dll");
}
