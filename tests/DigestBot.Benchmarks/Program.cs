using System.CommandLine;
using DigestBot.Benchmarks.Delivery;
using DigestBot.Benchmarks.Delivery.Clocks;
using DigestBot.Benchmarks.Delivery.Faults;
using DigestBot.Benchmarks.Delivery.Load;
using DigestBot.Benchmarks.Digests.Evaluation;
using DigestBot.Benchmarks.Digests.Reading;
using DigestBot.Benchmarks.Digests.Rouge;
using DigestBot.Benchmarks.Digests.Speed;
using DigestBot.Benchmarks.Digests.Training;
using DigestBot.Benchmarks.Transcripts;

// By hand and by README commands: what is measured here takes longer than a test may.
return new RootCommand("Measures DigestBot: the quality and speed of digests, and delivery under load.")
{
    DigestEvalCommand.Create(),
    DigestVectorCommand.Create(),
    DigestTrainCommand.Create(),
    BenchCommand.Create(),
    RougeCheckCommand.Create(),
    SplitCheckCommand.Create(),
    HeadingCheckCommand.Create(),
    DeliveryFaultsCommand.Create(),
    ClocksCommand.Create(),
    DeliveryLoadCommand.Create(),
    EnqueueBenchmark.Create(),
    ChatTranscriptCommand.Create(),
}.Parse(args).Invoke();
