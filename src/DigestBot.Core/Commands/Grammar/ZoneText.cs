using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using DigestBot.Articles;
using DigestBot.Subscriptions;
using NodaTime;
using NodaTime.TimeZones;

namespace DigestBot.Commands.Grammar;

/// <summary>Reads a time zone as people write it: an IANA name, a city, WIB, WITA or WIT, or an offset such as UTC+8.</summary>
internal static partial class ZoneText
{
    /// <summary>Cities that name no zone of their own and that the first readers live in.</summary>
    private static readonly (string Zone, string Cities)[] MoreCities =
    [
        ("Asia/Jakarta", "Bandung,Batam,Bekasi,Bengkulu,Bogor,Cirebon,Depok,Jambi,Lampung,Bandar Lampung,Malang,Medan,Padang,Palembang," +
            "Pangkalpinang,Pekanbaru,Semarang,Serang,Solo,Surakarta,Surabaya,Tangerang,Yogyakarta,Jogja,Banda Aceh"),
        ("Asia/Pontianak", "Palangka Raya,Palangkaraya,Singkawang"),
        ("Asia/Makassar", "Bali,Denpasar,Balikpapan,Banjarmasin,Gorontalo,Kendari,Kupang,Lombok,Mamuju,Manado,Mataram,Palu,Samarinda," +
            "Tarakan,Tanjung Selor"),
        ("Asia/Jayapura", "Ambon,Biak,Manokwari,Merauke,Nabire,Sorong,Ternate,Timika,Tual,Papua"),
    ];

    /// <summary>IANA names in any case; an old name without a place, such as <c>Singapore</c>, stands for the present one.</summary>
    private static readonly Lazy<FrozenDictionary<string, string>> ById = new(() => DateTimeZoneProviders.Tzdb.Ids.ToFrozenDictionary(
        id => id, Present, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, string>> ByName = new(Names);

    /// <summary>Cities with their zones, for suggestions: Indonesia's first, then those of the time zone database.</summary>
    public static IReadOnlyList<(string Name, string Zone)> Known => KnownZones.Value;

    private static readonly Lazy<(string Name, string Zone)[]> KnownZones = new(() =>
        [.. ZoneNames.Indonesian, .. More(), .. Canonical().Select(zone => (ZoneNames.City(zone), zone))]);

    /// <summary>The IANA name, or <c>UTC+08</c> for an offset; null where it is not recognised.</summary>
    public static string? TryParse(string text)
    {
        text = text.Trim();
        if (Offset().Match(text) is { Success: true } offset)
            return FixedOffset(offset);

        return ById.Value.GetValueOrDefault(text) ?? ByName.Value.GetValueOrDefault(Folded(text));
    }

    /// <summary>Zones whose city is begun or spelled nearly so.</summary>
    public static IReadOnlyList<(string Name, string Zone)> Near(string text) =>
        [.. NameMatching.Best(Known, known => [known.Name], text).DistinctBy(known => known.Zone)];

    private static string? FixedOffset(Match match)
    {
        var hours = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = match.Groups[3].Success ? int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (hours > 14 || minutes > 59)
            return null;

        var id = string.Create(CultureInfo.InvariantCulture, $"UTC{match.Groups[1].ValueSpan}{hours:00}{(minutes == 0 ? "" : $":{minutes:00}")}");
        return hours == 0 && minutes == 0 ? "UTC" : Zones.Find(id)?.Id;
    }

    private static FrozenDictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>();
        foreach (var (name, zone) in ZoneNames.Indonesian.Concat(More()))
            names.TryAdd(Folded(name), zone);

        foreach (var zone in Canonical().Concat(DateTimeZoneProviders.Tzdb.Ids))
        {
            names.TryAdd(Folded(ZoneNames.City(zone)), zone);
        }

        return names.ToFrozenDictionary();
    }

    private static IEnumerable<(string Name, string Zone)> More() =>
        MoreCities.SelectMany(group => group.Cities.Split(','), (group, city) => (city, group.Zone));

    private static string Present(string id)
    {
        var present = TzdbDateTimeZoneSource.Default.CanonicalIdMap[id];
        return id.Contains('/', StringComparison.Ordinal) || present.StartsWith("Etc/", StringComparison.Ordinal) ? id : present;
    }

    /// <summary>Zones named after places, each under its present name.</summary>
    private static IEnumerable<string> Canonical() =>
        TzdbDateTimeZoneSource.Default.CanonicalIdMap
            .Where(entry => entry.Key == entry.Value && entry.Key.Contains('/', StringComparison.Ordinal) && !entry.Key.StartsWith("Etc/", StringComparison.Ordinal))
            .Select(entry => entry.Key)
            .Order(StringComparer.Ordinal);

    private static string Folded(string text) => new FoldedName(text).Letters;

    [GeneratedRegex("^(?:UTC|GMT)?([+-])([0-9]{1,2})(?::?([0-9]{2}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Offset();
}
