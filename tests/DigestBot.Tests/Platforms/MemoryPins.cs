using System.Collections.Concurrent;
using DigestBot.Chats;

namespace DigestBot.Platforms;

/// <summary>Pins in memory.</summary>
internal sealed class MemoryPins : IPinStore
{
    private readonly ConcurrentDictionary<(ChatId Chat, string Message), bool> _pins = new();

    public IReadOnlyList<string> Of(ChatId chat) => [.. _pins.Keys.Where(pin => pin.Chat == chat).Select(pin => pin.Message).Order(StringComparer.Ordinal)];

    public Task AddAsync(ChatId chat, string message, CancellationToken cancellationToken)
    {
        _pins[(chat, message)] = true;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> OthersAsync(ChatId chat, string message, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. Of(chat).Where(other => other != message)]);

    public Task RemoveAsync(ChatId chat, string message, CancellationToken cancellationToken)
    {
        _pins.TryRemove((chat, message), out _);
        return Task.CompletedTask;
    }
}
