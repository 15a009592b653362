using System.ComponentModel.DataAnnotations;

namespace DigestBot.Chats;

/// <summary>How digests look in chats that chose nothing: the settings <c>Digests:…</c>.</summary>
public sealed class LayoutOptions : IValidatableObject
{
    /// <summary>The settings' section.</summary>
    public const string SectionName = "Digests";

    /// <summary>The parts in their order, by their names in Indonesian or English. Default: unset, which is all but the topic.</summary>
    public string Layout { get; set; } = "";

    /// <summary>The layout that <see cref="Layout"/> names.</summary>
    internal Layout Chosen => string.IsNullOrWhiteSpace(Layout) ? Chats.Layout.Default : Read.Layout!;

    private LayoutText Read => LayoutText.Read(Layout, Chats.Layout.Default);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Layout) || Read.Layout is not null)
            yield break;

        var problem = Read.Unknown.Length > 0 ? $"'{Read.Unknown}' is no part of a digest" : "nothing to read would be left";
        yield return new ValidationResult(
            $"{SectionName}:{nameof(Layout)}: {problem}; the parts are {LayoutNames.All(Words.English)}, with at least one of title, lead, headings and digests");
    }
}
