namespace MouBuilder.Templates.Language.Syntax;

/// <summary>Something that has a value. <see cref="Height"/> bounds how deep evaluating it can recurse.</summary>
internal abstract class Expression : Node
{
    public int Height { get; set; } = 1;
}

internal sealed class LiteralExpression(object? value) : Expression
{
    public object? Value { get; } = value;
}

/// <summary>A name of the model, of the template's own making, or of a group of built-ins.</summary>
internal sealed class NameExpression(string name) : Expression
{
    public string Name { get; } = name;
}

/// <summary><c>$name</c>, <c>$0</c>, <c>$</c> or <c>$$</c>: seen in one function or file only.</summary>
internal sealed class LocalExpression(string name) : Expression
{
    /// <summary>With its dollar sign.</summary>
    public string Name { get; } = name;

    /// <summary>The argument's number for <c>$0</c>, <c>$1</c>, …; otherwise -1.</summary>
    public int Argument { get; } = name.Length is > 1 and < 6 && int.TryParse(name.AsSpan(1), System.Globalization.NumberStyles.None, null, out int n) ? n : -1;
}

internal sealed class ThisExpression : Expression;

/// <summary><c>for</c>, <c>while</c> or <c>tablerow</c> used as a value: what the innermost loop knows about itself.</summary>
internal sealed class LoopExpression(string keyword) : Expression
{
    public string Keyword { get; } = keyword;
}

internal sealed class InterpolatedExpression(IReadOnlyList<Expression> parts) : Expression
{
    public IReadOnlyList<Expression> Parts { get; } = parts;
}

internal sealed class MemberExpression(Expression target, string name, int nameStart, bool guarded) : Expression
{
    public Expression Target { get; } = target;

    public string Name { get; } = name;

    public int NameStart { get; } = nameStart;

    /// <summary>Written <c>?.</c>: a target that is missing or null gives null.</summary>
    public bool Guarded { get; } = guarded;
}

/// <summary><c>.empty?</c></summary>
internal sealed class IsEmptyExpression(Expression target) : Expression
{
    public Expression Target { get; } = target;
}

internal sealed class IndexExpression(Expression target, Expression index) : Expression
{
    public Expression Target { get; } = target;

    public Expression Index { get; } = index;
}

internal sealed class ListExpression(IReadOnlyList<Expression> items) : Expression
{
    public IReadOnlyList<Expression> Items { get; } = items;
}

internal sealed class MapExpression(IReadOnlyList<KeyValuePair<string, Expression>> members) : Expression
{
    public IReadOnlyList<KeyValuePair<string, Expression>> Members { get; } = members;
}

internal sealed class ParenthesisExpression(Expression inner) : Expression
{
    public Expression Inner { get; } = inner;
}

internal enum UnaryOperator
{
    Not,
    Negate,
    Plus,
    Alias,
    Expand,
}

internal sealed class UnaryExpression(UnaryOperator @operator, Expression operand) : Expression
{
    public UnaryOperator Operator { get; } = @operator;

    public Expression Operand { get; } = operand;
}

/// <summary><c>++x</c>, <c>x++</c>, <c>--x</c>, <c>x--</c>.</summary>
internal sealed class StepExpression(Expression target, int change, bool before) : Expression
{
    public Expression Target { get; } = target;

    public int Change { get; } = change;

    /// <summary>The value is the one after the change.</summary>
    public bool Before { get; } = before;
}

internal sealed class BinaryExpression(Expression left, BinaryOperator @operator, int operatorStart, Expression right) : Expression
{
    public Expression Left { get; } = left;

    public BinaryOperator Operator { get; } = @operator;

    public int OperatorStart { get; } = operatorStart;

    public Expression Right { get; } = right;
}

internal sealed class ConditionalExpression(Expression condition, Expression whenTrue, Expression whenFalse) : Expression
{
    public Expression Condition { get; } = condition;

    public Expression WhenTrue { get; } = whenTrue;

    public Expression WhenFalse { get; } = whenFalse;
}

internal sealed class PipeExpression(Expression from, Expression to) : Expression
{
    public Expression From { get; } = from;

    public Expression To { get; } = to;
}

/// <param name="Name">Null for an argument given by position.</param>
/// <param name="NameStart">Where the name stands.</param>
/// <param name="Value">Null for a name alone, which stands for true.</param>
internal sealed record Argument(string? Name, int NameStart, Expression? Value)
{
    public int Start => Name is null ? Value!.Start : NameStart;
}

internal sealed class CallExpression(Expression target, IReadOnlyList<Argument> arguments, bool parenthesized) : Expression
{
    public Expression Target { get; } = target;

    public IReadOnlyList<Argument> Arguments { get; } = arguments;

    public bool Parenthesized { get; } = parenthesized;
}

/// <summary><c>do … end</c> used as a value.</summary>
internal sealed class FunctionExpression(FunctionSyntax function) : Expression
{
    public FunctionSyntax Function { get; } = function;
}
