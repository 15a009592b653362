using DigestBot.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>Who is not served, and who asks too much, on Telegram.</summary>
public sealed class TelegramGateTests
{
    [Fact]
    public async Task Who_asks_too_much_is_told_once_and_then_gets_no_message()
    {
        await using var bot = await TelegramConversation.StartAsync(configure: services =>
            services.Configure<CommandLimitOptions>(options => options.PerUserPerMinute = 1));
        var ani = bot.Telegram.World.AddUser("Ani");
        var chat = bot.Telegram.World.AddPrivateChat(ani);

        Assert.Equal("digest", (await bot.AnswerToAsync(bot.Telegram.People.Say(chat, ani, "/digest"))).Text.Trim());
        Assert.StartsWith("Pelan-pelan, ya", (await bot.AnswerToAsync(bot.Telegram.People.Say(chat, ani, "/digest"))).Text);
        bot.Telegram.People.Say(chat, ani, "/digest");
        await bot.HandledAsync();

        Assert.Equal(2, bot.Ledger.Answers.Count);
        Assert.Single(bot.Ran);
    }

    [Fact]
    public async Task A_private_bot_tells_a_stranger_the_code_that_its_operator_needs_and_runs_nothing()
    {
        await using var bot = await TelegramConversation.StartAsync(configure: services =>
            services.Configure<AccessOptions>(options => options.Users.Add("telegram:1")));
        var ani = bot.Telegram.World.AddUser("Ani");
        var chat = bot.Telegram.World.AddPrivateChat(ani);

        var answer = await bot.AnswerToAsync(bot.Telegram.People.Say(chat, ani, "/subscribe"));

        Assert.EndsWith($"berikan kode ini kepadanya: telegram:{chat.Id}", answer.Text);
        Assert.Empty(bot.Ran);
    }
}
