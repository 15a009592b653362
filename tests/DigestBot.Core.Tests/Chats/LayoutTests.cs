using CsCheck;

namespace DigestBot.Chats;

public sealed class LayoutTests
{
    private static readonly Gen<LayoutPart[]> AnyParts = Gen.Shuffle(Enum.GetValues<LayoutPart>());

    [Fact]
    public void What_is_written_is_read_back() => Gen.Select(AnyParts, Gen.Int[1, 12]).Sample((parts, count) =>
    {
        var layout = Layout.TryCreate(parts.Take(count));

        Assert.Equal(layout is null, !parts.Take(count).Any(part => part is LayoutPart.Title or LayoutPart.Lead or LayoutPart.Headings or LayoutPart.Digests));
        if (layout is not null)
            Assert.Equal(layout, Layout.Parse(layout.ToString()));
    });

    [Theory]
    [InlineData("")]
    [InlineData("title  date")]
    [InlineData("Title")]
    [InlineData("0")]
    [InlineData("date topic")]
    [InlineData("title <b>")]
    public void Nothing_else_is_read(string text) => Assert.Null(Layout.TryParse(text));

    [Fact]
    public void A_part_that_is_added_goes_where_it_usually_stands_and_the_rest_keeps_its_order()
    {
        var layout = Layout.Parse("date title votes");

        Assert.Equal("date title digests votes", layout.With(LayoutPart.Digests).With(LayoutPart.Title).ToString());
        Assert.Equal("title votes", layout.TryWithout(LayoutPart.Date)?.ToString());
        Assert.Null(Layout.Parse("title").TryWithout(LayoutPart.Title));
    }

    [Theory]
    [InlineData("judul tanggal ringkasan bagian tautan", "title date digests headings link")]
    [InlineData("Title, WAKTUBACA;sections", "title readingtime headings")]
    [InlineData("judul judul tanggal judul", "title date")]
    [InlineData("-jempol +topik", "title link lead web headings numbers digests topic date readingtime buttons")]
    [InlineData("judul bagian +nomor", "title headings numbers")]
    [InlineData("", "title link lead web headings numbers digests date readingtime buttons votes")]
    public void Parts_are_named_in_either_language_or_said_to_come_and_go(string text, string layout) =>
        Assert.Equal(layout, LayoutText.Read(text, Layout.Default).Layout?.ToString());

    [Theory]
    [InlineData("judul cuaca", "cuaca")]
    [InlineData("judul +<b>", "+<b>")]
    [InlineData("-", "-")]
    [InlineData("tanggal topik", "")]
    [InlineData("judul -judul", "")]
    public void What_is_not_understood_is_named_and_nothing_is_taken(string text, string unknown) =>
        Assert.Equal(new LayoutText(null, unknown), LayoutText.Read(text, Layout.Default));

    [Fact]
    public void Every_part_has_one_word_of_its_own_in_each_language()
    {
        foreach (var words in Words.All)
        {
            var names = Enum.GetValues<LayoutPart>().Select(part => LayoutNames.Of(part, words)).ToArray();
            Assert.All(names, name => Assert.Matches("^[a-z]+$", name));
            Assert.Equal(names.Length, names.Distinct().Count());
            Assert.Equal(Enum.GetValues<LayoutPart>(), names.Select(name => LayoutNames.Find(name)!.Value));
        }
    }

    [Theory]
    [InlineData("cuaca", "Digests:Layout: 'cuaca' is no part of a digest; the parts are title, link, lead,")]
    [InlineData("tanggal", "Digests:Layout: nothing to read would be left;")]
    public void A_setting_that_is_no_layout_names_its_key(string layout, string problem) =>
        Assert.StartsWith(problem, Assert.Single(new LayoutOptions { Layout = layout }.Validate(new(this))).ErrorMessage);

    [Theory]
    [InlineData(null, "title link lead web headings numbers digests date readingtime buttons votes")]
    [InlineData("judul, bagian", "title headings")]
    public void The_operators_layout_holds_where_the_chat_chose_none(string? setting, string layout)
    {
        var looks = new Looks(new Microsoft.Extensions.Options.OptionsWrapper<LayoutOptions>(new LayoutOptions { Layout = setting ?? "" }));

        Assert.Equal(layout, looks.For(null).Layout.ToString());
        Assert.Equal("lead", looks.For(Layout.Parse("lead")).Layout.ToString());
    }
}
