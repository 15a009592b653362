using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DigestBot.Simulators.Discord.Contract;
using DigestBot.Simulators.Discord.Rules;
using DigestBot.Simulators.Discord.World;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Simulators.Discord.Rest;

/// <summary>
/// Answers one REST request: reads it, lets the fault script strike, keeps the limits, checks it, carries it out, keeps the
/// ledger.
/// </summary>
internal sealed partial class DiscordServer(DiscordSimulator simulator, DiscordOperations operations)
{
    private readonly DiscordSimulatorOptions _options = simulator.Options;
    private readonly RateLimits? _limits = simulator.Options.Limits is { } limits ? new RateLimits(limits) : null;
    private readonly DiscordAnswers _answers = new(simulator.Options.Oddities, () => simulator.World.Now());
    private readonly Random _random = new(simulator.Options.Seed);
    private readonly long _started = Stopwatch.GetTimestamp();

    public DiscordContract? Contract { get; } = simulator.Options.ChecksContract ? DiscordContract.TryLoad() : null;

    /// <summary>Seconds since the start, by a monotonic clock.</summary>
    public double Seconds => Stopwatch.GetElapsedTime(_started).TotalSeconds;

    public void RenameBuckets() => _limits?.RenameBuckets();

    public async Task HandleAsync(HttpContext http, string path)
    {
        var route = DiscordRoute.Find(http.Request.Method, path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        DiscordCall? call = null;
        Fault? fault = null;
        try
        {
            CheckSender(http.Request, route);
            call = await ReadAsync(http.Request, route!);
            fault = simulator.Faults.Next(route!.Operation, route.Channel ?? operations.ChannelOf(route), MessageText(call));
            await PauseAsync(fault, http.RequestAborted);
            if (fault is { Accepts: false, Kind: not FaultKind.Delay })
            {
                await SpoilAsync(http, call, fault);
                return;
            }

            TakeRoom(http, route);
            await FinishAsync(http, call, Run(http.Request.Method, path, call), fault);
        }
        catch (DiscordRefusal refusal)
        {
            simulator.Rates.Answered(route, refusal.Status, refusal.Scope, refusal.RetryAfter, Seconds);
            Record(
                route, call, refusal.Status == 429 ? Verdict.Limited : Verdict.Refused, refusal.Status, reason: Words(refusal),
                fault: fault, refusal: refusal);
            await _answers.SendAsync(http, refusal);
        }
    }

    private void CheckSender(HttpRequest request, DiscordRoute? route)
    {
        if (route is not null)
            simulator.Rates.Arrived(route, Seconds);
        if (_options.Limits is { } limits && simulator.Rates.InvalidNow(Seconds) > limits.InvalidRequests)
            throw new DiscordRefusal(429, 0, "You are being blocked from accessing our API temporarily.")
            {
                RetryAfter = 600,
                Scope = "global",
            };
        if (!UserAgent().IsMatch(request.Headers.UserAgent.ToString()))
            throw new DiscordRefusal(403, 40333, "internal network error")
            {
                Details = "the User-Agent is not of the form DiscordBot (url, version)",
            };
        if (route is null)
            throw DiscordRefusal.NotFound();
        if (!route.IsOpen &&
            (simulator.Gateway.Budget.WasReset || request.Headers.Authorization.ToString() != $"Bot {simulator.Token}"))
            throw DiscordRefusal.Unauthorized();
    }

    private static async Task<DiscordCall> ReadAsync(HttpRequest request, DiscordRoute route)
    {
        var query = request.Query.ToDictionary(item => item.Key, item => item.Value.ToString());
        if (request.Method is not ("POST" or "PUT" or "PATCH") || route.Operation == "pinMessage")
            return new DiscordCall(route, null, query);

        try
        {
            if (request.HasFormContentType && route.Operation is "respond" or "followUp" or "editResponse")
                return await ReadFormAsync(request, route, query);
            if (!request.HasJsonContentType())
                throw new DiscordRefusal(400, 50109, "The request body contains invalid JSON.")
                {
                    Details = "the Content-Type is not application/json",
                };
            return new DiscordCall(
                route, await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted), query);
        }
        catch (JsonException)
        {
            throw new DiscordRefusal(400, 50109, "The request body contains invalid JSON.");
        }
    }

