using DigestBot.Chats;
using DigestBot.Settings;
using DigestBot.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DigestBot.Commands;

/// <summary>Adds the commands to a host.</summary>
public static class CommandsRegistration
{
    /// <summary>
    /// Adds the dispatcher and every command, in the order in which help and menus show them. Articles, digests, deliveries and
    /// an <see cref="ISubscriptionStore"/> are needed beside it.
    /// </summary>
    public static IHostApplicationBuilder AddCommands(this IHostApplicationBuilder builder)
    {
        builder.AddSettings<OperatorsOptions>(OperatorsOptions.Section);
        builder.AddSettings<AccessOptions>(AccessOptions.Section);
        builder.AddSettings<CommandLimitOptions>(CommandLimitOptions.Section);
        builder.Services.AddSingleton<IValidateOptions<OperatorsOptions>, KnownPlatforms>().AddSingleton<IValidateOptions<AccessOptions>, KnownPlatforms>();
        builder.Services.AddCommands();
        return builder;
    }

    internal static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Looks>();
        services.TryAddSingleton<SubscriptionBook>();
        services.AddSingleton<Suggester>();
        services.AddSingleton<SerialTurning>();
        services.AddSingleton<StatusReport>();
        services.AddSingleton<SettingsMessages>();
        services.AddSingleton<SettingCommands>().AddSingleton<TimeZoneCommand>().AddSingleton<LanguageCommand>().AddSingleton<LayoutCommand>().AddSingleton<ScheduleCommand>();
        services.AddSingleton<CommandGate>();
        services.AddSingleton<Managing>();
        services.AddSingleton<Forums>();
        services.AddSingleton<CommandDispatcher>();
        services.AddSingleton<Reactions>();
        return services
            .AddSingleton<IChatCommand, ArticlesCommand>()
            .AddSingleton<IChatCommand, DigestCommand>()
            .AddSingleton<IChatCommand, SectionCommand>()
            .AddSingleton<IChatCommand, SectionsCommand>()
            .AddSingleton<IChatCommand, SearchCommand>()
            .AddSingleton<IChatCommand, RateCommand>()
            .AddSingleton<IChatCommand, SubscribeCommand>()
            .AddSingleton<IChatCommand, UnsubscribeCommand>()
            .AddSingleton<IChatCommand, SubscriptionsCommand>()
            .AddSingleton<IChatCommand, SettingsCommand>()
            .AddSingleton<IChatCommand, PreviewCommand>()
            .AddSingleton<IChatCommand, NextCommand>()
            .AddSingleton<IChatCommand, BackCommand>()
            .AddSingleton<IChatCommand>(provider => provider.GetRequiredService<ScheduleCommand>())
            .AddSingleton<IChatCommand>(provider => provider.GetRequiredService<TimeZoneCommand>())
            .AddSingleton<IChatCommand>(provider => provider.GetRequiredService<LanguageCommand>())
            .AddSingleton<IChatCommand, QuietCommand>()
            .AddSingleton<IChatCommand>(provider => new SwitchCommand(ChatSwitch.Silent, provider.GetRequiredService<SubscriptionBook>()))
            .AddSingleton<IChatCommand>(provider => new SwitchCommand(ChatSwitch.Pin, provider.GetRequiredService<SubscriptionBook>()))
            .AddSingleton<IChatCommand>(provider => new SwitchCommand(ChatSwitch.Rich, provider.GetRequiredService<SubscriptionBook>()))
            .AddSingleton<IChatCommand>(provider => provider.GetRequiredService<LayoutCommand>())
            .AddSingleton<IChatCommand, ForumCommand>()
            .AddSingleton<IChatCommand, PauseCommand>()
            .AddSingleton<IChatCommand, ResumeCommand>()
            .AddSingleton<IChatCommand, ExportCommand>()
            .AddSingleton<IChatCommand, ImportCommand>()
            .AddSingleton<IChatCommand, ManageCommand>()
            .AddSingleton<IChatCommand, StartCommand>()
            .AddSingleton<IChatCommand, ForgetCommand>()
            .AddSingleton<IChatCommand, HelpCommand>()
            .AddSingleton<IChatCommand, StatusCommand>()
            .AddSingleton<IChatCommand, FeedbackCommand>()
            .AddSingleton<IChatCommand, AnnounceCommand>();
    }
}
