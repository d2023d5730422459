using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Reading.Structure;

/// <summary>Makes the tree of sections, clauses and exhibits of a flat row of pieces.</summary>
internal sealed partial class TreeBuilder
{
    public const string SignaturesId = "read-signatures";

    private readonly List<Piece> pieces;
    private readonly IReadOnlyDictionary<int, Start> starts;
    private readonly IReadOnlySet<int> absorbed;
    private readonly bool isOurs; // where text outside of clauses is what the template wrote
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> namesakes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> idsByBookmark = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Block> top = [];
    private Open? section;
    private Open? clause;
    private bool isControlled;
    private List<Piece> flat = [];

    private TreeBuilder(List<Piece> pieces, IReadOnlyDictionary<int, Start> starts, IReadOnlySet<int> absorbed, bool isOurs)
    {
        this.isOurs = isOurs;
        this.pieces = pieces;
        this.starts = starts;
        this.absorbed = absorbed;
    }

    /// <summary>A part that is not complete yet. An exhibit takes the place of a section.</summary>
    private sealed record Open(PartStart Kind, string Id, Start Start, Line? Line, ClauseOrigin? Origin)
    {
        public List<Block> Blocks { get; } = [];

        public bool IsUnnumbered { get; init; }
    }

    /// <returns>The blocks, and for each name of a place in a heading the id of the part under it.</returns>
    public static (ImmutableArray<Block> Blocks, IReadOnlyDictionary<string, string> IdsByBookmark) Build(List<Piece> pieces, bool isOurs, NotCarried losses)
    {
        (IReadOnlyDictionary<int, Start> starts, IReadOnlySet<int> absorbed) = Outliner.Of(pieces, isOurs);
        foreach (Start runIn in starts.OrderBy(s => s.Key).Select(s => s.Value).Where(s => !s.Title.IsEmpty && !s.Rest.IsEmpty))
        {
            losses.Lost("the stop between a title and the text on the same line, which are read as a heading and its text", $"after “{PlainText.Of(runIn.Title)}”");
        }

        TreeBuilder builder = new(pieces, starts, absorbed, isOurs);
        builder.Run();
        return ([.. builder.top], builder.idsByBookmark);
    }

    private void Run()
    {
        ClauseOrigin? waiting = null;
        for (int i = 0; i < pieces.Count; i++)
        {
            switch (pieces[i])
            {
                case ClauseStart begin:
                    CloseClause();
                    waiting = begin.Origin;
                    if (!BeginsWithHeading(i))
                    {
                        clause = new(PartStart.Clause, Unique(begin.Origin.Id), new(PartStart.Clause, 2, null, [], []), null, begin.Origin);
                        waiting = null;
                    }

                    isControlled = true;
                    break;
                case ClauseEnd:
                    CloseClause();
                    (isControlled, waiting) = (false, null);
                    break;
                case var first when starts.TryGetValue(i, out Start? start) && start.Kind is PartStart.Signatures or PartStart.Text:
                    BeginText(start.Kind, first);
                    flat.Add(first);
                    break;
                case var table and not Line when starts.ContainsKey(i):
                    Begin(starts[i], new([]) { From = table.From }, waiting);
                    flat.Add(table);
                    break;
                case Line line when starts.TryGetValue(i, out Start? start):
                    Begin(start, line, waiting);
                    waiting = start.Kind == PartStart.Clause ? null : waiting;
                    break;
                default:
                    if (!absorbed.Contains(i))
                    {
                        flat.Add(pieces[i]);
                    }
                    else if (pieces[i] is Line title && section is { Kind: PartStart.Exhibit } exhibit)
                    {
                        Bookmarks(title, exhibit.Id);
                    }

                    break;
            }
        }

        CloseSection();
    }

    private bool BeginsWithHeading(int at)
    {
        for (int i = at + 1; i < pieces.Count && pieces[i] is not ClauseEnd; i++)
        {
            if (pieces[i] is Line)
            {
                return starts.TryGetValue(i, out Start? start) && start.Kind == PartStart.Clause;
            }
        }

        return false;
    }

