using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;

namespace MouBuilder.Covering;

/// <summary>Finds the sentences that a rule asks for.</summary>
internal sealed class Evidence
{
    private static readonly ImmutableHashSet<string> Denials = ["not", "no", "never", "neither", "nor", "nobody", "none", "nothing", "cannot", "false", "untrue"];

    /// <summary>Words right before another that turn it round: "no Student", "not objectively reasonable".</summary>
    private static readonly ImmutableHashSet<string> Turning = ["no", "not", "never", "neither", "none", "nobody", "without", "excluding", "ignoring"];

    /// <summary>Words that open a way out of a ban.</summary>
    private static readonly ImmutableArray<Phrase> WaysOut = [.. new[]
    {
        "unless", "except", "save where", "save when", "save as", "until", "other than", "only if", "only when", "more than", "longer than", "during", "in the first", "for the first", "leave of", "without approval", "without the approval",
        "without consent", "without the consent", "without permission", "without the permission", "without being asked", "if asked",
    }.Select(Phrase.Of)];

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

    public bool Shows(TextUnit unit)
    {
        if (without.Any(p => p.IndexIn(unit.Stems) >= 0) || (rule.IsAbsolute && HasWayOut(unit)) || !about.All(a => a.Any(p => p.IndexIn(unit.Stems) >= 0)))
        {
            return false;
        }

        if (rule.Kind == EvidenceKind.Says)
        {
            return about.All(a => a.Any(p => Stands(p, unit, null, _ => false))) && Says(unit);
        }

        ImmutableArray<Duty> duties = unit.IsRecital ? [] : Duty.In(unit);
        return duties.Any(d => Fits(d) && HasActor(d, unit) && HasAct(d, unit) && about.All(a => a.Any(p => Stands(p, unit, d, at => duties.Any(other => other != d && !Fits(other) && at >= other.ActStart && at < other.End && other.IsBeside(unit.Tokens))))));
    }

    /// <summary>Whether a phrase stands in the unit where it counts, and no word before it turns it round. What stands behind a verb of another kind is said of that: "shall issue notices, and may issue the edition".</summary>
    private bool Stands(Phrase phrase, TextUnit unit, Duty? duty, Func<int, bool> isElsewhere)
    {
        for (int at = phrase.IndexIn(unit.Stems); at >= 0; at = phrase.IndexIn(unit.Stems, at + 1))
        {
            if (!isElsewhere(at) && !IsTurned(at, unit, duty))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word before the phrase turns it round. What a ban forbids may be denied in a list; only another "not" right before it counts.</summary>
    private bool IsTurned(int at, TextUnit unit, Duty? duty) =>
        (at > 1 && unit.Tokens[at - 2] == "less" && unit.Tokens[at - 1] == "than")
        || (at > 1 && at > duty?.ActStart && unit.Tokens[at - 1] == "not" && unit.Tokens[at - 2] is "may" or "shall" or "must")
        || (rule.Kind != EvidenceKind.ShallNot && ((at > 0 && Turning.Contains(unit.Tokens[at - 1])) || (at > 1 && unit.Tokens[at - 2] == "no" && unit.Tokens[at - 1] != "later")));

    private static bool HasWayOut(TextUnit unit) =>
        unit.Tokens is ["if" or "where" or "when" or "whenever" or "until" or "unless", ..] || WaysOut.Any(w => w.IndexIn(unit.Stems) >= 0);

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
            && !(last + 1 < unit.Tokens.Length && Enumerable.Range(last, Math.Min(4, unit.Tokens.Length - last)).Any(i => !asked.Contains(i) && unit.Tokens[i] is "not" or "never" or "nobody" or "none"));
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

    /// <summary>Behind the verb; for a duty with no "not" between the two, and nothing that softens it but what the rule itself asks for.</summary>
    private bool HasAct(Duty duty, TextUnit unit) => act.Any(phrase =>
    {
        int at = phrase.IndexIn(unit.Stems, duty.ActStart);
        return at >= 0 && at < duty.End
            && (duty.Softened < 0 || duty.Softened == at || rule.Kind == EvidenceKind.May)
            && (rule.Kind == EvidenceKind.ShallNot || !Enumerable.Range(duty.ActStart, at - duty.ActStart).Any(i => unit.Tokens[i] is "not" or "never" && (i + 1 >= unit.Tokens.Length || unit.Tokens[i + 1] != "only")));
    });

    private static ImmutableArray<Phrase> Phrases(ImmutableArray<string> written, ImmutableArray<Party> parties) => [.. written
        .SelectMany(w => parties.Where(p => p.Role == w).SelectMany(p => new[] { p.Short, p.Name }).Prepend(w))
        .Distinct(StringComparer.Ordinal)
        .Select(Phrase.Of)
        .Where(p => p.Stems.Length > 0)];
}
