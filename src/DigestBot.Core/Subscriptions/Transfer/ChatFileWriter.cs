using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DigestBot.Articles;
using DigestBot.Digests;

namespace DigestBot.Subscriptions.Transfer;

/// <summary>Writes what a chat takes along: whole, or in as many files as it needs for each to fit into one message anywhere. Pure.</summary>
internal static class ChatFileWriter
{
    /// <summary>What fits into a message of every platform, with room for the command before it.</summary>
    public const int LongestText = 1_700;

    /// <summary>Letters stay as they are; what could be markup does not.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Each can be taken in alone; the first holds the settings. A subscription that alone is longer than a message stands alone.</summary>
    public static IReadOnlyList<string> Write(ChatSettings settings, IReadOnlyList<Subscription> subscriptions, LibrarySnapshot library)
    {
        var texts = new List<string>();
        var taken = new List<Subscription>();
        foreach (var subscription in subscriptions)
        {
            taken.Add(subscription);
            if (taken.Count > 1 && File(settings, taken, library, isFirst: texts.Count == 0).Length > LongestText)
            {
                texts.Add(File(settings, taken[..^1], library, isFirst: texts.Count == 0));
                taken = [subscription];
            }
        }

        if (taken.Count > 0 || texts.Count == 0)
            texts.Add(File(settings, taken, library, isFirst: texts.Count == 0));
        return texts;
    }

    /// <summary>All in one, however long that is.</summary>
    public static string WriteWhole(ChatSettings settings, IReadOnlyList<Subscription> subscriptions, LibrarySnapshot library) =>
        File(settings, subscriptions, library, isFirst: true);

    private static string File(ChatSettings settings, IReadOnlyList<Subscription> subscriptions, LibrarySnapshot library, bool isFirst)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("digestbot", ChatFile.Version);
            if (isFirst)
                Write(json, settings);
            json.WriteStartArray("subscriptions");
            foreach (var subscription in subscriptions)
                Write(json, subscription, library);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, ChatSettings settings)
    {
        json.WriteStartObject("settings");
        if (settings.Language is not null)
            json.WriteString("language", settings.Language);
        json.WriteString("zone", settings.Zone);
        if (settings.Quiet is { } quiet)
            json.WriteString("quiet", FormattableString.Invariant($"{quiet.From:HH\\:mm}-{quiet.To:HH\\:mm}"));
        WriteFlag(json, "silent", settings.Silent);
        WriteFlag(json, "pin", settings.Pin);
        WriteFlag(json, "rich", settings.Rich);
        if (settings.Layout is not null)
            json.WriteString("layout", settings.Layout.ToString());
        if (settings.Pause?.Asked is { } pause)
            Write(json, pause);
        json.WriteEndObject();
    }

    /// <summary>One that somebody asked for; what a platform refuses is its own affair.</summary>
    private static void Write(Utf8JsonWriter json, ChatPause pause)
    {
        json.WriteStartObject("pause");
        json.WriteString("since", pause.Since.ToUniversalTime().ToString(ChatFile.InstantForm, CultureInfo.InvariantCulture));
        if (pause.Until is { } until)
            json.WriteString("until", until.ToUniversalTime().ToString(ChatFile.InstantForm, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Subscription subscription, LibrarySnapshot library)
    {
        var wants = subscription.Wants;
        json.WriteStartObject();
        if (wants.Article.Length > 0)
            json.WriteString("article", wants.Article);
        else if (wants.Topic.Length > 0)
            json.WriteString("topic", wants.Topic);
        WriteNames(json, "words", wants.Include);
        WriteNames(json, "notWords", wants.Exclude);
        WriteNames(json, "sections", wants.Sections);
        WriteNames(json, "notSections", wants.NotSections);
        if (wants.Length != DigestLength.Normal)
            json.WriteString("length", wants.Length == DigestLength.Short ? "short" : "long");
        if (wants.Top > 0)
            json.WriteNumber("top", wants.Top);
        WriteFlag(json, "serial", wants.Serial);
        json.WriteString("schedule", subscription.Schedule.ToString());
        WritePlace(json, subscription, library);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Subscription subscription, LibrarySnapshot library)
    {
        if (library.Editions.LastOrDefault(edition => edition.Number <= subscription.Position) is { } had)
        {
            json.WriteStartObject("had");
            json.WriteNumber("edition", had.Number);
            json.WriteString("hash", had.Hash[..Math.Min(had.Hash.Length, HadEdition.HashLength)]);
            json.WriteEndObject();
        }

        if (subscription.Serial is { } place)
        {
            json.WriteStartObject("reading");
            json.WriteString("article", place.Article);
            json.WriteNumber("posted", place.Posted);
            json.WriteEndObject();
        }
    }

    private static void WriteFlag(Utf8JsonWriter json, string key, bool value)
    {
        if (value)
            json.WriteBoolean(key, value);
    }

    private static void WriteNames(Utf8JsonWriter json, string key, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return;

        json.WriteStartArray(key);
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