    private void Begin(Start start, Line line, ClauseOrigin? origin)
    {
        switch (start.Kind)
        {
            case PartStart.Section or PartStart.Exhibit:
                if (start.Kind == PartStart.Exhibit)
                {
                    flat = [.. flat.Take(flat.FindLastIndex(p => p is not Solid { Block: PageBreak }) + 1)]; // an exhibit begins a page without being told
                }

                CloseSection();
                section = new(start.Kind, IdOf(start, line, start.Kind == PartStart.Section ? "section" : "exhibit"), start, line, null) { IsUnnumbered = start.Label is null };
                Rest(start, line);
                break;
            case PartStart.Clause when section?.Kind != PartStart.Exhibit:
                CloseClause();
                string id = origin is not null ? Unique(origin.Id) : IdOf(start, line, "read");
                Bookmarks(line, id);
                clause = new(PartStart.Clause, id, start, line, origin);
                Rest(start, line);
                break;
            default:
                // Inside of an exhibit every heading is below its own.
                flat.Add(start.Rest.IsEmpty ? line with { HeadingLevel = Math.Max(3, start.Depth), Words = start.Title, Role = LineRole.Body } : line with { HeadingLevel = null });
                break;
        }
    }

    private void Rest(Start start, Line line)
    {
        if (!start.Rest.IsEmpty)
        {
            flat.Add(new Line(start.Rest) { From = line.From });
        }
    }

    /// <summary>A clause with neither heading nor number.</summary>
    private void BeginText(PartStart kind, Piece first)
    {
        string id = OwnId(first) ?? SignaturesId;
        if (kind == PartStart.Signatures)
        {
            CloseSection();
        }
        else if (section?.Kind == PartStart.Exhibit || IsOpen(id) || IsOfOtherText())
        {
            return;
        }

        CloseClause();
        clause = new(PartStart.Clause, Unique(id), new(PartStart.Clause, 2, null, [], []), first as Line ?? new([]) { From = first.From }, null);
    }

    /// <summary>Whether a clause goes on whose beginning stands twice in a redline of ours: once for each text.</summary>
    private bool IsOpen(string id) => clause is not null && (id == clause.Id || id == "old-" + clause.Id);

    /// <summary>
    /// Whether a beginning is of the other text of a redline: where a clause has its heading and nothing yet, that heading is a section's there; and what follows a numbered paragraph without a number
    /// belongs to it, whatever number it has there.
    /// </summary>
    private bool IsOfOtherText() => (clause is { Start.Title.IsEmpty: false, Blocks.Count: 0 } && flat.Count == 0) || clause is { Start: { Label: not null, Title.IsEmpty: true } };

    /// <summary>The id that a bookmark of ours tells of a piece.</summary>
    public static string? OwnId(Piece piece) =>
        piece.Bookmarks.FirstOrDefault(b => b.StartsWith("mou_", StringComparison.Ordinal) && !CutName().IsMatch(b))?["mou_".Length..].Replace('_', '-');

    private string IdOf(Start start, Line line, string kind)
    {
        string id = Unique(OwnId(line) ?? Slug(kind, start));
        Bookmarks(line, id);
        return id;
    }

    private void Bookmarks(Line line, string id)
    {
        foreach (string bookmark in line.Bookmarks)
        {
            idsByBookmark.TryAdd(bookmark, id);
        }
    }

