using System.Collections.Immutable;
using System.Text;
using MouBuilder.Clauses;
using MouBuilder.Documents;
using static MouBuilder.Comparing.MarkedMarkdown;

namespace MouBuilder.Comparing;

/// <summary>Writes a comparison as Markdown for people: words of the old text alone ~~struck~~, words of the new text alone **bold**.</summary>
public sealed class ComparisonMarkdown
{
    private const int MostWords = 12;

    private readonly Comparison comparison;
    private readonly StringBuilder markdown = new();
    private string cell = ""; // which cell of a table is being told of

    private ComparisonMarkdown(Comparison comparison) => this.comparison = comparison;

    /// <summary>The comparison, with <c>\n</c> line ends.</summary>
    public static string Write(Comparison comparison)
    {
        ComparisonMarkdown writer = new(comparison);
        writer.Head();
        writer.Summary();
        writer.Parts();
        return writer.markdown.ToString();
    }

    private void Head()
    {
        Reconstruction("old", comparison.Old);
        Reconstruction("new", comparison.New);
        Line("# What changed");
        Line($"Old: {Escaped(comparison.Old.Name)}. New: {Escaped(comparison.New.Name)}. Words of the old text alone are ~~struck~~, words of the new text alone are **bold**.");
        ReadingWarnings(comparison.Old);
        ReadingWarnings(comparison.New);
    }

    private void ReadingWarnings(ComparisonSide side)
    {
        if (!side.ReadingWarnings.IsEmpty)
        {
            Line($"Not everything in {Escaped(side.Name)} could be read, and nothing is said here of what could not be read as it stands there:");
            Line(string.Join('\n', side.ReadingWarnings.Select(w => $"- {Escaped(w)}")));
        }
    }

    /// <summary>What the side is made from comes before anything else is said of it.</summary>
    private void Reconstruction(string which, ComparisonSide side)
    {
        if (side.Reconstruction.Length > 0)
        {
            Line($"> The {which} text, {Escaped(side.Name)}: {Escaped(side.Reconstruction)}");
        }
    }

