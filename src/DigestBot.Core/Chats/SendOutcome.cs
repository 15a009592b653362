namespace DigestBot.Chats;

/// <summary>What became of one send. The dispatcher does what each case says; a platform never retries by itself.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The platform took it and named it.</summary>
    public sealed record Sent(string MessageId) : SendOutcome;

    /// <summary>It was definitely not delivered and may be tried again after the delay; no attempt is burnt.</summary>
    /// <param name="Delay">How long to wait; null lets the dispatcher back off by itself (nothing answered at all).</param>
    /// <param name="Scope">Who has to wait.</param>
    /// <param name="Reason">For status and log; holds no token and no message text.</param>
    public sealed record Later(TimeSpan? Delay, LaterScope Scope, string Reason) : SendOutcome
    {
        /// <summary>Whether a limit said so; false where the bot may not write for now.</summary>
        public bool IsLimit { get; init; } = true;
    }

    /// <summary>Not delivered: the chat lives on under another id. Subscriptions move there and the message is sent there.</summary>
    public sealed record Moved(ChatId NewChat) : SendOutcome;

    /// <summary>Not delivered, and nothing will be until somebody acts: the chat is paused with the reason, where it subscribed to anything.</summary>
    /// <param name="Reason">Such as <c>bot was blocked by the user</c>.</param>
    /// <param name="WholeChat">True where every thread of the chat is lost with it; false where only this thread is.</param>
    public sealed record Gone(string Reason, bool WholeChat = true) : SendOutcome;

    /// <summary>Not delivered: this message can't be sent to this chat, others can.</summary>
    public sealed record Refused(string Reason) : SendOutcome;

    /// <summary>The bytes left and no answer came: delivered or not, nobody can tell. Policy decides.</summary>
    public sealed record Unknown(string Reason) : SendOutcome;

    /// <summary>Not delivered: the platform no longer takes this bot (its token). The lane stops and health says so.</summary>
    public sealed record Halted(string Reason) : SendOutcome;
}

/// <summary>Who waits after <see cref="SendOutcome.Later"/>.</summary>
public enum LaterScope
{
    /// <summary>This chat alone.</summary>
    Chat,

    /// <summary>The platform did not say; the dispatcher's policy decides between the chat and the lane.</summary>
    Unstated,

    /// <summary>Everything this bot sends on the platform.</summary>
    Lane,
}
