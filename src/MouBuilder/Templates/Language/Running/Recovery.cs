using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language.Syntax;

namespace MouBuilder.Templates.Language.Running;

/// <summary>
/// What a render knows of the mistakes it has told, so that it tells each once and blames nothing that an earlier one spoiled: the names a statement that
/// failed would have set are in doubt until something sets them.
/// </summary>
internal sealed class Recovery(DiagnosticBag bag)
{
    /// <summary>However often a template fails, it ends.</summary>
    private const int Most = 400;

    /// <summary>A loop whose turns fail like this is left: its mistakes have been told.</summary>
    private const int MostTurns = 20;

    /// <summary>At one place of a file another turn may find another mistake, but not a tenth.</summary>
    private const int MostAtOnePlace = 3;

    private readonly HashSet<Diagnostic> told = [];
    private readonly Dictionary<(SourceText, int), int> places = [];
    private readonly Dictionary<Statement, IReadOnlyCollection<string>> setBy = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> inDoubt = new(StringComparer.Ordinal);

    /// <summary>How many statements have failed so far.</summary>
    public int Failures { get; private set; }

    /// <summary>Whether something that could have set any name failed: an include, an import.</summary>
    public bool AnyNameIsInDoubt { get; private set; }

    public bool HasDoubts => AnyNameIsInDoubt || inDoubt.Count > 0;

    /// <summary>Whether one more failed statement can be left for the next one.</summary>
    public bool MayGoOn => Failures < Most && bag.Count < Parser.MostErrors;

    /// <summary>Whether a loop is to be left.</summary>
    public static bool IsHopeless(int failedTurns) => failedTurns >= MostTurns;

    public void Failed(Fault fault, Statement statement)
    {
        Failures++;
        Tell(fault);
        if (!setBy.TryGetValue(statement, out IReadOnlyCollection<string>? names))
        {
            setBy.Add(statement, names = SetNames.Of(statement));
        }

        inDoubt.UnionWith(names);
        AnyNameIsInDoubt |= SetNames.MaySetAny(statement);
    }

    public void Tell(Fault fault)
    {
        if (bag.Count >= Parser.MostErrors || (fault.Place is { } place && !IsNews(place)))
        {
            return;
        }

        DiagnosticBag found = new();
        fault.Report(found);
        bag.AddRange(found.ToImmutable().Where(told.Add));
    }

    public void Doubt(Expression target) => inDoubt.UnionWith(SetNames.Root(target));

    public void Doubt(string name) => inDoubt.Add(name);

    /// <summary>Somebody has set the name, and with it all that belongs to it.</summary>
    /// <returns>Whether it was in doubt.</returns>
    public bool Settle(string name)
    {
        if (inDoubt.Count == 0)
        {
            return false;
        }

        inDoubt.RemoveWhere(n => n.Length > name.Length && n[name.Length] == '.' && n.StartsWith(name, StringComparison.Ordinal));
        return inDoubt.Remove(name);
    }

    public void Settle(Expression target)
    {
        if (inDoubt.Count > 0)
        {
            foreach (string name in SetNames.Root(target))
            {
                Settle(name);
            }
        }
    }

    public bool IsInDoubt(string name) => inDoubt.Count > 0 && inDoubt.Contains(name);

    public bool IsInDoubt(MemberExpression member) => inDoubt.Count > 0 && SetNames.PathOf(member) is { } path && inDoubt.Contains(path);

    private bool IsNews((SourceText, int) place)
    {
        int before = places.GetValueOrDefault(place);
        places[place] = before + 1;
        return before < MostAtOnePlace;
    }
}
