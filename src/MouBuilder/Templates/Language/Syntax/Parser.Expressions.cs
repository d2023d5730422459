namespace MouBuilder.Templates.Language.Syntax;

/// <summary>Expressions: operators, pipes and calls without parentheses.</summary>
internal sealed partial class Parser
{
    /// <summary>What the place an expression stands in leaves to the place itself.</summary>
    [Flags]
    private enum Mode
    {
        None = 0,

        /// <summary>An argument: further operands belong to the call around it, and so do pipes and <c>?</c>.</summary>
        Argument = 1,

        /// <summary>A colon ends it, so <c>name:</c> is no named argument.</summary>
        NoNamedArguments = 2,

        /// <summary>The items of a loop: <c>limit</c>, <c>offset</c>, <c>reversed</c> and <c>cols</c> are the loop's.</summary>
        LoopItems = 4,

        /// <summary>A whole statement, which may turn out to be an assignment.</summary>
        Statement = 8,

        /// <summary>The receiving end of a pipe.</summary>
        PipeTarget = 16,

        /// <summary>A value of <c>when</c>, where <c>||</c> separates alternatives.</summary>
        WhenValue = 32,

        /// <summary>An operand of a sign, which takes no arguments.</summary>
        NoCall = 64,
    }

    private Expression ExpectExpression(string what, int precedence, Mode mode)
    {
        Token token = Current;
        if (ParseExpression(precedence, mode) is { } expression)
        {
            return expression;
        }

        ReportMissing(token, what);
        Recover(keepPanic: true);
        return Place(new LiteralExpression(null), token.Start);
    }

    private void Recover(bool keepPanic)
    {
        Recover();
        panicking = keepPanic;
    }

    /// <summary>Null, with nothing reported and nothing read, when no expression begins here.</summary>
    private Expression? ParseExpression(int precedence, Mode mode)
    {
        if (!Deeper())
        {
            depth--;
            return new LiteralExpression(null);
        }

        Expression? left = ParsePrimary(mode);
        if (left is not null)
        {
            left = ParseFollowing(left, precedence, mode);
        }

        depth--;
        return left;
    }

    private Expression ParseFollowing(Expression left, int precedence, Mode mode)
    {
        Mode inherited = mode & (Mode.NoNamedArguments | Mode.LoopItems | Mode.WhenValue);
        while (!panicking)
        {
            if ((mode & (Mode.Argument | Mode.NoCall)) == 0 && BeginsArgument(inherited))
            {
                left = ParseArguments(left, precedence, inherited);
                continue;
            }

            Token token = Current;
            if (BinaryOperators.TryGet(token.Kind, out BinaryOperator @operator, out int binds) && !(token.Kind == TokenKind.BarBar && (mode & Mode.WhenValue) != 0))
            {
                if (binds <= precedence)
                {
                    return left;
                }

                Next();
                Expression right = ExpectExpression("the operator", binds, (mode & (Mode.Argument | Mode.NoCall)) | inherited);
                left = Grow(new BinaryExpression(left, @operator, token.Start, right), left.Start, Math.Max(left.Height, right.Height));
                continue;
            }

            if (precedence > 0 || (mode & Mode.Argument) != 0)
            {
                return left;
            }

            switch (token.Kind)
            {
                case TokenKind.Bar or TokenKind.PipeGreater when (mode & Mode.PipeTarget) == 0:
                    left = ParsePipe(left, inherited);
                    continue;
                case TokenKind.Question when (mode & Mode.PipeTarget) == 0:
                    left = ParseConditional(left, inherited);
                    continue;
                case TokenKind.Equal when (mode & Mode.Statement) == 0:
                    ReportMisplacedAssignment(left.Start);
                    return left;
                default:
                    return left;
            }
        }

        return left;
    }

    private PipeExpression ParsePipe(Expression from, Mode inherited)
    {
        Next();
        SkipNewLines();
        Expression to = ExpectExpression("the pipe `|`", 0, Mode.PipeTarget | inherited);
        return Grow(new PipeExpression(from, to), from.Start, Math.Max(from.Height, to.Height));
    }

    private ConditionalExpression ParseConditional(Expression condition, Mode inherited)
    {
        Next();
        Expression whenTrue = ExpectExpression("`?`", 0, Mode.NoNamedArguments | inherited);
        if (Is(TokenKind.Colon))
        {
            Next();
        }
        else
        {
            Token found = Current;
            ReportUnexpected(found, "`:` and the value for the other case");
        }

        Expression whenFalse = panicking ? whenTrue : ExpectExpression("`:`", 0, inherited);
        return Grow(
            new ConditionalExpression(condition, whenTrue, whenFalse),
            condition.Start,
            Math.Max(condition.Height, Math.Max(whenTrue.Height, whenFalse.Height)));
    }

    private bool BeginsArgument(Mode mode)
    {
        switch (Current.Kind)
        {
            case TokenKind.Identifier:
                bool loopWord = (mode & Mode.LoopItems) != 0 && Current.Value is "limit" or "offset" or "reversed" or "cols";
                return !loopWord;
            case TokenKind.LocalIdentifier or TokenKind.Literal or TokenKind.InterpolationStart or TokenKind.OpenParen
                or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.At or TokenKind.Caret or TokenKind.Exclamation:
                return true;
            default:
                return false;
        }
    }

    /// <summary>The arguments of <c>f a b name: c</c>.</summary>
    private CallExpression ParseArguments(Expression target, int precedence, Mode inherited)
    {
        List<Argument> arguments = [];
        int height = target.Height;
        while (!panicking && BeginsArgument(inherited))
        {
            bool isFunction = IsWord("do");
            Argument argument = ParseArgument(precedence, Mode.Argument | inherited, (inherited & Mode.NoNamedArguments) == 0);
            height = Math.Max(height, argument.Value?.Height ?? 0);
            arguments.Add(argument);
            if (isFunction)
            {
                break;
            }
        }

        return Grow(new CallExpression(target, arguments, parenthesized: false), target.Start, height);
    }

    private Argument ParseArgument(int precedence, Mode mode, bool named)
    {
        Token token = Current;
        if (named && token.Kind == TokenKind.Identifier && Peek(1).Kind == TokenKind.Colon)
        {
            Next();
            Next();
            return new((string)token.Value!, token.Start, ExpectExpression("the argument", precedence, mode));
        }

        Expression value = ExpectExpression("the call", precedence, mode);
        if (named && Is(TokenKind.Colon))
        {
            ReportUnexpected(value.Start, token, "a plain name before `:`");
        }

        return new(null, value.Start, value);
    }
}
