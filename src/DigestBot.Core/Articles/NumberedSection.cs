namespace DigestBot.Articles;

/// <summary>A section with the number by which readers address it: 0 for the lead, then 1 and up.</summary>
/// <param name="Number">As readers type it.</param>
/// <param name="Section">The section itself.</param>
public sealed record NumberedSection(int Number, Section Section);
