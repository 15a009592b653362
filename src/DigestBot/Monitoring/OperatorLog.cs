using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Monitoring;

/// <summary>Takes the bot's own errors out of the log, for <see cref="OperatorNotices"/> to tell an operator of.</summary>
[ProviderAlias("Operators")]
internal sealed class OperatorLog : ILoggerProvider
{
    private const int MostWaiting = 1_000;
    private const string Own = "DigestBot.";

    private readonly Channel<BotError> _errors =
        Channel.CreateBounded<BotError>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>What went wrong and was not told yet.</summary>
    public ChannelReader<BotError> Errors => _errors.Reader;

    /// <summary>What the notices themselves log is not told, or a failing one would bring the next.</summary>
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith(Own, StringComparison.Ordinal) && categoryName != typeof(OperatorNotices).FullName
            ? new ErrorLogger(categoryName, _errors.Writer)
            : NullLogger.Instance;

    public void Dispose() => _errors.Writer.TryComplete();

    private sealed class ErrorLogger(string category, ChannelWriter<BotError> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Error or LogLevel.Critical;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                errors.TryWrite(new BotError($"{category} {eventId.Id}", formatter(state, exception), exception));
        }
    }
}

/// <summary>One error of the bot.</summary>
/// <param name="Kind">The same for errors of one kind.</param>
/// <param name="Message">What the log says; it holds neither tokens nor messages.</param>
/// <param name="Exception">What was thrown.</param>
internal sealed record BotError(string Kind, string Message, Exception? Exception);
