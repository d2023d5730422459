using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Templates.Language.Syntax;

/// <summary>
/// Cuts a template into tokens. Nothing here recurses: interpolated strings nest by a stack of where to return to, so a
/// template of a hundred thousand opened strings costs memory in proportion and no stack.
/// </summary>
internal sealed class Lexer(SourceText source, DiagnosticBag bag)
{
    private readonly string text = source.Text;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private List<Token> tokens = [];
    private int enter;
    private bool inCode;
    private bool somethingIsOpen;
    private readonly Stack<Interpolation> interpolations = new();
    private int position;
    private int openBraces;

    /// <summary>An interpolated string being read: its quote, where it began, and the braces open around its current expression.</summary>
    private readonly record struct Interpolation(char Quote, int Start, int OuterBraces);

    private char Current => At(position);

    public bool AtEnd { get; private set; }

    public void Stop() => AtEnd = true;

    /// <summary>How many mistakes were met inside of tokens.</summary>
    public int Errors { get; private set; }

    /// <summary>Adds the tokens of the next code block and the text after it; at the end of the template, the token that says so.</summary>
    public void ReadOn(List<Token> into)
    {
        tokens = into;
        if (inCode)
        {
            inCode = false;
            ReadCode();
        }

        ReadRaw();
        if (!inCode)
        {
            tokens.Add(new(TokenKind.EndOfFile, text.Length, text.Length));
            AtEnd = true;
        }
    }

    private char At(int offset) => offset < text.Length ? text[offset] : '\0';

    private void Add(TokenKind kind, int start, object? value = null) => tokens.Add(new(kind, start, position, value));

    /// <summary>Text up to the next code block; escape blocks on the way become text.</summary>
    private void ReadRaw(bool trimAll = false, bool trimLine = false)
    {
        while (true)
        {
            int start = TrimStart(position, trimAll, trimLine);
            int open = start;
            int percents = 0;
            while (true)
            {
                open = text.IndexOf('{', open);
                if (open < 0 || open + 1 >= text.Length)
                {
                    open = text.Length;
                    break;
                }

                if (text[open + 1] == '{')
                {
                    break;
                }

                percents = PercentsAt(open + 1);
                if (percents > 0)
                {
                    break;
                }

                open++;
            }

            if (open >= text.Length)
            {
                AddRaw(start, text.Length);
                position = text.Length;
                return;
            }

            int after = open + 2 + percents;
            char control = At(after);
            int end = control switch
            {
                '-' => TrimEndAll(start, open),
                '~' => TrimEndBlanks(start, open),
                _ => open,
            };
            AddRaw(start, end);
            position = control is '-' or '~' ? after + 1 : after;
            if (percents == 0)
            {
                int indent = end == open ? IndentBefore(open, start) : 0;
                tokens.Add(new(TokenKind.CodeEnter, open, position, null, indent));
                (enter, inCode) = (open, true);
                return;
            }

            if (!ReadEscaped(open, percents, out trimAll, out trimLine))
            {
                return;
            }
        }
    }

    /// <summary>The number of percent signs when <c>%…%{</c> follows an opening brace.</summary>
    private int PercentsAt(int offset)
    {
        int count = 0;
        while (At(offset + count) == '%')
        {
            count++;
        }

        return count > 0 && At(offset + count) == '{' ? count : 0;
    }

    private bool ReadEscaped(int open, int percents, out bool trimAll, out bool trimLine)
    {
        trimAll = trimLine = false;
        string closing = "}" + new string('%', percents) + "}";
        int close = text.IndexOf(closing, position, StringComparison.Ordinal);
        if (close < 0)
        {
            bag.TemplateUnclosed(source.PlaceOf(open), "escape block", closing);
            position = text.Length;
            return false;
        }

        int end = close;
        if (close > position && text[close - 1] is '-' or '~')
        {
            end--;
            trimAll = text[end] == '-';
            trimLine = text[end] == '~';
        }

        AddRaw(position, Math.Max(position, end));
        position = close + closing.Length;
        return true;
    }

    private void AddRaw(int start, int end)
    {
        if (end > start)
        {
            tokens.Add(new(TokenKind.Raw, start, end));
        }
    }

    private int TrimStart(int start, bool all, bool line)
    {
        if (!all && !line)
        {
            return start;
        }

        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            bool lineEnd = text[start] == '\n';
            start++;
            if (line && lineEnd)
            {
                break;
            }
        }

