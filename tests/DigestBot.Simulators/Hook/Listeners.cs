using System.Diagnostics;

namespace DigestBot.Simulators.Hook;

/// <summary>Hears the events of one diagnostic listener, whenever that appears.</summary>
internal sealed class Listeners(string name, Action<string, object?> heard) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public static void Hear(string name, Action<string, object?> heard) => DiagnosticListener.AllListeners.Subscribe(new Listeners(name, heard));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == name)
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value) => heard(value.Key, value.Value);

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
