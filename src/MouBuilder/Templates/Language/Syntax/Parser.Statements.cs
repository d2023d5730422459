namespace MouBuilder.Templates.Language.Syntax;

/// <summary>Statements and the blocks they open.</summary>
internal sealed partial class Parser
{
    /// <summary>Reads statements until <c>end</c>, <c>else</c>, <c>when</c> or the end of the template, which stays unread.</summary>
    private void ParseStatements(List<Statement> statements)
    {
        bool indented = false;
        while (true)
        {
            Token token = Current;
            switch (token.Kind)
            {
                case TokenKind.EndOfFile:
                    return;
                case TokenKind.Raw:
                    Next();
                    statements.Add(Place(new RawStatement(), token.Start));
                    break;
                case TokenKind.CodeEnter:
                    Next();
                    if (token.IndentLength > 0)
                    {
                        indented = true;
                        statements.Add(Place(new EnterStatement(token.Start - token.IndentLength, token.IndentLength), token.Start));
                    }

                    break;
                case TokenKind.CodeExit:
                    Next();
                    if (indented)
                    {
                        indented = false;
                        statements.Add(Place(new ExitStatement(), token.Start));
                    }

                    break;
                case TokenKind.NewLine or TokenKind.Semicolon:
                    Next();
                    break;
                case TokenKind.Identifier when token.Value is "end" or "else" or "when":
                    return;
                default:
                    if (ParseStatement() is { } statement)
                    {
                        statements.Add(statement);
                    }

                    break;
            }
        }
    }

    private Block ParseBlock()
    {
        List<Statement> statements = [];
        if (Deeper())
        {
            ParseStatements(statements);
        }

        depth--;
        return new(statements);
    }

    /// <summary>An <c>else</c>, <c>when</c> or <c>end</c> that nothing before it opened.</summary>
    private void ParseStray()
    {
        Token stray = Next();
        if (stray.Value is "end")
        {
            ReportStray(stray);
            Recover();
            return;
        }

        Recover();
        ParseBlock();
        if (Is(TokenKind.EndOfFile))
        {
            ReportMissingEnd((string)stray.Value!, stray.Start);
            return;
        }

        ReportStray(stray);
        if (IsWord("end"))
        {
            Next();
        }

        Recover();
    }

    private void ReportMissingEnd(string keyword, int start)
    {
        int last = index > 0 ? tokens[index - 1].Start : 0;
        Report(() => bag.TemplateMissingEnd(PlaceOf(last), keyword, PlaceOf(start)));
    }

    private void ExpectEnd(string keyword, int start)
    {
        if (IsWord("end"))
        {
            Next();
            ExpectEndOfStatement();
        }
        else if (Is(TokenKind.EndOfFile))
        {
            ReportMissingEnd(keyword, start);
        }
        else
        {
            Token stray = Current;
            ReportStray(stray);
            Next();
            Recover();
            ParseBlock();
            ExpectEnd(keyword, start);
        }
    }

    private void ExpectEndOfStatement()
    {
        if (Current.Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.EndOfFile)
        {
            panicking = false;
            return;
        }

        Token token = Current;
        ReportUnexpected(token, "the end of the statement: a new line, `;` or `}}`");
        Recover();
    }

    private Statement? ParseStatement()
    {
        Token token = Current;
        if (token.Kind == TokenKind.Identifier && !IsUsedAsValue())
        {
            switch ((string)token.Value!)
            {
                case "if":
                    return ParseIf();
                case "case":
                    return ParseCase();
                case "for":
                    return ParseFor(table: false);
                case "tablerow":
                    return ParseFor(table: true);
                case "while":
                    return ParseWhile();
                case "capture":
                    return ParseCapture();
                case "with":
                    return ParseWith();
                case "func":
                    return ParseFunction();
                case "wrap":
                    return ParseWrap();
                case "ret":
                    return ParseReturn();
                case "break" or "continue":
                    Next();
                    ExpectEndOfStatement();
                    return Place(new LeaveStatement(token.Value is "break"), token.Start);
                case "import":
                    Next();
                    Expression imported = ExpectExpression("import", 0, Mode.None);
                    ExpectEndOfStatement();
                    return Place(new ImportStatement(imported), token.Start);
                case "readonly":
                    Next();
                    Expression fixedName = ExpectExpression("readonly", 0, Mode.None);
                    ExpectEndOfStatement();
                    return Place(new ReadOnlyStatement(fixedName), token.Start);
            }
        }

        return ParseExpressionStatement();
    }

