using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Covering;

/// <summary>Coverage as a document of its own: an annex for a board paper, never a part of the agreement.</summary>
public static class CoverageAnnex
{
    /// <summary>The annex as a numbered document, for any writer. English.</summary>
    public static MouDocument Of(Coverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        DocumentProperties properties = new()
        {
            Title = "Coverage of " + coverage.Agreement.Title,
            Language = "en-US",
            Revision = coverage.Agreement.Revision,
            Drafted = coverage.Agreement.Dates.Drafted,
            Drafter = coverage.Agreement.Drafter,
            Disclaimer = "No part of any agreement; not legal advice",
        };
        return Numbering.Apply(new(properties, [.. Head(coverage), .. CoverageGroup.Of(coverage).Select(Section)], []));
    }

    private static IEnumerable<Block> Head(Coverage coverage)
    {
        yield return new Paragraph(ParagraphRole.Title, [new TextRun("Coverage")]);
        yield return new Paragraph(ParagraphRole.Subtitle, [new TextRun(coverage.Agreement.Title)]);
        foreach (string notice in new[] { coverage.Agreement.Notice, coverage.Agreement.Reconstruction }.Where(n => n.Length > 0))
        {
            yield return new Paragraph(ParagraphRole.Notice, [new TextRun(notice.Trim())]);
        }

        yield return P("“Met” means that the text itself does what the entry asks. “Committed” means that the text binds somebody who is named here; only practice or figures can show that it is done.");
        yield return Grid(2, Row("State", "Entries"), coverage.Totals.Select(t => Row(CoverageText.StateName(t.State), t.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    private static Section Section(CoverageGroup group)
    {
        bool isRefused = group.Entries[0].State is CoverageState.Declined or CoverageState.NotApplicable;
        TableRow head = isRefused ? Row("Entry", "By whom", "Reason") : Row("Entry", "State", "By", "Owner");
        return new("coverage-" + group.Id, SectionKind.Unnumbered, [new TextRun(group.Heading)], [Grid(isRefused ? 3 : 4, head, group.Entries.Select(e => isRefused ? Refused(e) : Answered(e)))]);
    }

    private static TableRow Refused(CoverageEntry entry) => Row(Name(entry), entry.Owner.Length == 0 ? "–" : entry.Owner, entry.Reason);

    private static TableRow Answered(CoverageEntry entry)
    {
        string[] by = [.. CoverageText.Shown(entry), .. entry.Missing.Select(m => "missing: " + m), .. entry.ToFill.Select(f => "to be filled in: " + f)];
        return new([Cell(Name(entry)), Cell(CoverageText.StateName(entry.State)), Cell(by.Length == 0 ? "–" : string.Join("; ", by)), Cell(entry.Owner.Length == 0 ? "–" : entry.Owner)]);
    }

    private static string Name(CoverageEntry entry) => $"{entry.Requirement.Title} ({entry.Requirement.Id})";

    private static Table Grid(int columns, TableRow head, IEnumerable<TableRow> rows) => new([.. Enumerable.Repeat(ColumnAlignment.Left, columns)], 1, [head, .. rows]);

    private static TableRow Row(params string[] cells) => new([.. cells.Select(Cell)]);

    private static TableCell Cell(string text) => new([P(text)]);

    private static Paragraph P(string text) => new(ParagraphRole.Body, [new TextRun(text)]);
}
