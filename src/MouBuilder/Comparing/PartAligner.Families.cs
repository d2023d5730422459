namespace MouBuilder.Comparing;

/// <content>Clauses that go by their family.</content>
internal sealed partial class PartAligner
{
    /// <summary>The families of the old clauses, by clause id; empty where clauses do not go by them.</summary>
    public IReadOnlyDictionary<string, string> OldFamilies { get; init; } = new Dictionary<string, string>();

    /// <summary>The families of the new clauses, by clause id; empty where clauses do not go by them.</summary>
    public IReadOnlyDictionary<string, string> NewFamilies { get; init; } = new Dictionary<string, string>();

    /// <summary>Clauses of one family of which none has a partner, the most alike first.</summary>
    private void ByFamily()
    {
        DocumentPart[] after = [.. now.Where(p => p.Kind == PartKind.Clause && oldOf[p.Position] < 0 && NewFamilies.ContainsKey(p.Id))];
        List<(double Likeness, int Old, int New)> found = [];
        foreach (DocumentPart before in old.Where(p => p.Kind == PartKind.Clause && newOf[p.Position] < 0 && OldFamilies.ContainsKey(p.Id)))
        {
            foreach (DocumentPart part in after.Where(p => NewFamilies[p.Id] == OldFamilies[before.Id]))
            {
                found.Add((Wording.Likeness(wording.Sorted(before.Blocks), wording.Sorted(part.Blocks)), before.Position, part.Position));
            }
        }

        JoinBest(found);
    }
}
