namespace DigestBot.Digests.Extractive;

/// <summary>
/// Logarithm and exponential made of additions, multiplications and divisions only, which IEEE 754 defines to the last
/// bit. The platform's own differ in that bit from one C library to the next, and with it a near tie could fall differently.
/// </summary>
internal static class StableMath
{
    private const double Ln2 = 0.693147180559945309417;
    private const double SquareRootOf2 = 1.41421356237309504880;

    /// <summary>The natural logarithm of a positive, normal number.</summary>
    public static double Log(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > SquareRootOf2)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln m = 2 artanh((m - 1) / (m + 1)), whose series converges fast for |s| <= 0.172.
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var sum = 0.0;
        for (var power = 21; power >= 1; power -= 2) sum = (sum * square) + (1.0 / power);
        return (2 * s * sum) + (exponent * Ln2);
    }

    /// <summary>The exponential of a number that is not positive.</summary>
    public static double ExpOfNegative(double value)
    {
        if (value < -700) return 0;
        var halvings = (int)((-value / Ln2) + 0.5);
        var rest = value + (halvings * Ln2);
        var sum = 1.0;
        for (var term = 15; term >= 1; term--) sum = 1 + (sum * rest / term);
        return Math.ScaleB(sum, -halvings);
    }
}
