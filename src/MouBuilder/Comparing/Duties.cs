namespace MouBuilder.Comparing;

/// <summary>A duty or right that changed, and the sentences that say so; null on the side that does not.</summary>
internal sealed record FoundDuty(Duty? Old, Duty? New)
{
    public DutyChange Change => new(Old?.Actor, Old?.Modal, New?.Actor, New?.Modal) { OldAct = Old?.Act ?? "", NewAct = New?.Act ?? "", IsOfOtherAct = Old is { IsActEdited: true } || New is { IsActEdited: true } };
}

/// <summary>Which of the duties and rights of a text changed.</summary>
internal static class Duties
{
    // A third of the shorter one's.
    private const int Shared = 3;

    public static IEnumerable<FoundDuty> Changed(List<MarkedWord> old, List<MarkedWord> now)
    {
        List<Duty> inOld = [.. DutyReader.Read(old)];
        List<Duty> inNew = [.. DutyReader.Read(now)];
        List<Duty> after = inNew.FindAll(d => d.IsEdited);
        foreach (Duty duty in inOld.Where(d => d.IsEdited))
        {
            Duty? other = after.Find(d => d.Stretch == duty.Stretch && IsOfOneMatter(d, duty)) ?? inNew.Find(d => IsOneModal(d, duty));
            if (other is not null)
            {
                after.Remove(other);
            }

            yield return new(duty, other);
        }

        foreach (Duty duty in after)
        {
            yield return new(inOld.Find(d => !d.IsEdited && IsOneModal(d, duty)), duty);
        }
    }

    /// <summary>"shall" that stands in both texts, with a "not" behind it in one.</summary>
    private static bool IsOneModal(Duty a, Duty b) => a.Kept is { } place && place == b.Kept;

    /// <summary>One sentence put in the place of another is not what became of it: what is to be done has some words in common, unless it is not quoted.</summary>
    private static bool IsOfOneMatter(Duty a, Duty b)
    {
        HashSet<string> words = [.. WordsOf(a.Act)];
        HashSet<string> others = [.. WordsOf(b.Act)];
        int least = Math.Min(words.Count, others.Count);
        return least == 0 || Shared * words.Count(others.Contains) >= least;
    }

    private static IEnumerable<string> WordsOf(string act) => act.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3).Select(w => w.ToUpperInvariant());
}
