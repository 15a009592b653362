using System.ComponentModel.DataAnnotations;
using DigestBot.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Discord;

public sealed class DiscordOptionsTests
{
    [Theory]
    [InlineData("MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789ab", "https://discord.com/api/v10")]
    [InlineData("some-other-servers-token", "http://127.0.0.1:8080/some/path/")]
    public void A_token_and_any_address_with_any_path_are_taken(string token, string url) => Assert.Empty(Problems(token, url));

    [Theory]
    [InlineData("Bot abcdefgh.ijklmn", "https://discord.com/api/v10", "Discord:Token")]
    [InlineData("short", "https://discord.com/api/v10", "Discord:Token")]
    [InlineData("abcdefgh.ijklmn", "ftp://discord.com", "Discord:BaseUrl")]
    [InlineData("abcdefgh.ijklmn", "https://user:secret@discord.com/api", "Discord:BaseUrl")]
    [InlineData("abcdefgh.ijklmn", "https://discord.com/api?v=10", "Discord:BaseUrl")]
    public void What_is_wrong_is_named_and_not_repeated(string token, string url, string key)
    {
        var problem = Assert.Single(Problems(token, url));

        Assert.Contains(key, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:00:30", true)]
    [InlineData("00:00:31", false)]
    public void A_send_may_not_take_so_long_that_a_second_one_is_no_longer_told_from_it(string timeout, bool isTaken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Discord:Token", "some-servers-token"), new("Delivery:SendTimeout", timeout)]);
        builder.AddDelivery();
        builder.AddDiscord();
        using var host = builder.Build();

        var refused = Record.Exception(() => host.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(isTaken, refused is null);
        if (!isTaken)
            Assert.StartsWith("Delivery:SendTimeout is at most 00:00:30", refused!.Message, StringComparison.Ordinal);
    }

    private static string[] Problems(string token, string url)
    {
        var options = new DiscordOptions { Token = token, BaseUrl = new Uri(url) };
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.Select(result => result.ErrorMessage!)];
    }
}
