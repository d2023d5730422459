using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Text;

/// <summary>Makes a tree of a flat row of blocks and the outline that says which of them are sections, clauses, exhibits, signatures and forms.</summary>
internal sealed class OutlineReader
{
    private readonly ImmutableArray<OutlineEntry> outline;
    private readonly ImmutableArray<Block> flat;
    private int next;
    private bool fits = true;

    private OutlineReader(ImmutableArray<OutlineEntry> outline, ImmutableArray<Block> flat)
    {
        this.outline = outline;
        this.flat = flat;
    }

    /// <summary>The blocks as a tree; null when the outline does not fit them, as after blocks were added by hand.</summary>
    public static ImmutableArray<Block>? Read(ImmutableArray<OutlineEntry> outline, ImmutableArray<Block> flat)
    {
        OutlineReader reader = new(outline, flat);
        ImmutableArray<Block> blocks = reader.Take(0, flat.Length);
        return reader.fits && reader.next == outline.Length ? blocks : null;
    }

    private ImmutableArray<Block> Take(int from, int to)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        int at = from;
        while (fits && (at < to || (next < outline.Length && outline[next] is { Length: 0 } empty && empty.At == at)))
        {
            if (next < outline.Length && outline[next].At == at)
            {
                OutlineEntry entry = outline[next++];
                fits &= entry.Length >= (entry.HasHeading ? 1 : 0) && at + entry.Length <= to;
                blocks.AddRange(fits ? Part(entry) : []);
                at += entry.Length;
            }
            else
            {
                // A heading that the outline does not know was added by hand.
                fits &= flat[at] is not Heading { Level: < 3 };
                blocks.Add(flat[at++]);
            }
        }

        return blocks.ToImmutable();
    }

    private ImmutableArray<Block> Part(OutlineEntry entry)
    {
        if (entry.Kind == OutlineKind.Signatures)
        {
            return Signatures(entry) is { } signatures ? [signatures] : Misfit();
        }

        if (entry.Kind == OutlineKind.Form)
        {
            return flat[entry.At] is Table table && entry.RowHeight is > 0 and <= Table.HighestRow ? [table with { RowHeight = entry.RowHeight }] : Misfit();
        }

        ImmutableArray<Inline> heading = [];
        Provenance? place = entry.Length == 0 ? null : flat[entry.At].From;
        if (entry.HasHeading)
        {
            if (flat[entry.At] is not Heading { Level: < 3 } found)
            {
                return Misfit();
            }

            heading = found.Content;
        }

        ImmutableArray<Block> inner = Take(entry.At + (entry.HasHeading ? 1 : 0), entry.At + entry.Length);
        return
        [
            entry.Kind switch
            {
                OutlineKind.Section => new Section(entry.Id, entry.Section, heading, inner) { From = place },
                OutlineKind.Clause => new Clause(entry.Id, heading, inner) { From = WithOrigin(place, entry.Origin), IsNumberedParagraph = entry.IsNumberedParagraph },
                _ => new Exhibit(entry.Id, heading, inner) { From = place },
            },
        ];
    }

    private SignatureBlock? Signatures(OutlineEntry entry)
    {
        if (flat[entry.At] is not Table { Rows: [{ Cells: [var head, ..] }, .. var rows] } table)
        {
            return null;
        }

        string[] party = WordsOf(head).Split(SignatureWords.ActingThrough, 2);
        var lines = ImmutableArray.CreateBuilder<SignatureLine>();
        foreach (TableRow row in rows)
        {
            string[] words = WordsOf(row.Cells[0]).Split(": ", 2);
            if (words.Length != 2 || SignatureWords.Read(words[0]) is not { } capacity)
            {
                return null;
            }

            lines.Add(new(capacity, words[1]));
        }

        return new(party[0], party.Length == 2 ? party[1] : null, lines.ToImmutable()) { From = table.From };
    }

    private static Provenance? WithOrigin(Provenance? place, ClauseOrigin? origin) => place is null ? null : place with { Clause = origin };

    private static string WordsOf(TableCell cell) => string.Concat(cell.Blocks.OfType<Paragraph>().Select(p => PlainText.Of(p.Content)));

    private ImmutableArray<Block> Misfit()
    {
        fits = false;
        return [];
    }
}
