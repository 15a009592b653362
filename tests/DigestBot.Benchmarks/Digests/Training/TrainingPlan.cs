namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>How a network is trained; the defaults are what the shipped weights were made with.</summary>
internal sealed record TrainingPlan
{
    public int Seed { get; init; } = 1;

    public int Hidden { get; init; } = 32;

    public int Epochs { get; init; } = 14;

    /// <summary>The weights of the last epochs are averaged.</summary>
    public int Averaged { get; init; } = 5;

    public int BatchSize { get; init; } = 64;

    public double Rate { get; init; } = 3e-3;

    public int WarmUp { get; init; } = 50;

    /// <summary>The share of every layer's inputs that is left out.</summary>
    public float Dropout { get; init; } = 0.2f;

    /// <summary>The share of news that learns to do without a title.</summary>
    public double TitleDropout { get; init; } = 0.15;

    /// <summary>The rate of one step out of so many: rises at first, then falls to a tenth.</summary>
    public double RateAt(int step, int steps) =>
        Rate * Math.Min(1, (step + 1.0) / WarmUp) * (1 - (0.9 * step / steps));
}
