using System.Buffers;
using System.Globalization;
using System.Text;
using MouBuilder.Diagnostics;

namespace MouBuilder.Files;

/// <summary>
/// Which characters a legal text may hold. Characters that a reader of the page cannot see, or that change the order in which he sees the others,
/// are refused: what is signed must be what was read.
/// </summary>
internal static class TextRules
{
    /// <summary>What most texts consist of: composed, of one script, to be seen by everyone.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '\u007F' - ' ').Select(c => (char)c), '\n', '\t']);

    /// <summary>A text in form C; null when a diagnostic says which character of it is refused.</summary>
    /// <param name="placeOf">The place of an offset in the text as it was typed.</param>
    public static string? Composed(string text, Func<int, Source> placeOf, DiagnosticBag bag)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        // Looked at before composing, since half characters and non-characters have no composed form.
        if (FirstRefused(text) is { } refused)
        {
            bag.RefusedCharacter(placeOf(refused.Index), refused.What);
            return null;
        }

        string composed = text.IsNormalized() ? text : text.Normalize();
        if (FirstMixedWord(composed) is { } mixed)
        {
            bag.MixedScripts(placeOf(mixed.Index), mixed.Word);
            return null;
        }

        return composed;
    }

    /// <summary>The first character that is refused, with what it is; null when there is none.</summary>
    public static (int Index, string What)? FirstRefused(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int plain = text[i..].IndexOfAnyExcept(Plain);
            if (plain < 0)
            {
                return null;
            }

            i += plain;
            if (Rune.DecodeFromUtf16(text[i..], out Rune rune, out _) != OperationStatus.Done)
            {
                return (i, $"half a surrogate pair (U+{(int)text[i]:X4})");
            }

            if (What(rune.Value) is { } what)
            {
                return (i, string.Create(CultureInfo.InvariantCulture, $"{what} (U+{rune.Value:X4})"));
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return null;
    }

    /// <summary>The first word that mixes Latin letters with Greek or Cyrillic ones that look alike; null when there is none.</summary>
    public static (int Index, string Word)? FirstMixedWord(string text)
    {
        int start = -1;
        bool latin = false;
        bool lookalike = false;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || (start >= 0 && CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark)))
            {
                start = start < 0 ? i : start;
                latin |= text[i] is < '\u0250' or (>= '\u1E00' and < '\u1F00');
                lookalike |= text[i] is >= '\u0370' and < '\u0530';
            }
            else
            {
                if (latin && lookalike)
                {
                    return (start, text[start..i]);
                }

                (start, latin, lookalike) = (-1, false, false);
            }
        }

        return null;
    }

    /// <summary>Whether a character changes the order in which a reader sees the others.</summary>
    public static bool TurnsDirection(int c) => c is 0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static string? What(int c) => c switch
    {
        0 => "a NUL character",
        < 0x20 or (>= 0x7F and <= 0x9F) => "a control character",
        0xAD => "an invisible soft hyphen",
        _ when TurnsDirection(c) => "a mark that turns the reading direction",
        0x180E or (>= 0x200B and <= 0x200D) or (>= 0x2060 and <= 0x2065) or (>= 0x206A and <= 0x206F) or 0xFEFF => "an invisible character",
        0x2028 or 0x2029 => "a line or paragraph separator",
        0x34F or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or (>= 0xFE00 and <= 0xFE0F) => "an invisible character",
        (>= 0xFFF9 and <= 0xFFFB) or 0x115F or 0x1160 or 0x3164 or 0xFFA0 => "an invisible character",
        0xFFFD => "the mark of a character that was lost in an earlier conversion",
        (>= 0xFDD0 and <= 0xFDEF) => "a non-character",
        >= 0xE0000 and <= 0xE0FFF => "an invisible tag character",
        _ when (c & 0xFFFE) == 0xFFFE => "a non-character",
        _ => null,
    };
}