    private void Summary()
    {
        Line("## Summary");
        ComparisonCounts counts = ComparisonCounts.Of(comparison);
        if (comparison.IsSame)
        {
            Line(counts.AreNone ? "Nothing differs." : "The words of the two texts are the same. What else differs is counted here.");
        }

        (int Number, string Words)[] all =
        [
            (counts.Changed, comparison.HasReconstruction ? ComparisonWords.Count(counts.Changed, "clause or exhibit differs", "clauses and exhibits differ") : ComparisonWords.Count(counts.Changed, "clause or exhibit changed", "clauses and exhibits changed")),
            (counts.Moves, ComparisonWords.Count(counts.Moves, "move", "moves")),
            (counts.Merged, ComparisonWords.Count(counts.Merged, "clause merged into another", "clauses merged into others")),
            (counts.SplitOff, ComparisonWords.Count(counts.SplitOff, "clause split off from another", "clauses split off from others")),
            (counts.Added, ComparisonWords.Count(counts.Added, "clause or exhibit added", "clauses and exhibits added")),
            (counts.AddedWhereUnknown, ComparisonWords.Count(counts.AddedWhereUnknown, "clause or exhibit in the new text where the old one is unknown", "clauses and exhibits in the new text where the old one is unknown")),
            (counts.InNewAlone, ComparisonWords.Count(counts.InNewAlone, "clause or exhibit in the new text alone", "clauses and exhibits in the new text alone")),
            (counts.InOldAlone, ComparisonWords.Count(counts.InOldAlone, "clause or exhibit in the old text alone", "clauses and exhibits in the old text alone")),
            (counts.Removed, ComparisonWords.Count(counts.Removed, "clause or exhibit removed", "clauses and exhibits removed")),
            (counts.RemovedWhereUnknown, ComparisonWords.Count(counts.RemovedWhereUnknown, "clause or exhibit in the old text where the new one is unknown", "clauses and exhibits in the old text where the new one is unknown")),
            (counts.Renumbered, ComparisonWords.Count(counts.Renumbered, "clause or exhibit renumbered", "clauses and exhibits renumbered")),
            (counts.Unchanged, ComparisonWords.Count(counts.Unchanged, "clause or exhibit unchanged", "clauses and exhibits unchanged")),
            (counts.SectionsAdded, ComparisonWords.Count(counts.SectionsAdded, "section added", "sections added")),
            (counts.SectionsRemoved, ComparisonWords.Count(counts.SectionsRemoved, "section removed", "sections removed")),
            (counts.SectionsChanged, ComparisonWords.Count(counts.SectionsChanged, "section heading changed", "section headings changed")),
            (counts.TextsChanged, ComparisonWords.Count(counts.TextsChanged, "place outside the clauses differs", "places outside the clauses differ")),
            (counts.HeadersAndFooters, ComparisonWords.Count(counts.HeadersAndFooters, "header or footer in one text alone", "headers and footers in one text alone")),
            (counts.References, ComparisonWords.Count(counts.References, "cross-reference with a new number", "cross-references with a new number")),
            (counts.TypedReferences, ComparisonWords.Count(counts.TypedReferences, "typed reference with another number, counted among the words", "typed references with another number, counted among the words")),
            (comparison.HasReconstruction ? 0 : counts.RowsInserted, ComparisonWords.Count(counts.RowsInserted, "table row in the new text alone", "table rows in the new text alone")),
            (comparison.HasReconstruction ? 0 : counts.RowsDeleted, ComparisonWords.Count(counts.RowsDeleted, "table row in the old text alone", "table rows in the old text alone")),
            (counts.RowsMoved, ComparisonWords.Count(counts.RowsMoved, "table row moved", "table rows moved")),
            (counts.Formattings, ComparisonWords.Count(counts.Formattings, "change of type", "changes of type")),
            (counts.ParagraphFormattings, ComparisonWords.Count(counts.ParagraphFormattings, "paragraph in another form", "paragraphs in another form")),
        ];
        Line(string.Join("; ", all.Where(a => a.Number > 0).Select(a => a.Words).Append($"{ComparisonWords.Count(counts.WordsInserted - counts.WordsInsertedWhereUnknown, "word", "words")} in the new text alone, {(counts.WordsDeleted - counts.WordsDeletedWhereUnknown).ToString(System.Globalization.CultureInfo.InvariantCulture)} in the old text alone")) + ".");
        if (counts.WordsInsertedWhereUnknown + counts.WordsDeletedWhereUnknown > 0)
        {
            Line($"{ComparisonWords.Count(counts.WordsInsertedWhereUnknown + counts.WordsDeletedWhereUnknown, "word more stands", "words more stand")} where nobody knows what the other text says.");
        }

        foreach ((string side, ImmutableArray<string> said) in PageEdges.Of(comparison).BySide)
        {
            Line(Escaped($"At the head or foot of the pages of the {side} text alone: {string.Join(", ", said.Select(ComparisonWords.Quoted))}"));
        }

        foreach (Renaming renaming in comparison.Renamings.All)
        {
            Line(Escaped($"The {(renaming.Role is null ? "defined term" : "party called")} “{renaming.Old}” in the old text is called “{renaming.New}” in the new one."));
        }

        foreach (ChangeRank rank in Enum.GetValues<ChangeRank>())
        {
            PartChange[] changes = [.. comparison.Parts.Where(p => p.Rank == rank && comparison.IsTold(p) && (p.IsChange || p.Category == ChangeCategory.Renumbered))];
            if (changes.Length > 0)
            {
                Line($"### {Concerns(rank, "Concerns only the place or the number")}");
                foreach (PartChange change in changes)
                {
                    markdown.Append("- ").Append(Escaped(Heading(change))).Append(": ").Append(Escaped(SummaryOf(change))).Append('\n');
                }

                markdown.Append('\n');
            }
        }
    }

    private static string Concerns(ChangeRank rank, string none) => rank == ChangeRank.None ? none : $"Concerns {ComparisonWords.Of(rank)}";

    private string SummaryOf(PartChange change)
    {
        const int Most = 8;
        (string[] duties, string[] deadlines) = ComparisonWords.DetailsOf(change, comparison);
        string[] details = [.. duties, .. deadlines, .. ComparisonWords.OthersOf(change, comparison), .. WordingLines.Of(change, comparison)];
        string more = details.Length > Most ? $"; {ComparisonWords.Count(details.Length - Most, "more", "more")}" : "";
        return Became(change) + (details.Length == 0 ? "" : ". " + string.Join("; ", details.Take(Most)) + more);
    }

    private string Became(PartChange change)
    {
        string related = change.Related is not { } id ? ""
            : change.IsCalledAsBefore ? $"merged into {NameOf(id, comparison.New, p => p.New)}"
            : $"split off from {NameOf(id, comparison.Old, p => p.Old)}";
        if (change.IsOfAnotherKind)
        {
            return $"{ComparisonWords.NameOf(change.Old!, comparison.Old)} became {ComparisonWords.NameOf(change.New!, comparison.New)}{(change.IsRewritten ? ", rewritten" : "")}";
        }

        string moved = change.MovedWith is null ? "" : ", along with its section";
        string rewritten = change.IsRewritten ? comparison.HasReconstruction ? ", in quite other words" : ", rewritten" : "";
        return (change.Category is ChangeCategory.Merged or ChangeCategory.SplitOff ? related : ComparisonWords.CategoryOf(change) + (related.Length > 0 ? ", " : "") + related) + moved + rewritten;
    }

