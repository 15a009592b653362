using System.CommandLine;
using System.Diagnostics;
using NodaTime;

namespace DigestBot.Benchmarks.Delivery.Clocks;

/// <summary><c>delivery-clocks</c>: a simulated year of slots in every zone of this machine, on a clock that is set on and back.</summary>
internal static class ClocksCommand
{
    public static Command Create()
    {
        var year = new Option<int>("--year") { Description = "Which year.", DefaultValueFactory = _ => 2026 };
        var seed = new Option<int>("--seed") { Description = "Draws the steps of the clock.", DefaultValueFactory = _ => 1 };
        var zones = new Option<string?>("--zones") { Description = "Only these IANA names, separated by commas; all that somebody can choose where none is named." };
        var command = new Command("delivery-clocks", "Lets a year of slots pass in every IANA zone while the clock is set on and back, and judges it.")
        {
            year, seed, zones,
        };
        command.SetAction((parse, cancellationToken) => RunAsync(
            new ClockYear(parse.GetValue(year), parse.GetValue(seed)), parse.GetValue(zones)?.Split(',') ?? [.. DateTimeZoneProviders.Tzdb.Ids], cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ClockYear year, string[] zones, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("digestbot-clocks-").FullName;
        var result = await year.RunAsync(zones, folder, cancellationToken);
        Console.WriteLine($"{zones.Length} zones, {year.LeftOut.Count} left out, which this machine does not know or has other rules for: {string.Join(", ", year.LeftOut)}");
        Console.WriteLine($"{result.Subscriptions:N0} subscriptions, {result.Digests:N0} digests, {result.Steps} steps of the clock, {Stopwatch.GetElapsedTime(begun).TotalMinutes:N1} minutes");
        foreach (var complaint in result.Complaints.Take(50))
            Console.WriteLine($"    {complaint}");
        Console.WriteLine(result.Complaints.Count == 0 ? "every local time once, at its instant" : $"{result.Complaints.Count} complaints; all of it lies in {folder}");
        if (result.Complaints.Count == 0)
            Directory.Delete(folder, recursive: true);
        return result.Complaints.Count == 0 ? 0 : 1;
    }
}
