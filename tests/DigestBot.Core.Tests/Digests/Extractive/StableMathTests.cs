using CsCheck;

namespace DigestBot.Digests.Extractive;

public sealed class StableMathTests
{
    [Fact]
    public void Logarithms_are_those_of_the_platform_but_for_rounding() =>
        Gen.Double[1e-6, 1e9].Sample(value => Assert.Equal(Math.Log(value), StableMath.Log(value), tolerance: 1e-11));

    [Fact]
    public void Exponentials_are_those_of_the_platform_but_for_rounding() =>
        Gen.Double[-690, 0].Sample(value => Assert.Equal(1, StableMath.ExpOfNegative(value) / Math.Exp(value), tolerance: 1e-12));

    [Fact]
    public void Far_below_zero_the_exponential_is_zero() => Assert.Equal(0, StableMath.ExpOfNegative(-1e6));

    [Fact]
    public void One_has_no_logarithm() => Assert.Equal(0, StableMath.Log(1));
}
