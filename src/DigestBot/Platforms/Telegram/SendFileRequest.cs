using System.Net.Http.Headers;
using System.Text.Json;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Platforms.Telegram.Api;
using DigestBot.Platforms.Telegram.Rendering;
using Telegram.Bot;
using Telegram.Bot.Requests;

namespace DigestBot.Platforms.Telegram;

/// <summary><c>sendDocument</c>, with the words of the file under it.</summary>
internal sealed class SendFileRequest(ChatId chat, AnswerFile file) : RequestBase<SentMessage>("sendDocument")
{
    public override HttpContent ToHttpContent()
    {
        var form = new MultipartFormDataContent { { new StringContent(chat.Chat), "chat_id" } };
        if (chat.Thread is not null)
            form.Add(new StringContent(chat.Thread), "message_thread_id");
        if (TelegramRenderer.Render(file.Caption) is [var caption])
        {
            form.Add(new StringContent(caption.Text), "caption");
            if (TelegramMarkup.Entities(caption) is { } entities)
                form.Add(new StringContent(JsonSerializer.Serialize(entities, JsonBotAPI.Options)), "caption_entities");
        }

        form.Add(new StringContent(file.Json, new MediaTypeHeaderValue("application/json")), "document", file.Name);
        return form;
    }
}
