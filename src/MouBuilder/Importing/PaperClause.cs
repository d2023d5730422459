using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Importing;

/// <summary>A clause of the paper that is imported, before it has an id of the library.</summary>
/// <param name="Section">The section it stands in; null for a clause outside of sections.</param>
/// <param name="Place">How the paper calls it: <c>3.2 Interviews</c>.</param>
internal sealed record PaperClause(Clause Clause, Section? Section, string Place)
{
    private const int MostFirstWords = 12;
    private const int FewestTellingWords = 15;

    public string Title => PlainText.Of(Clause.Title) is { Length: > 0 } own ? own.Trim()
        : Section is not null && PlainText.Of(Section.Heading).Trim() is { Length: > 0 } heading ? heading
        : Clause.Label is { } label ? "Clause " + label.TrimEnd('.') : "Text";

    public string Words => string.Join('\n', Clause.Blocks.SelectMany(b => b.WithDescendants()).Select(b => PlainText.Of([.. b.OwnInlines().Where(i => i is not Link)])).Where(t => t.Length > 0));

    /// <summary>Whether it is text behind the last clause, such as a page to sign, without a number or title of its own.</summary>
    public bool IsTrailing => Section is null && Clause is { Label: null, Title.IsEmpty: true };

    /// <summary>Whether it has words enough to be known by. Lines to sign on have none.</summary>
    public bool IsTelling => Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetter)) >= FewestTellingWords && !IsTrailing && !Words.Contains("____", StringComparison.Ordinal);

    /// <summary>The number of the section that its own number holds: <c>3</c> of 3.1; null where it holds none.</summary>
    public string? Counted => Clause.Label?.TrimEnd('.').Split('.') is [var section, _] ? section : null;

    /// <summary>Its first words.</summary>
    public string Begins => PlainText.FirstWords(Words, MostFirstWords);

    /// <summary>Whether a correction of a clause at the same place, which began with other words, is of this one: a number alone says nothing where a clause went before it.</summary>
    public bool IsAt(string place, string begins)
    {
        HashSet<string> then = new(begins.Split(' '), StringComparer.OrdinalIgnoreCase);
        HashSet<string> now = new(Begins.Split(' '), StringComparer.OrdinalIgnoreCase);
        bool isNamed = !Clause.Title.IsEmpty || Clause.Label is null;
        return Place.Length > 0 && Place == place && (isNamed || 2 * now.Count(then.Contains) > Math.Max(now.Count, then.Count));
    }

    /// <summary>Whether it has the number and the first words of a clause that had another title.</summary>
    public bool IsRetitled(string place, string begins) => begins.Length > 0 && begins == Begins
        && (Clause.Label is { } label ? place.StartsWith(label + " ", StringComparison.Ordinal) : place.Length > 0 && !char.IsDigit(place[0]));

    /// <summary>What a correction of counsel is kept by: 16 hex digits over the title and the words.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Title + "\n" + Words)))[..16];

    /// <summary>The clauses of a paper in its order. A section without any is one, so that it keeps its place: <c>3. Reserved</c>.</summary>
    public static ImmutableArray<PaperClause> Of(MouDocument document) =>
    [
        .. document.Blocks.SelectMany(b => b switch
        {
            Section s when !s.Blocks.Any(c => c is Clause) => [new PaperClause(new(s.Id, [], [.. s.Blocks.Where(c => c is not PageBreak)]), s, NameOf(s))],
            Section s => s.Blocks.OfType<Clause>().Select(c => new PaperClause(c, s, NameOf(c, s))),
            Clause c => [new PaperClause(c, null, NameOf(c, null))],
            _ => Array.Empty<PaperClause>().AsEnumerable(),
        }),
    ];

    private static string NameOf(Section section) => $"{section.Label} {PlainText.Of(section.Heading)}".Trim();

    private static string NameOf(Clause clause, Section? section) => clause.Title.IsEmpty && clause.Label is null && section is not null
        ? NameOf(section)
        : $"{clause.Label} {PlainText.Of(clause.Title)}".Trim();
}
