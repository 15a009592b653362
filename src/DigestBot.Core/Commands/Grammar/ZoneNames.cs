namespace DigestBot.Commands.Grammar;

/// <summary>What people call a time zone.</summary>
internal static class ZoneNames
{
    /// <summary>The three Indonesian zones, with the city that names each in the time zone database.</summary>
    public static IReadOnlyList<(string Name, string Zone)> Indonesian { get; } =
        [("WIB", "Asia/Jakarta"), ("WITA", "Asia/Makassar"), ("WIT", "Asia/Jayapura")];

    /// <summary>WIB, WITA or WIT; else the offset or the city, in brackets where it is a city: <c>(Kathmandu)</c>.</summary>
    public static string Short(string zone) => zone switch
    {
        "Asia/Jakarta" or "Asia/Pontianak" => "WIB",
        "Asia/Makassar" or "Asia/Ujung_Pandang" => "WITA",
        "Asia/Jayapura" => "WIT",
        _ when zone.StartsWith("UTC", StringComparison.Ordinal) => zone,
        _ => $"({City(zone)})",
    };

    /// <summary><c>WITA (Asia/Makassar)</c>, or the database's name alone.</summary>
    public static string Long(string zone) => Short(zone) is var name && name.StartsWith("WI", StringComparison.Ordinal) ? $"{name} ({zone})" : zone;

    /// <summary>The Indonesian zones that stand in a text, and the text without them; null where none does.</summary>
    public static (string Without, IReadOnlyList<(string Name, string Zone)> Zones)? Within(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToLookup(IsZone);
        return words[true].Any()
            ? (string.Join(' ', words[false]), [.. Indonesian.Where(zone => words[true].Any(word => Is(word, zone.Name)))])
            : null;

        static bool IsZone(string word) => Indonesian.Any(zone => Is(word, zone.Name));
        static bool Is(string word, string name) => word.Trim(',', ';', '(', ')', '.').Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The place that a zone is named after: <c>New York</c>.</summary>
    public static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
