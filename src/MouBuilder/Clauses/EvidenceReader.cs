using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Yaml;

namespace MouBuilder.Clauses;

/// <summary>Reads the evidence rules of a catalogue entry.</summary>
internal static class EvidenceReader
{
    private static readonly (string Key, EvidenceKind Kind)[] Duties = [("shall", EvidenceKind.Shall), ("shall_not", EvidenceKind.ShallNot), ("may", EvidenceKind.May)];

    public static ImmutableArray<EvidenceRule> Read(YamlKeys entry, DiagnosticBag bag) =>
        [.. entry.Maps("evidence", "an evidence rule").Select(keys => ReadRule(keys, bag)).OfType<EvidenceRule>()];

    private static EvidenceRule? ReadRule(YamlKeys keys, DiagnosticBag bag)
    {
        (string Key, EvidenceKind Kind)[] given = [.. Duties.Where(d => keys.Has(d.Key))];
        bool says = keys.Has("says");
        ImmutableArray<string> who = Alternatives(keys.Text("who", ""));
        ImmutableArray<string> act = given.Length == 1 ? Alternatives(keys.Text(given[0].Key, "")) : [];
        ImmutableArray<ImmutableArray<string>> about = [.. keys.Texts(says ? "says" : "about").Select(t => Alternatives(t.Value))];
        ImmutableArray<string> without = Alternatives(keys.Text("without", ""));
        bool isAbsolute = keys.Flag("absolute");
        ImmutableArray<Named> families = ClauseReader.NamesOf(keys, "families");
        keys.Finish();
        bool isDuty = !says && given.Length == 1 && act.Length > 0 && who.Length > 0;
        bool isStatement = says && given.Length == 0 && who.Length == 0 && about.Length > 0;
        if ((!isDuty && !isStatement) || about.Any(a => a.IsEmpty))
        {
            bag.BadEvidence(keys.Place);
            return null;
        }

        EvidenceKind kind = says ? EvidenceKind.Says : given[0].Kind;
        return new(kind, who, act, about, without, isAbsolute, families, Line(kind, who, act, about), keys.Place);
    }

    private static ImmutableArray<string> Alternatives(string written) =>
        [.. written.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Line(EvidenceKind kind, ImmutableArray<string> who, ImmutableArray<string> act, ImmutableArray<ImmutableArray<string>> about)
    {
        string words = string.Join(" … ", about.Select(First));
        return kind == EvidenceKind.Says
            ? $"a sentence with “{words}”"
            : $"a sentence by which {First(who)} {KebabCase.Of(kind).Replace('-', ' ')} {First(act)}{(words.Length > 0 ? $", with “{words}”" : "")}";
    }

    private static string First(ImmutableArray<string> alternatives) => alternatives[0];
}
