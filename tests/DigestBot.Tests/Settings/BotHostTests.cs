using DigestBot.Delivery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DigestBot.Settings;

public sealed class BotHostTests : IDisposable
{
    private readonly Log _log = new();

    [Fact]
    public async Task A_service_that_throws_ends_the_bot_with_a_failure_and_its_reason_in_the_log()
    {
        Assert.Equal(1, await RunAsync(_ => throw new InvalidOperationException("on purpose")));
        Assert.Contains(_log.Failures, failure => failure is InvalidOperationException { Message: "on purpose" });
    }

    [Fact]
    public async Task A_stop_that_somebody_asked_for_is_no_failure_and_neither_is_a_service_that_ends_early()
    {
        var exit = await RunAsync(async lifetime =>
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            lifetime.StopApplication();
        });

        // Other tests may have set the process's own.
        Assert.Equal(Environment.ExitCode, exit);
        Assert.Empty(_log.Failures);
    }

    public void Dispose() => _log.Dispose();

    private async Task<int> RunAsync(Func<IHostApplicationLifetime, Task> work)
    {
        var builder = BotHost.CreateBuilder(new Dictionary<string, string?>());
        builder.AddDelivery();
        foreach (var service in builder.Services.Where(service => service.ServiceType == typeof(IHostedService)).ToArray())
            builder.Services.Remove(service);
        builder.Services.AddSingleton<ILoggerProvider>(_log);
        builder.Services.AddHostedService(services => new Working(work, services.GetRequiredService<IHostApplicationLifetime>()));
        return await builder.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Working(Func<IHostApplicationLifetime, Task> work, IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            await work(lifetime);
        }
    }

    /// <summary>Keeps what was thrown.</summary>
    private sealed class Log : ILoggerProvider, ILogger
    {
        public List<Exception> Failures { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null)
                Failures.Add(exception);
        }

        public void Dispose()
        {
        }
    }
}
