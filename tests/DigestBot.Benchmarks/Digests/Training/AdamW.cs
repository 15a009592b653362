namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>Steps down the slopes, each number at its own pace (Loshchilov and Hutter 2019).</summary>
internal sealed class AdamW(int size)
{
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;
    private const double WeightDecay = 1e-3;
    private const double Floor = 1e-8;
    private const double LargestNorm = 5;

    private readonly double[] _first = new double[size];
    private readonly double[] _second = new double[size];
    private int _steps;

    public void Step(float[] parameters, float[] gradient, double rate)
    {
        _steps++;
        var squares = 0.0;
        foreach (var slope in gradient) squares += (double)slope * slope;
        var scale = Math.Min(1, LargestNorm / Math.Max(Math.Sqrt(squares), Floor));
        var (firstBias, secondBias) = (1 - Power(FirstDecay, _steps), 1 - Power(SecondDecay, _steps));
        for (var i = 0; i < parameters.Length; i++)
        {
            var slope = gradient[i] * scale;
            _first[i] = (FirstDecay * _first[i]) + ((1 - FirstDecay) * slope);
            _second[i] = (SecondDecay * _second[i]) + ((1 - SecondDecay) * slope * slope);
            var step = _first[i] / firstBias / (Math.Sqrt(_second[i] / secondBias) + Floor);
            parameters[i] = (float)(parameters[i] - (rate * (step + (WeightDecay * parameters[i]))));
        }
    }

    /// <summary>By multiplication alone: the platform's own power may differ in the last bit.</summary>
    private static double Power(double value, int exponent)
    {
        var power = 1.0;
        for (; exponent > 0; exponent >>= 1, value *= value)
            if ((exponent & 1) == 1) power *= value;
        return power;
    }
}
