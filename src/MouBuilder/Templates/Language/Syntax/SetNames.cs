namespace MouBuilder.Templates.Language.Syntax;

/// <summary>The names a statement would set.</summary>
internal static class SetNames
{
    /// <summary>Names with their dollar sign where they have one; where a member is set its path (<c>police.zip</c>), where an item is, the list it belongs to.</summary>
    public static IReadOnlyCollection<string> Of(Statement statement)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        Add(statement, names);
        return names;
    }

    /// <summary>Whether it could set names that are not written in it.</summary>
    public static bool MaySetAny(Statement statement) => statement switch
    {
        ImportStatement => true,
        AssignStatement { Target: IndexExpression { Target: ThisExpression, Index: not LiteralExpression } } => true,
        WriteStatement { Expression: var written } => IsInclude(written),
        AssignStatement { Value: var value } => IsInclude(value),
        _ => false,
    };

    /// <summary>The name that setting a target sets.</summary>
    public static IEnumerable<string> Root(Expression target) => target switch
    {
        NameExpression name => [name.Name],
        LocalExpression local => [local.Name],
        MemberExpression member when PathOf(member) is { } path => [path],
        MemberExpression member => Root(member.Target),
        IndexExpression { Target: ThisExpression, Index: LiteralExpression { Value: string name } } => [name],
        IndexExpression index => Root(index.Target),
        _ => [],
    };

    /// <summary><c>a.b.c</c>; null when something else than names stands in it. A member of <c>this</c> is a name.</summary>
    public static string? PathOf(Expression path)
    {
        List<string> names = [];
        for (; path is MemberExpression member; path = member.Target)
        {
            names.Add(member.Name);
        }

        string? first = path switch
        {
            NameExpression name => name.Name,
            LocalExpression local => local.Name,
            ThisExpression => "",
            _ => null,
        };
        if (first is null)
        {
            return null;
        }

        if (first.Length > 0)
        {
            names.Add(first);
        }

        names.Reverse();
        return string.Join('.', names);
    }

    private static bool IsInclude(Expression value) => value switch
    {
        CallExpression call => IsInclude(call.Target),
        PipeExpression pipe => IsInclude(pipe.From) || IsInclude(pipe.To),
        NameExpression { Name: "include" or "include_join" } => true,
        _ => false,
    };

    private static void Add(Statement statement, HashSet<string> names)
    {
        switch (statement)
        {
            case AssignStatement s:
                names.UnionWith(Root(s.Target));
                break;
            case WriteStatement { Expression: StepExpression s }:
                names.UnionWith(Root(s.Target));
                break;
            case ReadOnlyStatement s:
                names.UnionWith(Root(s.Target));
                break;
            case FunctionStatement s:
                names.UnionWith(Root(s.Target));
                break;
            case CaptureStatement s:
                names.UnionWith(Root(s.Target));
                Add(s.Body, names);
                break;
            case IfStatement s:
                foreach (Branch branch in s.Branches)
                {
                    Add(branch.Body, names);
                }

                Add(s.Otherwise, names);
                break;
            case CaseStatement s:
                foreach (When when in s.Whens)
                {
                    Add(when.Body, names);
                }

                Add(s.Otherwise, names);
                break;
            case ForStatement s:
                Add(s.Body, names);
                Add(s.Otherwise, names);
                break;
            case WhileStatement s:
                Add(s.Body, names);
                break;
            case WithStatement s:
                names.UnionWith(Root(s.Target));
                Add(s.Body, names);
                break;
            case WrapStatement s:
                Add(s.Body, names);
                break;
            default:
                break;
        }
    }

    private static void Add(Block? block, HashSet<string> names)
    {
        foreach (Statement statement in block?.Statements ?? [])
        {
            Add(statement, names);
        }
    }
}
