using DigestBot.Chats;

namespace DigestBot.Commands;

/// <summary>A file that an answer can come as.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Json">What stands in it.</param>
/// <param name="Caption">The words that go with it; they fit into one part everywhere.</param>
public sealed record AnswerFile(string Name, string Json, Message Caption);
