using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using DigestBot.Chats;
using Microsoft.Extensions.Options;

namespace DigestBot.Platforms.Telegram.Rendering;

public sealed class TelegramPartBodyTests : IDisposable
{
    private static readonly ChatId Person = new("telegram", "123", null);
    private static readonly ChatId Topic = new("telegram", "-100123", "7");

    private readonly TelegramButtons _buttons = new(Options.Create(new TelegramOptions { Token = "1:a" }));

    public void Dispose() => _buttons.Dispose();

    [Fact]
    public void A_plain_part_is_asked_for_with_its_styles_and_without_a_preview()
    {
        var part = new TelegramPart("Halo, \"dunia\" ♥")
        {
            Entities = [new(TelegramStyle.Bold, 0, 4), new(TelegramStyle.Link, 6, 7, "https://example.org/")],
            Silent = true,
        };

        Assert.Equal(
            """{"text":"Halo, \"dunia\" ♥","entities":[{"type":"bold","offset":0,"length":4},{"type":"text_link","offset":6,"length":7,"url":"https://example.org/"}],"""
            + """
            "link_preview_options":{"is_disabled":true},"disable_notification":true,"chat_id":-100123,"message_thread_id":7}
            """,
            Body(part, Topic));
    }

    [Fact]
    public void A_rich_part_is_asked_for_in_its_rich_form_alone()
    {
        var body = Body(new TelegramPart("satu") { Rich = "<b>satu</b>" }, Person);

        Assert.Equal("""{"rich_message":{"html":"<b>satu</b>","skip_entity_detection":true},"chat_id":123}""", body);
    }

    [Fact]
    public void What_may_be_paid_for_says_so() =>
        Assert.True(JsonNode.Parse(Body(new TelegramPart("satu"), Person, paid: true))!["allow_paid_broadcast"]!.GetValue<bool>());

    [Fact]
    public void A_link_stands_above_the_other_buttons()
    {
        var part = new TelegramPart("satu") { Link = new("Baca di web", "https://example.org/a"), Buttons = [[new("Bagian", "sections 1f")]] };
        var rows = Keyboard(Body(part, Person));

        Assert.Equal(["Baca di web", "Bagian"], rows.Select(row => row![0]!["text"]!.GetValue<string>()));
        Assert.Equal("https://example.org/a", rows[0]![0]!["url"]!.GetValue<string>());
    }

    [Fact]
    public void One_body_serves_chats_one_after_another()
    {
        var body = new TelegramPartBody(new TelegramPart("satu") { Buttons = [[new("Bagian", "sections 1f")]] }, paid: false);

        var first = Encoding.UTF8.GetString(body.For(Person, _buttons));
        body.For(Topic, _buttons);

        Assert.Equal(first, Encoding.UTF8.GetString(body.For(Person, _buttons)));
    }

    [Fact]
    public void Each_button_carries_its_line_for_its_chat_whatever_letters_are_before_it() =>
        (from text in Gen.String[1, 40]
         from rows in Gen.Select(Gen.String[1, 20], Gen.String[1, 20]).Array[1, 3].Array[1, 3]
         select (text, rows)).Sample(made =>
         {
             var part = new TelegramPart(made.text)
             {
                 Buttons = [.. made.rows.Select(row => row.Select(button => new Button(button.Item1, button.Item2)).ToArray())],
             };
             var written = TelegramPart.TryRead(part.Write())!;
             var buttons = Keyboard(Body(written, Topic)).SelectMany(row => row!.AsArray()).Select(button => button!["callback_data"]!.GetValue<string>());

             Assert.Equal(
                 written.Buttons!.SelectMany(row => row).Select(button => button.Action),
                 buttons.Select(data => _buttons.TryRead(data, Topic)));
         });

    private static JsonArray Keyboard(string body) => JsonNode.Parse(body)!["reply_markup"]!["inline_keyboard"]!.AsArray();

    private string Body(TelegramPart part, ChatId chat, bool paid = false) => Encoding.UTF8.GetString(new TelegramPartBody(part, paid).For(chat, _buttons));
}
