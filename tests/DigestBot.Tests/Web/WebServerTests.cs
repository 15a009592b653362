using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DigestBot.Articles;
using DigestBot.Chats;
using DigestBot.Digests;
using DigestBot.EndToEnd;
using DigestBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace DigestBot.Web;

/// <summary>The pages as a browser gets them, over HTTP.</summary>
public sealed class WebServerTests : IAsyncLifetime
{
    private const string Mixed = """
        ---
        title: Dua Bahasa
        language: id
        ---
        ## Bahasa Indonesia
        Pelabuhan lama sudah penuh sejak sepuluh tahun yang lalu, dan kapal besar harus menunggu dua hari di luar.

        ## In English
        The old harbour has been full for ten years, and the large ships have to wait outside for two days.

        ## Satwa

        - Rusa timor di Bali
        - Jalak putih di Nusa Penida
        - Elang jawa di Gunung Gede
        - Badak jawa di Ujung Kulon
        """;

    private readonly BotFolder _folder = new();
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private IHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _folder.Write("laut/pelabuhan.md", SampleArticles.Harbour);
        _folder.Write("sea/lighthouse.md", SampleArticles.Lighthouse);
        _folder.Write("tanpa-topik.md", Mixed);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Storage:Path", Path.Combine(_folder.Path, "data", "bot.db")), new("Articles:Folder", Path.Combine(_folder.Path, "content")),
            new("Web:Port", "0"), new("Web:PublicUrl", "https://digests.example.org/baca"),
        ]);
        builder.AddStorage();
        builder.AddArticles();
        builder.Services.AddSingleton<IArticleSource, HostileSource>();
        builder.AddDigests();
        builder.AddChats();
        builder.AddWeb();
        _host = builder.Build();
        await _host.StartAsync(Cancellation);
        _http.BaseAddress = new Uri(_host.Services.GetServices<IHostedService>().OfType<WebServer>().Single().Url);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.StopAsync(Cancellation);
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_article_is_read_by_section_under_a_table_of_contents_with_its_whole_text_folded()
    {
        var page = await PageAsync(ArticleUrl("laut/pelabuhan"));

        Assert.Equal(("id", "Pelabuhan Baru", "Pelabuhan Baru"), (page.DocumentElement.GetAttribute("lang"), page.Title, page.QuerySelector("h1")!.TextContent));
        Assert.Equal("laut · 20 Nov 2026 · 1 menit baca", page.QuerySelector("p.facts")!.TextContent);
        Assert.Equal(["1. Latar Belakang", "2. Kerjasama Ekonomi", "3. Dampak Lingkungan"], page.QuerySelectorAll("section h2").Select(heading => heading.TextContent));
        Assert.All(page.QuerySelectorAll<IHtmlAnchorElement>(".contents a"), link => Assert.Equal("SECTION", page.QuerySelector(link.GetAttribute("href")!)!.TagName));
        Assert.Equal(["Latar Belakang", "Kerjasama Ekonomi", "Dampak Lingkungan"], page.QuerySelectorAll(".contents a").Select(link => link.TextContent));
        Assert.Contains("Tiga kabupaten sepakat", page.QuerySelector("#s2 > p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "Tiga kabupaten sepakat membagi pendapatan pelabuhan menurut jumlah barang. Kesepakatan itu berlaku selama lima tahun dan dapat diperpanjang.",
            page.QuerySelector("#s2 details > p")!.TextContent);
        Assert.Equal("Teks lengkap", page.QuerySelector("#s2 summary")!.TextContent);
    }

    [Fact]
    public async Task The_page_speaks_the_articles_language_and_a_section_in_another_says_so()
    {
        Assert.Equal("en", (await PageAsync(ArticleUrl("sea/lighthouse"))).DocumentElement.GetAttribute("lang"));
        var mixed = await PageAsync(ArticleUrl("tanpa-topik"));

        Assert.Equal("id", mixed.QuerySelector("article")!.GetAttribute("lang"));
        Assert.Equal([null, "en", null], mixed.QuerySelectorAll("section").Select(section => section.GetAttribute("lang")));
    }

    [Fact]
    public async Task Items_of_a_list_are_parted_from_each_other() =>
        Assert.Matches("^[^·]+ · [^·]+$", (await PageAsync(ArticleUrl("tanpa-topik"))).QuerySelector("#s3 > p")!.TextContent);

    [Fact]
    public async Task Hostile_text_is_shown_and_does_nothing()
    {
        foreach (var path in new[] { "/", $"/t/{ListPage.KeyOf("<b>&")}", ArticleUrl("<b>&/jahat"), "/a/<script>alert(1)</script>" })
        {
            var page = await PageAsync(path);
            Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, embed, form, link, base, svg, input, button"));
            Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute =>
                attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "src" or "style" or "srcdoc");
            Assert.All(page.QuerySelectorAll("a"), link => Assert.Matches("^([./]*(a/|t/)?[0-9a-f]*|#s[0-9]+|https://example\\.org/[^\"<>]*)$", link.GetAttribute("href")!));
            Assert.Equal(PageStyle.Css, Assert.Single(page.QuerySelectorAll("style")).TextContent);
        }

        var article = await PageAsync(ArticleUrl("<b>&/jahat"));
        Assert.Equal("</title><script>alert(1)</script> \" onload=\"x", article.QuerySelector("h1")!.TextContent);
        Assert.Equal("1. </h2></section><iframe src=\"https://evil.example\">", article.QuerySelector("#s1 h2")!.TextContent);
        Assert.Equal(HostileSource.Text.Replace("\u202e", "", StringComparison.Ordinal), article.QuerySelector("#s1 details > p")!.TextContent);
        Assert.DoesNotContain('\u202e', article.DocumentElement.TextContent);
    }

    [Fact]
    public async Task Every_answer_forbids_all_but_reading()
    {
        foreach (var path in new[] { "/", ArticleUrl("laut/pelabuhan"), "/nowhere" })
        {
            using var response = await _http.GetAsync(path, Cancellation);
            string Header(string name) => string.Join(',', response.Headers.GetValues(name));

            Assert.Matches("^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$", Header("Content-Security-Policy"));
            Assert.Equal(("nosniff", "DENY", "no-referrer", "noindex"), (Header("X-Content-Type-Options"), Header("X-Frame-Options"), Header("Referrer-Policy"), Header("X-Robots-Tag")));
            Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
            Assert.False(response.Headers.Contains("Server") || response.Headers.Contains("Set-Cookie"));
        }

        using var post = await _http.PostAsync("/", null, Cancellation);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET,HEAD"), (post.StatusCode, string.Join(',', post.Content.Headers.Allow)));
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again_and_an_edited_article_is()
    {
        var path = ArticleUrl("laut/pelabuhan");
        using var first = await _http.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(path, first.Headers.ETag));
        Assert.NotNull(first.Content.Headers.LastModified);

        _folder.Write("laut/pelabuhan.md", SampleArticles.Harbour.Replace("Tiga kabupaten", "Empat kabupaten", StringComparison.Ordinal));
        await _host.Services.GetRequiredService<ArticleLibrary>().RefreshAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, await AgainAsync(path, first.Headers.ETag));
        Assert.Contains("Empat kabupaten", (await PageAsync(path)).QuerySelector("#s2 > p")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/a/00000000")]
    public async Task Head_tells_what_get_would(string path)
    {
        using var get = await _http.GetAsync(path, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await _http.SendAsync(request, Cancellation);

        Assert.Equal((get.StatusCode, get.Content.Headers.ContentLength, get.Headers.ETag), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/nowhere", "./")]
    [InlineData("/a/00000000", "../")]
    [InlineData("/a/../../etc/passwd", "../")]
    [InlineData("/t/laut", "../")]
    public async Task What_is_not_there_says_so_and_leads_home(string path, string home)
    {
        using var response = await _http.GetAsync(new Uri(_http.BaseAddress + path.TrimStart('/'), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("Tidak ada apa-apa di sini", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(home, page.QuerySelector("nav a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("en-GB,en;q=0.9", "Articles")]
    [InlineData("fr, en;q=0.2, id;q=0.8", "Artikel")]
    [InlineData("fr", "Artikel")]
    public async Task Lists_speak_the_readers_language(string accepted, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var response = await _http.SendAsync(request, Cancellation);

        Assert.Equal(title, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancellation)).Title);
    }

    [Fact]
    public async Task Every_way_on_a_page_leads_to_a_page_with_and_without_the_public_path()
    {
        foreach (var start in new[] { "/", "/baca/" })
        {
            var open = new Queue<Uri>([new Uri(_http.BaseAddress!, start)]);
            var seen = new HashSet<Uri>(open);
            while (open.TryDequeue(out var url))
            {
                using var response = await _http.GetAsync(url, Cancellation);
                Assert.True(response.StatusCode == HttpStatusCode.OK, url.ToString());
                var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancellation));
                foreach (var next in page.QuerySelectorAll("a").Select(link => new Uri(url, link.GetAttribute("href"))))
                {
                    if (next.Host == url.Host && next.Fragment.Length == 0 && seen.Add(next))
                        open.Enqueue(next);
                }
            }

            Assert.Equal(8, seen.Count);
            Assert.All(seen, url => Assert.StartsWith(start, url.AbsolutePath, StringComparison.Ordinal));
        }

        using var bare = await _http.GetAsync("/baca", Cancellation);
        Assert.Equal((HttpStatusCode.Found, "/baca/"), (bare.StatusCode, bare.Headers.Location!.ToString()));
    }

    private static string ArticleUrl(string id) => $"/a/{new ArticleId(id).Key}";

    private async Task<IHtmlDocument> PageAsync(string path) =>
        new HtmlParser().ParseDocument(await (await _http.GetAsync(path, Cancellation)).Content.ReadAsStringAsync(Cancellation));

    private async Task<HttpStatusCode> AgainAsync(string path, EntityTagHeaderValue? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag!);
        using var response = await _http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    /// <summary>What nobody's own files hold: markup that no reader of a form took away.</summary>
    private sealed class HostileSource : IArticleSource
    {
        public const string Text = "Satu </details></p><script src=//evil.example></script>. Dua \"dengan' kutip & {{7*7}}. Tiga \u202eterbalik. Empat. Lima --> ]]>.";

        public Task<SourceReading> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(new SourceReading(
            [
                new Article
                {
                    Id = new ArticleId("<b>&/jahat"),
                    Path = "<b>&/jahat.txt",
                    Title = "</title><script>alert(1)</script> \" onload=\"x",
                    Topic = "<b>&",
                    Language = "id",
                    Source = new Uri("https://example.org/?a=\"><script>x</script>"),
                    Lead = new Section("", 0, [Paragraph.Of("Pembuka <img src=x onerror=alert(2)> & ini bukan markah.")]),
                    Sections =
                    [
                        new Section("</h2></section><iframe src=\"https://evil.example\">", 1, [Paragraph.Of(Text)]),
                        new Section("javascript:alert(3)", 1, [Paragraph.Of("<svg onload=alert(4)>")]),
                    ],
                },
            ],
            []));

        public IChangeToken Watch() => NullChangeToken.Singleton;
    }
}
