using System.Collections.Frozen;
using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Comparing;
using MouBuilder.Documents;

namespace MouBuilder.Reviewing;

/// <summary>Somebody whom a clause binds or allows, by a name the agreement knows.</summary>
/// <param name="Modals"><c>shall</c>, <c>may not</c> and so on, each once.</param>
/// <param name="Key">Equal for one party on both sides, whatever each agreement calls it.</param>
internal sealed record Binding(string Actor, string Key, ImmutableArray<string> Modals)
{
    public bool IsDuty => Modals.Any(Duty.IsOwed);
}

/// <summary>
/// Finds whom a clause binds: the parties and defined terms that stand before shall, must and may. Reads English. A pronoun, or a subject that is no name
/// the agreement knows, is passed over, so the list may be short of one and never holds a wrong name.
/// </summary>
internal sealed class Bindings
{
    private static readonly FrozenSet<string> Papers = WordSet.Of("Agreement MOU Memorandum IGA Addendum");

    private readonly ImmutableArray<(string Words, string Name)> names;
    private readonly ImmutableHashSet<string> parties;
    private readonly ActorNames actors;
    private readonly Tokenizer tokenizer = new(target => target, note => note);

    public Bindings(Comparison comparison)
    {
        Dictionary<string, string> known = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Parties"] = "Parties", ["Party"] = "Party", ["School Resource Officer"] = "School Resource Officer", ["School Resource Officers"] = "School Resource Officer",
            ["Principals"] = "Principal", ["Principal"] = "Principal",
        };
        ComparisonSide[] sides = [comparison.New, comparison.Old];
        foreach (ComparisonSide side in sides)
        {
            foreach (Party party in side.Agreement?.Agreement.Parties ?? [])
            {
                string shown = party.Short.Length > 0 ? party.Short : party.Name;
                known.TryAdd(shown, shown);
                known.TryAdd(party.Name, shown);
            }

            foreach (DefinedTerm term in side.Document.Properties.Terms.Where(t => !IsPaper(t.Name)))
            {
                known.TryAdd(term.Name, term.Name);
                foreach (string form in term.Forms)
                {
                    known.TryAdd(form, term.Name);
                }
            }
        }

