using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class SubscribeCommandTests
{
    [Theory]
    [InlineData("id", "langganan", "Langganan aktif: semua topik, setiap hari pukul 07:00.", "berikutnya: Sel 24 Nov 07:00 WIB")]
    [InlineData("en", "subscribe", "Subscribed: all topics, every day at 07:00.", "next: Tue 24 Nov 07:00 WIB")]
    public async Task Without_an_argument_everything_is_subscribed_to_and_the_next_digest_named(string language, string line, string done, string next)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        var answer = await chat.SayAsync(line);

        Assert.StartsWith(done, answer);
        Assert.EndsWith(next, answer);
        Assert.Equal("all", Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Wants.Target);
    }

    [Theory]
    [InlineData("subscribe sains", "topic sains")]
    [InlineData("subscribe SAINS", "topic sains")]
    [InlineData("subscribe geopol", "topic geopolitik")]
    [InlineData("subscribe saisn", "topic sains")]
    [InlineData("subscribe 2", "article sains/merapi")]
    [InlineData("subscribe kopi gayo", "article sains/kopi")]
    [InlineData("subscribe semua", "all")]
    public async Task A_topic_or_an_article_is_found_by_what_was_typed(string line, string target)
    {
        using var chat = await TestChat.OpenAsync();

        await chat.AskAsync(line);

        Assert.Equal(target, Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Wants.Target);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Subscribing_ends_a_pause_that_the_platform_alone_had_caused(bool byPlatform)
    {
        using var chat = await TestChat.OpenAsync();
        var pause = new Subscriptions.ChatPause(byPlatform, "bot was blocked by the user", chat.Clock.GetUtcNow(), null);
        await chat.Store.SaveChatAsync(new Subscriptions.ChatSettings { Chat = chat.Chat, Pause = pause }, TestContext.Current.CancellationToken);

        var answer = await chat.SayAsync("subscribe");

        Assert.Equal(byPlatform, answer.EndsWith("berikutnya: Sel 24 Nov 07:00 WIB", StringComparison.Ordinal));
        Assert.Equal(byPlatform ? null : pause, (await chat.Book.SettingsAsync(chat.Chat, TestContext.Current.CancellationToken)).Pause);
    }

    [Fact]
    public async Task What_fits_nothing_is_answered_with_the_topics_to_choose_from()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("langganan sepak bola");

        Assert.StartsWith("Tidak ada yang cocok dengan “sepak bola”.", PlainText.Of(answer.Message));
        Assert.Equal(["geopolitik", "sains", "teknologi"], answer.Message.Buttons.SelectMany(row => row).Select(button => button.Label));
        Assert.Contains("Langganan aktif: sains", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[1][0])).Message));
    }

    [Fact]
    public async Task A_second_time_nothing_is_added()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        var answer = await chat.SayAsync("subscribe sains");

        Assert.StartsWith("Kamu sudah berlangganan sains.", answer);
        Assert.EndsWith("berikutnya: Sel 24 Nov 07:00 WIB", answer);
        Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_comes_already_is_not_subscribed_to_twice()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");

        Assert.StartsWith("sains sudah termasuk", await chat.SayAsync("subscribe sains"));
        Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Subscribing_to_everything_tells_what_would_now_come_twice_and_offers_to_stop_it()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        var answer = await chat.AskAsync("subscribe semua");

        Assert.Contains("bisa datang dua kali: sains", PlainText.Of(answer.Message));
        var stop = answer.Message.Buttons.SelectMany(row => row).Single(button => button.Label == "Berhenti: sains");
        Assert.StartsWith("Langganan dihentikan: sains", PlainText.Of((await chat.PressAsync(stop)).Message));
        Assert.Equal("all", Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Wants.Target);
    }

    [Theory]
    [InlineData("id", "Langganan aktif: geopolitik, setiap hari pukul 07:00.", "Isinya: hanya bagian “ekonomi” atau “keamanan” · tanpa bagian “referensi” · artikel dengan kata “kapal” · tanpa artikel yang memuat “cuaca” · pendek · 5 teratas lengkap, sisanya satu baris.")]
    [InlineData("en", "Subscribed: geopolitik, every day at 07:00.", "It holds: only sections “ekonomi” or “keamanan” · never sections “referensi” · articles with “kapal” · none with “cuaca” · short · the top 5 in full, the rest in a line each.")]
    public async Task A_subscription_says_what_it_holds(string language, string done, string contents)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        var answer = await chat.SayAsync("subscribe geopolitik bagian: keamanan, ekonomi -referensi kata: +kapal -cuaca pendek top 5");

        Assert.StartsWith($"{done}\n{contents}\n", answer);
        Assert.EndsWith("07:00 WIB", answer);
        Assert.Contains(contents[(contents.IndexOf(':') + 2)..^1], await chat.SayAsync("subscriptions"));
    }

    [Fact]
    public async Task Said_again_it_is_changed_and_keeps_its_place()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains +gempa pendek");
        var before = Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
        await chat.Store.SaveAsync([before with { Position = 3 }], TestContext.Current.CancellationToken);

        Assert.StartsWith("Langganan diubah: sains, setiap hari pukul 07:00.\nIsinya: artikel dengan kata “gempa” · panjang.", await chat.SayAsync("subscribe sains panjang"));
        Assert.StartsWith("Kamu sudah berlangganan sains.\nIsinya: artikel dengan kata “gempa” · panjang.", await chat.SayAsync("subscribe sains"));
        Assert.StartsWith("Langganan diubah: sains, setiap hari pukul 07:00.\nberikutnya", await chat.SayAsync("subscribe sains kata: semua normal"));
        Assert.Equal((before.Id, 3, "topic sains"), Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)) is var after
            ? (after.Id, after.Position, after.Wants.Target)
            : default);
    }

    [Theory]
    [InlineData("id", "subscribe sains +dewan keamanan", "Kata “keamanan” belum bisa dibaca di tempat itu.\nContoh: /langganan geopolitik bagian:")]
    [InlineData("en", "subscribe sains top 40", "“top 40” is not clear: write a number from 1 to 10, such as top 5.\nFor example: /subscribe")]
    public async Task What_is_not_understood_is_named_with_what_to_write_and_nothing_changes(string language, string line, string begin)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;

        Assert.StartsWith(begin, await chat.SayAsync(line));
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_question_back_keeps_what_else_was_typed()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("subscribe bola bagian: ekonomi");
        Assert.StartsWith("Tidak ada yang cocok dengan “bola”.", PlainText.Of(answer.Message));

        Assert.Contains("hanya bagian “ekonomi”", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][0])).Message));

        var tooLong = await chat.AskAsync("subscribe bola bagian: ekonomi, keamanan, pendidikan, kesehatan");
        Assert.Empty(tooLong.Message.Buttons);
        Assert.EndsWith("• geopolitik\n• sains\n• teknologi\nTulis lagi dengan nama lengkapnya, ya.", PlainText.Of(tooLong.Message));
    }

    [Fact]
    public async Task A_section_that_no_article_has_yet_is_pointed_out()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.SayAsync("subscribe geopolitik bagian: keamanann, ekonomi");

        Assert.Contains("Saat ini belum ada artikel dengan bagian “keamanann”.", answer);
        Assert.DoesNotContain("bagian “ekonomi”.", answer);
    }

    [Fact]
    public async Task An_article_whose_name_holds_words_of_the_grammar_is_found_by_its_name()
    {
        using var chat = await TestChat.OpenAsync([.. SmallArticles.All, SmallArticles.Article("sains/panjang", "Sejarah Pendek Kopi: Top 5", null, "Isi")]);

        Assert.StartsWith("Langganan aktif: Sejarah Pendek Kopi: Top 5,", await chat.SayAsync("subscribe sejarah pendek kopi top 5"));
    }

    [Fact]
    public async Task Narrowed_down_what_comes_already_is_its_own_subscription_and_said_to_come_twice()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");

        Assert.Contains("bisa datang dua kali: semua topik", await chat.SayAsync("subscribe sains +gempa"));
    }

    [Fact]
    public async Task Fifty_subscriptions_are_enough()
    {
        using var chat = await TestChat.OpenAsync([.. Enumerable.Range(1, 51).Select(number => SmallArticles.Article($"t/{number}", $"Artikel {number}", null, "Isi"))]);
        for (var number = 1; number <= 50; number++)
            await chat.AskAsync($"subscribe {number}");

        Assert.StartsWith("Di sini sudah ada 50 langganan", await chat.SayAsync("subscribe 51"));
        Assert.Equal(50, (await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Count);
    }

    [Theory]
    [InlineData("id", "langganan berita", "“berita” tidak ditemukan. Mungkin maksudmu:", "MRT Jakarta: Kereta Bawah Tanah")]
    [InlineData("en", "subscribe alam", "“alam” was not found. Did you mean:", "Batik: Malam, Canting")]
    public async Task What_is_only_a_guess_is_asked_back_about_and_subscribed_to_by_its_button(string language, string line, string question, string label)
    {
        using var chat = await TestChat.OpenAsync(
        [
            SmallArticles.Article("teknologi/mrt", "MRT Jakarta: Kereta Bawah Tanah", null, "Jalur"),
            SmallArticles.Article("budaya/batik", "Batik: Malam, Canting", null, "Motif"),
        ]);
        chat.Language = language;

        var answer = await chat.AskAsync(line);

        Assert.Equal(question, PlainText.Of(answer.Message));
        Assert.Empty(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
        var button = Assert.Single(answer.Message.Buttons.SelectMany(row => row));
        Assert.Equal(label, button.Label);
        Assert.Contains(label, PlainText.Of((await chat.PressAsync(button)).Message));
        Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_guess_keeps_what_else_was_typed()
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync("subscribe berapi bagian: letak");

        Assert.Equal("“berapi” tidak ditemukan. Mungkin maksudmu:", PlainText.Of(answer.Message));
        Assert.Contains("hanya bagian “letak”", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][0])).Message));
    }

    [Fact]
    public async Task A_slip_of_the_pen_in_a_long_name_is_no_guess()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Langganan aktif: geopolitik,", await chat.SayAsync("subscribe gepolitik"));
    }

    [Theory]
    [InlineData("langganan topik geopolitik", "“topik geopolitik” tidak ditemukan. Mungkin maksudmu:", "geopolitik")]
    [InlineData("langganan geopolitik dan sains", "“geopolitik dan sains” tidak ditemukan. Mungkin maksudmu:", "geopolitik sains")]
    public async Task Topics_named_among_other_words_are_offered(string line, string text, string topics)
    {
        using var chat = await TestChat.OpenAsync();

        var answer = await chat.AskAsync(line);

        Assert.Equal(text, PlainText.Of(answer.Message));
        Assert.Equal(topics.Split(' '), answer.Message.Buttons.Select(row => row[0].Label));
        await chat.PressAsync(answer.Message.Buttons[0][0]);
        Assert.Equal("geopolitik", Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Wants.Topic);
    }
}
