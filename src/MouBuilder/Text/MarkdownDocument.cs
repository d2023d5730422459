using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;

namespace MouBuilder.Text;

/// <summary>Reads back the Markdown files that <see cref="MarkdownWriter"/> writes.</summary>
public static class MarkdownDocument
{
    /// <summary>Reads a file.</summary>
    /// <returns>The document, or null; the diagnostics say why.</returns>
    public static (MouDocument? Document, ImmutableArray<Diagnostic> Diagnostics) Read(string path)
    {
        DiagnosticBag bag = new();
        MouDocument? document = TextFile.Read(path, bag) is { } file ? Read(file.Text, bag) : null;
        return (bag.HasErrors ? null : document, bag.ToImmutable());
    }

    internal static MouDocument? Read(SourceText file, DiagnosticBag bag)
    {
        if (FrontMatter.Split(file) is not { } parts)
        {
            bag.NotOurMarkdown(Source.File(file.Path));
            return null;
        }

        if (FrontMatter.Read(parts.Yaml, bag) is not { } front)
        {
            return null;
        }

        MarkdownBlocks read = MarkdownReader.Read(MarkdownText.Of(parts.Body), MarkdownDialect.Document, null, "Section", bag);
        if (read.Blocks.Length != front.Length || OutlineReader.Read(front.Outline, read.Blocks) is not { } blocks)
        {
            bag.OutlineDoesNotFit(Source.File(file.Path));
            return null;
        }

        MouDocument stripped = LabelStripper.Strip(new(front.Properties, blocks, read.Notes));
        return Numbering.Apply(TermMarks.Mark(ReferenceLinks.Resolve(stripped)));
    }
}
