using System.CommandLine;
using DigestBot.Benchmarks.Digests.Rouge;

// By hand and by README commands: what is measured here takes longer than a test may.
return new RootCommand("Measures DigestBot: the quality and speed of digests, and delivery under load.")
{
    RougeCheckCommand.Create(),
}.Parse(args).Invoke();
