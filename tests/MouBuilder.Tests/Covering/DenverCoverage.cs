using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Covering;
using MouBuilder.Documents;
using MouBuilder.Templates;

namespace MouBuilder.Tests.Covering;

/// <summary>The Denver draft, assembled once for all tests of its coverage.</summary>
internal static class DenverCoverage
{
    private static readonly Lazy<ResolvedAgreement> Chosen = new(() =>
    {
        LoadedAgreement loaded = LoadedAgreement.From(Repository.PathTo("examples", "dps-dpd-2022"));
        return Resolver.Resolve(loaded.Agreement!, loaded.Library!, loaded.Lock, new Dictionary<string, string>()).Agreement!;
    });

    private static readonly Lazy<MouDocument> Assembled = new(() => Assembler.Assemble(Resolved).Document!);
    private static readonly Lazy<CoverageSearch> Searched = new(() => new(Resolved, Document));
    private static readonly Lazy<ImmutableDictionary<string, ImmutableArray<TextUnit>>> Units = new(() => TextUnits.Of(Document));
    private static readonly Lazy<Catalogues> Read = new(() => Catalogues.Load(Repository.PathTo("clauses")).Catalogues);

    public static ResolvedAgreement Resolved => Chosen.Value;

    public static MouDocument Document => Assembled.Value;

    public static Catalogues Catalogues => Read.Value;

    public static ImmutableArray<Requirement> ClauseEntries => [.. Catalogues.Requirements.Where(r => r.MetBy is MetBy.Clause or MetBy.ClauseAndProcess)];

    public static CoverageEntry Entry(string id) => Searched.Value.Entry(Catalogues.Requirements.Single(r => r.Id == id));

    public static CoverageEntry Entry(string id, MouDocument document) => new CoverageSearch(Resolved, document).Entry(Catalogues.Requirements.Single(r => r.Id == id));

    /// <summary>The unit that shows each rule of an entry, where the search finds it.</summary>
    public static IEnumerable<(EvidenceRule Rule, TextUnit Unit)> Shown(string id)
    {
        Requirement requirement = Catalogues.Requirements.Single(r => r.Id == id);
        CoverageEntry entry = Entry(id);
        foreach (EvidenceRule rule in requirement.Evidence)
        {
            Evidence evidence = new(rule, Resolved.Agreement.Parties);
            yield return (rule, entry.Places.SelectMany(p => Units.Value[p.Id].Where(u => u.Whole == p.Words)).First(evidence.Shows));
        }
    }

    /// <summary>The document with a sentence taken out of its paragraph, or a row out of its table.</summary>
    public static MouDocument Without(TextUnit unit) => Document with { Blocks = Cut(Document.Blocks, unit) };

    private static ImmutableArray<Block> Cut(ImmutableArray<Block> blocks, TextUnit unit) => [.. blocks.Select(b => Cut(b, unit))];

    private static Block Cut(Block block, TextUnit unit) => block switch
    {
        Paragraph p when ReferenceEquals(p, unit.Block) => p with { Content = [new TextRun(PlainText.Of(p.Content).Replace(unit.Words, "", StringComparison.Ordinal))] },
        Section s => s with { Blocks = Cut(s.Blocks, unit) },
        Clause c => c with { Blocks = Cut(c.Blocks, unit) },
        Exhibit e => e with { Blocks = Cut(e.Blocks, unit) },
        ListBlock l => l with { Items = [.. l.Items.Select(i => (ListItem)Cut(i, unit))] },
        ListItem i => i with { Blocks = Cut(i.Blocks, unit) },
        Table t => t with { Rows = [.. t.Rows.Where(r => !ReferenceEquals(r, unit.Block))] },
        _ => block,
    };
}
