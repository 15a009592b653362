namespace DigestBot.Articles.Languages;

public sealed class LanguageGuesserTests
{
    [Theory]
    [InlineData("id", "Pertemuan ini menandai peningkatan hubungan bilateral antara kedua negara yang memiliki pandangan serupa.")]
    [InlineData("id", "Harga beras naik karena panen yang terlambat.")]
    [InlineData("id", "Ia lahir di Solo dan besar di Jakarta.")]
    [InlineData("id", "Dalam pertemuan itu, kedua pemimpin sepakat untuk bekerja sama dengan negara-negara lain di kawasan ini.")]
    [InlineData("id", "Boleh dikatakan polisi itu tidak salah, ujar lelaki tersebut kepada para wartawan di kantor polisi.")]
    [InlineData("en", "The two leaders agreed to work together on trade and energy.")]
    [InlineData("en", "It was raining.")]
    [InlineData("ms", "Kerajaan berkata bahawa harga minyak naik kerana syarikat itu pembekal yang terbesar selepas Ogos.")]
    [InlineData("jv", "Wong iku lunga menyang pasar lan ora bali maneh amarga udan deres sing suwe.")]
    [InlineData("su", "Manéhna teu datang kana rapat éta sabab keur gering jeung teu aya nu nganteur.")]
    [InlineData("nl", "De twee leiders hebben het niet over de handel gehad, maar wel over de oorlog.")]
    [InlineData("de", "Die beiden Staatschefs haben sich nicht auf einen Vertrag einigen können, und das ist auch gut.")]
    [InlineData("fr", "Les deux dirigeants se sont mis d'accord pour travailler ensemble dans le domaine de l'énergie.")]
    [InlineData("es", "Los dos líderes acordaron trabajar juntos en el comercio y la energía con sus vecinos.")]
    [InlineData("pt", "Os dois líderes não chegaram a um acordo, mas também não houve uma ruptura entre eles.")]
    [InlineData("it", "I due leader non hanno trovato un accordo, ma il dialogo tra le parti è ancora aperto.")]
    [InlineData("ja", "両首脳は貿易とエネルギーについて協力することで合意した。")]
    [InlineData("zh", "两国领导人同意在贸易和能源方面进行合作。")]
    [InlineData("ko", "두 정상은 무역과 에너지 분야에서 협력하기로 합의했다.")]
    [InlineData("th", "ผู้นำทั้งสองตกลงที่จะทำงานร่วมกันด้านการค้าและพลังงาน")]
    public void Each_known_language_is_named_from_a_sentence(string language, string text) => Assert.Equal(language, LanguageGuesser.Guess(text));

    [Theory]
    [InlineData("")]
    [InlineData("12.500 – 3,5 %")]
    [InlineData("Putin, Kim Jong Un, Pyongyang")]
    [InlineData("Kerjasama Ekonomi")]
    [InlineData("Ya")]
    [InlineData("Лидеры двух стран договорились о сотрудничестве.")]
    [InlineData("Iki iku ini itu the a")]
    public void Too_little_or_something_else_is_unknown(string text) => Assert.Equal(LanguageGuesser.Unknown, LanguageGuesser.Guess(text));

    [Fact]
    public void What_it_names_is_what_it_says_it_knows() =>
        Assert.Equal(["id", "en", "ms", "jv", "su", "nl", "de", "fr", "es", "pt", "it", "ja", "zh", "ko", "th"], LanguageGuesser.Known);
}
