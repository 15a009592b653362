using System.CommandLine;
using DigestBot.Benchmarks.Digests.Evaluation;
using DigestBot.Benchmarks.Digests.Rouge;
using DigestBot.Benchmarks.Digests.Training;

// By hand and by README commands: what is measured here takes longer than a test may.
return new RootCommand("Measures DigestBot: the quality and speed of digests, and delivery under load.")
{
    DigestEvalCommand.Create(),
    DigestTrainCommand.Create(),
    RougeCheckCommand.Create(),
}.Parse(args).Invoke();
