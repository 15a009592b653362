using System.Text.Json;
using DigestBot.Commands;
using DigestBot.Platforms.Discord.Rendering;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>The first answer to an interaction.</summary>
internal sealed record InteractionCallback(int Type, CallbackData? Data = null)
{
    private const int LongestChoice = 100;

    public static InteractionCallback Message(MessageBody body) => new(Kind.AnswerMessage, CallbackData.Of(body));

    public static InteractionCallback Update(MessageBody body) => new(Kind.UpdateMessage, CallbackData.Of(body));

    public static InteractionCallback Choices(IEnumerable<Choice> choices) => new(
        Kind.Choices,
        new CallbackData
        {
            Choices = [.. choices.Where(choice => choice.Value.Length is > 0 and <= LongestChoice).Take(Suggester.Most)
                .Select(choice => new CallbackChoice(Chats.Labels.Short(InertText.CleanLine(choice.Label), LongestChoice) is { Length: > 0 } name ? name : "…", choice.Value))],
        });

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, DiscordJson.Wire.InteractionCallback);
}

/// <summary>What the answer says: a message, or choices.</summary>
internal sealed record CallbackData
{
    public string? Content { get; init; }

    public IReadOnlyList<DiscordEmbed>? Embeds { get; init; }

    public IReadOnlyList<ActionRow>? Components { get; init; }

    public IReadOnlyList<MessageAttachment>? Attachments { get; init; }

    public int? Flags { get; init; }

    public AllowedMentions? AllowedMentions { get; init; }

    public IReadOnlyList<CallbackChoice>? Choices { get; init; }

    public static CallbackData Of(MessageBody body) => new()
    {
        Content = body.Content,
        Embeds = body.Embeds,
        Components = body.Components,
        Attachments = body.Attachments,
        Flags = body.Flags,
        AllowedMentions = body.AllowedMentions,
    };
}

internal sealed record CallbackChoice(string Name, string Value);
