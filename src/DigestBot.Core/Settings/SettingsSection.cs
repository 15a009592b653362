namespace DigestBot.Settings;

/// <summary>A section of the settings that some part of the bot reads: what is known is what its options class has.</summary>
/// <param name="Name">Its key, such as <c>Telegram:Webhook</c>.</param>
/// <param name="Options">The class that it is bound to.</param>
/// <param name="Platform">The name of the chat platform whose section this is; null for another's.</param>
public sealed record SettingsSection(string Name, Type Options, string? Platform);
