namespace DigestBot.Simulators.Discord.Rules;

/// <summary>
/// Rows of buttons and select menus, as messages had them before components of version 2, which this simulator does not know.
/// </summary>
internal static class ComponentRules
{
    private const int Row = 1;
    private const int Button = 2;
    private const int TextSelect = 3;

    public static void Check(FieldReader message)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in message.Items("components", 5))
        {
            if (row.Number("type") != Row)
                row.Errors.NotOneOf(row.At("type"), "1");
            CheckRow(row, ids);
        }
    }

    private static void CheckRow(FieldReader row, HashSet<string> ids)
    {
        var (buttons, selects) = (0, 0);
        foreach (var part in row.Items("components", 5, least: 1))
        {
            switch (part.Number("type"))
            {
                case Button:
                    buttons++;
                    CheckButton(part, ids);
                    break;
                case TextSelect:
                    selects++;
                    CheckSelect(part, ids);
                    break;
                default:
                    part.Errors.NotOneOf(part.At("type"), "2, 3");
                    break;
            }

            part.Flag("disabled");
        }

        if (selects > 1 || (selects == 1 && buttons > 0))
            row.Errors.Add(
                row.At("components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
    }

    private static void CheckButton(FieldReader button, HashSet<string> ids)
    {
        if (button.Number("style") is not { } style)
        {
            button.Errors.Required(button.At("style"));
            return;
        }

        if (style is < 1 or > 5)
            button.Errors.NotOneOf(button.At("style"), "1, 2, 3, 4, 5");
        if (button.Text("label", 80) is not { Length: > 0 } && button.Object("emoji") is null)
            button.Errors.Add(button.At("label"), "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or emoji is required");
        if (style == 5)
        {
            button.Url("url", required: true);
            if (button.Has("custom_id"))
                button.Errors.Add(
                    button.At("custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                    "A custom id and url cannot both be specified");
            return;
        }

        CheckId(button, ids);
        if (button.Has("url"))
            button.Errors.Add(
                button.At("url"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                "A custom id and url cannot both be specified");
    }

    private static void CheckSelect(FieldReader select, HashSet<string> ids)
    {
        CheckId(select, ids);
        select.Text("placeholder", 150);
        var least = select.Number("min_values", 0, 25) ?? 1;
        var most = select.Number("max_values", 1, 25) ?? 1;
        var values = new HashSet<string>(StringComparer.Ordinal);
        var (count, defaults) = (0, 0);
        foreach (var option in select.Items("options", 25, least: 1))
        {
            count++;
            option.Text("label", 100, 1, required: true);
            option.Text("description", 100);
            if (option.Text("value", 100, 1, required: true) is { } value && !values.Add(value))
                option.Errors.Add(
                    option.At("value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            defaults += option.Flag("default") ? 1 : 0;
        }

        if (least > most || least > count || most > Math.Max(count, 1))
            select.Errors.Add(
                select.At("max_values"), "SELECT_COMPONENT_INVALID_VALUE_COUNTS",
                "min_values and max_values must fit the options");
        if (defaults > most)
            select.Errors.Add(select.At("options"), "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values");
    }

    private static void CheckId(FieldReader part, HashSet<string> ids)
    {
        if (part.Text("custom_id", 100, 1, required: true) is { Length: > 0 } id && !ids.Add(id))
            part.Errors.Add(part.At("custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
}