    /// <summary>A keyword before a dot or an assignment is a plain name: <c>for.index</c>.</summary>
    private bool IsUsedAsValue() => Peek(1).Kind is TokenKind.Dot or TokenKind.QuestionDot;

    private Statement? ParseExpressionStatement()
    {
        Token first = Current;
        Expression? expression = ParseExpression(0, Mode.Statement);
        if (expression is null)
        {
            ReportUnexpected(first, "a statement or an expression");
            Recover();
            return null;
        }

        if (panicking)
        {
            Recover();
            return null;
        }

        Token token = Current;
        if (token.Kind == TokenKind.Equal)
        {
            return ParseAssignment(expression, null);
        }

        if (BinaryOperators.TryGetAssignment(token.Kind, out BinaryOperator @operator))
        {
            return ParseAssignment(expression, @operator);
        }

        ExpectEndOfStatement();
        return Place(new WriteStatement(expression), first.Start);
    }

    private Statement? ParseAssignment(Expression target, BinaryOperator? @operator)
    {
        Token sign = Next();
        if (target is CallExpression { Parenthesized: true, Target: NameExpression or LocalExpression } call && @operator is null)
        {
            return ParseInlineFunction(call);
        }

        Expression inner = Unwrap(target);
        Expression value = ExpectExpression("an assignment", 0, Mode.None);
        if (inner is not (NameExpression or LocalExpression or MemberExpression or IndexExpression))
        {
            ReportNotAssignable(inner.Start);
        }

        ExpectEndOfStatement();
        return Place(new AssignStatement(inner, @operator, sign.Start, value), target.Start);
    }

    private static Expression Unwrap(Expression expression)
    {
        while (expression is ParenthesisExpression parenthesis)
        {
            expression = parenthesis.Inner;
        }

        return expression;
    }

    private IfStatement ParseIf()
    {
        int start = Next().Start;
        List<Branch> branches = [];
        Expression condition = ExpectExpression("if", 0, Mode.None);
        ExpectEndOfStatement();
        branches.Add(new(condition, ParseBlock()));
        Block? otherwise = null;
        while (IsWord("else") && otherwise is null)
        {
            Next();
            if (IsWord("if"))
            {
                Next();
                condition = ExpectExpression("else if", 0, Mode.None);
                ExpectEndOfStatement();
                branches.Add(new(condition, ParseBlock()));
            }
            else
            {
                ExpectEndOfStatement();
                otherwise = ParseBlock();
            }
        }

        ExpectEnd("if", start);
        return Place(new IfStatement(branches, otherwise), start);
    }

    private CaseStatement ParseCase()
    {
        int start = Next().Start;
        Expression value = ExpectExpression("case", 0, Mode.None);
        ExpectEndOfStatement();
        List<When> whens = [];
        Block? otherwise = null;
        Block before = ParseUpToWhen();
        while (IsWord("when"))
        {
            Next();
            List<Expression> values = [ExpectExpression("when", 0, Mode.WhenValue)];
            while (Is(TokenKind.Comma) || Is(TokenKind.BarBar))
            {
                Next();
                values.Add(ExpectExpression("when", 0, Mode.WhenValue));
            }

            ExpectEndOfStatement();
            whens.Add(new(values, ParseBlock()));
        }

        if (IsWord("else"))
        {
            Token word = Next();
            if (whens.Count == 0)
            {
                ReportStray(word);
            }

            ExpectEndOfStatement();
            otherwise = ParseBlock();
        }

        ExpectEnd("case", start);
        return Place(new CaseStatement(value, before, whens, otherwise), start);
    }

