using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Reading.Typed;

/// <summary>Reads a text file that somebody else wrote, in whatever of the usual encodings; what cannot be a text is refused.</summary>
internal static partial class TypedFile
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static SourceText? Read(string path, DiagnosticBag bag)
    {
        string shown = Paths.Shown(path);
        return BytesOf(path, shown, bag) is { } bytes ? Decoded(bytes, shown, bag) : null;
    }

    /// <summary>The lines as a reader sees them.</summary>
    public static string Seen(string text, NotCarried losses)
    {
        int line = 1;
        return string.Join('\n', text.Split('\n').Select(l =>
        {
            int at = line++;
            return l.Contains('\f', StringComparison.Ordinal)
                ? string.Join('\f', l.Split('\f').Select(part => SeenText.Of(part, losses, () => $"in line {at}")))
                : SeenText.Of(l, losses, () => $"in line {at}");
        }));
    }

    private static byte[]? BytesOf(string path, string shown, DiagnosticBag bag)
    {
        try
        {
            if (PlainFile.WhatElseBehindLinks(path) is { } what)
            {
                bag.NotAPlainFile(shown, what);
                return null;
            }

            if (!File.Exists(path))
            {
                bag.FileNotFound(shown);
                return null;
            }

            if (new FileInfo(path).Length is var length && length > ReadingLimits.LargestText)
            {
                bag.FileTooLarge(shown, length, ReadingLimits.LargestText);
                return null;
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.FileUnreadable(shown, e.Message);
            return null;
        }
    }

    private static SourceText? Decoded(byte[] bytes, string shown, DiagnosticBag bag)
    {
        if (bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().StartsWith("%PDF"u8) || bytes.AsSpan().StartsWith("{\\rtf"u8) || bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            bag.NotUtf8(Source.File(shown), "it is no text but another kind of file under this name");
            return null;
        }

        string text;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            text = (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes, 2, bytes.Length - 2);
        }
        else
        {
            try
            {
                text = Strict.GetString(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes);
            }
            catch (DecoderFallbackException)
            {
                text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
                bag.Noted(Source.File(shown), "The file is not UTF-8 and was read as Windows text (code page 1252); look at its accents and quotation marks.");
            }
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            bag.NotUtf8(Source.File(shown), "it holds NUL characters, so it is no text");
            return null;
        }

        // A form feed ends a page and is kept; .NET takes it for the end of a line.
        return new(shown, LineEnding().Replace(text, "\n"));
    }

    [GeneratedRegex(@"\r\n?|[\u0085\u2028\u2029]", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnding();
}
