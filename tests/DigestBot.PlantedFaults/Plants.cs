using DigestBot.Chats;
using DigestBot.Delivery;
using DigestBot.Simulators.Hook;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestBot.PlantedFaults;

/// <summary>The faults, by the names under which they are planted.</summary>
public static class Plants
{
    /// <summary>Stands in the environment of the program that is to be broken.</summary>
    public const string Variable = "DIGESTBOT_TEST_FAULT";

    public const string MarksBeforeSending = "marks-before-sending";
    public const string RetriesUnderTheLedger = "retries-under-the-ledger";
    public const string CompletesWithoutFence = "completes-without-fence";

    /// <summary>Puts a broken piece in the place of the program's own, once that has put itself together.</summary>
    public static void Plant(string name) => Listeners.Hear("Microsoft.Extensions.Hosting", (happened, payload) =>
    {
        if (happened == "HostBuilding" && payload is IHostBuilder host)
            host.ConfigureServices((_, services) => Plant(name, services));
    });

    private static void Plant(string name, IServiceCollection services)
    {
        switch (name)
        {
            case MarksBeforeSending:
                Wrap<IDeliveryLedger>(services, (ledger, _) => new MarkingLedger(ledger));
                break;
            case RetriesUnderTheLedger:
                Wrap<IChatPlatform>(services, (platform, _) => new RetryingPlatform(platform));
                break;
            case CompletesWithoutFence:
                Wrap<IDeliveryLedger>(services, (ledger, program) => new UnfencedLedger(ledger, program));
                break;
            default:
                throw new ArgumentException($"no such fault: {name}", nameof(name));
        }
    }

    private static void Wrap<T>(IServiceCollection services, Func<T, IServiceProvider, T> wrap)
        where T : class
    {
        var own = services.Single(service => service.ServiceType == typeof(T));
        services.Remove(own);
        services.AddSingleton(program => wrap((T)ActivatorUtilities.CreateInstance(program, own.ImplementationType!), program));
    }
}
