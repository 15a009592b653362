using DigestBot.Simulators.Discord;
using DigestBot.Simulators.Telegram;

return args switch
{
    ["telegram", .. var rest] => await TelegramCommandLine.RunAsync(rest),
    ["discord", .. var rest] => await DiscordCommandLine.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(TelegramCommandLine.Usage);
    Console.Error.WriteLine(DiscordCommandLine.Usage);
    return 2;
}
