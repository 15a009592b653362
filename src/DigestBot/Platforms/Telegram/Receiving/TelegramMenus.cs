using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Telegram.Api;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>The menu of commands in each language, from the list that help is made from; set only where it differs.</summary>
internal sealed class TelegramMenus(TelegramApi api, CommandDispatcher dispatcher)
{
    /// <summary>Language codes of menus; without a code stands what everybody else sees.</summary>
    private static readonly (string? Code, Words Words)[] Languages = [(null, Words.Indonesian), ("id", Words.Indonesian), ("en", Words.English)];

    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        foreach (var (code, words) in Languages)
        {
            var wanted = Menu(words);
            var shown = await api.SendRequest(new GetMyCommandsRequest { LanguageCode = code }, cancellationToken);
            if (!shown.Select(Line).SequenceEqual(wanted.Select(Line)))
                await api.SendRequest(new SetMyCommandsRequest { Commands = wanted, LanguageCode = code }, cancellationToken);
        }
    }

    private BotCommand[] Menu(Words words) =>
    [
        .. dispatcher.Commands.Where(command => command.Access != CommandAccess.Operator)
            .Select(command => new BotCommand(command.NameIn(words), command.SummaryIn(words))),
    ];

    private static (string, string) Line(BotCommand command) => (command.Command, command.Description);
}
