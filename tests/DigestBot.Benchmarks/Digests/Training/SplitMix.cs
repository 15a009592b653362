namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>A small random generator whose numbers are the same in every version of the runtime (Steele et al. 2014).</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator for one purpose out of many, such as one example of one step.</summary>
    public static SplitMix For(int seed, int first, int second) =>
        new(unchecked(((ulong)(uint)seed * 0x9E3779B97F4A7C15) ^ ((ulong)(uint)first * 0xC2B2AE3D27D4EB4F) ^ ((ulong)(uint)second * 0x165667B19E3779F9)));

    public ulong Next()
    {
        unchecked
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>From zero up to, not including, one.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From zero up to, not including, the bound.</summary>
    public int NextInt(int bound) => (int)(NextDouble() * bound);

    /// <summary>Puts the items in random order.</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var other = NextInt(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
