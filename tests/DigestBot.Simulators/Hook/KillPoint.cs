using System.Diagnostics;
using System.Globalization;

namespace DigestBot.Simulators.Hook;

/// <summary>Kills the process, as <c>kill -9</c> does, when the delivery path has come by a named point so many times.</summary>
internal static class KillPoint
{
    public static void Install(string point)
    {
        var colon = point.LastIndexOf(':');
        var name = colon < 0 ? point : point[..colon];
        var left = colon < 0 ? 1 : int.Parse(point[(colon + 1)..], CultureInfo.InvariantCulture);
        Listeners.Hear("DigestBot.Delivery", (happened, _) =>
        {
            if (happened != name || Interlocked.Decrement(ref left) != 0)
                return;

            Process.GetCurrentProcess().Kill();
            // The signal comes within moments; no further byte may leave before it.
            Thread.Sleep(Timeout.Infinite);
        });
    }
}
