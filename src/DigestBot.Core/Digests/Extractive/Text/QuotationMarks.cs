namespace DigestBot.Digests.Extractive.Text;

/// <summary>How many quotation marks of each shape a sentence has.</summary>
internal readonly record struct QuotationMarks(int Opening, int Closing, int Straight)
{
    /// <summary>Every character that counts as a quotation mark.</summary>
    public const string All = "\"“”«»";

    public static QuotationMarks In(ReadOnlySpan<char> text)
    {
        var (opening, closing, straight) = (0, 0, 0);
        foreach (var character in text)
            switch (character)
            {
                case '“' or '«': opening++; break;
                case '”' or '»': closing++; break;
                case '"': straight++; break;
            }

        return new QuotationMarks(opening, closing, straight);
    }

    /// <summary>Whether a quotation is open after this sentence, given whether one was open before it.</summary>
    public bool LeavesOpen(bool wasOpen)
    {
        if (Opening == 0 && Closing == 0) return Straight % 2 == 1 ? !wasOpen : wasOpen;
        if (Opening > Closing) return true;
        return Closing <= Opening && wasOpen;
    }
}
