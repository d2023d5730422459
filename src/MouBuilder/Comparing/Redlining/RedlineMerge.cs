using System.Collections.Immutable;
using MouBuilder.Documents;
using MouBuilder.Word;

namespace MouBuilder.Comparing.Redlining;

/// <summary>
/// Makes one document of both texts: what both have in place once, the rest where it stands in its own text. What moved stands twice, whole each time, so
/// that rejecting gives the old text to the letter.
/// </summary>
internal sealed class RedlineMerge
{
    private readonly Comparison comparison;
    private readonly RedlineNotes notes;
    private readonly RedlineTargets targets;
    private readonly RedlineInlines inlines;
    private readonly RedlineBlocks blocks;
    private readonly MoveNames names = new();
    private readonly ImmutableArray<Block>.Builder merged = ImmutableArray.CreateBuilder<Block>();
    private readonly Dictionary<PartChange, string> moves = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Name, RevisionKind Kind), MoveRange> ranges = [];

    private RedlineMerge(Comparison comparison)
    {
        this.comparison = comparison;
        notes = new(comparison);
        targets = new(comparison.Old.Document, comparison.New.Document, comparison.Parts
            .Where(p => IsInPlace(p) && IsOne(p)).ToDictionary(p => p.Old!.HeadingId, p => p.New!.HeadingId, StringComparer.Ordinal));
        inlines = new(targets, notes);
        blocks = new(inlines, notes, names);
    }

    public static WordRedline Of(Comparison comparison) => new RedlineMerge(comparison).Merge();

    private WordRedline Merge()
    {
        PartChange[] old = [.. comparison.Parts.Where(p => p.Old is not null).OrderBy(p => p.Old!.Position)];
        PartChange[] now = [.. comparison.Parts.Where(p => p.New is not null).OrderBy(p => p.New!.Position)];
        NameMoves(now);
        int atOld = 0;
        int atNew = 0;
        while (atOld < old.Length || atNew < now.Length)
        {
            for (; atOld < old.Length && !IsInPlace(old[atOld]); atOld++)
            {
                AddOld(old[atOld]);
            }

            for (; atNew < now.Length && !IsInPlace(now[atNew]); atNew++)
            {
                AddNew(now[atNew]);
            }

            if (atNew < now.Length)
            {
                AddBoth(now[atNew]);
                atOld++;
                atNew++;
            }
        }

        ImmutableArray<Block> all = merged.ToImmutable();
        MouDocument document = new(comparison.New.Document.Properties, all, notes.Written(blocks));
        return new(document, comparison.Old.Document.Properties, [.. Paired()], targets.Found, Header());
    }

    /// <summary>Parts that moved together, in the same order, are one move.</summary>
    private void NameMoves(PartChange[] now)
    {
        for (int i = 0; i < now.Length; i++)
        {
            if (!IsMoved(now[i]))
            {
                continue;
            }

            bool isWithLast = now[i].IsTakenAlong && i > 0 && IsMoved(now[i - 1]) && now[i - 1].Old!.Position + 1 == now[i].Old!.Position;
            moves[now[i]] = isWithLast ? moves[now[i - 1]] : names.Next();
        }
    }

    private static bool IsMoved(PartChange part) => part is { Old: not null, New: not null } && (part.IsTakenAlong || part.IsMoved);

    private static bool IsInPlace(PartChange part) => part is { Old: not null, New: not null } && !IsMoved(part);

    /// <summary>Whether the heading or number of a part stands in the redline once for both texts.</summary>
    private static bool IsOne(PartChange part) => (HasHeading(part.Old!) && HasHeading(part.New!))
        || (HasNumber(part.Old!) && HasNumber(part.New!) && (part.Blocks.FirstOrDefault(b => !Blanks.IsBlank((b.New ?? b.Old)!)) is { Old: not null, New: Paragraph, Move: null } || (!BeginsWithWords(part.Old!) && !BeginsWithWords(part.New!))));

    /// <summary>Whether the number of a clause stands before words, and not on a line of its own.</summary>
    private static bool BeginsWithWords(DocumentPart part) => part.Blocks.FirstOrDefault(b => !Blanks.IsBlank(b)) is Paragraph;

    /// <summary>Whether a part goes by its number alone, which stands before its first words.</summary>
    private static bool HasNumber(DocumentPart part) => part.Block is Clause { Label: not null } && !HasHeading(part);

    private static bool HasHeading(DocumentPart part) => part.Block is Section { Kind: SectionKind.Numbered } or Exhibit || (part.Block is not null && !Blanks.IsBlank(part.Title));

    private void AddOld(PartChange part)
    {
        int first = merged.Count;
        bool isMoved = IsMoved(part);
        notes.Half = isMoved ? RedlineView.From : null;
        Revision revision = isMoved ? Revision.MovedFrom : Revision.Deleted;
        AddHeading(part.Old!, isMoved ? inlines.Merge(part.Title, RedlineView.From) : [.. part.Old!.Title.Select(inlines.Old)], RedlineTargets.OldId(part.Old!.HeadingId), revision);
        Add(isMoved ? blocks.Merge(part.Blocks, RedlineView.From) : blocks.Old(part.Old!.Blocks), revision);
        Note(part, RevisionKind.MovedFrom, first);
    }

    private void AddNew(PartChange part)
    {
        int first = merged.Count;
        bool isMoved = IsMoved(part);
        notes.Half = isMoved ? RedlineView.To : null;
        Revision revision = isMoved ? Revision.MovedTo : Revision.Inserted;
        AddHeading(part.New!, isMoved ? inlines.Merge(part.Title, RedlineView.To) : [.. part.New!.Title.Select(inlines.New)], part.New!.HeadingId, revision);
        Add(isMoved ? blocks.Merge(part.Blocks, RedlineView.To) : blocks.New(part.New!.Blocks), revision);
        Note(part, RevisionKind.MovedTo, first);
    }

    private void AddBoth(PartChange part)
    {
        notes.Half = null;
        if (IsOne(part))
        {
            AddHeading(part.New!, inlines.Merge(part.Title, RedlineView.Both), part.New!.HeadingId, new(RevisionKind.Kept) { WasBlock = part.Old!.Block });
        }
        else
        {
            AddHeading(part.Old!, [.. part.Old!.Title.Select(inlines.Old)], RedlineTargets.OldId(part.Old!.HeadingId), Revision.Deleted);
            AddHeading(part.New!, [.. part.New!.Title.Select(inlines.New)], part.New!.HeadingId, Revision.Inserted);
        }

        Add(blocks.Merge(part.Blocks, RedlineView.Both), null);
    }

    private void AddHeading(DocumentPart part, ImmutableArray<Inline> title, string id, Revision revision)
    {
        if (part.PieceOf is not null)
        {
            return; // the clause goes on
        }

        merged.Add(part.Block switch
        {
            _ when !HasHeading(part) && !HasNumber(part) => new Clause(id, [], []) { Revision = revision }, // what follows stands under no number
            Section s => new Section(id, s.Kind, title, []) { Label = s.Label, Revision = revision },
            Clause c => new Clause(id, title, []) { Label = c.Label, Revision = revision },
            Exhibit e => new Exhibit(id, title, []) { Label = e.Label, Revision = revision },
            _ => throw new InvalidOperationException("A part without a block of its own has no heading."),
        });
        if (part is { Kind: PartKind.Clause, Blocks.IsEmpty: false } && (part.Block is Section || revision.WasBlock is Section))
        {
            // Text right below a section's heading is read again as a clause where it is told that one begins.
            merged.Add(new Clause(id == part.Id ? id + "-text" : part.Id, [], []) { Revision = revision });
        }
    }

    private void Add(ImmutableArray<Block> inside, Revision? revision) => merged.AddRange(revision is null ? inside : inside.Select(b => b.Revision is null ? b with { Revision = revision } : b));

    private void Note(PartChange part, RevisionKind kind, int first)
    {
        if (moves.TryGetValue(part, out string? name) && merged.Count > first)
        {
            ranges[(name, kind)] = ranges.TryGetValue((name, kind), out MoveRange? range) ? range with { Last = merged.Count - 1 } : new(name, kind, first, merged.Count - 1);
        }
    }

    /// <summary>Half of a move is none.</summary>
    private IEnumerable<MoveRange> Paired() => ranges.Values.Where(r => ranges.ContainsKey((r.Name, RevisionKind.MovedFrom)) && ranges.ContainsKey((r.Name, RevisionKind.MovedTo)));

    private ImmutableArray<string> Header()
    {
        return [.. new[] { ("Old text", comparison.Old), ("New text", comparison.New) }.Where(s => s.Item2.Reconstruction.Length > 0).Select(s => $"{s.Item1}, {s.Item2.Name}: {FirstSentence(s.Item2.Reconstruction)}")];
    }

    private static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is var end and >= 0 ? text[..(end + 1)] : text;
}
