using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Reading.Structure;

/// <summary>Makes paragraphs and lists of a flat row of lines that hold no headings of sections and clauses.</summary>
internal sealed class BlockFold
{
    /// <summary>Margins differ by a hair between paragraphs that look aligned; in twentieths of a point.</summary>
    private const int Hair = 60;

    private readonly List<Block> blocks = [];
    private readonly List<OpenList> open = [];
    private readonly ListKind lettered;

    private BlockFold(ListKind lettered) => this.lettered = lettered;

    private sealed class OpenList(ListKind kind, string shape, string? id, int level, int indent, Provenance? from)
    {
        public ListKind Kind => kind;

        public string Shape => shape;

        public string? Id => id;

        public int Level => level;

        public int Indent => indent;

        public Provenance? From => from;

        public List<(string? Label, Provenance? From, List<Block> Blocks)> Items { get; } = [];
    }

    /// <param name="isRecitals">Whether a list A., B., C. is one of recitals.</param>
    public static ImmutableArray<Block> Of(IEnumerable<Piece> pieces, bool isRecitals = false)
    {
        BlockFold fold = new(isRecitals ? ListKind.Recitals : ListKind.Ordered);
        foreach (Piece piece in pieces)
        {
            fold.Add(piece);
        }

        fold.CloseTo(0);
        return [.. fold.blocks];
    }

    private void Add(Piece piece)
    {
        switch (piece)
        {
            case Line { Words.IsEmpty: true, Label: null }:
                break;
            case Line line when line.Label is not null || line.IsBullet:
                AddItem(line);
                break;
            case Line line:
                Into(line, line.Role == LineRole.ItemContinued).Add(BlockOf(line));
                break;
            case Solid { Block: PageBreak } turn:
                CloseTo(0);
                blocks.Add(turn.Block);
                break;
            case Solid solid:
                Into(solid, false).Add(solid.Block);
                break;
            default:
                break;
        }
    }

    public static Block BlockOf(Line line) => line.HeadingLevel is { } level
        ? new Heading(Math.Max(3, level), InlineText.WithoutCommonEmphasis(line.Words)) { Label = line.Label, From = line.From }
        : new Paragraph(line.Role switch
        {
            LineRole.Title => ParagraphRole.Title,
            LineRole.Subtitle => ParagraphRole.Subtitle,
            LineRole.Notice => ParagraphRole.Notice,
            _ => ParagraphRole.Body,
        }, line.Words) { From = line.From };

    /// <summary>Where a block without a label goes: into the item whose words it stands under, or behind the lists.</summary>
    private List<Block> Into(Piece piece, bool isContinued)
    {
        bool belongs = piece is Solid ? piece.Indent > 0 : isContinued || (piece is Line { IsCentered: false, HeadingLevel: null, Role: LineRole.Body } && piece.Indent > Hair);
        int keep = belongs ? open.Count : 0;
        while (keep > 0 && open[keep - 1].Indent > piece.Indent + Hair)
        {
            keep--;
        }

        CloseTo(keep == 0 && isContinued ? open.Count : keep);
        return Target();
    }

    private List<Block> Target() => open.Count == 0 ? blocks : open[^1].Items[^1].Blocks;

    private void AddItem(Line line)
    {
        LabelReading reading = line.IsBullet ? new("•", 0) : ReadingOf(line.Label!);
        ListKind kind = line.IsBullet ? ListKind.Bullet : reading.Shape == "A." ? lettered : ListKind.Ordered;
        int at = LevelOf(line, reading, kind);
        CloseTo(at + 1);
        if (open.Count > at && (open[at].Kind != kind || Restarts(open[at], line)))
        {
            CloseTo(at);
        }

        if (open.Count == at)
        {
            open.Add(new(kind, reading.Shape, line.ListId, line.ListLevel, line.Indent, line.From));
        }

        List<Block> content = line.Words.IsEmpty ? [] : [BlockOf(line with { Label = null, IsBullet = false })];
        open[^1].Items.Add((line.IsBullet ? null : line.Label, line.From, content));
    }

    /// <summary>What a label counts as here: (i) after (h) is a letter, and otherwise the first of a row of its own.</summary>
    private LabelReading ReadingOf(string label)
    {
        IReadOnlyList<LabelReading> readings = TypedLabel.Of(label + " ")?.Readings ?? [];
        bool goesOn = open.Exists(l => Continues(l, label));
        return !goesOn && readings.Count > 1 && readings.FirstOrDefault(r => r.Ordinal == 1) is { Shape.Length: > 0 } first ? first : TypedLabel.ReadingOf(label);
    }

    /// <summary>Which of the open lists an item goes on, or how many of them stay open around a new one.</summary>
    private int LevelOf(Line line, LabelReading reading, ListKind kind)
    {
        // The file's own list and level say it best.
        for (int i = open.Count - 1; i >= 0; i--)
        {
            if (line.ListId is not null && open[i].Id == line.ListId)
            {
                if (open[i].Level == line.ListLevel && open[i].Kind == kind)
                {
                    return i;
                }

                if (open[i].Level < line.ListLevel)
                {
                    return i + 1;
                }
            }
        }

        // A typed number goes on the row it continues.
        for (int i = open.Count - 1; line.ListId is null && i >= 0; i--)
        {
            if (open[i].Id is null && open[i].Kind == kind && (open[i].Shape == reading.Shape || Continues(open[i], line.Label)))
            {
                return i;
            }
        }

        int around = open.Count;
        while (around > 0 && open[around - 1].Indent > line.Indent + Hair)
        {
            around--;
        }

        if (around > 0 && Math.Abs(open[around - 1].Indent - line.Indent) <= Hair)
        {
            // At the same margin: the same kind of list goes on, a typed row of another look is one deeper, another list of the file follows.
            OpenList same = open[around - 1];
            bool goesOn = same.Kind == kind && same.Shape == reading.Shape;
            return goesOn || (line.ListId is not null && same.Id is not null) ? around - 1 : around;
        }

        return around;
    }

    private static bool Restarts(OpenList list, Line line) => line.Label is not null && list.Items.Count > 0
        && TypedLabel.Of(line.Label + " ") is { } now && now.Readings.Any(r => r.Ordinal == 1) && !Continues(list, line.Label);

    private static bool Continues(OpenList list, string? label) => label is not null && list.Items[^1].Label is { } before
        && TypedLabel.Of(label + " ") is { } now && TypedLabel.Of(before + " ") is { } last
        && now.Readings.Any(n => last.Readings.Any(l => l.Shape == n.Shape && l.Ordinal + 1 == n.Ordinal));

    private void CloseTo(int count)
    {
        while (open.Count > count)
        {
            OpenList list = open[^1];
            open.RemoveAt(open.Count - 1);
            Target().Add(new ListBlock(list.Kind, [.. list.Items.Select(i => new ListItem([.. i.Blocks]) { Label = i.Label, From = i.From })]) { From = list.From });
        }
    }
}
