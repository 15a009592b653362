namespace DigestBot.Digests.Extractive.Units;

/// <summary>The two ways in which a value is compared with the others of its unit.</summary>
internal static class Scale
{
    private const double SameValue = 1e-12;

    /// <summary>Divides by the largest value; where none is above zero, everything is zero.</summary>
    public static double[] ByLargest(double[] values)
    {
        var largest = 0.0;
        foreach (var value in values) largest = Math.Max(largest, value);
        var scaled = new double[values.Length];
        if (largest <= 0) return scaled;
        for (var i = 0; i < values.Length; i++) scaled[i] = values[i] / largest;
        return scaled;
    }

    /// <summary>One for the largest, zero for the smallest of all: one minus the share of the others that are larger.</summary>
    public static double[] ByRank(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        var others = Math.Max(values.Length - 1, 1);
        var ranks = new double[values.Length];
        for (var i = 0; i < values.Length; i++) ranks[i] = 1 - ((double)CountAbove(sorted, values[i] + SameValue) / others);
        return ranks;
    }

    private static int CountAbove(double[] sorted, double bound)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] > bound) high = middle;
            else low = middle + 1;
        }

        return sorted.Length - low;
    }
}
