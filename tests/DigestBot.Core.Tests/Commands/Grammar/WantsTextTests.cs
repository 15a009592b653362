using CsCheck;
using DigestBot.Chats;
using DigestBot.Digests;
using DigestBot.Subscriptions;
using DigestBot.Support;

namespace DigestBot.Commands.Grammar;

public sealed class WantsTextTests
{
    [Theory]
    [InlineData("geopolitik", "geopolitik", "")]
    [InlineData("", "", "")]
    [InlineData("geopolitik bagian: keamanan, ekonomi", "geopolitik", "sections: \"ekonomi\", \"keamanan\"")]
    [InlineData("geopolitik sections: dewan Keamanan,ekonomi -daftar pustaka, -referensi", "geopolitik", "sections: \"dewan keamanan\", \"ekonomi\", -\"daftar pustaka\", -\"referensi\"")]
    [InlineData("geopolitik bagian:keamanan", "geopolitik", "sections: \"keamanan\"")]
    [InlineData("geopolitik bagian: keamanan –referensi +kapal -cuaca", "geopolitik", "sections: \"keamanan\", -\"referensi\" words: \"kapal\", -\"cuaca\"")]
    [InlineData("sains +gempa -\"daftar pustaka\"", "sains", "words: \"gempa\", -\"daftar pustaka\"")]
    [InlineData("sains bagian: letak kata: gempa, -banjir bandang", "sains", "sections: \"letak\" words: \"gempa\", -\"banjir bandang\"")]
    [InlineData("pendek geopolitik", "geopolitik", "short")]
    [InlineData("geopolitik panjang top 5 bersambung", "geopolitik", "long top 5 serial")]
    [InlineData("geopolitik bagian: ekonomi panjang top 1 utuh", "geopolitik", "sections: \"ekonomi\" long top 1 whole")]
    [InlineData("geopolitik normal teratas 3", "geopolitik", "normal top 3")]
    [InlineData("bagian: semua kata: all", "", "sections: all words: all")]
    [InlineData("bagian: \"sejarah pendek\"", "", "sections: \"sejarah pendek\"")]
    [InlineData("bagian: jangka panjang indonesia", "", "sections: \"jangka panjang indonesia\"")]
    [InlineData("kata: new normal, -cuaca panjang", "", "words: \"new normal\", -\"cuaca\" long")]
    [InlineData("kata: new normal, jangka panjang", "", "words: \"jangka\", \"new normal\" long")]
    [InlineData("kata: film serial lama serial", "", "words: \"film serial lama\" serial")]
    [InlineData("bagian: ekonomi pendek -referensi", "", "sections: \"ekonomi\", -\"referensi\" short")]
    [InlineData("bagian: \"ekonomi\" panjang kata: kapal serial, top 2", "", "sections: \"ekonomi\" words: \"kapal\" long top 2 serial")]
    [InlineData("g bagian: keamanan, ekonomi, -referensi kata: +kapal, -cuaca pendek top 5", "g", "sections: \"ekonomi\", \"keamanan\", -\"referensi\" words: \"kapal\", -\"cuaca\" short top 5")]
    [InlineData("top gun", "top gun", "")]
    [InlineData("+KAPAL +kapal", "", "words: \"kapal\"")]
    public void A_line_says_what_is_meant_and_what_it_is_to_hold(string line, string target, string change)
    {
        var read = WantsText.Parse(line);

        Assert.Null(read.Problem);
        Assert.Equal(target, read.Target);
        Assert.Equal(change, WantsWords.Typed(read.Change));
    }

