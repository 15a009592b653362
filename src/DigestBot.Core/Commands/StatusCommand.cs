namespace DigestBot.Commands;

/// <summary>Tells an operator how deliveries fare. It names other chats, so it is answered where nobody else reads.</summary>
internal sealed class StatusCommand(StatusReport report) : IChatCommand
{
    public CommandInfo Info { get; } = new("status", [], CommandAccess.Operator, []);

    public async Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken) => context.Request.IsPrivate
        ? new Answer(await report.ReadAsync(context.Settings.Zone, context.Words, cancellationToken))
        : Answer.Of(context.Words.Paragraph("Status_Private")).ForAsker();
}
