using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;

namespace MouBuilder.Covering;

/// <summary>Finds the sentences that a rule asks for.</summary>
internal sealed class Evidence
{
    private static readonly ImmutableHashSet<string> Denials = ["not", "no", "never", "neither", "nor", "nobody", "none", "nothing", "cannot", "false", "untrue"];

    private readonly EvidenceRule rule;
    private readonly ImmutableArray<Phrase> who;
    private readonly ImmutableArray<Phrase> act;
    private readonly ImmutableArray<ImmutableArray<Phrase>> about;
    private readonly ImmutableArray<Phrase> without;

    /// <param name="parties">The parties whose names a role in the rule stands for.</param>
    public Evidence(EvidenceRule rule, ImmutableArray<Party> parties)
    {
        this.rule = rule;
        who = Phrases(rule.Who, parties);
        act = Phrases(rule.Act, parties);
        about = [.. rule.About.Select(a => Phrases(a, parties))];
        without = Phrases(rule.Without, parties);
    }

    /// <summary>The first unit that shows what the rule asks for; null when none does.</summary>
    public TextUnit? In(ImmutableArray<TextUnit> units) => units.FirstOrDefault(Shows);

    public bool Shows(TextUnit unit) =>
        about.All(a => a.Any(p => p.IndexIn(unit.Stems) >= 0))
        && !without.Any(p => p.IndexIn(unit.Stems) >= 0)
        && (rule.Kind == EvidenceKind.Says ? Says(unit) : Duty.In(unit).Any(d => Fits(d) && HasActor(d, unit) && HasAct(d, unit)));

    /// <summary>Said, and not denied: no word of denial up to the last of the words asked for, unless the rule asks for it.</summary>
    private bool Says(TextUnit unit)
    {
        HashSet<int> asked = [];
        int last = 0;
        foreach (ImmutableArray<Phrase> alternatives in about)
        {
            foreach (Phrase phrase in alternatives)
            {
                for (int at = phrase.IndexIn(unit.Stems); at >= 0; at = phrase.IndexIn(unit.Stems, at + 1))
                {
                    asked.UnionWith(Enumerable.Range(at, phrase.Stems.Length));
                }
            }

            last = Math.Max(last, alternatives.Select(p => p.IndexIn(unit.Stems)).Where(i => i >= 0).Min());
        }

        return !Enumerable.Range(0, last).Any(i => !asked.Contains(i) && Denials.Contains(unit.Tokens[i]))
            && !(last + 1 < unit.Tokens.Length && Enumerable.Range(last, Math.Min(4, unit.Tokens.Length - last)).Any(i => !asked.Contains(i) && unit.Tokens[i] is "not" or "never"));
    }

    private bool Fits(Duty duty) => rule.Kind switch
    {
        EvidenceKind.ShallNot => duty.IsNegative,
        EvidenceKind.Shall => !duty.IsNegative && !duty.IsPermission,
        _ => !duty.IsNegative,
    };

    /// <summary>Before the verb, or behind "by" in a passive sentence.</summary>
    private bool HasActor(Duty duty, TextUnit unit)
    {
        foreach (Phrase phrase in who)
        {
            int before = phrase.IndexIn(unit.Stems, duty.SubjectStart);
            if (before >= 0 && before < duty.Verb)
            {
                return true;
            }

            for (int at = phrase.IndexIn(unit.Stems, duty.ActStart); at >= 0 && at < duty.End; at = phrase.IndexIn(unit.Stems, at + 1))
            {
                if (Enumerable.Range(1, 2).Any(back => at - back >= duty.ActStart && unit.Tokens[at - back] == "by"))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Behind the verb; for a duty with no "not" between the two.</summary>
    private bool HasAct(Duty duty, TextUnit unit) => act.Any(phrase =>
    {
        int at = phrase.IndexIn(unit.Stems, duty.ActStart);
        return at >= 0 && at < duty.End
            && (rule.Kind == EvidenceKind.ShallNot || !Enumerable.Range(duty.ActStart, at - duty.ActStart).Any(i => unit.Tokens[i] is "not" or "never" && (i + 1 >= unit.Tokens.Length || unit.Tokens[i + 1] != "only")));
    });

    private static ImmutableArray<Phrase> Phrases(ImmutableArray<string> written, ImmutableArray<Party> parties) => [.. written
        .SelectMany(w => parties.Where(p => p.Role == w).SelectMany(p => new[] { p.Short, p.Name }).Prepend(w))
        .Distinct(StringComparer.Ordinal)
        .Select(Phrase.Of)
        .Where(p => p.Stems.Length > 0)];
}
