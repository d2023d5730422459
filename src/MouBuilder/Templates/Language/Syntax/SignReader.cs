namespace MouBuilder.Templates.Language.Syntax;

/// <summary>The signs of the language, longest first.</summary>
internal static class SignReader
{
    public static (TokenKind Kind, int Length) At(string text, int offset)
    {
        char a = text[offset];
        char b = offset + 1 < text.Length ? text[offset + 1] : '\0';
        char c = offset + 2 < text.Length ? text[offset + 2] : '\0';
        return (a, b, c) switch
        {
            ('.', '.', '<') => (TokenKind.DotDotLess, 3),
            ('.', '.', '.') => (TokenKind.DotDotDot, 3),
            ('/', '/', '=') => (TokenKind.SlashSlashEqual, 3),
            ('.', '.', _) => (TokenKind.DotDot, 2),
            ('?', '?', _) => (TokenKind.QuestionQuestion, 2),
            ('?', '!', _) => (TokenKind.QuestionExclamation, 2),
            ('?', '.', _) => (TokenKind.QuestionDot, 2),
            ('=', '=', _) => (TokenKind.EqualEqual, 2),
            ('!', '=', _) => (TokenKind.ExclamationEqual, 2),
            ('<', '=', _) => (TokenKind.LessEqual, 2),
            ('<', '<', _) => (TokenKind.LessLess, 2),
            ('>', '=', _) => (TokenKind.GreaterEqual, 2),
            ('>', '>', _) => (TokenKind.GreaterGreater, 2),
            ('+', '+', _) => (TokenKind.PlusPlus, 2),
            ('+', '=', _) => (TokenKind.PlusEqual, 2),
            ('-', '-', _) => (TokenKind.MinusMinus, 2),
            ('-', '=', _) => (TokenKind.MinusEqual, 2),
            ('*', '=', _) => (TokenKind.AsteriskEqual, 2),
            ('/', '=', _) => (TokenKind.SlashEqual, 2),
            ('/', '/', _) => (TokenKind.SlashSlash, 2),
            ('%', '=', _) => (TokenKind.PercentEqual, 2),
            ('&', '&', _) => (TokenKind.AmpersandAmpersand, 2),
            ('|', '|', _) => (TokenKind.BarBar, 2),
            ('|', '>', _) => (TokenKind.PipeGreater, 2),
            _ => (Single(a), 1),
        };
    }

    private static TokenKind Single(char c) => c switch
    {
        ';' => TokenKind.Semicolon,
        '(' => TokenKind.OpenParen,
        ')' => TokenKind.CloseParen,
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        '{' => TokenKind.OpenBrace,
        '}' => TokenKind.CloseBrace,
        '.' => TokenKind.Dot,
        ',' => TokenKind.Comma,
        ':' => TokenKind.Colon,
        '?' => TokenKind.Question,
        '=' => TokenKind.Equal,
        '!' => TokenKind.Exclamation,
        '<' => TokenKind.Less,
        '>' => TokenKind.Greater,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '*' => TokenKind.Asterisk,
        '/' => TokenKind.Slash,
        '%' => TokenKind.Percent,
        '&' => TokenKind.Ampersand,
        '|' => TokenKind.Bar,
        '@' => TokenKind.At,
        '^' => TokenKind.Caret,
        _ => TokenKind.Invalid,
    };
}
