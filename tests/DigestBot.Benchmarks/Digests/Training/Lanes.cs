using System.Numerics;
using System.Runtime.InteropServices;

namespace DigestBot.Benchmarks.Digests.Training;

/// <summary>Sums over the units of a layer, several at once.</summary>
internal static class Lanes
{
    /// <summary>Adds to each unit the inputs times their rows of weights.</summary>
    public static void AddRows(Span<float> units, ReadOnlySpan<float> inputs, ReadOnlySpan<float> rows)
    {
        for (var input = 0; input < inputs.Length; input++)
            if (inputs[input] != 0) AddScaled(units, rows.Slice(input * units.Length, units.Length), inputs[input]);
    }

    /// <summary>Adds the outer product of inputs and units to rows of slopes.</summary>
    public static void AddOuter(Span<float> rows, ReadOnlySpan<float> inputs, ReadOnlySpan<float> units)
    {
        for (var input = 0; input < inputs.Length; input++)
            if (inputs[input] != 0) AddScaled(rows.Slice(input * units.Length, units.Length), units, inputs[input]);
    }

    /// <summary>Adds a multiple of the values.</summary>
    public static void AddScaled(Span<float> sums, ReadOnlySpan<float> values, float factor)
    {
        var scale = new Vector<float>(factor);
        var left = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var right = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (var lane = 0; lane < left.Length; lane++) left[lane] += scale * right[lane];
        for (var rest = left.Length * Vector<float>.Count; rest < sums.Length; rest++) sums[rest] += factor * values[rest];
    }

    /// <summary>The sum of products, added in the order of the values whatever the machine.</summary>
    public static float Product(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0f;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }
}
