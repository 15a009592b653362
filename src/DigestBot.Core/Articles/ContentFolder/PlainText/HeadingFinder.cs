namespace DigestBot.Articles.ContentFolder.PlainText;

/// <summary>Tells which lines of a text are headings: by their form, and by what stands before and after them.</summary>
internal sealed class HeadingFinder
{
    private const int SeveralEnded = 2;

    /// <summary>How much longer than a heading the paragraph below it is.</summary>
    private const double LongerBelow = 1.5;

    private readonly IReadOnlyList<TextLine> _lines;
    private readonly HeadingForm[] _forms;
    private readonly bool[] _inRun;

    /// <summary>A lone question or line with a stop may be a sentence of a text that has one a line; several are headings in that form.</summary>
    private readonly bool _mayBeSentences;

    private HeadingFinder(IReadOnlyList<TextLine> lines)
    {
        _lines = lines;
        _forms = FormsOf(lines);
        _inRun = ShortRuns.Find(lines);
        _mayBeSentences = Enumerable.Range(0, lines.Count).Count(IsEndedForm) < SeveralEnded;
    }

    /// <summary>For each line whether it is a heading.</summary>
    public static bool[] Find(IReadOnlyList<TextLine> lines)
    {
        var finder = new HeadingFinder(lines);
        var headings = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
            headings[i] = lines[i].IsUnderlined || finder.IsHeading(i, i == 0 || headings[i - 1]);
        return headings;
    }

    /// <summary>Below a question that is a heading, and where there are several, others are that are shorter or seem to lead over.</summary>
    private static HeadingForm[] FormsOf(IReadOnlyList<TextLine> lines)
    {
        var forms = lines.Select(line => HeadingForms.Of(line)).ToArray();
        var questions = Enumerable.Range(0, forms.Length).Where(i => forms[i] != HeadingForm.None && HeadingForms.IsAskedAlone(lines[i])).ToArray();
        for (var i = questions.Length < SeveralEnded ? forms.Length : questions[0]; i < forms.Length; i++)
        {
            if (forms[i] == HeadingForm.None && HeadingForms.IsAskedAlone(lines[i]))
                forms[i] = HeadingForms.Of(lines[i], isAmongQuestions: true);
        }

        return forms;
    }

    private bool IsHeading(int i, bool followsHeading)
    {
        if (_forms[i] == HeadingForm.None || _inRun[i] || i == _lines.Count - 1 || IsOneOfSeveralLabels(i) || IsOneOfSeveralItems(i))
            return false;
        if (!followsHeading && !_lines[i].AfterBlank && !EndsBefore(i))
            return false;
        if (GoesOnInLowerCase(_lines[i + 1].Text) || _mayBeSentences && IsEndedForm(i) && !_lines[i + 1].IsParagraph)
            return false;

        return IsFollowedByBody(i) || _forms[i] == HeadingForm.Strong && (IsFollowedByLess(i) || IsFollowedByHeading(i));
    }

    private bool IsEndedForm(int i) => _forms[i] != HeadingForm.None && _lines[i].IsEnded && !HeadingNumbers.Has(_lines[i].Text);

    /// <summary>"Best film: The Aviator" over "Best actor: Jamie Foxx": a list of what was won, not headings.</summary>
    private bool IsOneOfSeveralLabels(int i) => IsLabel(_lines[i]) && (i > 0 && IsLabel(_lines[i - 1]) || IsLabel(_lines[i + 1]));

    private bool IsOneOfSeveralItems(int i) => _lines[i].IsListItem && (i > 0 && _lines[i - 1].IsListItem || _lines[i + 1].IsListItem);

    private static bool GoesOnInLowerCase(string text) => char.IsLower(text[0]) && !Sentences.Words.BeginAsName(text);

    private static bool IsLabel(TextLine line) => line.IsShort && line.Text.Contains(": ", StringComparison.Ordinal) && !HeadingNumbers.BeginWithPart(line.Text);

    private bool EndsBefore(int i) => _lines[i - 1].IsEnded || _lines[i - 1].IsListItem && _forms[i] == HeadingForm.Strong;

    private bool IsFollowedByBody(int i) => _lines[i + 1].IsBody && _lines[i + 1].Text.Length >= _lines[i].Text.Length * LongerBelow;

    /// <summary>A list or a short sentence: enough below a line that is surely written as a heading.</summary>
    private bool IsFollowedByLess(int i) => _lines[i + 1].IsListItem ? !IsOfContents(i) : _lines[i + 1].IsShortSentence;

    /// <summary>"BAB I PENDAHULUAN" over "A. Latar Belakang" and "B. Tujuan": a list of contents.</summary>
    private bool IsOfContents(int i) => HeadingNumbers.Has(_lines[i].Text) && HeadingNumbers.Has(_lines[i + 1].Text) && _lines[i + 1].IsShort;

    private bool IsFollowedByHeading(int i)
    {
        for (var below = i + 1; below < Math.Min(i + ShortRuns.DeepestHeading, _lines.Count - 1) && CanStandBelow(below); below++)
        {
            if (IsFollowedByBody(below))
                return true;
            if (_forms[below] != HeadingForm.Strong)
                return false;
            if (HeadingNumbers.Has(_lines[below].Text) && IsFollowedByLess(below))
                return true;
        }

        return false;
    }

    private bool CanStandBelow(int i) => _forms[i] != HeadingForm.None && !_inRun[i] && !HeadingNumbers.AreOfSameParts(_lines[i - 1].Text, _lines[i].Text);
}
