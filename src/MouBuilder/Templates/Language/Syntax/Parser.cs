using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Templates.Language.Syntax;

/// <summary>
/// Turns tokens into a tree. It never throws: a mistake is reported, the rest of its line is skipped without further
/// complaints, and reading goes on, so that an author sees every mistake of a file at once.
/// </summary>
internal sealed partial class Parser(SourceText source, DiagnosticBag bag, Budget limits)
{
    private const int MostErrors = 20;

    private readonly List<Token> tokens = new Lexer(source, bag).Read();
    private int index;
    private int depth;
    private int errors;
    private bool panicking;
    private bool newLinesAreBlanks;

    private Token Current => tokens[index];

    public Block ParseFile()
    {
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
            at++;
            if (!newLinesAreBlanks || tokens[at].Kind != TokenKind.NewLine)
            {
                distance--;
            }
        }

        return tokens[at];
    }

    private Token Next()
    {
        Token token = tokens[index];
        if (token.Kind != TokenKind.EndOfFile)
        {
            index++;
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
            index++;
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

    /// <summary>Reports unless this line already had its mistake.</summary>
    private void Report(Action report)
    {
        if (panicking)
        {
            return;
        }

        panicking = true;
        report();
        if (++errors >= MostErrors)
        {
            Abandon();
        }
    }

    private void Abandon() => index = tokens.Count - 1;

    /// <summary>Goes to where a new statement can begin.</summary>
    private void Recover()
    {
        while (Current.Kind is not (TokenKind.EndOfFile or TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit))
        {
            index++;
        }

        panicking = false;
    }

    private bool Deeper()
    {
        if (++depth <= limits.Nesting)
        {
            return true;
        }

        int at = Current.Start;
        Report(() => bag.TemplateTooDeep(PlaceOf(at), limits.Nesting));
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
            Report(() => bag.TemplateTooLong(PlaceOf(start), limits.Chain));
            Abandon();
        }

        return expression;
    }
}
