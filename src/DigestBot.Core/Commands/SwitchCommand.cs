using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Shows a switch, or turns it on or off.</summary>
internal sealed class SwitchCommand(ChatSwitch chatSwitch, SubscriptionBook book) : IChatCommand
{
    public CommandInfo Info { get; } = new(chatSwitch.Name, [chatSwitch.Alias], CommandAccess.Manager, [new("state", "keadaan", Required: false)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (settings, words) = (context.Settings, context.Words);
        IReadOnlyList<Subscription> subscriptions;
        if (context.Arguments.Length == 0)
        {
            subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        }
        else if (OnOffText.TryParse(context.Arguments) is { } on)
        {
            settings = chatSwitch.Turn(settings, on);
            subscriptions = await book.ChangeAsync(settings, cancellationToken);
        }
        else
        {
            return Answer.Of(words.Paragraph("Switch_NotUnderstood", Labels.Echo(context.Arguments), Info.NameIn(words))).ForAsker();
        }

        var isOn = chatSwitch.IsOn(settings);
        return Answer.Of(words.Paragraph($"Switch_{Info.Name}_{(isOn ? "On" : "Off")}"), NextDigest.Line(subscriptions, settings, words))
            .With([new Button(words[isOn ? "Button_TurnOff" : "Button_TurnOn"], $"{Info.Name} {(isOn ? "off" : "on")}")]);
    }
}
