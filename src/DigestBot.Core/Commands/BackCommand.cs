namespace DigestBot.Commands;

/// <summary>Reads the section before once more; the serial goes on from there.</summary>
internal sealed class BackCommand(SerialTurning turning) : IChatCommand
{
    public CommandInfo Info { get; } = new(
        "back", ["mundur", "sebelumnya"], CommandAccess.Manager, [new("serial", "serial", Required: false, Suggestions.Subscription)]);

    public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken) => turning.TurnAsync(context, Info.Name, cancellationToken);
}