        return start;
    }

    private int TrimEndAll(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private int TrimEndBlanks(int start, int end)
    {
        while (end > start && text[end - 1] != '\n' && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>Blanks before an offset that stands first on its line, unless an earlier block's trimming took them.</summary>
    private int IndentBefore(int offset, int rawStart)
    {
        int start = offset;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start >= rawStart && (start == 0 || text[start - 1] == '\n') ? offset - start : 0;
    }

    private void ReadCode()
    {
        bool closed = false;
        openBraces = 0;
        while (!closed)
        {
            if (position >= text.Length)
            {
                ReportUnclosed();
                return;
            }

            closed = ReadCodeToken();
        }
    }

    /// <summary>The code block around it is then not closed either, which needs no second complaint.</summary>
    private void ReportOpen(int at, string what, string closing)
    {
        somethingIsOpen = true;
        bag.TemplateUnclosed(source.PlaceOf(at), what, closing);
    }

    private void ReportUnclosed()
    {
        if (interpolations.Count > 0)
        {
            bag.TemplateUnclosed(source.PlaceOf(interpolations.Peek().Start), "interpolated string", interpolations.Peek().Quote.ToString());
            interpolations.Clear();
            return;
        }

        if (!somethingIsOpen)
        {
            bag.TemplateUnclosed(source.PlaceOf(enter), "code block", "}}");
        }
    }

    /// <summary>Reads one token; true when it closed the code block, in which case the text after it was trimmed as it asked.</summary>
    private bool ReadCodeToken()
    {
        char c = Current;
        int start = position;
        if (c is ' ' or '\t' or '\r' || (c != '\n' && char.IsWhiteSpace(c)))
        {
            position++;
            return false;
        }

        if (openBraces == 0 && interpolations.Count == 0 && TryExit())
        {
            return true;
        }

        switch (c)
        {
            case '\n':
                position++;
                Add(TokenKind.NewLine, start);
                return false;
            case '#':
                SkipComment();
                return false;
            case '"' or '\'':
                ReadString(c);
                return false;
            case '`':
                ReadVerbatim();
                return false;
            case '$' when At(position + 1) is '"' or '\'':
                interpolations.Push(new(At(position + 1), start, openBraces));
                position += 2;
                Add(TokenKind.InterpolationStart, start);
                ReadInterpolationText();
                return false;
            case '$':
                position++;
                if (Current == '$')
                {
                    position++;
                }
                else
                {
                    SkipNameCharacters();
                }

                Add(TokenKind.LocalIdentifier, start, Name(start));
                return false;
            case '}' when openBraces == 0 && interpolations.Count > 0:
                openBraces = interpolations.Peek().OuterBraces;
                position++;
                Add(TokenKind.InterpolationClose, start);
                ReadInterpolationText();
                return false;
            default:
                ReadNameNumberOrSign(c, start);
                return false;
        }
    }

    private bool TryExit()
    {
        int start = position;
        char control = Current is '-' or '~' ? Current : '\0';
        int brace = control == '\0' ? position : position + 1;
        if (At(brace) != '}' || At(brace + 1) != '}')
        {
            return false;
        }

        position = brace + 2;
        Add(TokenKind.CodeExit, start);
        ReadRawAfter(control);
        return true;
    }

    private void ReadRawAfter(char control) => position = TrimStart(position, control == '-', control == '~');

    private void SkipComment()
    {
        int start = position;
        if (At(position + 1) == '#')
        {
            int close = text.IndexOf("##", position + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                ReportOpen(start, "comment", "##");
                position = text.Length;
                return;
            }

            position = close + 2;
            return;
        }

        while (position < text.Length && text[position] != '\n')
        {
            int brace = text[position] is '-' or '~' ? position + 1 : position;
            if (At(brace) == '}' && At(brace + 1) == '}')
            {
                return;
            }

            position++;
        }
    }

    private void ReadString(char quote)
    {
        int start = position++;
        if (ReadCharacters(quote, interpolated: false) is { } value)
        {
            position++;
            Add(TokenKind.Literal, start, value);
            return;
        }

        ReportOpen(start, "string", quote.ToString());
        Add(TokenKind.Literal, start, "");
    }

    private void ReadInterpolationText()
    {
        int start = position;
        Interpolation at = interpolations.Peek();
        string? value = ReadCharacters(at.Quote, interpolated: true);
        if (value is null)
        {
            ReportOpen(text[start - 1] == '}' ? start : at.Start, "interpolated string", at.Quote.ToString());
            interpolations.Clear();
            Add(TokenKind.InterpolationEnd, start);
            return;
        }

        if (value.Length > 0)
        {
            Add(TokenKind.InterpolationText, start, value);
        }

        int mark = position++;
        if (text[mark] == '{')
        {
            interpolations.Pop();
            interpolations.Push(at with { OuterBraces = openBraces });
            openBraces = 0;
            Add(TokenKind.InterpolationOpen, mark);
        }
        else
        {
            interpolations.Pop();
            Add(TokenKind.InterpolationEnd, mark);
        }
    }

    /// <summary>Characters up to the quote (or an opening brace when interpolated), which stays unread; null when the text ends first.</summary>
    private string? ReadCharacters(char quote, bool interpolated)
    {
        int run = position;
        System.Text.StringBuilder? built = null;
        while (position < text.Length)
        {
            char c = text[position];
            if (c == quote || (interpolated && c == '{'))
            {
                return built is null ? text[run..position] : built.Append(text, run, position - run).ToString();
            }

            if (c == '\\')
            {
                built ??= new();
                built.Append(text, run, position - run);
                ReadEscape(built, interpolated);
                run = position;
            }
            else
            {
                position++;
            }
        }

        return null;
    }

    private void ReadEscape(System.Text.StringBuilder built, bool interpolated)
    {
        int start = position++;
        char c = Current;
        position = Math.Min(position + 1, text.Length);
        switch (c)
        {
            case '\n':
                return;
            case '\r' when Current == '\n':
                position++;
                return;
            case '0':
                built.Append('\0');
                return;
            case 'n':
                built.Append('\n');
                return;
            case 'r':
                built.Append('\r');
                return;
            case 't':
                built.Append('\t');
                return;
            case 'b':
                built.Append('\b');
                return;
            case 'f':
                built.Append('\f');
                return;
            case 'v':
                built.Append('\v');
                return;
            case '"' or '\'' or '\\':
                built.Append(c);
                return;
            case '{' or '}' when interpolated:
                built.Append(c);
                return;
            case 'u':
                ReadCodeUnit(built, start, 4);
                return;
            case 'x':
                ReadCodeUnit(built, start, 2);
                return;
            default:
                ReportBadEscape(start + 1, c);
                return;
        }
    }

    private void ReportBadEscape(int at, char written)
    {
        if (++Errors <= Parser.MostErrors)
        {
            bag.TemplateBadEscape(source.PlaceOf(at), written);
        }
    }

    private void ReadCodeUnit(System.Text.StringBuilder built, int start, int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; i++, position++)
        {
            if (!char.IsAsciiHexDigit(Current))
            {
                ReportBadEscape(start + 1, text[start + 1]);
                return;
            }

            value = (value << 4) | Convert.ToInt32(Current.ToString(), 16);
        }

        built.Append((char)value);
    }

    private void ReadVerbatim()
    {
        int start = position++;
        int run = position;
        System.Text.StringBuilder built = new();
        while (true)
        {
            int tick = text.IndexOf('`', position);
            if (tick < 0)
            {
                ReportOpen(start, "string", "`");
                position = text.Length;
                Add(TokenKind.Literal, start, "");
                return;
            }

            position = tick + 1;
            if (Current != '`')
            {
                break;
            }

            built.Append(text, run, tick + 1 - run);
            position++;
            run = position;
        }

        built.Append(text, run, position - 1 - run);
        Add(TokenKind.Literal, start, built.ToString());
    }

    /// <summary>The name just read; a template says few names many times.</summary>
    private string Name(int start)
    {
        ReadOnlySpan<char> written = text.AsSpan(start, position - start);
        if (!names.TryGetValue(written, out string? name))
        {
            name = written.ToString();
            names.TryAdd(written, name);
        }

        return name;
    }

    private void SkipNameCharacters()
    {
        while (char.IsLetterOrDigit(Current) || Current == '_')
        {
            position++;
        }
    }

    private void ReadNameNumberOrSign(char c, int start)
    {
        if (char.IsLetter(c) || c == '_')
        {
            SkipNameCharacters();
            Add(TokenKind.Identifier, start, Name(start));
            return;
        }

        if (char.IsAsciiDigit(c))
        {
            object? number = NumberReader.Read(text, ref position, out string? problem);
            if (problem is not null && ++Errors <= Parser.MostErrors)
            {
                bag.TemplateBadNumber(source.PlaceOf(start), text[start..position], problem);
            }

            Add(TokenKind.Literal, start, number);
            return;
        }

        (TokenKind kind, int length) = SignReader.At(text, position);
        if (kind == TokenKind.OpenBrace)
        {
            openBraces++;
        }
        else if (kind == TokenKind.CloseBrace && openBraces > 0)
        {
            openBraces--;
        }

        position += length;
        Add(kind, start);
    }
}
