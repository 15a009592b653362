using System.Collections.Concurrent;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Subscriptions;
using Microsoft.Extensions.Logging;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>
/// Runs a command with an eye on what the bot is permitted where it was asked. Commands are answered where nothing can be posted
/// too: a digest that is promised there says what is missing, and what Discord's refusal had paused goes on once nothing is.
/// </summary>
internal sealed partial class PostingRights(CommandDispatcher dispatcher, SubscriptionBook book, ManagedRights managed, TimeProvider time, ILogger<PostingRights> logger)
{
    private const int MostRemembered = 10_000;

    /// <summary>So long no second look is taken at a chat that was found in order, however much is pressed in it.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>These say themselves whether posts go on.</summary>
    private static readonly string[] Deciding = ["start", "resume", "pause", "forget"];

    private readonly ConcurrentDictionary<ChatId, DateTimeOffset> _inOrder = new();

    public async Task<Answer> RunAsync(Interaction interaction, CommandRequest request, CancellationToken cancellationToken)
    {
        var command = dispatcher.Commands.FirstOrDefault(command => command.IsCalled(request.Line.Split(' ', 2)[0]));
        if (PostingPermissions.Missing(interaction) is not { } missing)
            return await RunUntoldAsync(command, request, cancellationToken);

        if (missing.Count > 0)
            _inOrder.TryRemove(request.Chat, out _);
        var back = missing.Count == 0 && !Deciding.Contains(command?.Name)
            ? await TryAsync(() => GoOnAsync(interaction, request, cancellationToken), request.Chat, cancellationToken)
            : null;
        var answer = await dispatcher.RunAsync(request, cancellationToken);
        // Silence stays silence.
        if (answer.Message.Blocks.Count == 0)
            return answer;
        if (back is not null)
            return answer.Below(back);
        if (command?.Access != CommandAccess.Manager || !await request.CanManage(cancellationToken))
            return answer;

        var lack = await TryAsync(() => LackAsync(interaction, request, cancellationToken), request.Chat, cancellationToken);
        return With(lack, answer);
    }

    /// <summary>In direct messages nothing is told of the channel that may be managed there.</summary>
    private async Task<Answer> RunUntoldAsync(CommandInfo? command, CommandRequest request, CancellationToken cancellationToken)
    {
        var answer = await dispatcher.RunAsync(request, cancellationToken);
        var isAboutManaged = command is { Access: CommandAccess.Manager, IsAboutChat: true } or { Name: "manage" };
        return request.IsPrivate && isAboutManaged && answer.Message.Blocks.Count > 0
            ? With(await TryAsync(() => managed.LackAsync(request, cancellationToken), request.Chat, cancellationToken), answer)
            : answer;
    }

    private static Answer With(Block? lack, Answer answer) =>
        lack is null ? answer : answer with { Message = answer.Message with { Blocks = [.. answer.Message.Blocks, lack] } };

    /// <summary>What is said where posts go on that Discord had stopped; null where it had not.</summary>
    private async Task<Block?> GoOnAsync(Interaction interaction, CommandRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_inOrder.TryGetValue(request.Chat, out var until) && now < until)
            return null;

        var settings = await SettingsAsync(request, cancellationToken);
        if (PostingPermissions.Missing(interaction, settings.Forum) is not { Count: 0 })
            return null;

        var isBack = settings.Pause is { ByPlatform: true } && await book.TakenAgainAsync(settings.Chat, cancellationToken) is not null;
        if (_inOrder.Count >= MostRemembered)
            _inOrder.Clear();
        _inOrder[request.Chat] = now + Remembered;
        return isBack ? WordsOf(settings, request).Paragraph("Start_Back") : null;
    }

    /// <summary>What is said where digests are due and can't be posted; null where they can, or none is to come.</summary>
    private async Task<Block?> LackAsync(Interaction interaction, CommandRequest request, CancellationToken cancellationToken)
    {
        // A forum's posts need one more: that much is looked up for threads alone.
        if (request.Parent is null && PostingPermissions.Missing(interaction) is not { Count: > 0 })
            return null;

        var settings = await SettingsAsync(request, cancellationToken);
        if (PostingPermissions.Missing(interaction, settings.Forum) is not { Count: > 0 } missing)
            return null;

        if (settings.Pause is { ByPlatform: false } || (await book.ListAsync(settings.Chat, cancellationToken)).Count == 0)
            return null;

        var words = WordsOf(settings, request);
        return words.Paragraph("Discord_CannotPost", string.Join(", ", missing.Select(text => words[text])));
    }

    /// <summary>The settings of the chat that is asked about: of the forum, where a post stands for it.</summary>
    private async Task<ChatSettings> SettingsAsync(CommandRequest request, CancellationToken cancellationToken) =>
        request.Parent is { } parent && await book.SettingsAsync(parent, cancellationToken) is { Forum: true } forum
            ? forum
            : await book.SettingsAsync(request.Chat, cancellationToken) with { Forum = false };

    private static Words WordsOf(ChatSettings settings, CommandRequest request) =>
        Words.TryFor(settings.Language) ?? Words.TryFor(request.Language) ?? Words.Indonesian;

    /// <summary>Whatever becomes of the look, the command is answered.</summary>
    private async Task<Block?> TryAsync(Func<Task<Block?>> look, ChatId chat, CancellationToken cancellationToken)
    {
        try
        {
            return await look();
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotLooked(logger, failure, chat);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Whether posts go on in {Chat} could not be looked up")]
        public static partial void NotLooked(ILogger logger, Exception exception, ChatId chat);
    }
}
