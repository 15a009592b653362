using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands;

/// <summary>
/// Runs what people type, press or choose, the same on every platform. It answers everything: a failing command is logged
/// and told as a short notice. Only cancellation leaves it as an exception.
/// </summary>
public sealed partial class CommandDispatcher(
    IEnumerable<IChatCommand> commands,
    ArticleLibrary library,
    SubscriptionBook book,
    Suggester suggester,
    CommandGate gate,
    Managing managing,
    Forums forums,
    IOptions<OperatorsOptions> operators,
    TimeProvider time,
    ILogger<CommandDispatcher> logger)
{
    /// <summary>How long a command waits for the articles right after the start: reading 5,000 of them takes less.</summary>
    private static readonly TimeSpan LongestLoading = TimeSpan.FromSeconds(20);

    private readonly IReadOnlyList<IChatCommand> _commands = [.. commands];

    /// <summary>All commands, in the order of help and menus.</summary>
    public IReadOnlyList<CommandInfo> Commands { get; } = [.. commands.Select(command => command.Info)];

    /// <summary>Runs a request and gives the answer to it.</summary>
    public async Task<Answer> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var words = Words.TryFor(request.Language) ?? Words.Indonesian;
        var line = CommandLine.Parse(request.Line);
        var command = _commands.FirstOrDefault(command => command.Info.IsCalled(line.Name));
        try
        {
            var refusal = await gate.RefusalAsync(request, cancellationToken);
            if (refusal?.Invoke(words) is { Blocks: [] } silence)
                return new Answer(silence);

            request = await forums.StandInAsync(request, cancellationToken);
            var settings = await book.SettingsAsync(request.Chat, cancellationToken);
            words = Words.TryFor(settings.Language) ?? words;
            if (refusal is not null)
                return new Answer(refusal(words)).ForAsker();

            if (command is null)
                return Unknown(line, words);

            if (!await MayAsync(command.Info.Access, request, cancellationToken))
                return Answer.Of(words.Paragraph(command.Info.Access == CommandAccess.Manager ? "Refused_Manager" : "Refused_Operator")).ForAsker();

            if (!await IsLoadedAsync(cancellationToken))
                return Answer.Of(words.Paragraph("Loading")).ForAsker();

            if (command.Info.IsAboutChat && await managing.RedirectAsync(request, cancellationToken) is var (managed, redirected))
                return await ManageAsync(command, line.Arguments, managed, redirected, words, cancellationToken);

            var context = new CommandContext(request, line.Arguments, settings, words) { Commands = Known(request) };
            return await command.RunAsync(context, cancellationToken);
        }
        catch (CommandStoppedException stopped)
        {
            Log.CommandStopped(logger, command?.Info.Name ?? "none", request.Chat, stopped.Message);
            return Answer.Of(words.Paragraph(stopped.Text)).ForAsker();
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.CommandFailed(logger, failure, command?.Info.Name ?? "none", request.Chat);
            return Answer.Of(words.Paragraph("Failed")).ForAsker();
        }
    }

    /// <summary>
    /// What can be offered while an argument is typed: at most <see cref="Suggester.Most"/> choices, none where the command
    /// or the parameter is not known or the store can't be read.
    /// </summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestionRequest request, CancellationToken cancellationToken)
    {
        var info = Commands.FirstOrDefault(info => info.IsCalled(request.Command));
        var parameter = info?.Parameters.FirstOrDefault(parameter => parameter.Name == request.Parameter);
        if (parameter is null)
            return [];

        try
        {
            if (!await MayTryAsync(info!.Access, request, cancellationToken))
                return [];

            request = await forums.StandInAsync(request, cancellationToken);
            if (info.IsAboutChat)
                request = await managing.RedirectAsync(request, cancellationToken);
            return await suggester.SuggestAsync(parameter.Suggests, request, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.CommandFailed(logger, failure, info!.Name, request.Chat);
            return [];
        }
    }

    /// <summary>"No articles yet" would be untrue while they are still being read.</summary>
    private async Task<bool> IsLoadedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await library.LoadedAsync(cancellationToken).WaitAsync(LongestLoading, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Who is not served, or may not run it, is not helped to type it; what a chat has subscribed to everybody in it may see.</summary>
    private async ValueTask<bool> MayTryAsync(CommandAccess access, SuggestionRequest request, CancellationToken cancellationToken) =>
        await gate.ServesAsync(request.Chat, request.Parent, request.User, cancellationToken) && (access != CommandAccess.Operator || operators.Value.Include(request.Chat.Platform, request.User));

    private IReadOnlyList<CommandInfo> Known(CommandRequest request) =>
        operators.Value.Include(request.Chat.Platform, request.User)
            ? Commands
            : [.. Commands.Where(info => info.Access != CommandAccess.Operator)];

    /// <summary>Runs a command for another chat, where its person still manages that, and says so above the answer.</summary>
    private async Task<Answer> ManageAsync(
        IChatCommand command, string arguments, ManagedChat managed, CommandRequest request, Words words, CancellationToken cancellationToken)
    {
        if (!await request.CanManage(cancellationToken))
            return Answer.Of(words.Paragraph("Manage_Lost", managed.Title)).ForAsker();

        var settings = await book.SettingsAsync(managed.Chat, cancellationToken);
        var answer = await command.RunAsync(new CommandContext(request, arguments, settings, words) { Commands = Known(request) }, cancellationToken);
        return answer.Below(words.Paragraph("Manage_For", managed.Title));
    }

    private async ValueTask<bool> MayAsync(CommandAccess access, CommandRequest request, CancellationToken cancellationToken) => access switch
    {
        CommandAccess.Anyone => true,
        CommandAccess.Manager => request.IsPrivate || await request.CanManage(cancellationToken),
        _ => operators.Value.Include(request.Chat.Platform, request.User),
    };

    private Answer Unknown(CommandLine line, Words words)
    {
        if (line.Name.Length == 0)
            return Answer.Of(words.Paragraph("Unknown_Empty")).ForAsker();

        return UnknownCommand.Answer(
            line.Name, Commands.Where(info => info.Access != CommandAccess.Operator), words, nearest => ($"{nearest.Name} {line.Arguments}", nearest.Name));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Command {Command} failed in {Chat}")]
        public static partial void CommandFailed(ILogger logger, Exception exception, string command, ChatId chat);

        [LoggerMessage(LogLevel.Information, "Command {Command} stopped in {Chat}, its asker was told what to do: {Reason}")]
        public static partial void CommandStopped(ILogger logger, string command, ChatId chat, string reason);
    }
}
