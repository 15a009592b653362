using System.Collections.Frozen;

namespace DigestBot.Digests.Extractive.Words;

/// <summary>Phrases of two or more words that tell what a sentence is for.</summary>
internal static class Phrases
{
    /// <summary>Invitations, credits and pointers: what a site puts between the paragraphs.</summary>
    private static readonly string[] Boilerplate =
    [
        "baca juga", "baca selengkapnya", "simak juga", "simak video", "lihat juga", "tonton juga",
        "foto:", "foto :", "sumber:", "sumber :", "editor:", "editor :", "reporter:", "reporter :",
        "berikut daftar", "berikut ini daftar", "read more", "read also", "click here", "follow us", "all rights reserved",
    ];

    /// <summary>The author says that this sentence matters.</summary>
    private static readonly string[] Cue =
    [
        "we propose", "we present", "we show", "we introduce", "we describe", "we demonstrate", "we find", "we study",
        "we develop", "we argue", "this paper", "our results", "our approach", "our method", "our model",
        "results show", "results indicate", "in conclusion",
    ];

    private static readonly FrozenDictionary<string, (string Phrase, SentenceMark Mark)[]> ByOpener =
        Boilerplate.Select(phrase => (phrase, SentenceMark.Boilerplate)).Concat(Cue.Select(phrase => (phrase, SentenceMark.Cue)))
            .GroupBy(entry => Opener(entry.Item1), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Phrase, SentenceMark Mark)[]>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByOpener.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words that phrases begin with.</summary>
    public static IEnumerable<string> Openers => ByOpener.Keys;

    /// <summary>What the phrases say that begin at this place with this word, given in lower case.</summary>
    public static SentenceMark At(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> opener)
    {
        var marks = SentenceMark.None;
        if (!Lookup.TryGetValue(opener, out var phrases)) return marks;
        foreach (var (phrase, mark) in phrases)
            if (text[start..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && EndsAtBoundary(text, start + phrase.Length))
                marks |= mark;
        return marks;
    }

    private static string Opener(string phrase) => phrase[..phrase.AsSpan().IndexOfAny(' ', ':')];

    /// <summary>The border of a regular expression's <c>\b</c>: a word character on exactly one side.</summary>
    private static bool EndsAtBoundary(ReadOnlySpan<char> text, int end) =>
        IsWordCharacter(text[end - 1]) != (end < text.Length && IsWordCharacter(text[end]));

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || character == '_';
}
