using DigestBot.Chats;

namespace DigestBot.Storage;

/// <summary>The bot's pins in the database.</summary>
internal sealed class PinStore(Database database) : IPinStore
{
    private const string InChat = "platform = @Platform AND chat = @Chat AND thread = @Thread";

    private const string Add = """
        INSERT INTO pins (platform, chat, thread, message) VALUES (@Platform, @Chat, @Thread, @Message)
        ON CONFLICT (platform, chat, thread, message) DO NOTHING
        """;

    private const string Others = $"SELECT message FROM pins WHERE {InChat} AND message <> @Message ORDER BY message";

    private const string Remove = $"DELETE FROM pins WHERE {InChat} AND message = @Message";

    public Task AddAsync(ChatId chat, string message, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Add, ValuesOf(chat, message)), cancellationToken);

    public Task<IReadOnlyList<string>> OthersAsync(ChatId chat, string message, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryAsync<string>(Others, ValuesOf(chat, message)), cancellationToken);

    public Task RemoveAsync(ChatId chat, string message, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.ExecuteAsync(Remove, ValuesOf(chat, message)), cancellationToken);

    private static object ValuesOf(ChatId chat, string message)
    {
        var key = ChatKey.Of(chat);
        return new { key.Platform, key.Chat, key.Thread, Message = message };
    }
}
