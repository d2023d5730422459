using MouBuilder.Documents;
using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>What a run looks like beyond bold and italic, which a document has no place for: the words are kept, the looks are listed.</summary>
internal static class RunLooks
{
    private const int MostWords = 8;

    /// <summary>The looks that are lost with a run, in words, and where they say what stands the first words that have them; none for a run without words.</summary>
    /// <param name="properties">The run's own w:rPr.</param>
    public static IEnumerable<(string Look, string Words)> Lost(Element run, Element? properties, StyleSheet styles)
    {
        string? style = properties?.Child("w:rStyle")?.Val;
        if (!run.All("w:t").Any(t => !string.IsNullOrWhiteSpace(t.Text)) || styles.NameOf(style) is "Gap" or "Hyperlink" or "FollowedHyperlink")
        {
            yield break;
        }

        Element? Look(string name) => styles.RunProperty(properties, style, name);
        bool IsOn(string name) => Look(name) is { } look && Element.IsOn(look.Val);
        if (IsOn("w:strike") || IsOn("w:dstrike"))
        {
            yield return ("words struck through by hand, which were read as words that stand", $"“{PlainText.FirstWords(string.Concat(run.All("w:t").Select(t => t.Text)), MostWords)}”, ");
        }

        switch (Look("w:vertAlign")?.Val)
        {
            case "superscript":
                yield return ("raised words (superscript), read as words on the line", "");
                break;
            case "subscript":
                yield return ("lowered words (subscript), read as words on the line", "");
                break;
            default:
                break;
        }

        if (Look("w:u")?.Val is { } and not "none")
        {
            yield return ("underlining", "");
        }

        if (IsOn("w:caps"))
        {
            yield return ("words shown in capitals, read as they were typed", "");
        }

        if (Look("w:highlight")?.Val is { } marker and not "none")
        {
            yield return ($"highlighting ({marker})", "");
        }
    }
}
