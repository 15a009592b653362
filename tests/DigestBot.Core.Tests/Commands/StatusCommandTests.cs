using DigestBot.Support;

namespace DigestBot.Commands;

public sealed class StatusCommandTests
{
    [Fact]
    public async Task An_operator_is_told_in_a_private_chat_alone()
    {
        using var chat = await TestChat.OpenAsync();
        (chat.User, chat.Language) = ("1", "en");
        Assert.StartsWith("Status\n", await chat.SayAsync("status"));

        chat.IsPrivate = false;

        Assert.Equal("Please ask me this in a private chat: the answer names other chats.", await chat.SayAsync("status"));
        Assert.True((await chat.AskAsync("status")).Private);
    }

    [Fact]
    public async Task Nobody_else_is_told_anything_nor_offered_the_command()
    {
        using var chat = await TestChat.OpenAsync();
        chat.Language = "en";

        Assert.DoesNotContain("Status", await chat.SayAsync("status"));
        Assert.DoesNotContain("/status", await chat.SayAsync("help"));
        chat.User = "1";
        Assert.Contains("/status", await chat.SayAsync("help"));
    }
}
