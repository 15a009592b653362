using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class ScheduleCommandTests
{
    [Theory]
    [InlineData("id", "jadwal 07:00 18:00 sen-jum", "Jadwal: Sen–Jum pukul 07:00 dan 18:00.\nberikutnya: Sen 23 Nov 18:00 WIB")]
    [InlineData("en", "schedule 07:00 18:00 mon-fri", "Schedule: Mon–Fri at 07:00 and 18:00.\nnext: Mon 23 Nov 18:00 WIB")]
    [InlineData("id", "jadwal setiap 3 hari jam 7", "Jadwal: setiap 3 hari pukul 07:00.\nberikutnya: Kam 26 Nov 07:00 WIB")]
    [InlineData("id", "jadwal akhir pekan", "Jadwal: Sab, Min pukul 07:00.\nberikutnya: Sab 28 Nov 07:00 WIB")]
    public async Task A_schedule_is_set_and_said_with_what_comes_next(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe");

        Assert.Equal(text, await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("WIB", "jadwal 18:00 WIB", "Jadwal: setiap hari pukul 18:00.\nberikutnya: Sen 23 Nov 18:00 WIB")]
    [InlineData("WIT", "jadwal jam 6 sore wit", "Jadwal: setiap hari pukul 18:00.\nberikutnya: Sen 23 Nov 18:00 WIT")]
    [InlineData("WIB", "jadwal 18:00 WIB setiap hari", "Jadwal: setiap hari pukul 18:00.\nberikutnya: Sen 23 Nov 18:00 WIB")]
    [InlineData("WIB", "jadwal semua 07:00 WIB, 18:00 WIB tiap hari", "Jadwal: setiap hari pukul 07:00 dan 18:00.\nberikutnya: Sen 23 Nov 18:00 WIB")]
    [InlineData("Singapore", "jadwal 18:00 wita", "Jadwal: setiap hari pukul 18:00.\nberikutnya: Sen 23 Nov 18:00 (Singapore)")]
    public async Task The_chats_own_zone_may_stand_behind_the_times(string zone, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");
        await chat.AskAsync($"timezone {zone}");

        Assert.Equal(text, await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("id", "jadwal 18:00 WIT setiap hari", "Jam di sini memakai zona WIB (Asia/Jakarta). Untuk WIT, ubah dulu zonanya.")]
    [InlineData("id", "jadwal 18:00 WIT", "Jam di sini memakai zona WIB (Asia/Jakarta). Untuk WIT, ubah dulu zonanya.")]
    [InlineData("en", "schedule 18:00 wita", "Times here are in the zone WIB (Asia/Jakarta). For WITA, change the zone first.")]
    public async Task Another_zone_behind_the_times_sets_nothing_and_says_what_to_do(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe");

        Assert.Equal(text, await chat.SayAsync(line));
        Assert.Equal("07:00", Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Schedule.ToString());
    }

    [Theory]
    [InlineData("id", "jadwal mati", "Jadwal: mati.\nTidak ada yang datang otomatis karena jadwalnya mati. Hidupkan dengan /jadwal 07:00, atau minta kapan saja dengan /ringkasan.")]
    [InlineData("en", "schedule off", "Schedule: off.\nNothing comes by itself: the schedule is off. Turn it on with /schedule 07:00, or ask any time with /digest.")]
    public async Task Off_says_how_to_turn_it_on_again(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe");

        Assert.Equal(text, await chat.SayAsync(line));
    }

    [Theory]
    [InlineData("id", "jadwal sore saja", "“sore saja” belum bisa dibaca sebagai jadwal.\nCoba /jadwal 07:00 18:00 sen-jum, /jadwal setiap 3 hari jam 7, atau /jadwal mati.")]
    [InlineData("en", "schedule 25:00", "“25:00” is not a schedule I can read.\nTry /schedule 07:00 18:00 mon-fri, /schedule every 3 days 7 or /schedule off.")]
    public async Task What_is_no_schedule_gets_one_friendly_line_with_an_example(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe");

        Assert.Equal(text, await chat.SayAsync(line));
        Assert.Equal("07:00", Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Schedule.ToString());
    }

    [Fact]
    public async Task Without_an_argument_it_shows_what_holds_and_its_buttons_set_others()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");

        var answer = await chat.AskAsync("schedule");

        Assert.StartsWith("Jadwal: setiap hari pukul 07:00. Ubah lewat tombol", PlainText.Of(answer.Message));
        foreach (var button in answer.Message.Buttons.SelectMany(row => row))
            Assert.StartsWith("Jadwal: ", PlainText.Of((await chat.PressAsync(button)).Message));
    }

    [Theory]
    [InlineData("schedule sains 18:00")]
    [InlineData("schedule sain jam 6 sore")]
    [InlineData("schedule SAINS tiap hari pukul 18.00")]
    public async Task One_subscription_can_be_named(string line)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("schedule 09:00");

        var answer = await chat.SayAsync(line);

        Assert.Equal("Jadwal diubah:\n• sains · setiap hari pukul 18:00\nberikutnya: Sen 23 Nov 18:00 WIB", answer);
        Assert.Equal(
            ["09:00", "18:00"],
            (await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Select(subscription => subscription.Schedule.ToString()));
    }

    [Fact]
    public async Task Two_times_are_never_taken_for_the_number_of_a_subscription()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("subscribe sains");

        Assert.StartsWith("Jadwal: setiap hari pukul 02:00 dan 08:00.", await chat.SayAsync("schedule 2 8"));
    }

    [Theory]
    [InlineData("jadwal 2 18:00", "18:00")]
    [InlineData("jadwal 2 18:00 WIB", "18:00")]
    [InlineData("jadwal 2 jam 6 sore", "18:00")]
    [InlineData("jadwal 2 sen-jum", "07:00 mon-fri")]
    [InlineData("jadwal 2 setiap hari jam 18", "18:00")]
    [InlineData("jadwal 2 mati", "off")]
    public async Task The_number_of_a_subscription_names_it(string line, string schedule)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("subscribe sains");

        await chat.AskAsync(line);

        Assert.Equal(
            ["07:00", schedule],
            (await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Select(subscription => subscription.Schedule.ToString()));
    }

    [Theory]
    [InlineData("jadwal 3 18:00", "Jadwal: setiap hari pukul 03:00 dan 18:00.")]
    [InlineData("jadwal 1, 18:00", "Jadwal: setiap hari pukul 01:00 dan 18:00.")]
    [InlineData("jadwal 1 dan 18:00", "Jadwal: setiap hari pukul 01:00 dan 18:00.")]
    [InlineData("jadwal 01 18:00", "Jadwal: setiap hari pukul 01:00 dan 18:00.")]
    [InlineData("jadwal 2 siang 16:00", "Jadwal: setiap hari pukul 14:00 dan 16:00.")]
    public async Task What_can_only_be_an_hour_is_one(string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("subscribe sains");

        Assert.StartsWith(text, await chat.SayAsync(line));
    }

    [Fact]
    public async Task Different_schedules_are_shown_each()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe geopolitik");
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("schedule sains 18:00");

        Assert.StartsWith("Jadwalmu:\n• geopolitik · setiap hari pukul 07:00\n• sains · setiap hari pukul 18:00", await chat.SayAsync("jadwal"));
    }

    [Fact]
    public async Task Without_subscriptions_it_says_how_to_begin()
    {
        using var chat = await TestChat.OpenAsync();

        Assert.StartsWith("Belum ada langganan.", await chat.SayAsync("schedule 07:00"));
    }

    [Fact]
    public async Task While_paused_the_schedule_changes_and_the_pause_is_named()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe");
        await chat.AskAsync("pause");

        Assert.Equal("Jadwal: setiap hari pukul 18:00.\nDijeda sejak Sen 23 Nov 12:00 WIB. Lanjutkan dengan /lanjut.", await chat.SayAsync("schedule 18:00"));
    }

    [Theory]
    [InlineData("id", "jadwal setiap 2 jam", "“setiap 2 jam” belum bisa diatur: ringkasan datang pada jam tertentu, di hari tertentu, atau setiap beberapa hari.\nCoba /jadwal")]
    [InlineData("id", "jadwal setiap 2 minggu", "“setiap 2 minggu” belum bisa diatur:")]
    [InlineData("id", "jadwal besok jam 7", "“besok jam 7” belum bisa diatur: ringkasan datang pada jam tertentu, di hari tertentu, atau setiap beberapa hari.\nCoba /jadwal")]
    [InlineData("id", "jadwal nanti sore", "“nanti sore” belum bisa diatur:")]
    [InlineData("id", "jadwal tanggal 1 jam 7", "“tanggal 1 jam 7” belum bisa diatur:")]
    [InlineData("en", "schedule tomorrow at 8am", "“tomorrow at 8am” can't be set:")]
    [InlineData("id", "jadwal senin jam 7, kamis jam 19", "“senin jam 7, kamis jam 19” belum bisa diatur: satu langganan punya satu pola, dengan jam yang sama di semua harinya.\nCoba /jadwal")]
    [InlineData("en", "schedule mon 7, thu 19", "“mon 7, thu 19” can't be set: a subscription has one pattern, the same times on all its days.\nTry /schedule")]
    [InlineData("id", "jadwal 1 2 3 4 5 6 7 8 9 10 11 12 13", "“1 2 3 4 5 6 7 8 9 10 11 12 13” belum bisa diatur: paling banyak 12 kali sehari.\nCoba /jadwal")]
    [InlineData("en", "schedule 1 2 3 4 5 6 7 8 9 10 11 12 13", "“1 2 3 4 5 6 7 8 9 10 11 12 13” can't be set: 12 times a day are the most.\nTry /schedule")]
    [InlineData("en", "schedule every 2 weeks", "“every 2 weeks” can't be set: digests come at times of day, on days of the week or every so many days.\nTry /schedule")]
    public async Task What_no_schedule_can_hold_is_answered_with_what_can_be_set(string language, string line, string begin)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe");

        Assert.StartsWith(begin, await chat.SayAsync(line));
        Assert.Equal("07:00", Assert.Single(await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Schedule.ToString());
    }

    [Theory]
    [InlineData("id", "jadwal geopolitik 18:00", "Kamu tidak berlangganan “geopolitik”. Langgananmu:")]
    [InlineData("en", "schedule geopolitik every day at 18:00", "You are not subscribed to “geopolitik”. You have these:")]
    public async Task A_name_without_a_subscription_is_said_to_have_none_and_those_there_are_can_be_set_instead(string language, string line, string text)
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = language;
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("subscribe 4");

        var answer = await chat.AskAsync(line);

        Assert.Equal(text, PlainText.Of(answer.Message));
        Assert.Equal(["sains", "Fast Trains"], answer.Message.Buttons.Select(row => row[0].Label));
        await chat.PressAsync(answer.Message.Buttons[1][0]);
        Assert.Equal(
            ["07:00", "18:00"],
            (await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken)).Select(subscription => subscription.Schedule.ToString()));
    }

    [Fact]
    public async Task A_word_that_only_resembles_a_subscription_changes_none()
    {
        using var chat = await TestChat.OpenAsync([.. SmallArticles.All, SmallArticles.Article("a/korea", "Putin di Korea Utara", null, "Isi")]);
        await chat.AskAsync("subscribe sains");
        await chat.AskAsync("subscribe putin di korea utara");

        var answer = await chat.AskAsync("jadwal antara jam 7 dan 9");

        Assert.Equal("“antara” tidak ditemukan. Mungkin maksudmu:", PlainText.Of(answer.Message));
        Assert.All(
            await chat.Book.ListAsync(chat.Chat, TestContext.Current.CancellationToken),
            subscription => Assert.Equal("07:00", subscription.Schedule.ToString()));
        Assert.Contains("Putin di Korea Utara · setiap hari pukul 07:00 dan 09:00", PlainText.Of((await chat.PressAsync(answer.Message.Buttons[0][0])).Message));
    }

    [Fact]
    public async Task A_schedule_too_long_for_a_button_is_asked_for_again()
    {
        using var chat = await TestChat.OpenAsync();
        await chat.AskAsync("subscribe sains");

        var answer = await chat.AskAsync("jadwal geopolitik senin selasa rabu kamis jumat sabtu jam 7 pagi dan jam 6 sore");

        Assert.Equal("Kamu tidak berlangganan “geopolitik”. Langgananmu:\n• sains\nTulis lagi dengan nama lengkapnya, ya.", PlainText.Of(answer.Message));
        Assert.Empty(answer.Message.Buttons);
    }
}
