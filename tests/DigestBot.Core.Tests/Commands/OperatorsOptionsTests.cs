using System.ComponentModel.DataAnnotations;

namespace DigestBot.Commands;

public sealed class OperatorsOptionsTests
{
    [Theory]
    [InlineData("telegram:123456789", true)]
    [InlineData("console:local", true)]
    [InlineData("telegram:@budi", false)]
    [InlineData("123456789", false)]
    [InlineData("telegram:12 ", false)]
    [InlineData("", false)]
    public void Only_numeric_ids_are_taken(string user, bool valid)
    {
        var options = new OperatorsOptions { Users = { "telegram:1", user } };

        var problems = options.Validate(new ValidationContext(options)).Select(problem => problem.ErrorMessage!).ToArray();

        Assert.Equal(valid, problems.Length == 0);
        Assert.All(problems, problem => Assert.StartsWith("Operators:Users:1 ", problem));
    }

    [Theory]
    [InlineData("telegram:123456789", true)]
    [InlineData("telegram:-100123/45", true)]
    [InlineData("console:local", true)]
    [InlineData("", true)]
    [InlineData("telegram:@budi", false)]
    [InlineData("-100123", false)]
    public void The_chat_for_errors_is_named_by_numbers(string chat, bool valid)
    {
        var options = new OperatorsOptions { Chat = chat };

        var problems = options.Validate(new ValidationContext(options)).Select(problem => problem.ErrorMessage!).ToArray();

        Assert.Equal(valid, problems.Length == 0);
        Assert.All(problems, problem => Assert.StartsWith("Operators:Chat ", problem));
    }
}
