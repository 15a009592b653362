using System.ComponentModel.DataAnnotations;

namespace DigestBot.Web;

public sealed class WebOptionsTests
{
    [Theory]
    [InlineData(8090, "127.0.0.1", null, null)]
    [InlineData(8090, "::1", "https://digests.example.org/baca", null)]
    [InlineData(70_000, "127.0.0.1", null, "Web:Port")]
    [InlineData(8090, "everywhere", null, "Web:Address")]
    [InlineData(null, "127.0.0.1", "https://digests.example.org/", "Web:Port")]
    [InlineData(8090, "127.0.0.1", "digests.example.org", "Web:PublicUrl")]
    [InlineData(8090, "127.0.0.1", "javascript:alert(1)", "Web:PublicUrl")]
    [InlineData(8090, "127.0.0.1", "https://me:secret@digests.example.org/", "Web:PublicUrl")]
    [InlineData(8090, "127.0.0.1", "https://digests.example.org/?a=b", "Web:PublicUrl")]
    public void A_wrong_setting_is_named_by_its_key(int? port, string address, string? url, string? key)
    {
        var options = new WebOptions { Port = port, Address = address, PublicUrl = url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute) };
        var problems = new List<ValidationResult>();

        Assert.Equal(key is null, Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true));
        if (key is not null)
            Assert.StartsWith(key, Assert.Single(problems).ErrorMessage);
    }

    [Theory]
    [InlineData("https://digests.example.org", "https://digests.example.org/")]
    [InlineData("https://digests.example.org/baca//", "https://digests.example.org/baca/")]
    public void Addresses_are_made_below_the_public_one(string url, string below) =>
        Assert.Equal(below, new WebOptions { PublicUrl = new Uri(url) }.Copies().Base.AbsoluteUri);
}
