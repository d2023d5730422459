using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Templates.Language.Syntax;

/// <summary>
/// Turns tokens into a tree. It never throws: a mistake is reported, the rest of its line is skipped without further
/// complaints, and reading goes on, so that an author sees every mistake of a file at once.
/// </summary>
internal sealed partial class Parser(SourceText source, DiagnosticBag bag, Budget limits)
{
    /// <summary>As many mistakes of a file are told as anybody reads.</summary>
    public const int MostErrors = 20;

    private readonly Lexer lexer = new(source, bag);
    private readonly List<Token> tokens = [];
    private int index;
    private int depth;
    private int errors;
    private bool panicking;
    private bool abandoned;
    private bool newLinesAreBlanks;

    private Token Current => tokens[index];

    public Block ParseFile()
    {
        lexer.ReadOn(tokens);
        List<Statement> statements = [];
        while (Current.Kind != TokenKind.EndOfFile)
        {
            ParseStatements(statements);
            if (Current.Kind == TokenKind.Identifier)
            {
                ParseStray();
            }
        }

        return new(statements);
    }

    private Token Peek(int distance)
    {
        int at = index;
        while (distance > 0 && tokens[at].Kind != TokenKind.EndOfFile)
        {
            Need(at + 1);
            at++;
            if (!newLinesAreBlanks || tokens[at].Kind != TokenKind.NewLine)
            {
                distance--;
            }
        }

        return tokens[at];
    }

    /// <summary>Tokens are made as they are needed: the next code block when the last one is read.</summary>
    private void Need(int at)
    {
        while (at >= tokens.Count && !lexer.AtEnd)
        {
            lexer.ReadOn(tokens);
        }
    }

    private void Advance()
    {
        // Only the last token read is looked back at.
        if (index + 1 >= tokens.Count)
        {
            Token last = tokens[index];
            tokens.Clear();
            tokens.Add(last);
            index = 0;
            Need(1);
        }

        index++;
    }

    private Token Next()
    {
        Token token = tokens[index];
        if (token.Kind != TokenKind.EndOfFile)
        {
            Advance();
        }

        if (newLinesAreBlanks)
        {
            SkipNewLines();
        }

        return token;
    }

    private void SkipNewLines()
    {
        while (Current.Kind == TokenKind.NewLine)
        {
            Advance();
        }
    }

    private int LastEnd => index > 0 ? tokens[index - 1].End : 0;

    private bool Is(TokenKind kind) => Current.Kind == kind;

    private bool IsWord(string word) => Current.Kind == TokenKind.Identifier && (string)Current.Value! == word;

    private string Show(Token token) => token.Kind switch
    {
        TokenKind.EndOfFile => "the end of the template",
        TokenKind.NewLine => "the end of the line",
        TokenKind.Raw => "text",
        _ => source.Text[token.Start..Math.Min(token.End, token.Start + 40)],
    };

    private Source PlaceOf(int offset) => source.PlaceOf(offset);

    /// <summary>Reports unless this line already had its mistake. Callers keep to methods of their own, so that no closure is made where nothing is wrong.</summary>
    private void Report(Action report)
    {
        if (panicking || abandoned)
        {
            return;
        }

        panicking = true;
        report();
        if (++errors + lexer.Errors >= MostErrors)
        {
            Abandon();
        }
    }

    private void ReportUnexpected(Token found, string expected) => ReportUnexpected(found.Start, found, expected);

    private void ReportUnexpected(int at, Token found, string expected) =>
        Report(() => bag.TemplateUnexpected(PlaceOf(at), Show(found), expected));

    private void ReportMissing(Token found, string after) => Report(() => bag.TemplateMissingExpression(PlaceOf(found.Start), Show(found), after));

    private void ReportStray(Token word) => Report(() => bag.TemplateStrayWord(PlaceOf(word.Start), (string)word.Value!));

    private void ReportNotAssignable(int at) => Report(() => bag.TemplateNotAssignable(PlaceOf(at)));

    private void ReportBadParameter(int at, string rule) => Report(() => bag.TemplateBadParameter(PlaceOf(at), rule));

    private void ReportTooDeep() => Report(() => bag.TemplateTooDeep(PlaceOf(Current.Start), limits.Nesting));

    private void ReportTooLong(int at) => Report(() => bag.TemplateTooLong(PlaceOf(at), limits.Chain));

    private void ReportMisplacedAssignment(int at) => Report(() => bag.TemplateMisplacedAssignment(PlaceOf(at)));

    /// <summary>Reads no further: what follows would only repeat the complaint.</summary>
    private void Abandon()
    {
        abandoned = true;
        lexer.Stop();
        tokens.Add(new(TokenKind.EndOfFile, source.Text.Length, source.Text.Length));
        index = tokens.Count - 1;
    }

    /// <summary>Goes to where a new statement can begin.</summary>
    private void Recover()
    {
        while (Current.Kind is not (TokenKind.EndOfFile or TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit))
        {
            Advance();
        }

        panicking = false;
    }

    private bool Deeper()
    {
        // A caller on a small stack gets the same error, only sooner.
        if (++depth <= limits.Nesting && System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }

        ReportTooDeep();
        Abandon();
        return false;
    }

    private T Place<T>(T node, int start)
        where T : Node
    {
        node.Start = start;
        node.End = LastEnd;
        return node;
    }

    /// <summary>A long chain is as deep as a nest when it is evaluated, so its height is bounded here once for all.</summary>
    private T Grow<T>(T expression, int start, int height)
        where T : Expression
    {
        expression.Start = start;
        expression.End = LastEnd;
        expression.Height = height + 1;
        if (expression.Height > limits.Chain)
        {
            ReportTooLong(start);
            Abandon();
        }

        return expression;
    }
}
