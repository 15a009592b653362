using System.ComponentModel;

namespace DigestBot.Settings;

/// <summary>Says of a value that can't be read what would be, in words for whoever wrote it; the binder names types of .NET.</summary>
internal static class SettingValue
{
    /// <summary>Why the value can't be read as this type; null where it can.</summary>
    public static string? Problem(Type type, string value)
    {
        var read = Nullable.GetUnderlyingType(type) ?? type;
        if (read.IsInterface || (value.Length == 0 && read != type))
            return null;

        try
        {
            TypeDescriptor.GetConverter(read).ConvertFromInvariantString(value);
            return null;
        }
        // What a converter throws differs from one to the next.
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            return read.IsEnum ? $"'{value}' is none of {string.Join(", ", Enum.GetNames(read))}"
                : read == typeof(TimeSpan) ? $"'{value}' is no time; it is written 00:00:30 (hours:minutes:seconds), with days 7.00:00:00"
                : read == typeof(bool) ? $"'{value}' is neither true nor false"
                : read == typeof(int) ? $"'{value}' is no whole number"
                : read == typeof(double) ? $"'{value}' is no number, such as 0.5"
                // An address may hold a password.
                : "can't be read";
        }
    }
}