    /// <summary>JSON and the files that go with it.</summary>
    private static async Task<DiscordCall> ReadFormAsync(HttpRequest request, DiscordRoute route, Dictionary<string, string> query)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var files = new List<DiscordFile>();
        foreach (var file in form.Files)
        {
            if (file.Name != $"files[{files.Count}]" || file.FileName.Length == 0)
                throw new DiscordRefusal(400, 50035, "Invalid Form Body") { Details = $"a file in {file.Name} that is called \"{file.FileName}\"" };

            using var content = new MemoryStream();
            await file.CopyToAsync(content, request.HttpContext.RequestAborted);
            files.Add(new DiscordFile(file.FileName, content.ToArray()) { ContentType = file.ContentType });
        }

        return new DiscordCall(route, JsonNode.Parse(form["payload_json"].ToString()), query) { Files = files };
    }

    private void TakeRoom(HttpContext http, DiscordRoute route)
    {
        if (_limits is null)
            return;

        var (bucket, refusal) = _limits.Take(route, Seconds);
        if (bucket is not null)
            _answers.Tell(http, bucket);
        if (refusal is not null)
            throw refusal;
    }

    private DiscordResult Run(string verb, string path, DiscordCall call)
    {
        NullRule.Check(call.Body);
        if (call.Body is not null && Contract?.Check(verb, path, call.Body) is { Count: > 0 } problems)
        {
            var errors = new FormErrors();
            foreach (var problem in problems)
                errors.Add("simulator", "CONTRACT", problem);
            errors.ThrowIfAny();
        }

        return operations.Run(call);
    }

    private Task FinishAsync(HttpContext http, DiscordCall call, DiscordResult result, Fault? fault)
    {
        if (fault is { Kind: not FaultKind.Delay })
            return SpoilAsync(http, call, fault, result);

        Record(call.Route, call, result.Verdict, result.Status, result);
        return _answers.SendAsync(http, result);
    }

    /// <summary>Answers as the fault has it; the request took effect where there is a result.</summary>
    private Task SpoilAsync(HttpContext http, DiscordCall call, Fault fault, DiscordResult? result = null)
    {
        var status = DiscordAnswers.StatusOf(fault);
        simulator.Rates.Answered(call.Route, status, fault.Scope, fault.RetryAfter, Seconds);
        Record(
            call.Route, call, result?.Verdict ?? Verdict.Refused, status, result, result is null ? fault.Description : null,
            fault);
        return _answers.SpoilAsync(http, fault);
    }

    private async Task PauseAsync(Fault? fault, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromMilliseconds(fault?.DelayMilliseconds ?? 0);
        if (_options.Latency.Mean > TimeSpan.Zero)
        {
            double draw;
            lock (_random)
                draw = _random.NextDouble() * 2 - 1;
            pause += _options.Latency.Mean + _options.Latency.Spread * draw;
        }

        if (pause > TimeSpan.Zero)
            await Task.Delay(pause, cancellationToken);
    }

    private void Record(
        DiscordRoute? route, DiscordCall? call, Verdict verdict, int status, DiscordResult? result = null, string? reason = null,
        Fault? fault = null, DiscordRefusal? refusal = null)
    {
        var channel = route?.Channel
            ?? (result?.Channel is { } id ? Snowflakes.Text(id) : route is null ? null : operations.ChannelOf(route));
        simulator.Ledger.Add(new LedgerEntry
        {
            At = simulator.World.Now(),
            Seconds = Seconds,
            Method = route?.Operation ?? "unknown",
            Verdict = verdict,
            Status = status,
            Reason = reason,
            Fault = fault?.Name,
            RetryAfter = status == 429 ? refusal?.RetryAfter ?? fault?.RetryAfter : null,
            Scope = status == 429 ? refusal?.Scope ?? fault?.Scope : null,
            Chat = channel,
            MessageId = (result?.Body as JsonObject)?["id"]?.ToString(),
            Text = call is null ? null : _options.Lean ? Ledger.Short(MessageText(call)) : MessageText(call),
            Request = _options.Lean || call?.Body is null ? null : JsonSerializer.SerializeToElement(call.Body),
        });
    }

    private static string Words(DiscordRefusal refusal) =>
        $"{refusal.Code} {refusal.Message}{(refusal.Details is null ? "" : $" ({refusal.Details})")}";

    /// <summary>What can be read in a message; null for requests that hold none.</summary>
    private static string? MessageText(DiscordCall call)
    {
        var fields = call.Route.Operation switch
        {
            "respond" => call.Fields["data"] as JsonObject ?? [],
            "createThread" => call.Fields["message"] as JsonObject ?? [],
            _ => call.Fields,
        };
        return fields["content"] is null && fields["embeds"] is null ? null : MessageReading.Text(fields);
    }

    [GeneratedRegex(@"^DiscordBot \([^,()]+, ?[^,()]+\)")]
    private static partial Regex UserAgent();
}
