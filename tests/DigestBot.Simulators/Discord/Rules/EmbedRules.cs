using System.Globalization;

namespace DigestBot.Simulators.Discord.Rules;

/// <summary>Embeds: ten of them, each part within its length, and 6000 in sum.</summary>
internal static class EmbedRules
{
    private const int MostInSum = 6000;

    public static void Check(FieldReader message)
    {
        var sum = 0;
        foreach (var embed in message.Items("embeds", 10))
            sum += Check(embed, message.Errors);
        if (sum > MostInSum)
            message.Errors.Add(
                message.At("embeds"), "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostInSum}");
    }

    /// <summary>How much of the sum it takes.</summary>
    private static int Check(FieldReader embed, FormErrors errors)
    {
        var sum = Length(embed.Text("title", 256)) + Length(embed.Text("description", 4096));
        embed.Url("url");
        embed.Number("color", 0, 0xFFFFFF);
        embed.Text("type", 32);
        if (embed.Text("timestamp", 64) is { } at &&
            !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            errors.Add(embed.At("timestamp"), "DATE_TIME_TYPE_PARSE", $"Could not parse {at}. Should be ISO8601.");
        if (embed.Object("footer") is { } footer)
        {
            sum += Length(footer.Text("text", 2048, required: true));
            footer.Url("icon_url");
        }

        if (embed.Object("author") is { } author)
        {
            sum += Length(author.Text("name", 256, required: true));
            author.Url("url");
        }

        foreach (var part in (string[])["image", "thumbnail"])
            embed.Object(part)?.Url("url", required: true);
        foreach (var field in embed.Items("fields", 25))
        {
            sum += Length(field.Text("name", 256, required: true)) + Length(field.Text("value", 1024, required: true));
            field.Flag("inline");
        }

        if (!((string[])["title", "description", "fields", "footer", "author", "image", "thumbnail"]).Any(embed.Has))
            errors.Required(embed.At("description"));
        return sum;
    }

    private static int Length(string? text) => text?.Length ?? 0;
}
