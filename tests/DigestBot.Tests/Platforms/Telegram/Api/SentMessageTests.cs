using System.Text;

namespace DigestBot.Platforms.Telegram.Api;

public sealed class SentMessageTests
{
    [Theory]
    [InlineData("""{"ok":true,"result":{"message_id":7,"chat":{"id":1},"text":"halo"}}""")]
    [InlineData("""{"ok":true,"result":{"chat":{"id":1,"message_id":3},"reply_to_message":{"message_id":4},"message_id":7}}""")]
    [InlineData("""{"result":{"message_id":7,"text":"halo"},"ok":true}""")]
    [InlineData("""{"server":{"ok":false,"result":{}},"ok":true,"result":{"message_id":7}}""")]
    [InlineData("""{"ok":true,"result":{"message_id":7,"text":"hal""")]
    public void The_id_is_read_wherever_it_stands(string answer) => Assert.Equal(7, Read(answer)?.MessageId);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>bad gateway</html>")]
    [InlineData("""{"ok":false,"result":{"message_id":7}}""")]
    [InlineData("""{"result":{"message_id":7}}""")]
    [InlineData("""{"result":{"message_id":7},"ok":false}""")]
    [InlineData("""{"ok":true,"result":{"text":"halo"}}""")]
    [InlineData("""{"ok":true,"result":{"message_id":"7"}}""")]
    [InlineData("""{"ok":true,"result":{"message_id":99999999999}}""")]
    [InlineData("""{"ok":true,"result":{"message_id":0}}""")]
    [InlineData("""{"ok":true,"result":true}""")]
    [InlineData("""{"ok":true,"result":{"mess""")]
    [InlineData("""{"ok":true,"description":{"message_id":7}}""")]
    public void Anything_else_is_left_to_who_reads_all_of_it(string answer) => Assert.Null(Read(answer));

    private static SentMessage? Read(string answer) => SentMessage.TryRead(Encoding.UTF8.GetBytes(answer));
}
