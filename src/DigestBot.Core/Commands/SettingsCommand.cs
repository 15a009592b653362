using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>
/// Shows all that holds in the chat with a button for each thing to change; a button's change shows the settings anew, in the
/// same message. <c>settings silent on</c>, <c>settings length short</c>, <c>settings 1f0c2a9b top 5</c> can be typed as well.
/// </summary>
internal sealed class SettingsCommand(ArticleLibrary library, SubscriptionBook book, SettingsMessages messages, SettingCommands others, TimeProvider time) : IChatCommand
{
    public CommandInfo Info { get; } = new("settings", ["setelan"], CommandAccess.Manager, [new("setting", "setelan", Required: false)]);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (name, value) = Divide(context.Arguments);
        var subscriptions = await book.ListAsync(context.Chat, cancellationToken);
        if (name.Length == 0)
            return All(context, subscriptions);

        if (Changed(context.Settings, name, value) is { } settings)
            return All(context with { Settings = settings }, await book.ChangeAsync(settings, cancellationToken));

        if (name == "length" && WantsText.Parse(value) is { Problem: null, Target: "", Change.IsEmpty: false } length)
            return All(context, await ApplyAsync(context, subscriptions, length.Change, cancellationToken));

        if (TargetFinder.FindSubscription(subscriptions, library.Current, name) is { Items: [var chosen], IsGuess: false })
            return await OneAsync(context, chosen, value, cancellationToken);

        return others.Find(context.Arguments) is var (command, arguments)
            ? await command.RunAsync(context with { Arguments = arguments }, cancellationToken)
            : Answer.Of(context.Words.Paragraph("Settings_NotUnderstood", Labels.Echo(context.Arguments)))
                .With([new Button(context.Words["Button_Settings"], "settings")]).ForAsker();
    }

    private Answer All(CommandContext context, IReadOnlyList<Subscription> subscriptions) =>
        Shown(context, messages.OfChat(context.Settings, subscriptions, context.Words));

    private async Task<Answer> OneAsync(CommandContext context, Subscription chosen, string value, CancellationToken cancellationToken)
    {
        var line = WantsText.Parse(value, new KnownNames(library.Current));
        if (line.Problem is not null || line.Target.Length > 0)
        {
            var problem = line.Problem ?? new WantsProblem("Wants_Stray", line.Target);
            return Answer.Of(context.Words.Paragraph(problem.Key, Labels.Echo(problem.Word)), context.Words.Paragraph("Wants_Usage")).ForAsker();
        }

        var shown = (await ApplyAsync(context, [chosen], line.Change, cancellationToken))[0];
        return Shown(context, messages.OfSubscription(shown, context.Settings, context.Words));
    }

    private async Task<IReadOnlyList<Subscription>> ApplyAsync(
        CommandContext context, IReadOnlyList<Subscription> subscriptions, WantsChange change, CancellationToken cancellationToken)
    {
        var changed = new List<Subscription>();
        foreach (var subscription in subscriptions)
        {
            var wants = change.ApplyTo(subscription.Wants);
            changed.Add(wants.Key == subscription.Wants.Key ? subscription : await book.SubscribeAsync(context.Chat, wants, null, cancellationToken));
        }

        return changed;
    }

    private static Answer Shown(CommandContext context, Message message) => new(message) { Replaces = context.Request.IsButton && context.Arguments.Length > 0 };

    /// <summary>The chat's settings after a change that is one word and its value; null where it is none.</summary>
    private ChatSettings? Changed(ChatSettings settings, string name, string value)
    {
        if (ChatSwitch.All.FirstOrDefault(candidate => name == candidate.Name || name == candidate.Alias) is { } chatSwitch && OnOffText.TryParse(value) is { } on)
            return chatSwitch.Turn(settings, on);

        return (name, value) switch
        {
            ("all", "") => settings,
            ("pause" or "jeda", "") => settings with { Pause = settings.Pause ?? new ChatPause(ByPlatform: false, "", time.GetUtcNow(), Until: null) },
            ("resume" or "lanjut", "") => settings with { Pause = null },
            ("quiet" or "jamtenang", _) when QuietText.TryParse(value, out var hours) => settings with { Quiet = hours },
            _ => null,
        };
    }

    private static (string Name, string Value) Divide(string arguments)
    {
        var blank = arguments.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (arguments.ToLowerInvariant(), "") : (arguments[..blank].ToLowerInvariant(), arguments[(blank + 1)..].Trim());
    }
}
