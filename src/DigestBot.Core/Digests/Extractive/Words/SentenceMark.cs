namespace DigestBot.Digests.Extractive.Words;

/// <summary>What a phrase says about the sentence it stands in.</summary>
[Flags]
internal enum SentenceMark
{
    None = 0,
    Boilerplate = 1,
    Cue = 2,
}
