using System.Text.Json;
using DigestBot.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DigestBot.Settings;

/// <summary>The host that the bot runs in: where settings come from, where logs go, what a failure looks like.</summary>
internal static class BotHost
{
    /// <summary>
    /// How much longer a stop may take than the sends that it waits for: services stop one after the other, and the servers,
    /// listeners and the scheduler do before what sends; then it is put on record and given back.
    /// </summary>
    public static readonly TimeSpan BesideDraining = TimeSpan.FromSeconds(30);

    /// <summary>The exit code after a setting that cannot be used.</summary>
    public const int BadSettings = 2;

    /// <summary>
    /// Settings, the later over the earlier: appsettings.json, user secrets, environment, <paramref name="settings"/> from the
    /// command line. Paths in them are relative to the working directory; a published bot started elsewhere finds the
    /// settings and articles that lie beside it.
    /// </summary>
    public static HostApplicationBuilder CreateBuilder(IReadOnlyDictionary<string, string?> settings)
    {
        var here = Directory.GetCurrentDirectory();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = File.Exists(Path.Combine(here, "appsettings.json")) ? here : AppContext.BaseDirectory,
            DisableDefaults = true,
        });
        builder.Configuration
            // Who asks for health asks every few seconds: no line each. Any setting of the same key says otherwise.
            .AddInMemoryCollection([new("Logging:LogLevel:Microsoft.AspNetCore", nameof(LogLevel.Warning))])
            .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
            .AddUserSecrets(typeof(BotHost).Assembly, optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(settings);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        // Standard output belongs to the chat; what fails at start is told once, by RunAsync.
        builder.Logging.AddSimpleConsole(format => (format.SingleLine, format.TimestampFormat) = (true, "yyyy-MM-dd HH:mm:ss "));
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSystemd().AddWindowsService(service => service.ServiceName = "DigestBot");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<DeliveryOptions>>(
            // Side by side: no job and no listener that ends slowly takes the time away in which what is on its way is waited for.
            (host, delivery) => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (delivery.Value.DrainTimeout + BesideDraining, true));
        return builder;
    }

    /// <summary>
    /// Refuses keys that nothing reads and values that can't be read, and warns of variables that were probably meant for the bot;
    /// for when every part has been added.
    /// </summary>
    public static HostApplicationBuilder Verify(this HostApplicationBuilder builder)
    {
        var sections = builder.Services.Where(service => service.ServiceType == typeof(SettingsSection)).Select(service => service.ImplementationInstance);
        var check = new SettingsCheck(builder.Configuration, new KnownSettings([.. sections.Cast<SettingsSection>()]));
        foreach (var warning in check.Warnings())
            Console.Error.WriteLine($"warning: {warning}");
        return check.Errors() is { Count: > 0 } errors ? throw new OptionsValidationException("", typeof(SettingsSection), errors) : builder;
    }

    /// <summary>Runs until the host stops; the exit code says whether the bot could do its job.</summary>
    public static async Task<int> RunAsync(this HostApplicationBuilder builder, CancellationToken cancellationToken)
    {
        using var host = builder.Build();
        var hasFailed = false;
        using var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
            .Register(() => hasFailed = HasFailed(host.Services));
        await host.RunAsync(cancellationToken);
        return hasFailed ? 1 : Environment.ExitCode;
    }

    /// <summary>A service that throws ends the host, which logs it and then stops as if somebody had asked it to.</summary>
    private static bool HasFailed(IServiceProvider services) =>
        services.GetServices<IHostedService>().OfType<BackgroundService>().Any(service => service.ExecuteTask is { IsFaulted: true });

    /// <summary>Does something of the command line; what fails is told, not thrown.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return Tell(failure);
        }
    }

    /// <summary>Tells a failure at start as a person reads it: what is wrong with which setting, or why the bot cannot run.</summary>
    private static int Tell(Exception failure) => failure is OptionsValidationException invalid ? Tell(invalid.Failures, BadSettings)
        : failure is AggregateException several ? several.InnerExceptions.Select(Tell).Max()
        : failure is InvalidDataException { InnerException: not null } ? Tell([$"{failure.Message} {PlaceIn(failure.GetBaseException())}"], BadSettings)
        : Tell([failure.Message], 1);

    /// <summary>The innermost failure knows the line of the file, counted from zero.</summary>
    private static string PlaceIn(Exception cause) => cause is JsonException { LineNumber: { } line } json
        ? $"Line {line + 1}: {json.Message.Split(" LineNumber:")[0]}"
        : cause.Message;

    /// <summary>Writes one line for each failure to standard error and returns the exit code.</summary>
    public static int Tell(IEnumerable<string> failures, int exitCode)
    {
        foreach (var failure in failures)
            Console.Error.WriteLine($"error: {failure}");
        return exitCode;
    }
}
