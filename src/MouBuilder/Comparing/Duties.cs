namespace MouBuilder.Comparing;

/// <summary>Which of the duties and rights of a text changed.</summary>
internal static class Duties
{
    public static IEnumerable<DutyChange> Changed(List<MarkedWord> old, List<MarkedWord> now)
    {
        List<Duty> before = [.. DutyReader.Read(old).Where(d => d.IsEdited)];
        List<Duty> after = [.. DutyReader.Read(now).Where(d => d.IsEdited)];
        foreach (Duty duty in before)
        {
            Duty? other = after.Find(d => d.Stretch == duty.Stretch);
            if (other is not null)
            {
                after.Remove(other);
            }

            yield return new(duty.Actor, duty.Modal, other?.Actor, other?.Modal) { OldAct = duty.Act, NewAct = other?.Act ?? "" };
        }

        foreach (Duty duty in after)
        {
            yield return new(null, null, duty.Actor, duty.Modal) { NewAct = duty.Act };
        }
    }
}
