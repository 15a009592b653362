using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DigestBot.Simulators.Hook;

/// <summary>Puts a <see cref="MovableClock"/> in the place of the host's clock.</summary>
internal static class HostClock
{
    public static void Install(string file)
    {
        var clock = new MovableClock();
        clock.Follow(file);
        Listeners.Hear("Microsoft.Extensions.Hosting", (happened, payload) =>
        {
            if (happened == "HostBuilding" && payload is IHostBuilder host)
                host.ConfigureServices((_, services) => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        });
    }
}
