namespace MouBuilder.Templates.Language.Syntax;

/// <summary>Operands: names, literals, lists, and the members, indexes and calls written right after them.</summary>
internal sealed partial class Parser
{
    private Expression? ParsePrimary(Mode mode)
    {
        Token token = Current;
        Expression operand;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                Expression? named = ParseNamed(token);
                if (named is null)
                {
                    return null;
                }

                operand = named;
                break;
            case TokenKind.LocalIdentifier:
                Next();
                operand = Place(new LocalExpression((string)token.Value!), token.Start);
                break;
            case TokenKind.Literal:
                Next();
                operand = Place(new LiteralExpression(token.Value), token.Start);
                break;
            case TokenKind.InterpolationStart:
                operand = ParseInterpolated();
                break;
            case TokenKind.OpenParen:
                operand = ParseParenthesis();
                break;
            case TokenKind.OpenBracket:
                operand = ParseList();
                break;
            case TokenKind.OpenBrace:
                operand = ParseMap();
                break;
            case TokenKind.Exclamation:
                return ParseUnary(UnaryOperator.Not, mode);
            case TokenKind.Minus:
                return ParseUnary(UnaryOperator.Negate, mode);
            case TokenKind.Plus:
                return ParseUnary(UnaryOperator.Plus, mode);
            case TokenKind.At:
                return ParseUnary(UnaryOperator.Alias, mode | Mode.NoCall);
            case TokenKind.Caret:
                return ParseUnary(UnaryOperator.Expand, mode | Mode.NoCall);
            case TokenKind.PlusPlus or TokenKind.MinusMinus:
                return ParseStepBefore(mode);
            default:
                return null;
        }

