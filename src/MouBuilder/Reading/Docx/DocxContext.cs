using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>What the readers of all stories of a file share.</summary>
internal sealed class DocxContext(string path, StyleSheet styles, NumberingDefinitions numbering, BoundData data, TrackedChanges changes, NotCarried losses)
{
    private int paragraphs;

    public StyleSheet Styles => styles;

    public NumberingDefinitions Numbering => numbering;

    public TrackedChanges Changes => changes;

    public NotCarried Losses => losses;

    public BoundData Data => data;

    public NumberCounter Counter { get; } = new(what => losses.GuessedLabel(what, ""));

    public NoteBook Notes { get; } = new();

    /// <summary>The fields of the body, counted from 1, that begin a table of contents and never end it: what stands behind them is text.</summary>
    public IReadOnlySet<int> UnendedContents { get; init; } = new HashSet<int>();

    public GeneratedLines Generated { get; } = new();

    /// <summary>Asked before one more cell of a row is read.</summary>
    public void DemandFits(int cells)
    {
        if (cells >= ReadingLimits.MostCells)
        {
            throw new PackageException(bag => bag.WordFileTooLarge(Source.File(path), string.Create(CultureInfo.InvariantCulture, $"a row of a table has more than {ReadingLimits.MostCells} cells")));
        }
    }

    /// <summary>Counts a paragraph of any story; too many end the reading.</summary>
    public void CountParagraph()
    {
        if (++paragraphs > ReadingLimits.MostParagraphs)
        {
            throw new PackageException(bag => bag.WordFileTooLarge(Source.File(path), string.Create(CultureInfo.InvariantCulture, $"it has more than {ReadingLimits.MostParagraphs} paragraphs")));
        }
    }
}

/// <summary>The notes that marks were met for, in the order of the marks.</summary>
internal sealed class NoteBook
{
    private readonly Dictionary<(bool IsEndnote, string Id), string> ids = [];
    private readonly List<(bool IsEndnote, string Id, string Label)> marked = [];
    private int footnotes;
    private int endnotes;

    public IReadOnlyList<(bool IsEndnote, string Id, string Label)> Marked => marked;

    public bool IsMarked(bool isEndnote, string id) => ids.ContainsKey((isEndnote, id));

    /// <summary>The id in the document of a note that is marked here.</summary>
    /// <param name="ownMark">What stands in place of a number; such notes are not counted.</param>
    public string Mark(bool isEndnote, string id, string? ownMark = null)
    {
        if (!ids.TryGetValue((isEndnote, id), out string? known))
        {
            ids[(isEndnote, id)] = known = string.Create(CultureInfo.InvariantCulture, $"note-{ids.Count + 1}");
            marked.Add((isEndnote, id, ownMark ?? (isEndnote ? Labels.Roman(++endnotes).ToLowerInvariant() : NumberFormats.Digits(++footnotes))));
        }

        return known;
    }
}
