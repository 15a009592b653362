using DigestBot.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.Settings;

public sealed class SettingsRegistrationTests
{
    [Fact]
    public void A_list_may_be_one_plain_value_with_commas_or_a_key_an_entry_or_both()
    {
        var access = Read<AccessOptions>(("Access:Chats", "telegram:-1001, discord:123"), ("Access:Users:0", "telegram:7"), ("Access:Users", "telegram:8,"));
        var operators = Read<OperatorsOptions>(("Operators:Users", "telegram:9,console:local"));

        Assert.Equal(["telegram:-1001", "discord:123"], access.Chats);
        Assert.Equal(["telegram:7", "telegram:8"], access.Users);
        Assert.True(access.IsPrivate);
        Assert.Equal(["telegram:9", "console:local"], operators.Users);
    }

    [Fact]
    public void Lists_of_several_sources_add_up_but_for_entries_of_the_same_key()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Add(builder, ("Operators:Users:0", "telegram:1"), ("Operators:Users:1", "telegram:2"), ("Access:Users:0", "telegram:1"), ("Access:Chats", "telegram:-1"));
        Add(builder, ("Operators:Users:0", "telegram:3"), ("Access:Users", "telegram:4"), ("Access:Chats", "telegram:-2"));
        builder.AddCommands();
        using var host = builder.Build();
        var access = host.Services.GetRequiredService<IOptions<AccessOptions>>().Value;

        Assert.Equal(["telegram:3", "telegram:2"], host.Services.GetRequiredService<IOptions<OperatorsOptions>>().Value.Users);
        Assert.Equal(["telegram:1", "telegram:4"], access.Users);
        Assert.Equal(["telegram:-2"], access.Chats);
    }

    [Theory]
    [InlineData("telegram:-1,@budi", "Access:Chats:1 ")]
    [InlineData("telegram:-1 discord:2", "Access:Chats:0 ")]
    [InlineData("telegram:-1;discord:2", "Access:Chats:0 ")]
    [InlineData(" , ", "Access:Chats:0 ")]
    public void What_stands_in_a_plain_value_is_validated_as_an_entry_is(string chats, string named)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read<AccessOptions>(("Access:Chats", chats)));

        Assert.StartsWith(named, Assert.Single(refused.Failures));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_variable_that_is_empty_sets_nothing(string chats) => Assert.False(Read<AccessOptions>(("Access:Chats", chats)).IsPrivate);

    private static T Read<T>(params (string Key, string Value)[] settings)
        where T : class
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Add(builder, settings);
        builder.AddCommands();
        using var host = builder.Build();
        return host.Services.GetRequiredService<IOptions<T>>().Value;
    }

    private static void Add(HostApplicationBuilder builder, params (string Key, string Value)[] settings) =>
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
}
