namespace MouBuilder.Templates.Language.Syntax;

internal abstract class Statement : Node;

/// <summary>Text that is copied to the output.</summary>
internal sealed class RawStatement : Statement;

/// <summary>The start of a code block: what it writes is indented as it stands in the template.</summary>
internal sealed class EnterStatement(int indentStart, int indentLength) : Statement
{
    public int IndentStart { get; } = indentStart;

    public int IndentLength { get; } = indentLength;
}

internal sealed class ExitStatement : Statement;

/// <summary>An expression whose value is written.</summary>
internal sealed class WriteStatement(Expression expression) : Statement
{
    public Expression Expression { get; } = expression;
}

/// <param name="target">What is set.</param>
/// <param name="operator">The operator of <c>+=</c> and its like; null for <c>=</c>.</param>
/// <param name="operatorStart">Where the sign stands.</param>
/// <param name="value">What it is set to.</param>
internal sealed class AssignStatement(Expression target, BinaryOperator? @operator, int operatorStart, Expression value) : Statement
{
    public Expression Target { get; } = target;

    public BinaryOperator? Operator { get; } = @operator;

    public int OperatorStart { get; } = operatorStart;

    public Expression Value { get; } = value;
}

internal sealed record Branch(Expression Condition, Block Body);

internal sealed class Block(IReadOnlyList<Statement> statements)
{
    public IReadOnlyList<Statement> Statements { get; } = statements;
}

internal sealed class IfStatement(IReadOnlyList<Branch> branches, Block? otherwise) : Statement
{
    public IReadOnlyList<Branch> Branches { get; } = branches;

    public Block? Otherwise { get; } = otherwise;
}

internal sealed record When(IReadOnlyList<Expression> Values, Block Body);

internal sealed class CaseStatement(Expression value, Block before, IReadOnlyList<When> whens, Block? otherwise) : Statement
{
    public Expression Value { get; } = value;

    /// <summary>Blanks in front of the first <c>when</c>.</summary>
    public Block Before { get; } = before;

    public IReadOnlyList<When> Whens { get; } = whens;

    public Block? Otherwise { get; } = otherwise;
}

internal sealed class ForStatement(Expression variable, Expression items, IReadOnlyList<Argument> arguments, Block body, Block? otherwise, bool table) : Statement
{
    public Expression Variable { get; } = variable;

    public Expression Items { get; } = items;

    public IReadOnlyList<Argument> Arguments { get; } = arguments;

    public Block Body { get; } = body;

    public Block? Otherwise { get; } = otherwise;

    /// <summary>A <c>tablerow</c>: every turn is a cell.</summary>
    public bool Table { get; } = table;
}

internal sealed class WhileStatement(Expression condition, Block body) : Statement
{
    public Expression Condition { get; } = condition;

    public Block Body { get; } = body;
}

internal sealed class CaptureStatement(Expression target, Block body) : Statement
{
    public Expression Target { get; } = target;

    public Block Body { get; } = body;
}

internal sealed class WithStatement(Expression target, Block body) : Statement
{
    public Expression Target { get; } = target;

    public Block Body { get; } = body;
}

internal enum ParameterKind
{
    Required,
    Optional,
    Rest,
}

internal sealed record Parameter(string Name, ParameterKind Kind, object? Default);

/// <param name="Name">With its dollar sign when local; null for <c>do … end</c>.</param>
/// <param name="Parameters">Null when the arguments are read as <c>$0</c>, <c>$1</c> and so on.</param>
/// <param name="Body">The statements of <c>func … end</c>; null for an inline function.</param>
/// <param name="Result">The expression of an inline function.</param>
internal sealed record FunctionSyntax(string? Name, IReadOnlyList<Parameter>? Parameters, Block? Body, Expression? Result);

internal sealed class FunctionStatement(Expression target, FunctionSyntax function) : Statement
{
    public Expression Target { get; } = target;

    public FunctionSyntax Function { get; } = function;
}

internal sealed class ReturnStatement(Expression? value) : Statement
{
    public Expression? Value { get; } = value;
}

internal sealed class LeaveStatement(bool breaks) : Statement
{
    /// <summary><c>break</c>; otherwise <c>continue</c>.</summary>
    public bool Breaks { get; } = breaks;
}

internal sealed class ImportStatement(Expression value) : Statement
{
    public Expression Value { get; } = value;
}

internal sealed class ReadOnlyStatement(Expression target) : Statement
{
    public Expression Target { get; } = target;
}

internal sealed class WrapStatement(Expression target, Block body) : Statement
{
    public Expression Target { get; } = target;

    public Block Body { get; } = body;
}
