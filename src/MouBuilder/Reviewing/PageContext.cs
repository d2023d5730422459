using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using MouBuilder.Templates;

namespace MouBuilder.Reviewing;

/// <summary>What all parts of one review page share.</summary>
internal sealed class PageContext
{
    private readonly Dictionary<PartChange, string> ids = new(ReferenceEqualityComparer.Instance);

    public PageContext(ReviewMaterial material)
    {
        Material = material;
        Words = ReviewWords.In(material.Locale);
        Dictionary<string, string> targets = new(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (PartChange change in material.Comparison.Parts)
        {
            string id = IdFor(change, taken);
            ids.Add(change, id);
            targets[(change.New ?? change.Old)!.Id] = id;
        }

        Blocks = new(Words, targets, areGapsEnglish: true);
        Bindings = new(material.Comparison);
    }

    public ReviewMaterial Material { get; }

    public Comparison Comparison => Material.Comparison;

    public ReviewWords Words { get; }

    public BlockHtml Blocks { get; }

    public Bindings Bindings { get; }

    public IEnumerable<PartChange> Clauses => Comparison.Parts.Where(IsClause);

    public static bool IsClause(PartChange change) => (change.New ?? change.Old)!.Kind is PartKind.Clause or PartKind.Exhibit;

    /// <summary>The id of a part's element, and so the end of its link.</summary>
    public string IdOf(PartChange change) => ids[change];

    /// <summary>A <c>lang</c> attribute where a text of the library or of an agreement, all of which are English, stands in a page of another language.</summary>
    public Html English => Material.Locale == Locale.En ? Html.Empty : new(" lang=\"en\"");

    /// <summary>That nobody who speaks the page's language has read its words; nothing in English.</summary>
    public Html DraftLine() => Words.Draft is { } draft ? Html.Of($"<p class=\"draft\">{draft}</p>") : Html.Empty;

    public Html InEnglish(string text) => InEnglish(Html.Text(text));

    public Html InEnglish(Html html) => Material.Locale == Locale.En ? html : Html.Of($"<span lang=\"en\">{html}</span>");

    public Html Quoted(string text) => Html.Of($"“{InEnglish(text)}”");

    /// <summary>A name that the page's language has a word for, or the English one.</summary>
    public Html Role(string name) => Words.Find("role", name.Replace(' ', '-').ToLowerInvariant()) is { } own ? Html.Text(own) : InEnglish(name);

    public Html Family(string id) => Words.Find("family", id) is { } own ? Html.Text(own) : InEnglish(FamilyTitle(id));

    public string FamilyTitle(string id) => Material.Families.TryGetValue(id, out Family? family) ? family.Title : id;

    /// <summary>The title of a part, after its label: the plain one in the page's language, or that of the agreement.</summary>
    public Html Title(PartChange change) => change.IsCalledAsBefore ? OldTitle(change) : Title(change.New!, Comparison.New, Material.NewPlain);

    /// <summary>What the older text calls a part that stands in it.</summary>
    public Html OldTitle(PartChange change) => Title(change.Old!, Comparison.Old, Material.OldPlain);

    /// <summary>The title that stands on the page, as plain text, so that a reader finds it again beside a comment.</summary>
    public string ShownTitle(PartChange change) => string.Concat((change.IsCalledAsBefore
        ? TitlePieces(change.Old!, Comparison.Old, Material.OldPlain)
        : TitlePieces(change.New!, Comparison.New, Material.NewPlain)).Select(p => p.Text));

    /// <summary>The title of the legal text.</summary>
    public string TitleText(PartChange change) => change.IsCalledAsBefore
        ? ComparisonWords.NameOf(change.Old!, Comparison.Old)
        : ComparisonWords.NameOf(change.New!, Comparison.New);

    private Html Title(DocumentPart part, ComparisonSide side, ImmutableDictionary<string, PlainClause> plain) =>
        Html.Join(TitlePieces(part, side, plain).Select(p => p.IsEnglish ? InEnglish(p.Text) : Html.Text(p.Text)));

    private IEnumerable<(string Text, bool IsEnglish)> TitlePieces(DocumentPart part, ComparisonSide side, ImmutableDictionary<string, PlainClause> plain)
    {
        if (part.Kind == PartKind.Text)
        {
            yield return (Words["text-part"], false);
            yield break;
        }

        // "7.2" is of no language, "Exhibit A" is English.
        if (part.Label is not null)
        {
            yield return (part.Label, part.Kind == PartKind.Exhibit);
            yield return (" ", false);
        }

        if (part.Kind == PartKind.Clause && plain.TryGetValue(part.Id, out PlainClause? own))
        {
            yield return (own.Version.Title, false);
            yield break;
        }

        // The topic in the page's language, where the title is in English alone.
        string family = part.Kind == PartKind.Clause ? (side.Clauses.GetValueOrDefault(part.Id)?.Family ?? "") : "";
        if (Words.Find("family", family) is { } topic)
        {
            yield return ($"{topic} · ", false);
        }

        yield return (part.Title.IsEmpty ? Untitled(part, side) : PlainText.Of(part.Title), true);
    }

    /// <summary>A clause that goes by its number alone by the words it begins with and its section: the section's heading alone would be the title of them all.</summary>
    private static string Untitled(DocumentPart part, ComparisonSide side)
    {
        string section = SectionOf(part, side);
        string beginning = part.Label is null ? "" : ComparisonWords.Beginning(part).TrimStart(',', ' ');
        return beginning.Length == 0 ? section : section == part.Id ? beginning : $"{beginning} · {section}";
    }

    private static string SectionOf(DocumentPart part, ComparisonSide side) =>
        side.Document.Blocks.OfType<Section>().Where(s => s.Id == part.Section).Select(s => PlainText.Of(s.Heading)).FirstOrDefault(part.Id);

    private static string IdFor(PartChange change, HashSet<string> taken)
    {
        string own = (change.IsCalledAsBefore ? change.Old : change.New)!.Id;
        StringBuilder id = new(change.IsCalledAsBefore ? "old-" : "c-");
        foreach (char c in own)
        {
            id.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-');
        }

        string plain = id.ToString();
        string free = plain;
        for (int i = 2; !taken.Add(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{plain}--{i}");
        }

        return free;
    }
}
