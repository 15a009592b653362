using DigestBot.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Platforms.Discord.Interactions;

/// <summary>Answers when it is told to; it goes by the name of a command that menus know.</summary>
internal sealed class SlowCommand : IChatCommand
{
    private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CommandInfo Info { get; } = new("help", ["bantuan"], CommandAccess.Anyone, []);

    public void TakeItsPlace(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType?.Name == "HelpCommand"));
        services.AddSingleton<IChatCommand>(this);
    }

    public void Finish(Answer answer) => _answer.TrySetResult(answer);

    public Task<Answer> RunAsync(CommandContext context, CancellationToken cancellationToken) => _answer.Task;
}
