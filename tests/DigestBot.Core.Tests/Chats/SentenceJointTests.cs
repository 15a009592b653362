namespace DigestBot.Chats;

public sealed class SentenceJointTests
{
    [Theory]
    [InlineData("Rusa timor", "Jalak bali", "Rusa timor · Jalak bali")]
    [InlineData("Hutan itu lebat.", "Jalak bali", "Hutan itu lebat. Jalak bali")]
    [InlineData("“Kami siap.”[3]", "Ia pulang.", "“Kami siap.”[3] Ia pulang.")]
    [InlineData("Hutan itu lebat.¹", "Ia pulang.", "Hutan itu lebat.¹ Ia pulang.")]
    [InlineData("rusa timor;", "jalak bali", "rusa timor; jalak bali")]
    [InlineData("Penghuninya:", "Rusa timor", "Penghuninya: Rusa timor")]
    [InlineData("Rusa timor", "", "Rusa timor")]
    [InlineData("", "Rusa timor", "Rusa timor")]
    public void Items_without_an_end_are_parted_and_sentences_follow_each_other(string first, string second, string shown) =>
        Assert.Equal(shown, SentenceJoint.Join([first, second]));
}