    [Theory]
    [InlineData("bagian: implikasi jangka panjang", "sections: \"implikasi jangka panjang\"")]
    [InlineData("bagian: jangka panjang panjang", "sections: \"jangka panjang\" long")]
    [InlineData("bagian: keamanan panjang", "sections: \"keamanan\" long")]
    [InlineData("bagian: ekonomi, -jangka panjang pendek", "sections: \"ekonomi\", -\"jangka panjang\" short")]
    [InlineData("kata: new normal, jangka panjang", "words: \"jangka panjang\", \"new normal\"")]
    [InlineData("kata: new normal", "words: \"new normal\"")]
    [InlineData("kata: cuaca normal", "words: \"cuaca\" normal")]
    public async Task An_option_that_a_heading_or_a_text_has_right_after_the_name_belongs_to_it(string line, string change)
    {
        using var chat = await TestChat.OpenAsync([SmallArticles.Article("a/era", "Era New Normal", null, "Implikasi Jangka Panjang", "Keamanan")]);

        Assert.Equal(change, WantsWords.Typed(WantsText.Parse(line, new KnownNames(chat.Library)).Change));
    }

    [Theory]
    [InlineData("geopolitik +dewan keamanan", "Wants_Stray", "keamanan")]
    [InlineData("geopolitik pendek sains", "Wants_Stray", "sains")]
    [InlineData("geopolitik +", "Wants_Empty", "+")]
    [InlineData("geopolitik bagian:", "Wants_Empty", "bagian:")]
    [InlineData("geopolitik bagian: ekonomi, -", "Wants_Empty", "-")]
    [InlineData("geopolitik +???", "Wants_Odd", "???")]
    [InlineData("geopolitik top", "Wants_Top", "top")]
    [InlineData("geopolitik top banyak", "Wants_Top", "top")]
    [InlineData("geopolitik top 0", "Wants_Top", "top 0")]
    [InlineData("geopolitik top 99999999999", "Wants_Top", "top 99999999999")]
    [InlineData("kata: kapal, -kapal", "Wants_Both", "kapal")]
    [InlineData("+a +b +c +d +e +f +g +h +i +j +k", "Wants_TooMany", "k")]
    [InlineData("+abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghi", "Wants_TooLong", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghi")]
    public void What_is_not_understood_is_named(string line, string key, string word)
    {
        Assert.Equal(new WantsProblem(key, word), WantsText.Parse(line).Problem);
        Assert.All(Words.All, words => Assert.Contains(word, words.Format(key, word)));
    }

    [Fact]
    public void The_order_and_the_case_of_words_make_no_other_wish() =>
        Assert.Equal(WantsText.Parse("+B +a -C").Change.ApplyTo(new Wants()).Key, WantsText.Parse("-c +A, +b").Change.ApplyTo(new Wants()).Key);

    [Fact]
    public void What_is_named_takes_the_place_of_what_was_and_the_rest_stays()
    {
        var before = new Wants { Topic = "sains", Include = ["a"], Exclude = ["b"], Sections = ["c"], Length = DigestLength.Short, Top = 2, Serial = true };

        var after = WantsText.Parse("kata: -x utuh").Change.ApplyTo(before);

        Assert.Equal(before with { Include = [], Exclude = ["x"], Serial = false }, after with { Exclude = ["x"] }, (one, other) => one!.Key == other!.Key);
        Assert.Equal(before.Key, WantsText.Parse("").Change.ApplyTo(before).Key);
    }

    [Fact]
    public void Every_wish_can_be_typed()
    {
        var name = Gen.Char["abcxyzé #&"].Array[1, 8].Select(letters => string.Join(' ', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(name => name.Any(char.IsLetter));
        var names = Gen.Select(name.Array[0, 4], name.Array[0, 4], (with, without) => (
            With: with.Distinct().Order(StringComparer.Ordinal).ToArray(),
            Without: without.Except(with).Distinct().Order(StringComparer.Ordinal).ToArray()));
        var wishes = Gen.Select(names, names, Gen.Int[0, 2], Gen.Int[0, 10], Gen.Bool, (words, sections, length, top, serial) => new Wants
        {
            Include = words.With,
            Exclude = words.Without,
            Sections = sections.With,
            NotSections = sections.Without,
            Length = (DigestLength)length,
            Top = top == 3 ? 0 : top,
            Serial = serial,
        });

        wishes.Sample(wants => WantsText.Parse(WantsWords.Typed(WantsChange.To(wants))) is { Problem: null, Target: "" } line && line.Change.ApplyTo(new Wants()).Key == wants.Key);
    }

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(text => WantsText.Parse(text).Target is not null);
}
