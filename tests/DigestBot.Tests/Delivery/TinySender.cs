using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DigestBot.Simulators.Telegram;

namespace DigestBot.Delivery;

/// <summary>
/// A sender so small that it can be read: it keeps the promise on a course where each thing goes wrong once, unless a fault
/// is planted in it. What was on record as leaving when it died or fell asleep is noted for the oracle.
/// </summary>
internal sealed class TinySender(TinyLedger ledger, TelegramSimulator simulator, PlantedFault fault) : IDisposable
{
    /// <summary>Longer than the simulator's limit, counted from an answer.</summary>
    private static readonly TimeSpan ChatInterval = TimeSpan.FromMilliseconds(260);

    private readonly HttpClient _http = new() { BaseAddress = new Uri($"{simulator.Url}bot{simulator.Token}/") };
    private readonly Dictionary<string, long> _answered = [];
    private bool _hasDied;
    private bool _hasSlept;

    /// <summary>The chat in whose first send the sender dies.</summary>
    public required string DiesAt { get; init; }

    /// <summary>The chat in whose first send the sender sleeps past its lease while another goes on.</summary>
    public required string SleepsAt { get; init; }

    /// <summary>The chat whose last part a fault loses or leaves.</summary>
    public required string Last { get; init; }

    public List<long> InDoubt { get; } = [];

    public async Task RunAsync()
    {
        while (!await ledger.IsDoneAsync())
        {
            if (await NextAsync("one") is { } delivery)
                await SendAsync(delivery);
            else
                await Task.Delay(20);
        }
    }

    public void Dispose() => _http.Dispose();

    private Task<TinyDelivery?> NextAsync(string owner) => ledger.LeaseAsync(
        owner,
        fault == PlantedFault.ReversesParts,
        chat => fault == PlantedFault.IgnoresLimits || !_answered.TryGetValue(chat, out var at) || Stopwatch.GetElapsedTime(at) > ChatInterval);

    private async Task SendAsync(TinyDelivery delivery)
    {
        if (fault == PlantedFault.MarksBeforeSending)
            await ledger.SentAsync(delivery, "1");
        if (delivery.Chat == Last && delivery.Part == 1 && fault is PlantedFault.LosesOne or PlantedFault.LeavesOneOnItsWay)
        {
            if (fault == PlantedFault.LosesOne)
                await ledger.DropAsync(delivery);
        }
        else if (delivery.Chat == DiesAt && !_hasDied)
        {
            _hasDied = true;
            await RecoverAsync(delivery);
        }
        else
        {
            var answer = await AskAsync(delivery);
            if (delivery.Chat == SleepsAt && !_hasSlept)
                await SleepAsync(delivery);
            else
                await RecordAsync(delivery, answer);
        }
    }

    /// <summary>Its lease has run out: another instance sends it again; then the first wakes up, too late for its answer.</summary>
    private async Task SleepAsync(TinyDelivery delivery)
    {
        _hasSlept = true;
        await RecoverAsync(delivery);
        TinyDelivery? again;
        while ((again = await ledger.LeaseAsync("two", lastPartFirst: false, chat => chat == delivery.Chat && IsRested(chat))) is null)
            await Task.Delay(20);
        await RecordAsync(again, await AskAsync(again));
        await ledger.AgainAsync(delivery, isFenced: fault != PlantedFault.CompletesWithoutFence);
    }

    private bool IsRested(string chat) => Stopwatch.GetElapsedTime(_answered[chat]) > ChatInterval;

    /// <summary>What a successor does with what was on its way.</summary>
    private async Task RecoverAsync(TinyDelivery delivery)
    {
        if (await ledger.AgainAsync(delivery, isFenced: true) > 0)
            InDoubt.Add(delivery.Id);
    }

    private async Task<JsonObject?> AskAsync(TinyDelivery delivery)
    {
        try
        {
            var message = new JsonObject { ["chat_id"] = delivery.Chat, ["text"] = delivery.Part == 0 ? "satu" : "dua" };
            using var response = await _http.PostAsJsonAsync("sendMessage", message);
            return await response.Content.ReadFromJsonAsync<JsonObject>();
        }
        catch (HttpRequestException) when (fault == PlantedFault.RetriesUnderTheLedger)
        {
            await Task.Delay(ChatInterval);
            return await AskAsync(delivery);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        finally
        {
            _answered[delivery.Chat] = Stopwatch.GetTimestamp();
        }
    }

    private async Task RecordAsync(TinyDelivery delivery, JsonObject? answer)
    {
        var wait = answer?["parameters"]?["retry_after"]?.GetValue<int>();
        if (answer is null)
            await ledger.AgainAsync(delivery, isFenced: true);
        else if (answer["result"]?["message_id"] is { } id)
            await ledger.SentAsync(delivery, id.ToJsonString());
        else if (wait is not null && fault == PlantedFault.IgnoresLimits)
            await ledger.FailedAsync(delivery, "it was told to wait, and knows of no waiting");
        else if (wait is not null)
            await ledger.LaterAsync(delivery, fault == PlantedFault.IgnoresRetryAfter ? 0 : wait.Value * 1000 + 100);
        else if (fault == PlantedFault.AsksTheDeadAgain && delivery.Attempt < 3)
            await ledger.LaterAsync(delivery, 0);
        else
            await ledger.FailedAsync(delivery, answer["description"]!.GetValue<string>());
    }
}
