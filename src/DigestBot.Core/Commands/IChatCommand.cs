namespace DigestBot.Commands;

/// <summary>
/// One thing that people can ask for. Adding one is a file and a line: help, Telegram's menu and Discord's slash
/// commands are made from <see cref="Info"/>.
/// </summary>
public interface IChatCommand
{
    /// <summary>Its name and all that help and menus show.</summary>
    CommandInfo Info { get; }

    /// <summary>
    /// Does it. Wrong arguments are answered, not thrown; what is thrown is a fault of the bot or its store: the dispatcher
    /// logs it and tells the asker that it did not work.
    /// </summary>
    Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken);
}