    private string NameOf(string id, ComparisonSide side, Func<PartChange, DocumentPart?> part) =>
        comparison.Parts.Select(part).OfType<DocumentPart>().Where(p => p.Id == id && p.Kind == PartKind.Clause).Select(p => ComparisonWords.NameOf(p, side)).FirstOrDefault(id);

    private string Heading(PartChange change) => change switch
    {
        { Old: null } => ComparisonWords.NameOf(change.New!, comparison.New),
        { IsCalledAsBefore: true } => $"{ComparisonWords.NameOf(change.Old!, comparison.Old)} (old)",
        _ when change.FormerLabel is null => ComparisonWords.NameOf(change.New!, comparison.New),
        _ => $"{ComparisonWords.NameOf(change.New!, comparison.New)} (old {change.FormerLabel})",
    };

    private void Parts()
    {
        Line("## Changes");
        foreach (PartChange change in comparison.Parts.Where(comparison.IsTold))
        {
            if (change.IsChange)
            {
                Part(change);
            }
            else if (change.Category == ChangeCategory.Renumbered)
            {
                Line($"### {Escaped(Heading(change))}");
                Line($"Renumbered; the words are the same{string.Concat(HeadingLevels.Of(change).Select(l => "; " + l))}.");
            }
        }
    }

    private void Part(PartChange change)
    {
        Line($"### {Escaped(Heading(change))}");
        string versions = (change.OldFacts, change.NewFacts) switch
        {
            ({ } old, { } now) when old.Version != now.Version => $" Version {old.Version} becomes {now.Version}.",
            _ => "",
        };
        Line($"**{Capitalised(Became(change))}.** {Concerns(change.Rank, "The words are the same")}.{versions}");
        if (change.Title.Any(w => w.Kind != WordChangeKind.Kept))
        {
            Line("> Title: " + Words(change.Title));
        }

        foreach (BlockChange block in change.Blocks)
        {
            Block(block, "");
        }

        foreach (BlockChange note in change.Notes)
        {
            Block(note, "");
        }

        Facts(change);
    }

    private void Facts(PartChange change)
    {
        ClauseFacts? facts = change.NewFacts ?? change.OldFacts;
        (string[] duties, string[] deadlines) = ComparisonWords.DetailsOf(change, comparison);
        List<string> lines = [];
        if (duties.Length > 0)
        {
            lines.Add("Duties and rights: " + string.Join("; ", duties) + ".");
        }

        if (deadlines.Length > 0)
        {
            lines.Add("Deadlines: " + string.Join("; ", deadlines) + ".");
        }

        if (ComparisonWords.OthersOf(change, comparison) is { Length: > 0 } others)
        {
            lines.Add("Definitions and sentences: " + string.Join("; ", others) + ".");
        }

        lines.AddRange(HeadingLevels.Of(change).Concat(LabelLooks.Of(change)).Concat(TableForms.Of(change)).Select(l => Capitalised(l) + "."));

        if (facts is not null)
        {
            lines.Add(change.Reason.Length == 0 ? "No reason is given."
                : comparison.IsReasonOf(change) ? "Reason: " + change.Reason : "The reason given for the newer clause speaks of another older text.");
        }

        if (facts is { Sources.IsEmpty: false })
        {
            lines.Add("Sources: " + string.Join("; ", facts.Sources.Select(SourceOf)) + ".");
        }

        if (facts is { Satisfies.IsEmpty: false })
        {
            lines.Add("Satisfies: " + string.Join(", ", facts.Satisfies) + ".");
        }

        foreach (string line in lines)
        {
            markdown.Append("- ").Append(Escaped(line)).Append('\n');
        }

        if (lines.Count > 0)
        {
            markdown.Append('\n');
        }
    }

    private static string SourceOf(ClauseSource source)
    {
        string basis = source.Basis switch
        {
            SourceBasis.ModelPractice => "model practice",
            SourceBasis.PolicyChoice => "policy choice",
            _ => source.Basis.ToString().ToLowerInvariant(),
        };
        string certainty = source.Certainty == SourceCertainty.None ? "" : $", certainty {source.Certainty}";
        return $"{source.Cite} ({basis}{certainty})";
    }

