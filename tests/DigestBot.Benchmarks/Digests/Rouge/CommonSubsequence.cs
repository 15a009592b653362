namespace DigestBot.Benchmarks.Digests.Rouge;

/// <summary>The longest common subsequence of two sentences.</summary>
internal static class CommonSubsequence
{
    /// <summary>Marks the places of the first sentence that are part of it.</summary>
    public static void Mark(int[] sentence, int[] other, bool[] marks)
    {
        var lengths = new int[sentence.Length + 1, other.Length + 1];
        for (var i = 1; i <= sentence.Length; i++)
            for (var j = 1; j <= other.Length; j++)
                lengths[i, j] = sentence[i - 1] == other[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
        var (row, column) = (sentence.Length, other.Length);
        while (row > 0 && column > 0)
        {
            if (sentence[row - 1] == other[column - 1])
            {
                marks[row - 1] = true;
                row--;
                column--;
            }
            else if (lengths[row - 1, column] >= lengths[row, column - 1]) row--;
            else column--;
        }
    }
}