        foreach (ComparisonSide paper in sides.Where(s => s.Document.Properties.Terms.IsEmpty))
        {
            IEnumerable<(string Words, string Shown)> own = DefinedTerms.Of(paper.Document).Select(d => (d.Term, d.Term));
            IEnumerable<Duty> duties = paper.Document.AllBlocks().OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Body).SelectMany(p => DutiesOf(p.Content));
            foreach ((string words, string shown) in own.Concat(paper.Agreement is null ? PaperNames.Of(duties) : []).Where(n => !IsPaper(n.Words)))
            {
                known.TryAdd(words, shown);
            }
        }

        IEnumerable<string> ofAgreements = sides.SelectMany(s => s.Agreement?.Agreement.Parties ?? []).Select(p => p.Short.Length > 0 ? p.Short : p.Name);
        IEnumerable<string> ofPapers = sides.Where(s => s.Agreement is null).SelectMany(s => DefinedTerms.Of(s.Document)).Where(d => d.IsInBrackets).Select(d => d.Term);
        actors = new(sides.SelectMany(s => s.Agreement?.Agreement.Parties ?? []), comparison.Renamings.All);
        parties = [.. ofAgreements.Concat(ofPapers).Where(p => !IsPaper(p)).Select(p => actors.KeyOf(p)!)];
        known.Remove("");
        names = [.. known.OrderByDescending(k => k.Key.Length).ThenBy(k => k.Key, StringComparer.Ordinal).Select(k => (k.Key, k.Value))];
    }

    // "This Agreement shall run for a year" binds nobody.
    private static bool IsPaper(string term) => Papers.Contains(term);

    /// <summary>Whom a part binds or allows, in the order in which its text names them.</summary>
    public ImmutableArray<Binding> Of(DocumentPart? part)
    {
        if (part is null)
        {
            return [];
        }

        return
        [
            .. BodyOf(part).SelectMany(p => DutiesOf(p.Content))
                .SelectMany(d => NamesIn(d.Subject).Select(name => (Name: name, Modal: d.Effect)))
                .GroupBy(b => b.Name, StringComparer.Ordinal)
                .Select(g => new Binding(g.Key, actors.KeyOf(g.Key)!, [.. g.Select(b => b.Modal).Distinct(StringComparer.Ordinal).OrderBy(Order)])),
        ];
    }

    /// <summary>Whether a sentence of a part binds or allows somebody whom no known name tells.</summary>
    public bool HasUnnamed(DocumentPart? part) => part is not null && BodyOf(part).SelectMany(p => DutiesOf(p.Content)).Any(d => !NamesIn(d.Subject).Any());

    private static IEnumerable<Paragraph> BodyOf(DocumentPart part) => part.Blocks.SelectMany(b => b.WithDescendants()).OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Body);

    /// <summary>Whom a sentence binds.</summary>
    public IEnumerable<string> In(string sentence) => DutiesOf([new TextRun(sentence)]).SelectMany(d => NamesIn(d.Subject));

    /// <summary>Who an actor is, equal on both sides, whatever each text calls him: of "the Principal and DPD" two.</summary>
    public string[] KeysOf(string actor) => NamesIn(actor).Select(n => actors.KeyOf(n)!).ToArray() is { Length: > 0 } named ? named : [actors.KeyOf(actor)!];

    /// <summary>Whether somebody is among others, by their keys: each party is among the Parties, and the Parties are where all of them are.</summary>
    public bool IsAmong(string key, IReadOnlyCollection<string> others) =>
        others.Contains(key, StringComparer.Ordinal) || (parties.Contains(key) && others.Any(IsAll)) || (IsAll(key) && (others.Any(IsAll) || (parties.Count > 1 && parties.All(p => others.Contains(p, StringComparer.Ordinal)))));

    private static bool IsAll(string key) => key is "PARTY" or "PARTIES";

    private IEnumerable<Duty> DutiesOf(ImmutableArray<Inline> text)
    {
        List<MarkedWord> words = [];
        MarkedWord.Read(tokenizer, text, false, 0, words);
        return DutyReader.Read(DutyReader.WithAbbreviations(words));
    }

    private IEnumerable<string> NamesIn(string subject)
    {
        string[] leading = [.. Leading(subject)];
        return leading.Length > 0 ? leading : Trailing(subject);
    }

    private static readonly string[] BeforeName =
        ["a", "an", "the", "each", "every", "any", "no", "either", "neither", "other", "another", "both", "all", "only", "and", "or", "nor", "member of", "members of"];

    private static readonly string[] BehindName =
        ["and", "or", "nor", "of", "in", "on", "at", "with", "for", "from", "under", "to", "by", "who", "whom", "whose", "that", "which", "named"];

    /// <summary>The names a subject begins with: of "Each Principal, and each member of School Staff whom the Principal names" two.</summary>
    private IEnumerable<string> Leading(string subject)
    {
        string rest = subject;
        while (true)
        {
            while (BeforeName.FirstOrDefault(w => Begins(rest, w)) is { } word)
            {
                rest = rest[word.Length..].TrimStart();
            }

            if (names.FirstOrDefault(n => Begins(rest, n.Words)) is not { Words: not null } found)
            {
                yield break;
            }

            rest = rest[found.Words.Length..].TrimStart();
            bool isListed = rest.StartsWith(',');
            rest = rest.TrimStart(',', ' ');
            if (rest.Length > 0 && !isListed && !BehindName.Any(w => Begins(rest, w)))
            {
                yield break;
            }

            yield return found.Name;
            if (!Begins(rest, "and") && !Begins(rest, "or") && !Begins(rest, "nor"))
            {
                yield break;
            }
        }
    }

    private static bool Begins(string text, string words) =>
        text.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (text.Length == words.Length || text[words.Length] is ' ' or ',');

    /// <summary>
    /// The names at the end of a subject: of "At a School's invitation the Principal and a Partner Officer" two. What a preposition joins to the subject has no duty:
    /// of "a Partner Officer on a Visit" the first.
    /// </summary>
    private IEnumerable<string> Trailing(string actor)
    {
        string rest = actor.TrimEnd();
        while (names.FirstOrDefault(n => EndsWith(rest, n.Words)) is { Words: not null } found)
        {
            rest = rest[..^found.Words.Length].TrimEnd();
            rest = WithoutLast(rest, "a", "an", "the", "each", "every", "any", "no", "either", "neither", "other");
            string head = WithoutLast(rest, "with", "of", "by", "for", "on", "at", "in", "to", "from", "about", "under", "against", "between", "among");
            if (head.Length > 0 && head.Length < rest.Length)
            {
                rest = head;
                continue;
            }

            yield return found.Name;
            string before = WithoutLast(rest, "and", "or", "nor");
            if (before.Length == rest.Length)
            {
                yield break;
            }

            rest = before;
        }
    }

    private static string WithoutLast(string text, params string[] words) =>
        words.FirstOrDefault(w => EndsWith(text, w)) is { } word ? text[..^word.Length].TrimEnd() : text;

    private static bool EndsWith(string text, string words) =>
        text.EndsWith(words, StringComparison.OrdinalIgnoreCase) && (text.Length == words.Length || !char.IsLetterOrDigit(text[^(words.Length + 1)]));

    private static int Order(string modal) => Array.IndexOf(["shall", "must", "will", "shall not", "must not", "will not", "may not", "should", "should not", "may"], modal);
}
