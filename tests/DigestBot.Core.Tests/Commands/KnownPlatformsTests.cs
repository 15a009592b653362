using DigestBot.Settings;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands;

public sealed class KnownPlatformsTests
{
    private readonly KnownPlatforms _platforms = new(
    [
        new SettingsSection("Telegram", typeof(object), "telegram"), new SettingsSection("Articles", typeof(object), null), new SettingsSection("Console", typeof(object), "console"),
    ]);

    [Fact]
    public void A_platform_that_there_is_not_is_refused_wherever_it_is_named()
    {
        var access = new AccessOptions { Chats = { "telegram:-1", "telegran:-2" }, Users = { "Xtelegram:3", "telegrams:4" } };
        var operators = new OperatorsOptions { Users = { "console:local", "telegran:5" }, Chat = "matrix:6/7" };

        Assert.Equal(
            [
                "Access:Chats:1: 'telegran:-2' is on no platform that there is; the platforms are console, telegram",
                "Access:Users:1: 'telegrams:4' is on no platform that there is; the platforms are console, telegram",
            ],
            _platforms.Validate(null, access).Failures);
        Assert.Equal(
            [
                "Operators:Users:1: 'telegran:5' is on no platform that there is; the platforms are console, telegram",
                "Operators:Chat: 'matrix:6/7' is on no platform that there is; the platforms are console, telegram",
            ],
            _platforms.Validate(null, operators).Failures);
    }

    [Fact]
    public void What_has_another_form_is_not_repeated_for_it_may_be_a_token() =>
        Assert.Equal(ValidateOptionsResult.Success, _platforms.Validate(null, new OperatorsOptions { Users = { "123456789:AAF-rahasia", "rahasia:AAF" } }));

    [Fact]
    public void Where_no_platform_is_known_none_is_refused() =>
        Assert.Equal(ValidateOptionsResult.Success, new KnownPlatforms([]).Validate(null, new AccessOptions { Chats = { "telegram:1" } }));
}
