namespace DigestBot.Benchmarks.Digests;

/// <summary>Shows on standard error how far a long run is; nothing where that is not a terminal but for the end.</summary>
internal sealed class Progress(string what, int steps)
{
    private int _done;

    /// <summary>Counts one step and hands its result on.</summary>
    public T Step<T>(T result)
    {
        _done++;
        if (!Console.IsErrorRedirected && (_done * 100L / steps) != ((_done - 1) * 100L / steps))
            Console.Error.Write($"\r{what}: {_done * 100L / steps} %");
        return result;
    }

    /// <summary>Ends the line.</summary>
    public void Done() => Console.Error.WriteLine($"{(Console.IsErrorRedirected ? "" : "\r")}{what}: {_done} of {steps}");
}
