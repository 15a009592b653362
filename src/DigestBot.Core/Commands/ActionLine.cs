using System.Text;
using DigestBot.Chats;

namespace DigestBot.Commands;

/// <summary>Makes buttons whose action fits into what platforms carry.</summary>
internal static class ActionLine
{
    /// <summary>A button with the longer action where it fits and is one line of plain text, else with the shorter one.</summary>
    public static Button Button(string label, string action, string shorter)
    {
        action = action.Trim();
        var fits = Encoding.UTF8.GetByteCount(action) <= Chats.Button.LongestAction && !action.Any(char.IsControl);
        return new Button(Labels.Short(label, 40), fits ? action : shorter);
    }
}
