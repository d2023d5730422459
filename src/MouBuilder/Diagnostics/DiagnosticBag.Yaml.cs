namespace MouBuilder.Diagnostics;

/// <summary>MOU1001 to MOU1010: the form of YAML and JSON files.</summary>
internal sealed partial class DiagnosticBag
{
    public void NotYaml(Source at, string why) =>
        Error("MOU1001", at, $"The file cannot be read as YAML: {why}. Look at the indentation, quotes and colons just before this place.");

    public void YamlFeature(Source at, string what) =>
        Error("MOU1002", at, $"There is {what} here. Write the text out in full; these files take no tags, anchors, aliases or second document.");

    public void DuplicateKey(Source at, string key) =>
        Error("MOU1003", at, $"The key \"{key}\" stands here a second time. Keep one of the two.");

    public void UnknownKey(Source at, string key, string owner, IReadOnlyCollection<string> known) =>
        Error("MOU1004", at, $"\"{key}\" is not a key of {owner}.{(Nearest.To(key, known) is { } name ? $" Did you mean \"{name}\"?" : $" The keys are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.")}");

    public void WrongKind(Source at, string what, string wanted, string found) =>
        Error("MOU1005", at, $"{what} must be {wanted}, and here is {found}. Write {wanted}.");

    public void BadValue(Source at, string key, string value, string advice) =>
        Error("MOU1006", at, $"\"{Shorten(value)}\" does not do for \"{key}\". {advice}");

    public void MissingKey(Source at, string key, string owner) =>
        Error("MOU1007", at, $"The key \"{key}\" is missing from {owner}. Add it.");

    public void YamlTooMuch(Source at, string what) =>
        Error("MOU1008", at, $"The file holds {what}. Split it, or remove what does not belong there.");

    public void NotALiteralBlock(Source at, string key) =>
        Error("MOU1009", at, $"The words of \"{key}\" do not begin on a line of their own. Write \"{key}: |\" and the words on the lines below, indented, so that every line of the text is a line of the file.");

    public void NotJson(Source at) =>
        Error("MOU1010", at, "The file cannot be read as JSON. Look at the commas, quotes and brackets just before this place, and for a name that stands twice in one object.");

    private static string Shorten(string value)
    {
        string line = value.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..57] + "...";
    }
}
