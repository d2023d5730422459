using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Reading.Docx;
using MouBuilder.Reading.Typed;
using MouBuilder.Text;

namespace MouBuilder.Reading;

/// <summary>What reading a file from elsewhere gives.</summary>
/// <param name="Document">Null when an error was found.</param>
/// <param name="Surroundings">What the headers and footers say, which is no part of the document: <c>header: DRAFT</c>.</param>
public sealed record ReadAgreement(MouDocument? Document, ImmutableArray<string> Surroundings, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads agreements from elsewhere: Word files, Markdown and typed text.</summary>
public static class AgreementReading
{
    /// <summary>Reads a file by the ending of its name: <c>.docx</c>, <c>.docm</c>, <c>.dotx</c>, <c>.md</c>, <c>.txt</c>. A Markdown file of ours comes back as it was written.</summary>
    /// <param name="changes">What to do with tracked changes that are still pending.</param>
    public static ReadAgreement Read(string path, PendingChanges changes)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".DOCX" or ".DOCM" or ".DOTX" or ".DOTM" or ".DOC" => ReadWord(path, changes),
            ".MD" => ReadTyped(path, isMarkdown: true),
            ".TXT" => ReadTyped(path, isMarkdown: false),
            _ => NotReadable(path),
        };
    }

    /// <summary>Whether files with such a name are read.</summary>
    public static bool Takes(string path) => Path.GetExtension(path).ToUpperInvariant() is ".DOCX" or ".DOCM" or ".DOTX" or ".DOTM" or ".DOC" or ".MD" or ".TXT";

    private static ReadAgreement ReadWord(string path, PendingChanges changes)
    {
        DiagnosticBag bag = new();
        string shown = Paths.Shown(path);
        using FileStream? stream = Open(path, shown, bag);
        try
        {
            if (stream is { Length: <= ReadingLimits.LargestFile })
            {
                return DocxDocument.Read(stream, shown, changes);
            }

            if (stream is not null)
            {
                bag.FileTooLarge(shown, stream.Length, ReadingLimits.LargestFile);
            }
        }
        catch (IOException e)
        {
            bag.FileUnreadable(shown, e.Message);
        }

        return new(null, [], bag.ToImmutable());
    }

    // Only here may an ArgumentException be about the path; in a reader it is a bug of ours and has to look like one.
    private static FileStream? Open(string path, string shown, DiagnosticBag bag)
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

            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.FileUnreadable(shown, e.Message);
            return null;
        }
    }

    private static ReadAgreement ReadTyped(string path, bool isMarkdown)
    {
        DiagnosticBag bag = new();
        if (TypedFile.Read(path, bag) is not { } typed)
        {
            return new(null, [], bag.ToImmutable());
        }

        if (isMarkdown && FrontMatter.Split(typed) is { } parts)
        {
            if (parts.Yaml.Text.StartsWith("mou:", StringComparison.Ordinal))
            {
                (MouDocument? ours, ImmutableArray<Diagnostic> found) = MarkdownDocument.Read(path);
                return new(ours, [], found);
            }

            // Another program's head says how that program shows the page.
            typed = parts.Body;
        }

        NotCarried losses = new();
        Source file = Source.File(typed.Path);
        typed = typed with { Text = TypedFile.Seen(typed.Text, losses) };
        MouDocument? document = isMarkdown ? ForeignMarkdown.Read(typed, losses, bag) : TypedText.Read(typed, losses, bag);
        losses.Tell(file, bag);
        if (!bag.HasErrors && document?.AllBlocks().Any(b => b is Table || b.OwnInlines().Any()) != true)
        {
            bag.NothingToRead(file);
        }

        return new(bag.HasErrors ? null : document, [], bag.ToImmutable());
    }

    private static ReadAgreement NotReadable(string path)
    {
        DiagnosticBag bag = new();
        bag.NotComparable(Paths.Shown(path));
        return new(null, [], bag.ToImmutable());
    }
}
