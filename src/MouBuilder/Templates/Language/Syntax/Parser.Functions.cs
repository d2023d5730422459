namespace MouBuilder.Templates.Language.Syntax;

/// <summary>Functions a template defines, and their parameters.</summary>
internal sealed partial class Parser
{
    private FunctionStatement? ParseInlineFunction(CallExpression call)
    {
        List<Parameter> parameters = [];
        foreach (Argument argument in call.Arguments)
        {
            if (argument is { Name: null, Value: NameExpression name })
            {
                parameters.Add(new(name.Name, ParameterKind.Required, null));
            }
            else
            {
                ReportBadParameter(argument.Start, "Inside the parentheses of a function to be defined stand names only.");
            }
        }

        Expression result = ExpectExpression("the function", 0, Mode.None);
        ExpectEndOfStatement();
        string functionName = call.Target is NameExpression global ? global.Name : ((LocalExpression)call.Target).Name;
        return Place(new FunctionStatement(call.Target, new(functionName, parameters, null, result)), call.Start);
    }

    private FunctionStatement ParseFunction()
    {
        int start = Next().Start;
        Token token = Current;
        Expression target;
        if (Is(TokenKind.Identifier) || Is(TokenKind.LocalIdentifier))
        {
            Next();
            target = Place<Expression>(
                token.Kind == TokenKind.LocalIdentifier ? new LocalExpression((string)token.Value!) : new NameExpression((string)token.Value!),
                token.Start);
        }
        else
        {
            ReportUnexpected(token, "the function's name");
            target = new NameExpression("");
        }

        List<Parameter>? parameters = Is(TokenKind.OpenParen) ? ParseParameters() : null;
        ExpectEndOfStatement();
        Block body = ParseBlock();
        ExpectEnd("func", start);
        return Place(new FunctionStatement(target, new(token.Value as string, parameters, body, null)), start);
    }

    private List<Parameter> ParseParameters()
    {
        List<Parameter> parameters = [];
        bool before = newLinesAreBlanks;
        newLinesAreBlanks = true;
        Next();
        HashSet<string> names = new(StringComparer.Ordinal);
        while (!Is(TokenKind.CloseParen) && !panicking)
        {
            ParseParameter(parameters, names);
            if (Is(TokenKind.Comma))
            {
                Next();
            }
            else if (!Is(TokenKind.CloseParen))
            {
                Token token = Current;
                ReportUnexpected(token, "`,` or `)`");
            }
        }

        newLinesAreBlanks = before;
        if (Is(TokenKind.CloseParen))
        {
            Next();
        }

        return parameters;
    }

    private void ParseParameter(List<Parameter> parameters, HashSet<string> names)
    {
        Token name = Current;
        if (name.Kind != TokenKind.Identifier)
        {
            ReportUnexpected(name, "a parameter's name");
            return;
        }

        Next();

        string written = (string)name.Value!;
        Parameter parameter = new(written, ParameterKind.Required, null);
        if (Is(TokenKind.DotDotDot))
        {
            Next();
            parameter = parameter with { Kind = ParameterKind.Rest };
        }
        else if (Is(TokenKind.Equal))
        {
            Next();
            parameter = parameter with { Kind = ParameterKind.Optional, Default = ConstantOf(ExpectExpression("the default", 0, Mode.None)) };
        }

        ParameterKind last = parameters.Count == 0 ? ParameterKind.Required : parameters[^1].Kind;
        if (parameter.Kind < last || last == ParameterKind.Rest || !names.Add(written))
        {
            ReportBadParameter(name.Start, "First stand the required parameters, then those with a default, then one with `...`; each has its own name.");
        }

        parameters.Add(parameter);
    }

    private object? ConstantOf(Expression expression)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return literal.Value;
            case UnaryExpression { Operator: UnaryOperator.Negate, Operand: LiteralExpression { Value: int number } }:
                return -number;
            case UnaryExpression { Operator: UnaryOperator.Negate, Operand: LiteralExpression { Value: double number } }:
                return -number;
            default:
                ReportBadParameter(expression.Start, "A default is a number, a string, true, false or null.");
                return null;
        }
    }
}
