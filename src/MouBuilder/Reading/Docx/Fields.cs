using System.Text;

namespace MouBuilder.Reading.Docx;

/// <summary>A field that has begun: its instruction, then the result that a reader sees.</summary>
internal sealed class OpenField
{
    public StringBuilder Instruction { get; } = new();

    public bool InResult { get; set; }

    /// <summary>Its place among the fields of its story, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Whether its result is made anew from the headings of the document.</summary>
    public bool IsContents => Kind is "TOC" or "INDEX" or "TOA";

    /// <summary>Whether Word keeps its result and shows none of it: the text that a bookmark is set to, entries of contents and of an index.</summary>
    public bool ShowsNothing => Kind is "SET" or "ASK" or "XE" or "TC" or "TA" or "RD" or "PRIVATE";

    /// <summary>The paragraph in which the result begins, and how many inlines stood in it then.</summary>
    public int Paragraph { get; set; } = -1;

    public int From { get; set; }

    /// <summary>The state of a form's box or list, which has no result of its own.</summary>
    public string? FormValue { get; set; }

    public string[] Words => Instruction.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public string Kind => Words.FirstOrDefault()?.ToUpperInvariant() ?? "";

    /// <summary>A word of the instruction after the kind that is no switch, its quotation marks taken off.</summary>
    public string? Argument()
    {
        string rest = Instruction.ToString().Trim();
        int at = rest.IndexOfAny([' ', '\t', '\u00A0', '"']);
        rest = at < 0 ? "" : rest[at..].Trim();
        if (rest.StartsWith('"'))
        {
            int end = rest.IndexOf('"', 1);
            return end < 0 ? rest[1..] : rest[1..end];
        }

        return rest.Length == 0 || rest[0] == '\\' ? null : rest.Split((char[]?)null, 2)[0];
    }

    /// <summary>What follows a switch: <c>\l "name"</c>.</summary>
    public string? After(string option)
    {
        string[] words = Words;
        int at = Array.FindIndex(words, w => w.Equals(option, StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < words.Length ? words[at + 1].Trim('"') : null;
    }

    public bool Has(string option) => Words.Contains(option, StringComparer.OrdinalIgnoreCase);
}