    // The same slug that the assembler makes of a section's heading, so that one heading is one section.
    private static string Slug(string kind, Start start)
    {
        string title = PlainText.Of(start.Title);
        StringBuilder slug = new(kind);
        foreach (string word in (title.Length > 0 ? title : start.Label ?? "").ToLowerInvariant().Split([' ', '-', '/', ',', '.', ':', ';', '(', ')', '\'', '\u00A0', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            slug.Append('-').Append(string.Concat(word.Where(char.IsAsciiLetterOrDigit)));
        }

        return slug.Length <= 200 ? slug.ToString() : slug.ToString(0, 200);
    }

    private string Unique(string id)
    {
        string unique = id;
        while (!ids.Add(unique))
        {
            int next = namesakes[id] = namesakes.GetValueOrDefault(id, 1) + 1;
            unique = string.Create(CultureInfo.InvariantCulture, $"{id}-{next}");
        }

        return unique;
    }

    private void CloseClause()
    {
        TakeFlat();
        if (clause is not { } open)
        {
            return;
        }

        clause = null;
        Provenance? place = open.Line?.From ?? open.Blocks.FirstOrDefault()?.From;
        int end = EndOfRecitals(open);
        (section?.Blocks ?? top).Add(new Clause(open.Id, open.Start.Title, [.. open.Blocks[..end]])
        {
            Label = open.Start.Label,
            IsNumberedParagraph = open.Start is { Label: not null, Title.IsEmpty: true },
            From = place is null ? null : place with { Clause = open.Origin },
        });
        section?.Blocks.AddRange(open.Blocks[end..]);
    }

    /// <summary>Where recitals of ours end that a bookmark begins, as in a redline, which has no content controls: what stands behind their list is the section's own text.</summary>
    private int EndOfRecitals(Open open)
    {
        bool mayBe = isOurs && !isControlled && section is { IsUnnumbered: true } && open.Start is { Title.IsEmpty: true, Label: null };
        return mayBe && open.Blocks.FindLastIndex(b => b is ListBlock { Kind: ListKind.Recitals }) is >= 0 and int last ? last + 1 : open.Blocks.Count;
    }

    private void CloseSection()
    {
        CloseClause();
        if (section is not { } open)
        {
            return;
        }

        section = null;
        ImmutableArray<Block> blocks = isOurs ? WithRecitals(open) : [.. open.Blocks];
        if (open.Kind == PartStart.Exhibit)
        {
            top.Add(new Exhibit(open.Id, open.Start.Title, blocks) { Label = open.Start.Label, From = open.Line?.From });
            return;
        }

        SectionKind kind = !open.IsUnnumbered ? SectionKind.Numbered : IsRecitals(blocks) ? SectionKind.Recitals : SectionKind.Unnumbered;
        top.Add(new Section(open.Id, kind, open.Start.Title, blocks) { Label = open.Start.Label, From = open.Line?.From });
    }

    /// <summary>Recitals have no heading of their own, so in a file of ours whose content controls somebody took away they are known by their list.</summary>
    private static ImmutableArray<Block> WithRecitals(Open section)
    {
        int last = section.IsUnnumbered && !section.Blocks.Exists(b => b is Clause) ? section.Blocks.FindLastIndex(b => b is ListBlock { Kind: ListKind.Recitals }) : -1;
        return last < 0 ? [.. section.Blocks]
            : [new Clause(section.Id.Replace("section-", "", StringComparison.Ordinal), [], [.. section.Blocks[..(last + 1)]]) { From = section.Blocks[0].From }, .. section.Blocks[(last + 1)..]];
    }

    private static bool IsRecitals(ImmutableArray<Block> blocks) => blocks.Any(b => b is Clause { Title.IsEmpty: true } c && c.Blocks.Any(l => l is ListBlock { Kind: ListKind.Recitals }));

    /// <summary>Gives the lines met since the last heading to the clause, or makes a clause without a title of them where a section has text of its own.</summary>
    private void TakeFlat()
    {
        List<Piece> taken = flat;
        flat = [];
        if (taken.Count == 0)
        {
            return;
        }

        bool isRecitals = section is { IsUnnumbered: true, Line: { } heading } && IsHeadingOfRecitals(heading);
        ImmutableArray<Block> blocks = BlockFold.Of(taken, isRecitals);
        if (clause is not null)
        {
            clause.Blocks.AddRange(blocks);
        }
        else if (section is { Kind: PartStart.Section } && !isControlled && !isOurs && blocks.Any(b => b is not PageBreak))
        {
            string id = Unique(section.Id.StartsWith("section-", StringComparison.Ordinal) ? "read-" + section.Id["section-".Length..] : "read-" + section.Id);
            section.Blocks.Add(new Clause(id, [], blocks) { From = blocks[0].From });
        }
        else
        {
            (section?.Blocks ?? top).AddRange(blocks);
        }
    }

    public static bool IsHeadingOfRecitals(Line heading) => heading.Label is null && RecitalsHeading().IsMatch(heading.Text);

    [GeneratedRegex(@"\A\W*(recitals?|background|whereas|witnesseth|preamble)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RecitalsHeading();

    // A name that was too long for Word ends in digits and no longer tells the id.
    [GeneratedRegex(@"_[0-9a-f]{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CutName();
}