    private void Block(BlockChange change, string label)
    {
        switch (change.Kind)
        {
            case BlockChangeKind.Added:
                Whole(change.New!, label, "**");
                return;
            case BlockChangeKind.Removed:
                Whole(change.Old!, label, "~~");
                return;
            case BlockChangeKind.Split or BlockChangeKind.Merged:
                string mark = change.Kind == BlockChangeKind.Split ? " **¶** " : " ~~¶~~ ";
                Line($"> {cell}{label}{string.Join(mark, change.Blocks.Select(b => Words(b.Words).Trim()))}");
                return;
            case BlockChangeKind.Same or BlockChangeKind.MovedFrom:
                // Kept blocks of a changed part are its context; they are in both documents to be read. A move is told where the block stands now.
                return;
            default:
                break;
        }

        string moved = change.Move is null || comparison.HasReconstruction ? "" : change.Passage is { } passage ? $"*Moved here from {Escaped(passage.FromName)}:* " : "*Moved within the clause:* ";
        if (change.New is Paragraph or Documents.Heading)
        {
            Line($"> {cell}{label}{moved}{Words(change.Words)}");
        }
        else if (change.Blocks is [{ Kind: BlockChangeKind.Changed, New: Paragraph }, ..])
        {
            label += moved;
        }
        else if (change.Move is not null)
        {
            Line($"> {cell}{label}{moved}{Escaped(PlainText.FirstWords(BlockText.Of(change.New!), MostWords))}");
        }

        if (change.New is Table)
        {
            Rows(change);
            return;
        }

        foreach (BlockChange inside in change.Blocks)
        {
            Block(inside, LabelOf(inside.New ?? inside.Old) is { Length: > 0 } own ? own : label);
        }
    }

    /// <summary>A row that came or went in one line; of other rows each cell that differs, with the row and the column it stands in.</summary>
    private void Rows(BlockChange table)
    {
        string outer = cell;
        (BlockChange Old, BlockChange New)[] moved = comparison.HasReconstruction ? [] : [.. TablePlaces.MovedRows(table)];
        foreach ((BlockChange row, (BlockChange Cell, string Place)[] cells) in TablePlaces.Of(table))
        {
            if (Array.Exists(moved, m => ReferenceEquals(m.Old, row)))
            {
                continue; // it is told where it stands now
            }

            if (Array.Exists(moved, m => ReferenceEquals(m.New, row)))
            {
                Line($"> {outer}*Row moved within the table:* {string.Join(" / ", ((TableRow)row.New!).Cells.Select(BlockText.Of).Where(t => t.Length > 0).Select(Escaped))}");
            }
            else if (row is { Old: not null, New: not null })
            {
                foreach ((BlockChange changed, string place) in cells)
                {
                    cell = outer + Escaped(place) + ": ";
                    Block(changed, "");
                }
            }
            else
            {
                string mark = row.Old is null ? "**" : "~~";
                IEnumerable<string> texts = ((TableRow)(row.New ?? row.Old)!).Cells.Select(BlockText.Of).Where(t => t.Length > 0).Select(t => Marked(t, mark));
                Line($"> {outer}{(row.Old is null ? (comparison.HasReconstruction ? "Row of the new text alone" : "Row added") : comparison.HasReconstruction ? "Row of the old text alone" : "Row removed")}: {string.Join(" / ", texts)}");
            }
        }

        cell = outer;
    }

    private void Whole(Block block, string label, string mark)
    {
        HashSet<Block> told = new(ReferenceEqualityComparer.Instance);
        foreach (Block leaf in block.WithDescendants().Where(b => !told.Contains(b)))
        {
            if (leaf is TableRow row)
            {
                told.UnionWith(row.WithDescendants());
                Line($"> {cell}{label}{string.Join(" / ", row.Cells.Select(BlockText.Of).Where(t => t.Length > 0).Select(t => Marked(t, mark)))}");
                label = "";
                continue;
            }

            label = LabelOf(leaf) is { Length: > 0 } own ? own : label;
            string text = leaf is SignatureBlock signatures ? $"[Signatures: {WordingLines.SignersOf(signatures)}]"
                : leaf is Unsupported unsupported ? $"[{unsupported.Kind}]"
                : leaf is PageBreak ? "[page break]"
                : PlainText.Of(Wording.Inlines(leaf));
            if (!string.IsNullOrWhiteSpace(text))
            {
                Line($"> {cell}{label}{Marked(text, mark)}");
                label = "";
            }
        }
    }

    private static string LabelOf(Block? block) => block switch
    {
        ListItem { Label: { } label } => Escaped(label) + " ",
        ListItem => "• ",
        Note => "Note: ",
        _ => "",
    };

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private void Line(string line) => markdown.Append(line.TrimEnd()).Append("\n\n");
}
