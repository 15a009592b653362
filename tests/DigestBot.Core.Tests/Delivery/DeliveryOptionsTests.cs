using DigestBot.Chats;
using DigestBot.Delivery.Lanes;
using DigestBot.Delivery.Limits;
using DigestBot.Settings;
using Microsoft.Extensions.Configuration;

namespace DigestBot.Delivery;

public sealed class DeliveryOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.True(new AnnotatedSettings<DeliveryOptions>(DeliveryOptions.SectionName).Validate(null, new DeliveryOptions()).Succeeded);

    [Theory]
    [InlineData("Delivery:SendTimeout", "00:10:00")]
    [InlineData("Delivery:KeepDays", "0")]
    [InlineData("Delivery:Limits:telegram:PerSecond", "0")]
    [InlineData("Delivery:Limits:discord:InFlight", "-1")]
    public void A_value_out_of_its_range_is_refused_with_its_key(string key, string value)
    {
        var result = new AnnotatedSettings<DeliveryOptions>(DeliveryOptions.SectionName).Validate(null, Bind(key, value));

        Assert.StartsWith(key, Assert.Single(result.Failures!));
    }

    [Fact]
    public void A_set_limit_takes_the_place_of_the_published_one_and_no_other()
    {
        var published = new SendLimits { PerSecond = 30, ChatInterval = TimeSpan.FromSeconds(1), GroupPerMinute = 20 };

        var limits = Bind("Delivery:Limits:Telegram:PerSecond", "1000").Limits["telegram"].Over(published);

        Assert.Equal(published with { PerSecond = 1000 }, limits);
    }

    [Fact]
    public void The_longest_send_leaves_time_to_find_it_while_a_second_one_is_told_from_the_first()
    {
        var window = TimeSpan.FromMinutes(2);

        var foundAfter = DeliveryOptions.LongestSendTimeout(window) + LaneContext.LeaseMargin + LaneRecovery.Every;

        Assert.True(foundAfter <= new ResendPolicy(window, UnknownPolicy.Skip).Within, $"{foundAfter}");
        Assert.True(new DeliveryOptions().SendTimeout <= DeliveryOptions.LongestSendTimeout(window));
    }

    [Fact]
    public void The_last_second_send_that_may_begin_has_left_while_it_is_told_from_the_first()
    {
        var window = TimeSpan.FromMinutes(2);

        var left = new ResendPolicy(window, UnknownPolicy.Skip).Within + DeliveryOptions.LongestSendTimeout(window);

        Assert.True(left <= window, $"{left}");
    }

    private static DeliveryOptions Bind(string key, string value)
    {
        var options = new DeliveryOptions();
        new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build().GetSection(DeliveryOptions.SectionName).Bind(options);
        return options;
    }
}
