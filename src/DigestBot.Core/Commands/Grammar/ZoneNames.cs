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

    /// <summary>The Indonesian zone that stands at the end of a text, and what stands before it; null where none does.</summary>
    public static (string Before, string Name, string Zone)? AtEnd(string text)
    {
        var end = text.TrimEnd().LastIndexOf(' ');
        foreach (var (name, zone) in Indonesian)
        {
            if (end > 0 && text.AsSpan(end).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return (text[..end], name, zone);
        }

        return null;
    }

    /// <summary>The place that a zone is named after: <c>New York</c>.</summary>
    public static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
