using DigestBot.Benchmarks.Delivery.Trials;

namespace DigestBot.Benchmarks.Delivery.Faults;

/// <summary>A machine and a store that do not behave.</summary>
internal static class Surroundings
{
    /// <summary>Somebody sets the clock, an hour ahead and two back, while messages are on their way.</summary>
    public static Scenario ClockSteps { get; } = new(
        "clock", "the wall clock set an hour ahead and two hours back in the middle", plan => plan with { Chats = 150 }, async trial =>
        {
            var since = await trial.Simulator.CountAsync();
            trial.StartBot();
            await trial.RequestsAsync(since, 30);
            trial.Clock.SetWallBy(TimeSpan.FromHours(1));
            await trial.RequestsAsync(since, 70);
            trial.Clock.SetWallBy(TimeSpan.FromHours(-2));
            await trial.DrainAsync();
        });

    /// <summary>The database is gone for a while: what is under way may finish, nothing else leaves.</summary>
    public static Scenario StoreOutage { get; } = new(
        "store-down", "PostgreSQL gone for 20 s", plan => plan with { Chats = 200 }, async trial =>
        {
            var line = ((PostgreSqlTrialStore)trial.Store).OverLine();
            var since = await trial.Simulator.CountAsync();
            trial.StartBot();
            await trial.RequestsAsync(since, 40);
            line.Close();
            await Task.Delay(TimeSpan.FromSeconds(2));
            var sent = await trial.Simulator.CountAsync();
            await Task.Delay(TimeSpan.FromSeconds(18));
            trial.Notes.Expect(await trial.Simulator.CountAsync() == sent, "store: something was sent while there was no database");
            line.Open();
            await trial.DrainAsync();
        })
    { IsLong = true, Fits = plan => plan.Store == StoreKind.PostgreSql };
}
