namespace DigestBot.Commands;

/// <summary>Reads on in a serial without waiting for the next slot.</summary>
internal sealed class NextCommand(SerialTurning turning) : IChatCommand
{
    public CommandInfo Info { get; } = new(
        "next", ["berikutnya", "lanjutan"], CommandAccess.Manager, [new("serial", "serial", Required: false, Suggestions.Subscription)]);

    public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken) => turning.TurnAsync(context, Info.Name, cancellationToken);
}
