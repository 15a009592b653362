namespace DigestBot.Articles.ContentFolder;

/// <summary>Gathers headings and paragraphs as a reader comes upon them.</summary>
internal sealed class ParsedSections
{
    private readonly List<ParsedSection> _sections = [];
    private string _heading = "";
    private int _level;
    private List<(string Text, bool IsStrong)> _paragraphs = [];

    /// <summary>True until the first heading or paragraph has come.</summary>
    public bool IsEmpty => _sections.Count == 0 && _heading.Length == 0 && _paragraphs.Count == 0;

    /// <summary>Begins a section; a heading without text begins none.</summary>
    public void Heading(string text, int level)
    {
        text = VisibleText.Line(text);
        if (text.Length == 0)
            return;

        Close();
        (_heading, _level) = (text, level);
    }

    /// <summary>Adds a paragraph; one without text is none.</summary>
    /// <param name="text">White space and all.</param>
    /// <param name="isStrong">Nothing in it but bold.</param>
    public void Paragraph(string text, bool isStrong = false)
    {
        text = VisibleText.Line(text);
        if (text.Length > 0)
            _paragraphs.Add((text, isStrong));
    }

    /// <summary>Everything that came, in order.</summary>
    public IReadOnlyList<ParsedSection> ToList()
    {
        Close();
        return _sections;
    }

    /// <summary>The same; where no heading came, paragraphs of nothing but bold stand for headings.</summary>
    public IReadOnlyList<ParsedSection> ToList(bool hasTitle)
    {
        if (_sections.Count > 0 || _heading.Length > 0)
            return ToList();

        var paragraphs = _paragraphs;
        _paragraphs = [];
        for (var at = 0; at < paragraphs.Count; at++)
        {
            if (StrongHeadings.Has(paragraphs, at, hasTitle))
                Heading(paragraphs[at].Text, StrongHeadings.Level);
            else
                Paragraph(paragraphs[at].Text);
        }

        return ToList();
    }

    private void Close()
    {
        if (_heading.Length > 0 || _paragraphs.Count > 0)
            _sections.Add(new ParsedSection(_heading, _heading.Length == 0 ? 0 : _level, [.. _paragraphs.Select(paragraph => paragraph.Text)]));
        (_heading, _level, _paragraphs) = ("", 0, []);
    }
}
