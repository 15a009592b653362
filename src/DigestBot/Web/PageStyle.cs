using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Web;

/// <summary>The one stylesheet of the pages, which stands in each, and the policy that lets a browser take it and nothing else.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--text:#1c1b19;--faint:#5c5a55;--line:#dad7d0;--page:#fdfcfa;--link:#0b57a4}
        @media(prefers-color-scheme:dark){:root{--text:#e8e6e1;--faint:#a8a59e;--line:#3b3935;--page:#171614;--link:#8ab8f0}}
        body{margin:0 auto;max-width:42rem;padding:1rem;background:var(--page);color:var(--text);font:1.05rem/1.65 system-ui,sans-serif;overflow-wrap:anywhere}
        a{color:var(--link)}
        h1{font-size:1.7rem;line-height:1.25;margin:1rem 0 .5rem}
        h2,h3,h4,h5,h6{font-size:1.2rem;line-height:1.35;margin:2rem 0 .5rem}
        h3,h4,h5,h6{font-size:1.05rem}
        p{margin:.6rem 0}
        .facts,footer,nav{color:var(--faint);font-size:.9rem}
        .contents{border:1px solid var(--line);border-radius:.5rem;margin:1.5rem 0;padding:.5rem 1rem}
        .contents h2{font-size:1rem;margin:.5rem 0}
        ol,ul{padding-left:1.5rem}
        li{margin:.35rem 0}
        details{border-left:3px solid var(--line);margin:.8rem 0;padding-left:1rem}
        summary{color:var(--link);cursor:pointer;padding:.35rem 0}
        footer{border-top:1px solid var(--line);margin-top:3rem;padding:1rem 0}
        """;

    /// <summary>The header <c>Content-Security-Policy</c>: no script, no picture, no frame, no form, no other place.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
