namespace DigestBot.Articles.ContentFolder;

/// <summary>Gathers headings and paragraphs as a reader comes upon them.</summary>
internal sealed class ParsedSections
{
    private readonly List<ParsedSection> _sections = [];
    private string _heading = "";
    private int _level;
    private List<string> _paragraphs = [];

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
    public void Paragraph(string text)
    {
        text = VisibleText.Line(text);
        if (text.Length > 0)
            _paragraphs.Add(text);
    }

    /// <summary>Everything that came, in order.</summary>
    public IReadOnlyList<ParsedSection> ToList()
    {
        Close();
        return _sections;
    }

    private void Close()
    {
        if (_heading.Length > 0 || _paragraphs.Count > 0)
            _sections.Add(new ParsedSection(_heading, _heading.Length == 0 ? 0 : _level, _paragraphs));
        (_heading, _level, _paragraphs) = ("", 0, []);
    }
}
