namespace MouBuilder.Templates.Language.Syntax;

internal enum BinaryOperator
{
    Coalesce,
    NotCoalesce,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    DivideWhole,
    Remainder,
    ShiftLeft,
    ShiftRight,
    Range,
    RangeExclusive,
}

/// <summary>How tightly operators bind, and how they are written.</summary>
internal static class BinaryOperators
{
    public const int Unary = 200;

    public static bool TryGet(TokenKind kind, out BinaryOperator @operator, out int precedence)
    {
        (BinaryOperator found, precedence) = kind switch
        {
            TokenKind.QuestionQuestion => (BinaryOperator.Coalesce, 20),
            TokenKind.QuestionExclamation => (BinaryOperator.NotCoalesce, 20),
            TokenKind.LessLess => (BinaryOperator.ShiftLeft, 25),
            TokenKind.GreaterGreater => (BinaryOperator.ShiftRight, 25),
            TokenKind.BarBar => (BinaryOperator.Or, 30),
            TokenKind.AmpersandAmpersand => (BinaryOperator.And, 40),
            TokenKind.EqualEqual => (BinaryOperator.Equal, 70),
            TokenKind.ExclamationEqual => (BinaryOperator.NotEqual, 70),
            TokenKind.Less => (BinaryOperator.Less, 80),
            TokenKind.LessEqual => (BinaryOperator.LessOrEqual, 80),
            TokenKind.Greater => (BinaryOperator.Greater, 80),
            TokenKind.GreaterEqual => (BinaryOperator.GreaterOrEqual, 80),
            TokenKind.Plus => (BinaryOperator.Add, 90),
            TokenKind.Minus => (BinaryOperator.Subtract, 90),
            TokenKind.Asterisk => (BinaryOperator.Multiply, 100),
            TokenKind.Slash => (BinaryOperator.Divide, 100),
            TokenKind.SlashSlash => (BinaryOperator.DivideWhole, 100),
            TokenKind.Percent => (BinaryOperator.Remainder, 100),
            TokenKind.DotDot => (BinaryOperator.Range, 120),
            TokenKind.DotDotLess => (BinaryOperator.RangeExclusive, 120),
            _ => (default, 0),
        };
        @operator = found;
        return precedence > 0;
    }

    public static bool TryGetAssignment(TokenKind kind, out BinaryOperator @operator)
    {
        (@operator, bool known) = kind switch
        {
            TokenKind.PlusEqual => (BinaryOperator.Add, true),
            TokenKind.MinusEqual => (BinaryOperator.Subtract, true),
            TokenKind.AsteriskEqual => (BinaryOperator.Multiply, true),
            TokenKind.SlashEqual => (BinaryOperator.Divide, true),
            TokenKind.SlashSlashEqual => (BinaryOperator.DivideWhole, true),
            TokenKind.PercentEqual => (BinaryOperator.Remainder, true),
            _ => (default, false),
        };
        return known;
    }

    public static string Text(this BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Coalesce => "??",
        BinaryOperator.NotCoalesce => "?!",
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.DivideWhole => "//",
        BinaryOperator.Remainder => "%",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.Range => "..",
        _ => "..<",
    };

    public static bool IsComparison(this BinaryOperator @operator) =>
        @operator is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;
}
