namespace MouBuilder.Templates.Language.Syntax;

/// <summary>The names a statement would set.</summary>
internal static class SetNames
{
    /// <summary>Names with their dollar sign where they have one; where a member or an item is set, the name it belongs to.</summary>
    public static IEnumerable<string> Of(Statement statement) => statement switch
    {
        AssignStatement s => Root(s.Target),
        WriteStatement { Expression: StepExpression s } => Root(s.Target),
        FunctionStatement s => Root(s.Target),
        CaptureStatement s => Root(s.Target).Concat(Of(s.Body)),
        IfStatement s => s.Branches.SelectMany(b => Of(b.Body)).Concat(Of(s.Otherwise)),
        CaseStatement s => s.Whens.SelectMany(w => Of(w.Body)).Concat(Of(s.Otherwise)),
        ForStatement s => Of(s.Body).Concat(Of(s.Otherwise)),
        WhileStatement s => Of(s.Body),
        WithStatement s => Root(s.Target).Concat(Of(s.Body)),
        WrapStatement s => Of(s.Body),
        _ => [],
    };

    private static IEnumerable<string> Of(Block? block) => block is null ? [] : block.Statements.SelectMany(Of);

    private static IEnumerable<string> Root(Expression target) => target switch
    {
        NameExpression name => [name.Name],
        LocalExpression local => [local.Name],
        MemberExpression member => Root(member.Target),
        IndexExpression index => Root(index.Target),
        _ => [],
    };
}