        return ParsePostfix(operand);
    }

    private Expression? ParseNamed(Token token)
    {
        string name = (string)token.Value!;
        switch (name)
        {
            case "do":
                return ParseFunctionValue();
            case "for" or "while" or "tablerow" when Peek(1).Kind == TokenKind.Dot:
                Next();
                return ParseLoopName(name, token.Start);
        }

        Next();
        Expression expression = name switch
        {
            "true" => new LiteralExpression(Values.Boxes.True),
            "false" => new LiteralExpression(Values.Boxes.False),
            "null" => new LiteralExpression(null),
            "this" => new ThisExpression(),
            _ => new NameExpression(name),
        };
        return Place(expression, token.Start);
    }

    private void ReportBadLoopVariable(int at, string name) => Report(() => bag.TemplateBadLoopVariable(PlaceOf(at), name));

    private LoopExpression ParseLoopName(string keyword, int start)
    {
        string member = Peek(1).Value as string ?? "";
        bool known = member is "index" or "first" or "even" or "odd"
            || (keyword != "while" && member is "last" or "changed" or "length" or "rindex")
            || (keyword == "tablerow" && member == "col");
        if (!known)
        {
            ReportBadLoopVariable(start, $"{keyword}.{member}");
        }

        return Place(new LoopExpression(keyword), start);
    }

    private FunctionExpression ParseFunctionValue()
    {
        int start = Next().Start;
        bool before = newLinesAreBlanks;
        newLinesAreBlanks = false;
        ExpectEndOfStatement();
        Block body = ParseBlock();
        newLinesAreBlanks = before;
        if (IsWord("end"))
        {
            Next();
        }
        else if (Is(TokenKind.EndOfFile))
        {
            ReportMissingEnd("do", start);
        }
        else
        {
            Token stray = Current;
            ReportStray(stray);
        }

        return Place(new FunctionExpression(new(null, null, body, null)), start);
    }

    private UnaryExpression ParseUnary(UnaryOperator @operator, Mode mode)
    {
        Token sign = Next();
        Expression operand = ExpectExpression("the sign", BinaryOperators.Unary, mode & ~(Mode.Statement | Mode.PipeTarget));
        return Grow(new UnaryExpression(@operator, operand), sign.Start, operand.Height);
    }

    private StepExpression ParseStepBefore(Mode mode)
    {
        Token sign = Next();
        Expression target = ExpectExpression("the sign", BinaryOperators.Unary, mode & ~Mode.Statement | Mode.NoCall);
        Expression inner = Unwrap(target);
        if (inner is not (NameExpression or LocalExpression or MemberExpression or IndexExpression))
        {
            Token found = Current;
            ReportNotAssignable(found.Start);
        }

        return Grow(new StepExpression(inner, sign.Kind == TokenKind.PlusPlus ? 1 : -1, before: true), sign.Start, target.Height);
    }

    /// <summary>Members, indexes and calls written right after an operand.</summary>
    private Expression ParsePostfix(Expression operand)
    {
        while (!panicking)
        {
            Token token = Current;
            bool adjacent = token.Start == operand.End;
            switch (token.Kind)
            {
                case TokenKind.Dot or TokenKind.QuestionDot:
                    operand = ParseMember(operand, token.Kind == TokenKind.QuestionDot);
                    break;
                case TokenKind.OpenBracket when adjacent && IsPath(operand):
                    operand = ParseIndex(operand);
                    break;
                case TokenKind.OpenParen when adjacent && IsPath(operand):
                    operand = ParseCall(operand);
                    break;
                case TokenKind.PlusPlus or TokenKind.MinusMinus when adjacent && operand is NameExpression or LocalExpression or MemberExpression or IndexExpression:
                    Next();
                    operand = Grow(new StepExpression(operand, token.Kind == TokenKind.PlusPlus ? 1 : -1, before: false), operand.Start, operand.Height);
                    return operand;
                default:
                    return operand;
            }
        }

        return operand;
    }

    private static bool IsPath(Expression operand) =>
        operand is NameExpression or LocalExpression or ThisExpression or MemberExpression or IndexExpression or CallExpression or ParenthesisExpression;

    private Expression ParseMember(Expression target, bool guarded)
    {
        Next();
        Token name = Current;
        if (name.Kind != TokenKind.Identifier)
        {
            ReportUnexpected(name, "a member's name after the dot");
            return target;
        }

        Next();
        if (name.Value is "empty" && Is(TokenKind.Question) && Current.Start == name.End)
        {
            Next();
            return Grow(new IsEmptyExpression(target), target.Start, target.Height);
        }

        return Grow(new MemberExpression(target, (string)name.Value!, name.Start, guarded), target.Start, target.Height);
    }

    private IndexExpression ParseIndex(Expression target)
    {
        bool before = Open();
        Expression index = ExpectExpression("the index", 0, Mode.None);
        Close(before, TokenKind.CloseBracket, "`]`");
        return Grow(new IndexExpression(target, index), target.Start, Math.Max(target.Height, index.Height));
    }

    private CallExpression ParseCall(Expression target)
    {
        bool before = Open();
        List<Argument> arguments = [];
        int height = target.Height;
        while (!Is(TokenKind.CloseParen) && !panicking)
        {
            Argument argument = ParseArgument(0, Mode.None, named: true);
            height = Math.Max(height, argument.Value?.Height ?? 0);
            arguments.Add(argument);
            if (!Is(TokenKind.Comma))
            {
                break;
            }

            Next();
        }

        Close(before, TokenKind.CloseParen, "`,` or `)`");
        return Grow(new CallExpression(target, arguments, parenthesized: true), target.Start, height);
    }

    private bool Open()
    {
        bool before = newLinesAreBlanks;
        newLinesAreBlanks = true;
        Next();
        return before;
    }

    private void Close(bool before, TokenKind kind, string expected)
    {
        newLinesAreBlanks = before;
        if (Is(kind))
        {
            Next();
            return;
        }

        Token found = Current;
        ReportUnexpected(found, expected);
    }

    private ParenthesisExpression ParseParenthesis()
    {
        int start = Current.Start;
        bool before = newLinesAreBlanks;
        newLinesAreBlanks = false;
        Next();
        Expression inner = ExpectExpression("`(`", 0, Mode.None);
        Close(before, TokenKind.CloseParen, "a closing `)`");
        return Grow(new ParenthesisExpression(inner), start, inner.Height);
    }

    private ListExpression ParseList()
    {
        int start = Current.Start;
        bool before = Open();
        List<Expression> items = [];
        int height = 0;
        while (!Is(TokenKind.CloseBracket) && !panicking)
        {
            Expression item = ExpectExpression("the array", 0, Mode.None);
            height = Math.Max(height, item.Height);
            items.Add(item);
            if (!Is(TokenKind.Comma))
            {
                break;
            }

            Next();
        }

        Close(before, TokenKind.CloseBracket, "`,` or `]`");
        return Grow(new ListExpression(items), start, height);
    }

    private MapExpression ParseMap()
    {
        int start = Current.Start;
        bool before = Open();
        List<KeyValuePair<string, Expression>> members = [];
        int height = 0;
        while (!Is(TokenKind.CloseBrace) && !panicking)
        {
            Token name = Current;
            if (name is not ({ Kind: TokenKind.Identifier } or { Kind: TokenKind.Literal, Value: string }))
            {
                ReportUnexpected(name, "a plain name or a string as the member's name");
                break;
            }

            Next();
            if (!Is(TokenKind.Colon))
            {
                Token found = Current;
                ReportUnexpected(found, $"`:` after the member's name `{name.Value}`");
                break;
            }

            Next();
            Expression value = ExpectExpression("the member's name", 0, Mode.None);
            height = Math.Max(height, value.Height);
            members.Add(new((string)name.Value!, value));
            if (!Is(TokenKind.Comma))
            {
                break;
            }

            Next();
        }

        Close(before, TokenKind.CloseBrace, "`,` or `}`");
        return Grow(new MapExpression(members), start, height);
    }

    private InterpolatedExpression ParseInterpolated()
    {
        int start = Next().Start;
        List<Expression> parts = [];
        int height = 0;
        bool before = newLinesAreBlanks;
        newLinesAreBlanks = false;
        while (!panicking)
        {
            Token token = Current;
            if (token.Kind == TokenKind.InterpolationText)
            {
                Next();
                parts.Add(Place(new LiteralExpression(token.Value), token.Start));
            }
            else if (token.Kind == TokenKind.InterpolationOpen)
            {
                Next();
                Expression part = ExpectExpression("the braces of the string", 0, Mode.None);
                height = Math.Max(height, part.Height);
                parts.Add(part);
                Token found = Current;
                if (found.Kind == TokenKind.InterpolationClose)
                {
                    Next();
                }
                else
                {
                    ReportUnexpected(found, "`}` on the same line as the `{` of the string");
                }
            }
            else
            {
                break;
            }
        }

        newLinesAreBlanks = before;
        if (Is(TokenKind.InterpolationEnd))
        {
            Next();
        }

        return Grow(new InterpolatedExpression(parts), start, height);
    }
}
