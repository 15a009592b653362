using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Simulators.Telegram.Methods;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Simulators.Telegram;

/// <summary>Answers one HTTP request to the Bot API: reads it, lets the fault script strike, checks it, carries it out, keeps the ledger.</summary>
internal sealed class TelegramServer
{
    private static readonly string[] Unrecorded = ["getUpdates"];
    private readonly TelegramSimulatorOptions _options;
    private readonly TelegramWorld _world;
    private readonly Ledger _ledger;
    private readonly FaultScript _faults;
    private readonly SendWindows? _windows;
    private readonly FileMethods _fileMethods;
    private readonly Dictionary<string, Func<TelegramCall, CancellationToken, ValueTask<JsonNode>>> _methods;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Random _random;

    public TelegramServer(
        TelegramSimulatorOptions options,
        TelegramWorld world,
        TelegramUpdates updates,
        CallbackMethods callbacks,
        MenuMethods menus,
        InlineMethods inline,
        FileMethods files,
        Ledger ledger,
        FaultScript faults)
    {
        (_options, _world, _ledger, _faults, _fileMethods) = (options, world, ledger, faults, files);
        _windows = options.Limits is null ? null : new SendWindows(options.Limits);
        _random = new Random(options.Seed);
        Contract = options.ChecksContract ? TelegramContract.TryLoad() : null;
        var (messages, chats, webhooks) = (new MessageMethods(world, files), new ChatMethods(world), new WebhookMethods(updates));
        _methods = new(StringComparer.OrdinalIgnoreCase)
        {
            ["getMe"] = At(_ => chats.Me()),
            ["getChat"] = At(chats.Chat),
            ["getChatMember"] = At(chats.Member),
            ["getChatAdministrators"] = At(chats.Administrators),
            ["sendMessage"] = At(messages.Send),
            ["sendRichMessage"] = At(messages.SendRich),
            ["sendDocument"] = At(messages.SendDocument),
            ["editMessageText"] = At(messages.EditText),
            ["editMessageReplyMarkup"] = At(messages.EditMarkup),
            ["deleteMessage"] = At(messages.Delete),
            ["pinChatMessage"] = At(messages.Pin),
            ["unpinChatMessage"] = At(messages.Unpin),
            ["answerCallbackQuery"] = At(callbacks.Answer),
            ["answerInlineQuery"] = At(inline.Answer),
            ["getFile"] = At(files.Get),
            ["setMyCommands"] = At(menus.Set),
            ["getMyCommands"] = At(menus.Get),
            ["deleteMyCommands"] = At(menus.Delete),
            ["setWebhook"] = At(webhooks.Set),
            ["deleteWebhook"] = At(webhooks.Delete),
            ["getWebhookInfo"] = At(_ => webhooks.Info()),
            ["getUpdates"] = async (call, cancellationToken) => await updates.PollAsync(call, cancellationToken),
        };
    }

    public TelegramContract? Contract { get; }

    public async Task HandleAsync(HttpContext http, string token, string method)
    {
        var cancellationToken = http.RequestAborted;
        if (token != _options.Token)
        {
            await TelegramAnswer.SendAsync(http, new TelegramException(401, "Unauthorized"));
            return;
        }

        TelegramCall call;
        try
        {
            call = await TelegramCallReader.ReadAsync(method, http.Request, cancellationToken);
        }
        catch (TelegramException e)
        {
            await TelegramAnswer.SendAsync(http, e);
            return;
        }

        var fault = _faults.Next(method, call.Text("chat_id"), call.Text("text"));
        await PauseAsync(fault, cancellationToken);
        if (fault is { Accepts: false, Kind: not FaultKind.Delay })
        {
            Record(call, Verdict.Refused, TelegramAnswer.StatusOf(fault), reason: fault.Description, fault: fault);
            await TelegramAnswer.SpoilAsync(http, fault);
            return;
        }

        await CarryOutAsync(http, call, fault, cancellationToken);
    }

    /// <summary>Gives a file, as <c>/file/bot…</c> does.</summary>
    public async Task DownloadAsync(HttpContext http, string path)
    {
        var call = new TelegramCall("download", new JsonObject { ["path"] = path }, IsTyped: true);
        var content = _fileMethods.Find(path);
        Record(call, content is null ? Verdict.Refused : Verdict.Accepted, content is null ? 404 : 200);
        if (content is null)
        {
            await TelegramAnswer.SendAsync(http, new TelegramException(404, "Not Found"));
            return;
        }

        http.Response.ContentType = "application/octet-stream";
        await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }

    private async Task CarryOutAsync(HttpContext http, TelegramCall call, Fault? fault, CancellationToken cancellationToken)
    {
        try
        {
            var result = await RunAsync(call, cancellationToken);
            var spoils = fault is { Kind: not FaultKind.Delay };
            Record(call, Verdict.Accepted, spoils ? TelegramAnswer.StatusOf(fault!) : 200, result, fault: fault);
            await (fault?.AnswersAfter ?? Task.CompletedTask);
            await (spoils ? TelegramAnswer.SpoilAsync(http, fault!) : TelegramAnswer.SendAsync(http, result));
        }
        catch (TelegramException e)
        {
            Record(call, e.Code == 429 ? Verdict.Limited : Verdict.Refused, e.Code, reason: e.Message, fault: fault, retryAfter: e.RetryAfter);
            await TelegramAnswer.SendAsync(http, e);
        }
    }

    private ValueTask<JsonNode> RunAsync(TelegramCall call, CancellationToken cancellationToken)
    {
        if (!_methods.TryGetValue(call.Method, out var run))
            throw new TelegramException(404, "Not Found: method not found");
        if (Contract?.Check(call) is { Count: > 0 } problems)
            throw TelegramException.BadRequest($"simulator: against the contract: {string.Join("; ", problems)}");
        if (_windows is not null && call.Method is "sendMessage" or "sendRichMessage" or "sendDocument" && call.Number("chat_id") is { } chat && _windows.TooEarlyBy(chat, Seconds) is { } early)
            throw TelegramException.TooMany(early);
        return run(call, cancellationToken);
    }

    /// <summary>Seconds since the start, by a monotonic clock.</summary>
    public double Seconds => Stopwatch.GetElapsedTime(_started).TotalSeconds;

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

    private void Record(TelegramCall call, Verdict verdict, int status, JsonNode? result = null, string? reason = null, Fault? fault = null, double? retryAfter = null)
    {
        if (Unrecorded.Contains(call.Method))
            return;

        _ledger.Add(new LedgerEntry
        {
            At = _world.Now(),
            Seconds = Seconds,
            Method = call.Method,
            Verdict = verdict,
            Status = status,
            Reason = reason,
            Fault = fault?.Name,
            RetryAfter = status == 429 ? retryAfter ?? fault?.RetryAfter : null,
            Scope = status == 429 ? fault?.Scope : null,
            Chat = call.Text("chat_id"),
            Thread = call.Text("message_thread_id"),
            MessageId = (result as JsonObject)?["message_id"]?.ToJsonString(),
            Text = _options.Lean ? Ledger.Short(call.Said) : call.Said,
            Request = _options.Lean ? null : JsonSerializer.SerializeToElement(call.Fields),
        });
    }

    private static Func<TelegramCall, CancellationToken, ValueTask<JsonNode>> At(Func<TelegramCall, JsonNode> method) =>
        (call, _) => ValueTask.FromResult(method(call));
}
