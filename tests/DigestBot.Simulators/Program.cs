using DigestBot.Simulators.Telegram;

return args switch
{
    ["telegram", .. var rest] => await TelegramCommandLine.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(TelegramCommandLine.Usage);
    return 2;
}