    /// <summary>Between <c>case</c> and its first <c>when</c> only blanks may stand; they are printed like any text.</summary>
    private Block ParseUpToWhen()
    {
        List<Statement> blanks = [];
        while (true)
        {
            Token token = Current;
            switch (token.Kind)
            {
                case TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeEnter or TokenKind.CodeExit:
                    Next();
                    continue;
                case TokenKind.Raw when source.Text.AsSpan(token.Start, token.End - token.Start).IsWhiteSpace():
                    Next();
                    blanks.Add(Place(new RawStatement(), token.Start));
                    continue;
                case TokenKind.EndOfFile:
                case TokenKind.Identifier when token.Value is "when" or "else" or "end":
                    return new(blanks);
                default:
                    ReportUnexpected(token, "`when` or `else`, which is all a `case` can hold");
                    Next();
                    Recover();
                    continue;
            }
        }
    }

    private ForStatement? ParseFor(bool table)
    {
        int start = Next().Start;
        string keyword = table ? "tablerow" : "for";
        Token variableToken = Current;
        Expression? variable = Is(TokenKind.Identifier) || Is(TokenKind.LocalIdentifier) ? ParsePrimary(Mode.None) : null;
        if (variable is not (NameExpression or LocalExpression))
        {
            ReportUnexpected(start, variableToken, $"a variable: `{keyword} item in items`");
            variable = new NameExpression("");
        }

        Expression items = new LiteralExpression(null);
        List<Argument> arguments = [];
        if (IsWord("in"))
        {
            Next();
            items = ExpectExpression(keyword, 0, Mode.LoopItems);
            ParseLoopArguments(arguments);
        }
        else
        {
            Token found = Current;
            ReportUnexpected(start, found, $"the word `in`: `{keyword} item in items`");
            Recover();
        }

        ExpectEndOfStatement();
        Block body = ParseBlock();
        Block? otherwise = null;
        if (IsWord("else"))
        {
            Next();
            ExpectEndOfStatement();
            otherwise = ParseBlock();
        }

        ExpectEnd(keyword, start);
        return Place(new ForStatement(variable, items, arguments, body, otherwise, table), start);
    }

    private void ReportBadLoopArgument(Token name) => Report(() => bag.TemplateBadLoopArgument(PlaceOf(name.Start), (string)name.Value!));

    private void ParseLoopArguments(List<Argument> arguments)
    {
        while (Is(TokenKind.Identifier))
        {
            Token name = Next();
            Expression? value = null;
            if (Is(TokenKind.Colon))
            {
                Next();
                value = ExpectExpression("the argument", 0, Mode.LoopItems);
            }

            string written = (string)name.Value!;
            bool known = written switch
            {
                "reversed" => value is null,
                "offset" or "limit" or "cols" => value is not null,
                _ => false,
            };
            if (!known)
            {
                ReportBadLoopArgument(name);
            }

            arguments.Add(new(written, name.Start, value));
        }
    }

    private WhileStatement ParseWhile()
    {
        int start = Next().Start;
        Expression condition = ExpectExpression("while", 0, Mode.None);
        ExpectEndOfStatement();
        Block body = ParseBlock();
        ExpectEnd("while", start);
        return Place(new WhileStatement(condition, body), start);
    }

    private CaptureStatement ParseCapture()
    {
        int start = Next().Start;
        Expression target = Unwrap(ExpectExpression("capture", 0, Mode.None));
        if (target is not (NameExpression or LocalExpression or MemberExpression or IndexExpression))
        {
            ReportNotAssignable(target.Start);
        }

        ExpectEndOfStatement();
        Block body = ParseBlock();
        ExpectEnd("capture", start);
        return Place(new CaptureStatement(target, body), start);
    }

    private WithStatement ParseWith()
    {
        int start = Next().Start;
        Expression target = ExpectExpression("with", 0, Mode.None);
        ExpectEndOfStatement();
        Block body = ParseBlock();
        ExpectEnd("with", start);
        return Place(new WithStatement(target, body), start);
    }

    private WrapStatement ParseWrap()
    {
        int start = Next().Start;
        Expression target = ExpectExpression("wrap", 0, Mode.None);
        ExpectEndOfStatement();
        Block body = ParseBlock();
        ExpectEnd("wrap", start);
        return Place(new WrapStatement(target, body), start);
    }

    private ReturnStatement ParseReturn()
    {
        int start = Next().Start;
        Expression? value = ParseExpression(0, Mode.None);
        ExpectEndOfStatement();
        return Place(new ReturnStatement(value), start);
    }
}
