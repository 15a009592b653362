using System.Globalization;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands.Grammar;
using DigestBot.Digests;
using DigestBot.Subscriptions;

namespace DigestBot.Commands;

/// <summary>Puts a chat's settings, or those of one subscription, into words and buttons.</summary>
internal sealed class SettingsMessages(ArticleLibrary library, TimeProvider time)
{
    /// <summary>Beside four rows of settings, what every platform shows.</summary>
    private const int MostSubscriptions = 8;

    private static readonly int[] Tops = [1, 3, 5, 10];

    public Message OfChat(ChatSettings settings, IReadOnlyList<Subscription> subscriptions, Words words)
    {
        var local = NextDigest.LocalTime(time.GetUtcNow(), settings.Zone);
        List<Block> blocks =
        [
            new TitleBlock(words["Settings_Title"]),
            Item(words.Format("Settings_Language", (Words.TryFor(settings.Language) ?? words)["Language_Name"])),
            Item(words.Format("Settings_Zone", ZoneNames.Long(settings.Zone), Dates.Time(TimeOnly.FromDateTime(local.DateTime)))),
            Item(settings.Quiet is null ? words["Settings_QuietNone"] : words.Format("Settings_Quiet", QuietCommand.Hours(settings.Quiet))),
            Item(settings.Layout is { } layout ? LayoutCommand.Shown(layout, words) : words["Settings_LayoutDefault"]),
            .. ChatSwitch.All.Select(chatSwitch => Item(words[$"Switch_{chatSwitch.Name}_{(chatSwitch.IsOn(settings) ? "On" : "Off")}"])),
            .. settings.Forum ? [Item(words["Forum_On"])] : Array.Empty<Block>(),
            .. subscriptions.Take(MostSubscriptions).Index().Select(subscription => SubscriptionsCommand.Line(subscription.Index + 1, subscription.Item, library.Current, words)),
            NextDigest.Line(subscriptions, settings, words),
        ];
        return new Message(blocks) { Buttons = [.. Buttons(settings, subscriptions, words).Where(row => row.Count > 0)] };
    }

    public Message OfSubscription(Subscription subscription, ChatSettings settings, Words words)
    {
        var (wants, key) = (subscription.Wants, subscription.Wants.TargetKey);
        var label = TargetFinder.LabelOf(wants, library.Current, words);
        List<Block> blocks =
        [
            new TitleBlock(label),
            Item(ScheduleWords.Of(subscription.Schedule, words)),
            .. WantsWords.Of(wants, words).Select(Item),
            .. WantsWords.Progress(subscription, library.Current) is { } progress ? [Item(progress)] : Array.Empty<Block>(),
            words.Paragraph("Wants_Usage"),
            NextDigest.Line([subscription], settings, words),
        ];
        var top = wants.Top == 0 ? Delivery.Selection.DefaultTop : wants.Top;
        return new Message(blocks)
        {
            Buttons =
            [
                Lengths(wants.Length, $"settings {key}", words),
                [.. Tops.Select(number => Choice(string.Create(CultureInfo.InvariantCulture, $"{words["Settings_Top"]} {number}"), number == top, $"settings {key} top {number}"))],
                [
                    wants.Serial
                        ? new Button(words["Button_Whole"], $"settings {key} whole")
                        : new Button(words["Button_Serial"], $"settings {key} serial"),
                    new Button(words["Button_Preview"], $"preview {key}"),
                ],
                [UnsubscribeCommand.ButtonFor(subscription, library.Current, words), new Button(words["Button_SettingsAll"], "settings all")],
            ],
        };
    }

    private IEnumerable<IReadOnlyList<Button>> Buttons(ChatSettings settings, IReadOnlyList<Subscription> subscriptions, Words words) =>
    [
        [new Button(words["Button_Language"], "language"), new Button(words["Button_Zone"], "timezone"), new Button(words["Button_Schedule"], "schedule"), new Button(words["Button_Layout"], "layout")],
        [
            new Button(words["Button_Quiet"], "quiet"),
            .. ChatSwitch.All.Select(chatSwitch => new Button(
                words[$"Button_{chatSwitch.Name}_{(chatSwitch.IsOn(settings) ? "Off" : "On")}"],
                $"settings {chatSwitch.Name} {(chatSwitch.IsOn(settings) ? "off" : "on")}")),
        ],
        subscriptions.Count == 0 ? [] : Lengths(Common(subscriptions), "settings length", words),
        [
            settings.Pause is null ? new Button(words["Button_Pause"], "settings pause") : new Button(words["Button_Resume"], "settings resume"),
            subscriptions.Count == 0 ? new Button(words["Button_Subscribe"], "subscribe") : new Button(words["Button_Preview"], "preview"),
            new Button(words["Button_Export"], "export"),
        ],
        .. subscriptions.Take(MostSubscriptions)
            .Select(subscription => new Button(Labels.Short(TargetFinder.LabelOf(subscription.Wants, library.Current, words), 40), $"settings {subscription.Wants.TargetKey}"))
            .Chunk(2),
        subscriptions.Count > MostSubscriptions ? [new Button(words.Format("Button_More", subscriptions.Count - MostSubscriptions), "subscriptions 2")] : [],
    ];

    private static DigestLength? Common(IReadOnlyList<Subscription> subscriptions) =>
        subscriptions.Select(subscription => subscription.Wants.Length).Distinct().ToArray() is [var only] ? only : null;

    private static IReadOnlyList<Button> Lengths(DigestLength? chosen, string action, Words words) =>
    [
        .. new[] { DigestLength.Short, DigestLength.Normal, DigestLength.Long }.Select(length =>
            Choice(words[$"Wants_Length_{length}"], length == chosen, $"{action} {length.ToString().ToLowerInvariant()}")),
    ];

    private static Button Choice(string label, bool isChosen, string action) => new(isChosen ? $"✓ {label}" : label, action);

    private static ItemBlock Item(string text) => new("•", [new Span(text)]);
}
