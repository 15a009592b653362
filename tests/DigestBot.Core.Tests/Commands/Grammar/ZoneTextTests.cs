using CsCheck;
using DigestBot.Subscriptions;
using NodaTime;

namespace DigestBot.Commands.Grammar;

public sealed class ZoneTextTests
{
    [Theory]
    [InlineData("WIB", "Asia/Jakarta")]
    [InlineData("wita", "Asia/Makassar")]
    [InlineData("Wit", "Asia/Jayapura")]
    [InlineData("Asia/Jakarta", "Asia/Jakarta")]
    [InlineData("asia/makassar", "Asia/Makassar")]
    [InlineData("Makassar", "Asia/Makassar")]
    [InlineData("new york", "America/New_York")]
    [InlineData("New_York", "America/New_York")]
    [InlineData("Surabaya", "Asia/Jakarta")]
    [InlineData("Bali", "Asia/Makassar")]
    [InlineData("Ambon", "Asia/Jayapura")]
    [InlineData("Pontianak", "Asia/Pontianak")]
    [InlineData("London", "Europe/London")]
    [InlineData("Kathmandu", "Asia/Kathmandu")]
    [InlineData("Singapore", "Asia/Singapore")]
    [InlineData("UTC", "UTC")]
    [InlineData("UTC+7", "UTC+07")]
    [InlineData("gmt-3:30", "UTC-03:30")]
    [InlineData("+0545", "UTC+05:45")]
    [InlineData("UTC+0", "UTC")]
    public void Zones_are_read_as_people_write_them(string text, string zone) => Assert.Equal(zone, ZoneText.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("Atlantis")]
    [InlineData("UTC+15")]
    [InlineData("UTC+7:75")]
    [InlineData("7")]
    [InlineData("Asia/")]
    [InlineData("../../etc/passwd")]
    public void What_is_no_zone_is_none(string text) => Assert.Null(ZoneText.TryParse(text));

    [Fact]
    public void Every_IANA_name_is_read_as_itself_whatever_its_case() =>
        Assert.All(DateTimeZoneProviders.Tzdb.Ids, id => Assert.Equal(
            Zones.Find(id)!.GetUtcOffset(Instant.FromUtc(2026, 11, 23, 5, 0)),
            Zones.Find(ZoneText.TryParse(id.ToLowerInvariant())!)!.GetUtcOffset(Instant.FromUtc(2026, 11, 23, 5, 0))));

    [Fact]
    public void What_is_read_is_always_a_zone_that_schedules_can_be_worked_out_in() =>
        Gen.OneOf(Gen.String, Gen.Int[-20, 20].Select(hours => $"UTC{hours:+0;-0}"), Gen.String[Gen.Char["UTC+-:0123456789"], 0, 9])
            .Sample(text => ZoneText.TryParse(text) is not { } zone || Zones.Find(zone) is not null);
}
