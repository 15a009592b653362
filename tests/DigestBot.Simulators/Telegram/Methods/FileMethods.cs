using System.Text.Json.Nodes;

namespace DigestBot.Simulators.Telegram.Methods;

/// <summary>Files that were sent, and the addresses they are given under.</summary>
internal sealed class FileMethods(bool keeps)
{
    private readonly Lock _gate = new();
    private readonly List<(string Path, byte[] Content)> _files = [];

    /// <summary>Takes a file and describes the document that it makes.</summary>
    public JsonObject Add(string name, byte[] content, string type = "application/json")
    {
        lock (_gate)
        {
            _files.Add(($"documents/file_{_files.Count}.json", content));
            return new JsonObject
            {
                ["file_id"] = $"F{_files.Count - 1}",
                ["file_unique_id"] = $"U{_files.Count - 1}",
                ["file_name"] = name,
                ["mime_type"] = type,
                ["file_size"] = content.Length,
            };
        }
    }

    public JsonNode Get(TelegramCall call)
    {
        lock (_gate)
        {
            if (call.Text("file_id") is not ['F', .. var number] id || !int.TryParse(number, out var place) || place >= _files.Count)
                throw TelegramException.BadRequest("invalid file_id");
            return new JsonObject { ["file_id"] = id, ["file_unique_id"] = $"U{number}", ["file_size"] = _files[place].Content.Length, ["file_path"] = keeps ? $"/var/lib/telegram-bot-api/{_files[place].Path}" : _files[place].Path };
        }
    }

    /// <summary>Null where there is no such file.</summary>
    public byte[]? Find(string path)
    {
        lock (_gate)
            return keeps ? null : _files.FirstOrDefault(file => file.Path == path).Content;
    }
}
