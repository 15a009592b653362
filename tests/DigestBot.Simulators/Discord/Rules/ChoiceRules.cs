namespace DigestBot.Simulators.Discord.Rules;

/// <summary>The choices of an option or of an autocomplete: a name to read and a value to send.</summary>
internal static class ChoiceRules
{
    public static IReadOnlyList<(string Name, string Value)> Check(FieldReader fields, int most)
    {
        var choices = new List<(string, string)>();
        foreach (var choice in fields.Items("choices", most))
        {
            var name = choice.Text("name", 100, 1, required: true);
            Locales.Check(choice, "name_localizations", 1, 100);
            choices.Add((name ?? "", Value(choice)));
        }

        return choices;
    }

    private static string Value(FieldReader choice)
    {
        if (choice.IsNumber("value"))
            return choice.Raw("value")!;

        // A choice's value is what is sent back: the space around it stays.
        return choice.Text("value", 100, 1, required: true) is null ? "" : choice.Raw("value")!;
    }
}
