using System.CommandLine;
using BenchmarkDotNet.Running;

namespace DigestBot.Benchmarks.Digests.Speed;

/// <summary><c>bench</c>: BenchmarkDotNet over the steps of a digest; what follows is BenchmarkDotNet's to read.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var rest = new Argument<string[]>("arguments") { Description = "For BenchmarkDotNet, such as --filter *Network* --job short.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("bench", "Time splitting, features, network and the whole.") { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parse =>
        {
            string[] arguments = [.. parse.GetValue(rest) ?? [], .. parse.UnmatchedTokens];
            BenchmarkSwitcher.FromTypes([typeof(DigestBenchmarks)]).Run(arguments.Length == 0 ? ["--filter", "*"] : arguments);
        });
        return command;
    }
}
