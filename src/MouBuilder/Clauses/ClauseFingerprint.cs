using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MouBuilder.Clauses;

/// <summary>
/// The text fingerprint: SHA-256, first 16 hex digits, over title, text, defines and fields, in that order. Every piece is written after its length in
/// UTF-8 bytes and a colon, so that no two different clauses run together into the same bytes; keys are ordinal, line ends <c>\n</c>, the text in form C;
/// blanks at the end of a line and blank lines at the end of the text do not count, blanks at its beginning do.
/// </summary>
internal static class ClauseFingerprint
{
    public static string Of(string title, string text, ImmutableArray<Definition> defines, ImmutableArray<FieldSpec> fields)
    {
        StringBuilder bytes = new();
        Piece(bytes, title);
        Piece(bytes, Trimmed(text));
        Piece(bytes, Defines(defines));
        Piece(bytes, Fields(fields));
        return Digest(bytes);
    }

    /// <summary>Of a plain-language text: all of it that families read, its title, text, what it says about the change and where the right comes from.</summary>
    public static string OfPlain(string title, string text, string change, RestsOn restsOn)
    {
        StringBuilder bytes = new();
        Pieces(bytes, [title, Trimmed(text), change, restsOn.ToString()]);
        return Digest(bytes);
    }

    private static string Digest(StringBuilder bytes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bytes.ToString())))[..16];

    private static string Defines(ImmutableArray<Definition> defines)
    {
        StringBuilder bytes = new();
        foreach (Definition definition in defines.OrderBy(d => d.Term, StringComparer.Ordinal))
        {
            Piece(bytes, definition.Term);
            Piece(bytes, Trimmed(definition.Means.Text));
            Pieces(bytes, definition.Forms);
        }

        return bytes.ToString();
    }

    private static string Fields(ImmutableArray<FieldSpec> fields)
    {
        StringBuilder bytes = new();
        foreach (FieldSpec field in fields.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            Piece(bytes, field.Name);
            Piece(bytes, field.Type.ToString());
            Piece(bytes, field.Ask);
            Piece(bytes, field.Default?.ToString() ?? "");
            Piece(bytes, field.Minimum?.ToString() ?? "");
            Piece(bytes, field.Maximum?.ToString() ?? "");
            Pieces(bytes, field.Options);
        }

        return bytes.ToString();
    }

    private static void Pieces(StringBuilder bytes, ImmutableArray<string> pieces)
    {
        Piece(bytes, pieces.Length.ToString(CultureInfo.InvariantCulture));
        foreach (string piece in pieces)
        {
            Piece(bytes, piece);
        }
    }

    private static void Piece(StringBuilder bytes, string piece)
    {
        string composed = piece.Normalize();
        bytes.Append(Encoding.UTF8.GetByteCount(composed).ToString(CultureInfo.InvariantCulture)).Append(':').Append(composed);
    }

    private static string Trimmed(string text)
    {
        StringBuilder trimmed = new(text.Length);
        foreach (Range line in text.AsSpan().Split('\n'))
        {
            trimmed.Append(text.AsSpan(line).TrimEnd(" \t")).Append('\n');
        }

        return trimmed.ToString().TrimEnd('\n');
    }
}
