using System.Globalization;
using System.Text.Json;
using DigestBot.Chats;
using DigestBot.Digests;

namespace DigestBot.Subscriptions.Transfer;

/// <summary>Reads what <see cref="ChatFileWriter"/> wrote, or somebody made up: nothing is taken that is not wholly in order. Pure.</summary>
internal static class ChatFileReader
{
    /// <summary>As long as a file may be; what is typed can't be as long anywhere.</summary>
    public const int LongestText = 64 * 1024;

    private const int LongestPath = 300;
    private const int LongestSchedule = 200;
    private const int LongestInstant = 20;
    private const int LongestLayout = 200;
    private const int MostUnits = 100_000;

    /// <summary>Days are counted from a schedule's first: the calendar must not end on the way.</summary>
    private const int LastYear = 2200;

    private const string QuietForm = "HH:mm";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 6 };

    /// <summary>Throws <see cref="ChatFileException"/> on anything else.</summary>
    public static ChatFile Read(string text)
    {
        if (text.Length > LongestText)
            throw new ChatFileException(ChatFileProblem.TooLong, "");

        using var document = Parse(text);
        var file = new JsonFields(document.RootElement, "");
        if ((file.Number("digestbot", ChatFile.Version, ChatFile.Version) ?? 0) == 0)
            throw file.Missing("digestbot");

        var settings = file.Object("settings") is { } fields ? Settings(fields) : null;
        var subscriptions = file.Objects("subscriptions", ChatFile.MostSubscriptions).Select(Subscription).ToArray();
        file.End();
        return new ChatFile(settings, subscriptions.DistinctBy(subscription => subscription.Wants.Target).Count() == subscriptions.Length
            ? subscriptions
            : throw file.Wrong("subscriptions"));
    }

    private static JsonDocument Parse(string text)
    {
        try
        {
            var document = JsonDocument.Parse(text, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new ChatFileException(ChatFileProblem.NotJson, "");
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            throw new ChatFileException(ChatFileProblem.NotJson, "");
        }
    }

    private static Func<ChatSettings, ChatSettings> Settings(JsonFields fields)
    {
        var language = fields.Text("language", 2);
        if (language is not (null or "id" or "en"))
            throw fields.Wrong("language");

        var zone = fields.Text("zone", 100);
        if (zone is not null && Zones.Find(zone) is null)
            throw fields.Wrong("zone");

        var quiet = Quiet(fields);
        var (silent, pin, rich) = (fields.Flag("silent") ?? false, fields.Flag("pin") ?? false, fields.Flag("rich") ?? false);
        var layout = fields.Text("layout", LongestLayout) is { } parts ? Layout.TryParse(parts) ?? throw fields.Wrong("layout") : null;
        var pause = Pause(fields);
        fields.End();
        return before => before with
        {
            Language = language ?? before.Language,
            Zone = zone ?? before.Zone,
            Quiet = quiet,
            Silent = silent,
            Pin = pin,
            Rich = rich,
            Layout = layout,
            // What the platform refuses is not lifted by a file.
            Pause = before.Pause is { ByPlatform: true } ? before.Pause : pause ?? before.Pause,
        };
    }

    private static ChatPause? Pause(JsonFields fields)
    {
        if (fields.Object("pause") is not { } pause)
            return null;

        var since = Instant(pause, "since") ?? throw pause.Missing("since");
        var until = Instant(pause, "until");
        pause.End();
        return until <= since ? throw pause.Wrong("until") : new ChatPause(ByPlatform: false, "", since, until);
    }

    private static DateTimeOffset? Instant(JsonFields fields, string key)
    {
        if (fields.Text(key, LongestInstant) is not { } text)
            return null;

        return DateTimeOffset.TryParseExact(text, ChatFile.InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant.Year <= LastYear
            ? instant
            : throw fields.Wrong(key);
    }

    private static QuietHours? Quiet(JsonFields fields)
    {
        if (fields.Text("quiet", 11) is not { } text)
            return null;

        return text.Split('-') is [var from, var to] && Clock(from) is { } begin && Clock(to) is { } end && begin != end
            ? new QuietHours(begin, end)
            : throw fields.Wrong("quiet");
    }

    private static TimeOnly? Clock(string text) =>
        TimeOnly.TryParseExact(text, QuietForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static TransferredSubscription Subscription(JsonFields fields)
    {
        var (topic, article) = (fields.Text("topic", LongestPath), fields.Text("article", LongestPath));
        if (topic is not null && article is not null)
            throw fields.Wrong("article");

        var wants = new Wants
        {
            Topic = topic ?? "",
            Article = article ?? "",
            Include = Names(fields, "words"),
            Exclude = Names(fields, "notWords"),
            Sections = Names(fields, "sections"),
            NotSections = Names(fields, "notSections"),
            Length = Length(fields),
            Top = (int)(fields.Number("top", 1, Wants.MostInFull) ?? 0),
            Serial = fields.Flag("serial") ?? false,
        };
        if (wants.Include.Count + wants.Exclude.Count > Wants.MostNames)
            throw fields.Wrong("notWords");
        if (wants.Sections.Count + wants.NotSections.Count > Wants.MostNames)
            throw fields.Wrong("notSections");

        var subscription = new TransferredSubscription(wants, Schedule(fields), Had(fields), Place(fields));
        fields.End();
        return subscription;
    }

    /// <summary>As the grammar of subscriptions makes them: lower case, each once, in order.</summary>
    private static IReadOnlyList<string> Names(JsonFields fields, string key)
    {
        var names = fields.Texts(key, Wants.LongestName);
        return names.All(name => name.Any(char.IsLetterOrDigit))
            ? [.. names.Select(name => name.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)]
            : throw fields.Wrong(key);
    }

    private static DigestLength Length(JsonFields fields) => fields.Text("length", 10) switch
    {
        null or "normal" => DigestLength.Normal,
        "short" => DigestLength.Short,
        "long" => DigestLength.Long,
        _ => throw fields.Wrong("length"),
    };

    private static Schedule Schedule(JsonFields fields)
    {
        var text = fields.Text("schedule", LongestSchedule) ?? throw fields.Missing("schedule");
        try
        {
            var schedule = Subscriptions.Schedule.Parse(text);
            return schedule.Anchor.Year <= LastYear ? schedule : throw fields.Wrong("schedule");
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw fields.Wrong("schedule");
        }
    }

    private static HadEdition? Had(JsonFields fields)
    {
        if (fields.Object("had") is not { } had)
            return null;

        var number = had.Number("edition", 1, long.MaxValue) ?? throw had.Missing("edition");
        var hash = had.Text("hash", HadEdition.HashLength) ?? throw had.Missing("hash");
        had.End();
        return new HadEdition(number, hash);
    }

    private static SerialPlace? Place(JsonFields fields)
    {
        if (fields.Object("reading") is not { } reading)
            return null;

        var article = reading.Text("article", LongestPath) ?? throw reading.Missing("article");
        var posted = reading.Number("posted", 1, MostUnits) ?? throw reading.Missing("posted");
        reading.End();
        return new SerialPlace(article, (int)posted);
    }
}
