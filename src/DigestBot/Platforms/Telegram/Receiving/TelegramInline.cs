using System.Globalization;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Platforms.Telegram.Api;
using DigestBot.Platforms.Telegram.Rendering;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace DigestBot.Platforms.Telegram.Receiving;

/// <summary>
/// Answers what somebody types behind the bot's name in any chat: the places that <c>/search</c> finds, each to be posted
/// there. What is posted is the article's own words alone, in no language of the bot's, so that Telegram may keep the answer
/// for everybody.
/// </summary>
internal sealed partial class TelegramInline(
    CommandDispatcher dispatcher,
    ArticleLibrary library,
    DigestBuilder builder,
    TelegramApi api,
    IOptions<AccessOptions> access,
    ILogger<TelegramInline> logger)
{
    /// <summary>An article that was edited is found as it is after so many seconds.</summary>
    private const int KeptSeconds = 60;

    private const int LongestTitle = 100;
    private const int LongestDescription = 160;
    private const int LongestLabel = 40;

    public async Task AnswerAsync(InlineQuery query, string botName, CancellationToken cancellationToken)
    {
        var typing = new SuggestionRequest
        {
            Chat = TelegramAddresses.Chat(query.From.Id),
            User = query.From.Id.ToString(CultureInfo.InvariantCulture),
            Command = "search",
            Parameter = "text",
            Typed = query.Query,
            Language = query.From.LanguageCode,
        };
        var choices = await dispatcher.SuggestAsync(typing, cancellationToken);
        InlineQueryResult[] results = [.. choices.Select(choice => Result(choice, library.Current, botName)).OfType<InlineQueryResult>()];
        var answer = new AnswerInlineQueryRequest
        {
            InlineQueryId = query.Id,
            Results = results,
            // Nothing may have been found because all is still being read.
            CacheTime = results.Length > 0 ? KeptSeconds : 0,
            // A private bot's answers are not for everybody.
            IsPersonal = access.Value.IsPrivate,
        };
        try
        {
            await api.SendRequest(answer, cancellationToken);
        }
        catch (TelegramFailure failure)
        {
            // Who types on asks again.
            Log.NotAnswered(logger, failure.Reason);
        }
    }

    private InlineQueryResultArticle? Result(Choice choice, LibrarySnapshot snapshot, string botName)
    {
        if (SearchChoices.TryRead(choice.Value, snapshot) is not var (article, section))
            return null;

        var digest = builder.Build(article, new DigestOptions());
        var message = SearchMessages.ForSharing(digest, section);
        var part = TelegramRenderer.Render(message)[0];
        var link = section is null ? $"sections-{article.Id.Key}" : string.Create(CultureInfo.InvariantCulture, $"section-{article.Id.Key}-{section.Number}");
        return new InlineQueryResultArticle
        {
            Id = choice.Value,
            Title = Line(choice.Label, LongestTitle),
            Description = Line(SearchMessages.Opening(digest, section), LongestDescription),
            InputMessageContent = new InputTextMessageContent(part.Text)
            {
                Entities = TelegramMarkup.Entities(part)?.ToArray(),
                LinkPreviewOptions = TelegramMarkup.NoPreview,
            },
            ReplyMarkup = new InlineKeyboardMarkup(InlineKeyboardButton.WithUrl(Line(article.Title, LongestLabel), TelegramAddresses.LinkTo(botName, link))),
        };
    }

    private static string Line(string text, int most) => Labels.Short(InertText.CleanLine(text), most);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "An inline query was not answered: {Reason}")]
        public static partial void NotAnswered(ILogger logger, string reason);
    }
}
