using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>Joins the scheduler to the bot.</summary>
internal static class SchedulingRegistration
{
    /// <summary>
    /// Adds Quartz with a handful of jobs, kept in memory: when digests are due stands in the database, where a slot is
    /// posted once however many schedulers tick.
    /// </summary>
    public static IHostApplicationBuilder AddScheduling(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SchedulingOptions>().BindConfiguration(SchedulingOptions.SectionName).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SchedulingOptions>, SchedulingOptionsValidation>();
        builder.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.AddJob<TickJob>(job => job.WithIdentity(nameof(TickJob)));
            quartz.AddTrigger<TickJob>(trigger => trigger.ForJob(nameof(TickJob)).WithIdentity("start").StartNow());
            quartz.AddTrigger<TickJob>((services, trigger) => trigger.ForJob(nameof(TickJob)).WithIdentity("tick").On(services, options => options.Tick));
            quartz.ScheduleJob<ContentScanJob>((services, trigger) => trigger.WithIdentity(nameof(ContentScanJob)).On(services, options => options.ContentScan));
            quartz.ScheduleJob<PruneJob>((services, trigger) => trigger.WithIdentity(nameof(PruneJob)).On(services, options => options.Prune));
        });
        builder.AddQuartzHostedService(service => service.WaitForJobsToComplete = true);
        return builder;
    }

    /// <summary>A fire that was missed is made up for once.</summary>
    private static void On<TJob>(this ITriggerConfigurator<TJob> trigger, IServiceProvider services, Func<SchedulingOptions, string> cron)
        where TJob : IJob
    {
        var options = services.GetRequiredService<IOptions<SchedulingOptions>>().Value;
        var zone = options.TimeZone.Length == 0 ? TimeZoneInfo.Local : TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);
        trigger.WithSchedule(
            CronScheduleBuilder.Create(cron(options)).InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed));
    }
}
