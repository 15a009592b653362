using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Telegram.Api;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>
/// A group's preview in the asker's own conversation with the bot, where nobody else sees it: a link in the group opens it there,
/// and its buttons go on there. Whoever is in the group may look, as they may in it; that is asked of Telegram each time.
/// </summary>
internal sealed partial class TelegramPreviews(CommandDispatcher dispatcher, TelegramAdmins admins)
{
    private const string Command = "preview";

    /// <summary>What opens the group's preview in the private chat of whoever taps it.</summary>
    public static string LinkTo(ChatId chat, string botName) => TelegramAddresses.LinkTo(botName, Payload(chat));

    /// <summary>The message with buttons that act on the group from the private chat; those that can't are left out.</summary>
    public static Message ForPrivate(Message message, ChatId group) => message with
    {
        Buttons = [.. message.Buttons.Select(row => row.Select(button => ForPrivate(button, group)).OfType<Button>().ToArray()).Where(row => row.Length > 0)],
    };

    /// <summary>The answer to a line that such a link or button carries; null for any other line.</summary>
    public async Task<Answer?> TryRunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsPrivate || Link().Match(request.Line) is not { Success: true } link)
            return null;

        var group = new ChatId(TelegramPlatform.PlatformName, link.Groups["chat"].Value, link.Groups["topic"] is { Success: true } topic ? topic.Value : null);
        if (!await IsInAsync(group, request.User, cancellationToken))
            return Answer.Of((Words.TryFor(request.Language) ?? Words.Indonesian).Paragraph("Telegram_NotInGroup"));

        var asked = request with
        {
            Chat = group,
            Line = $"{Command} {link.Groups["rest"].Value}",
            IsPrivate = false,
            CanManage = _ => new(false),
        };
        var answer = await dispatcher.RunAsync(asked, cancellationToken);
        return answer with { Message = ForPrivate(answer.Message, group) };
    }

    private static Button? ForPrivate(Button button, ChatId group)
    {
        if (!button.Action.StartsWith(Command, StringComparison.Ordinal))
            return null;

        var action = $"start {Payload(group)}{button.Action[Command.Length..]}";
        return Encoding.UTF8.GetByteCount(action) <= Button.LongestAction ? button with { Action = action } : null;
    }

    private static string Payload(ChatId chat) => chat.Thread is null ? $"{Command}-{chat.Chat}" : $"{Command}-{chat.Chat}-{chat.Thread}";

    private async Task<bool> IsInAsync(ChatId group, string user, CancellationToken cancellationToken)
    {
        try
        {
            return await admins.IsInAsync(group, long.Parse(user, CultureInfo.InvariantCulture), cancellationToken);
        }
        catch (TelegramFailure failure) when (failure.Code is 400 or 403)
        {
            return false;
        }
    }

    /// <summary>A group's number is negative: nobody's private chat can be named so.</summary>
    [GeneratedRegex("^start preview-(?<chat>-[0-9]{1,18})(-(?<topic>[0-9]{1,10}))?( (?<rest>.*))?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
