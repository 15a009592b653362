using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Simulators.Telegram;

/// <summary>Reads a call from the query, a form or JSON, as the Bot API takes them.</summary>
internal static class TelegramCallReader
{
    public static async Task<TelegramCall> ReadAsync(string method, HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasJsonContentType())
            return new TelegramCall(method, await ReadJsonAsync(request, cancellationToken), IsTyped: true);

        var fields = new JsonObject();
        foreach (var (name, value) in request.Query)
            fields[name] = value.ToString();
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            foreach (var (name, value) in form)
                fields[name] = value.ToString();
            foreach (var file in form.Files)
                fields[file.Name] = await ReadAsync(file, cancellationToken);
        }

        return new TelegramCall(method, fields, IsTyped: false);
    }

    /// <summary>A file stands in its field by what it is called and what it says.</summary>
    private static async Task<JsonObject> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return new JsonObject
        {
            ["file_name"] = file.FileName,
            ["mime_type"] = file.ContentType,
            ["content"] = await reader.ReadToEndAsync(cancellationToken),
        };
    }

    private static async Task<JsonObject> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject
                ?? throw TelegramException.BadRequest("expected an object");
        }
        catch (JsonException)
        {
            throw TelegramException.BadRequest("can't parse request: not valid JSON");
        }
    }
}
