using System.Net.Http.Headers;
using DigestBot.Chats;
using DigestBot.Platforms.Telegram.Api;
using DigestBot.Platforms.Telegram.Rendering;
using Telegram.Bot.Requests;

namespace DigestBot.Platforms.Telegram;

/// <summary>
/// <c>sendMessage</c> or <c>sendRichMessage</c>, the one call that is made a thousand times a second: its body is written once
/// for all chats, and of the answer, which repeats the whole message, nothing but the id is read.
/// </summary>
internal sealed class SendPartRequest(ChatId chat, ReadPart part, TelegramButtons buttons)
    : RequestBase<SentMessage>(part.Content.Rich is null ? "sendMessage" : RichMethod)
{
    /// <summary>The method for parts in the rich form.</summary>
    public const string RichMethod = "sendRichMessage";

    public override HttpContent ToHttpContent() =>
        new WatchedContent(part.Body.For(chat, buttons), new MediaTypeHeaderValue("application/json"));
}
