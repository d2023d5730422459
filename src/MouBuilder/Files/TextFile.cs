using System.Security.Cryptography;
using System.Text;
using MouBuilder.Diagnostics;

namespace MouBuilder.Files;

/// <summary>
/// The strict text reader: everything a person writes comes in through here. UTF-8 only, no character that cannot be seen, lines ending in
/// <c>\n</c>, composed to form C, so that "ề" typed in two ways is one text.
/// </summary>
/// <param name="Text">The text; a byte order mark is gone, line ends are <c>\n</c>.</param>
/// <param name="Hash">
/// SHA-256 over the text as read, in lower-case hexadecimal. For a file in form C with <c>\n</c> line ends, as editors write it, that is what <c>sha256sum</c> prints; how a file
/// happens to be encoded otherwise makes no difference to what is signed.
/// </param>
internal sealed record TextFile(SourceText Text, string Hash)
{
    /// <summary>The largest text file read, in bytes.</summary>
    public const int LargestFile = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; null when a diagnostic says why not.</summary>
    /// <param name="largest">The most bytes that are read.</param>
    public static TextFile? Read(string path, DiagnosticBag bag, int largest = LargestFile)
    {
        string shown = Paths.Shown(path);
        return ReadBytes(path, shown, largest, bag) is { } bytes ? FromBytes(bytes, shown, bag) : null;
    }

    /// <summary>Reads a file of strangers' words whose characters are the reader's own to sort out; null when a diagnostic says why not.</summary>
    public static SourceText? ReadUnsorted(string path, DiagnosticBag bag)
    {
        string shown = Paths.Shown(path);
        return ReadBytes(path, shown, LargestFile, bag) is { } bytes && Decode(bytes, shown, bag) is { } text ? new(shown, text) : null;
    }

    /// <summary>Reads bytes that were a file's; null when a diagnostic says why not.</summary>
    public static TextFile? FromBytes(byte[] bytes, string shownPath, DiagnosticBag bag)
    {
        if (Decode(bytes, shownPath, bag) is not { } text)
        {
            return null;
        }

        SourceText typed = new(shownPath, text.Replace("\r\n", "\n", StringComparison.Ordinal));
        if (TextRules.Composed(typed.Text, typed.PlaceOf, bag) is not { } composed)
        {
            return null;
        }

        // A text that is its file's bytes and nothing else needs no encoding anew.
        bool isAsRead = ReferenceEquals(composed, text) && !bytes.AsSpan().StartsWith("\uFEFF"u8);
        return new(new(shownPath, composed), Convert.ToHexStringLower(SHA256.HashData(isAsRead ? bytes : Encoding.UTF8.GetBytes(composed))));
    }

    private static byte[]? ReadBytes(string path, string shown, int largest, DiagnosticBag bag)
    {
        try
        {
            FileInfo file = new(path);

            // What has a length and is no link is a plain file; only the rest is worth a closer look.
            bool isPlain = file.Exists && file.Length > 0 && !file.Attributes.HasFlag(FileAttributes.ReparsePoint);
            if (!isPlain && PlainFile.WhatElseBehindLinks(path) is { } what)
            {
                bag.NotAPlainFile(shown, what);
                return null;
            }

            if (!file.Exists)
            {
                bag.FileNotFound(shown);
                return null;
            }

            if (file.Length > largest)
            {
                bag.FileTooLarge(shown, file.Length, largest);
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

    private static string? Decode(byte[] bytes, string shown, DiagnosticBag bag)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith("\uFEFF"u8))
        {
            content = content[3..];
        }
        else if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            bag.NotUtf8(new(shown, 1, 1), "it is UTF-16");
            return null;
        }

        try
        {
            return Strict.GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            // The index counts from the start of the content that was handed over.
            string before = Encoding.UTF8.GetString(content[..Math.Max(0, e.Index)]);
            bag.NotUtf8(new SourceText(shown, before).PlaceOf(before.Length), "a byte here is not part of any character");
            return null;
        }
    }
}
