namespace DigestBot.Simulators.Discord.Rules;

/// <summary>The options of a command: at most 25, required ones first, with choices or autocomplete.</summary>
internal static class OptionRules
{
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;
    private const int Text = 3;
    private const int Integer = 4;
    private const int Number = 10;
    private const int Attachment = 11;

    /// <summary>Returns how many characters the options take.</summary>
    public static int Check(FieldReader owner, int depth = 0)
    {
        var (characters, sawOptional, plain, nested) = (0, false, 0, 0);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in owner.Items("options", 25))
        {
            characters += CommandRules.CheckNamed(option);
            if (option.Raw("name") is { } name && !names.Add(name))
                option.Errors.Add(option.At("name"), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option name is already used");
            var type = option.Number("type", Subcommand, Attachment);
            if (type is null)
                option.Errors.Required(option.At("type"));
            if (type is Subcommand or SubcommandGroup)
            {
                nested++;
                if (depth >= (type == SubcommandGroup ? 1 : 2))
                    option.Errors.Add(option.At("type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands go no deeper");
                characters += Check(option, depth + 1);
                continue;
            }

            plain++;
            var required = option.Flag("required");
            if (required && sawOptional)
                option.Errors.Add(
                    option.At("required"), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options");
            sawOptional |= !required;
            characters += CheckValues(option, type ?? Text);
        }

        if (plain > 0 && nested > 0)
            owner.Errors.Add(
                owner.At("options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and value options are mutually exclusive");
        return characters;
    }

    private static int CheckValues(FieldReader option, int type)
    {
        var choices = ChoiceRules.Check(option, 25);
        var completes = option.Flag("autocomplete");
        if (choices.Count > 0 && completes)
            option.Errors.Add(
                option.At("autocomplete"), "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES",
                "Choices and autocomplete are mutually exclusive");
        if ((choices.Count > 0 || completes) && type is not (Text or Integer or Number))
            option.Errors.Add(
                option.At("type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Only strings and numbers have choices or autocomplete");
        if (choices.DistinctBy(choice => choice.Name).Count() != choices.Count)
            option.Errors.Add(
                option.At("choices"), "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS", "Option choice name already exists");
        if (type == Text)
        {
            option.Number("min_length", 0, 6000);
            option.Number("max_length", 1, 6000);
        }

        return choices.Sum(choice => choice.Name.Length + choice.Value.Length);
    }
}
