using System.Globalization;

namespace DigestBot.Benchmarks.Delivery.Load;

/// <summary>One figure with its bar.</summary>
internal sealed record LoadLine(string Scenario, string Store, string What, double Measured, string Unit, double Bar, bool IsAtMost)
{
    public const string Header = """
        | scenario | store | figure | measured | bar | measured / bar | reached |
        |---|---|---|---|---|---|---|
        """;

    public bool IsReached => IsAtMost ? Measured <= Bar : Measured >= Bar;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Scenario} | {Store} | {What} | {Measured:#,0.##} {Unit} | {(IsAtMost ? "≤" : "≥")} {Bar:#,0.##} {Unit} | {(Bar == 0 ? "-" : $"{Measured / Bar:0.000}")} | {(IsReached ? "yes" : "NO")} |");

    public static LoadLine AtMost(string scenario, string store, string what, double measured, double bar, string unit = "") =>
        new(scenario, store, what, measured, unit, bar, IsAtMost: true);

    public static LoadLine AtLeast(string scenario, string store, string what, double measured, double bar, string unit = "") =>
        new(scenario, store, what, measured, unit, bar, IsAtMost: false);
}
