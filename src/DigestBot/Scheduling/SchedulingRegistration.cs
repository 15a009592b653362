using DigestBot.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace DigestBot.Scheduling;

/// <summary>Joins the scheduler to the bot.</summary>
internal static class SchedulingRegistration
{
    /// <summary>An instance's own jobs run on a scheduler of their own where the others are shared.</summary>
    private const string OwnScheduler = "own";

    /// <summary>
    /// A machine that is off at night would never prune. By then what fell due while it was off is on its way, and an instance that
    /// starts after another puts the one trigger that they share off.
    /// </summary>
    private static readonly TimeSpan PrunesAfterStart = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Adds Quartz with a handful of jobs. When digests are due stands in the database, where a slot is posted once however
    /// many schedulers tick; instances that share one share the ticks as well, and one takes over where another dies.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="isShared">
    /// Whether instances share a PostgreSQL database, which is registered as the one data source; otherwise jobs are kept in memory.
    /// </param>
    public static IHostApplicationBuilder AddScheduling(this IHostApplicationBuilder builder, bool isShared = false)
    {
        builder.AddSettings<SchedulingOptions>(SchedulingOptions.SectionName);
        builder.Services.AddSingleton<IValidateOptions<SchedulingOptions>, SchedulingOptionsValidation>();
        builder.AddQuartz(quartz =>
        {
            quartz.Share(isShared);
            quartz.AddJob<TickJob>(job => job.WithIdentity(nameof(TickJob)).RequestRecovery());
            quartz.AddTrigger<TickJob>(trigger => trigger.ForJob(nameof(TickJob)).WithIdentity("start").StartNow());
            quartz.AddTrigger<TickJob>((services, trigger) => trigger.ForJob(nameof(TickJob)).WithIdentity("tick").On(services, options => options.Tick));
            quartz.AddJob<PruneJob>(job => job.WithIdentity(nameof(PruneJob)));
            quartz.AddTrigger<PruneJob>((services, trigger) => trigger.ForJob(nameof(PruneJob)).WithIdentity("prune after start")
                .StartAt(services.GetRequiredService<TimeProvider>().GetUtcNow() + PrunesAfterStart));
            quartz.AddTrigger<PruneJob>(
                (services, trigger) => trigger.ForJob(nameof(PruneJob)).WithIdentity(nameof(PruneJob)).On(services, options => options.Prune));
        });
        builder.Services.AddQuartz(OwnScheduler, quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.ScheduleJob<ContentScanJob>((services, trigger) => trigger.WithIdentity(nameof(ContentScanJob)).On(services, options => options.ContentScan));
        });
        builder.AddQuartzHostedService(service => service.WaitForJobsToComplete = true);
        builder.Services.AddQuartzHostedService(OwnScheduler, service => service.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<ClockCorrections>();
        if (isShared)
            builder.Services.AddHostedService<SharedTicks>();
        return builder;
    }

    /// <summary>The tables are made by the store's migrations. An instance that dies is noticed within five seconds.</summary>
    private static void Share(this IQuartzBuilder quartz, bool isShared)
    {
        if (!isShared)
        {
            quartz.UseInMemoryStore();
            return;
        }

        quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.GenerateInstanceId) = ("DigestBot", true));
        quartz.UsePersistentStore(store =>
        {
            store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
            store.UsePostgres(source => source.UseRegisteredDataSource = true);
            store.UseClustering(cluster =>
                (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)));
        });
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
