using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Reading.Docx;

/// <summary>
/// The lines that Word generates from the rest of a document (contents, lists of figures, indexes) and that are not read as text. A line that says what stands
/// nowhere else is somebody's words all the same, or the last trace of a heading that is gone.
/// </summary>
internal sealed class GeneratedLines
{
    private const string Contents = "a table of contents";
    private const int MostTold = 20;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<string> lines = [];

    /// <summary>Whether there is a table of contents of headings, with lines or still without.</summary>
    public bool HasContents { get; private set; }

    public void Begin(OpenField field) => HasContents |= KindOf(field) == Contents;

    /// <param name="field">Null for a line that only its style tells.</param>
    public void Add(OpenField? field, string words)
    {
        string line = words.Trim();
        if (line.Length == 0)
        {
            return;
        }

        string kind = KindOf(field);
        HasContents |= kind == Contents;
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        if (field?.Kind is null or "TOC")
        {
            lines.Add(line);
        }
    }

    public void Tell(MouDocument document, NotCarried losses, string where)
    {
        foreach ((string kind, int count) in counts)
        {
            losses.Lost(string.Create(CultureInfo.InvariantCulture, $"{kind} of {count} {(count == 1 ? "line" : "lines")}, {(kind == Contents ? "which is made anew from the headings" : "which Word generates")}"), where);
        }

        string[] strange = lines.Count == 0 ? [] : Strange(document);
        foreach (string line in strange.Take(MostTold))
        {
            losses.Lost($"a line of a table of contents that stands nowhere in the text: “{(line.Length <= 120 ? line : line[..120] + "…")}”", where);
        }

        if (strange.Length > MostTold)
        {
            losses.Lost(string.Create(CultureInfo.InvariantCulture, $"{strange.Length - MostTold} more such lines"), where);
        }
    }

    private string[] Strange(MouDocument document)
    {
        List<string> texts = [];
        foreach (Block block in document.AllBlocks())
        {
            string text = Letters(PlainText.Of([.. block.OwnInlines().Where(i => i is not Link)]));
            texts.Add(text);
            if (block switch { Section s => s.Label, Clause c => c.Label, Heading h => h.Label, Exhibit e => e.Label, ListItem i => i.Label, _ => null } is { } label)
            {
                texts.Add(Letters(label) + text);
            }
        }

        texts.Sort(StringComparer.Ordinal);
        return [.. lines.Distinct(StringComparer.Ordinal).Where(line => Letters(WithoutPage(line)) is { Length: > 0 } sought && !Begins(texts, sought))];
    }

    /// <summary>Whether one of the texts, which are sorted, begins with what is sought: a run-in heading is the beginning of its paragraph.</summary>
    private static bool Begins(List<string> texts, string sought)
    {
        int at = texts.BinarySearch(sought, StringComparer.Ordinal);
        return at >= 0 || (~at < texts.Count && texts[~at].StartsWith(sought, StringComparison.Ordinal));
    }

    private static string WithoutPage(string line)
    {
        int tab = line.LastIndexOf('\t');
        return tab > 0 && line[(tab + 1)..].Trim() is { Length: <= 8 } page && page.All(c => char.IsAsciiDigit(c) || "ivxlcIVXLC-–".Contains(c, StringComparison.Ordinal)) ? line[..tab] : line;
    }

    // Numbers and signs differ between a heading and its line; letters do not.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();

    private static string KindOf(OpenField? field) => field?.Kind switch
    {
        "INDEX" => "an index",
        "TOA" => "a table of authorities",
        "TOC" when field.Has(@"\c") || field.Has(@"\a") => "a list of figures or tables",
        _ => Contents,
    };
}
