using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using Inline = MouBuilder.Documents.Inline;

namespace MouBuilder.Text;

/// <summary>Turns Markdig's inlines into ours; collects the footnotes it meets.</summary>
internal sealed class InlineReader(MarkdownText source, MarkdownDialect dialect, string referenceWord, DiagnosticBag bag)
{
    private readonly List<Note> notes = [];

    public ImmutableArray<Note> Notes => [.. notes];

    public ImmutableArray<Inline> Read(ContainerInline? container)
    {
        List<Inline> inlines = [];
        if (container is not null)
        {
            AddAll(container, Emphasis.None, inlines);
        }

        return Merged(inlines);
    }

    /// <summary>The same inlines with neighbouring runs of one emphasis made one, and empty ones left out.</summary>
    public static ImmutableArray<Inline> Merged(List<Inline> inlines)
    {
        int kept = 0;
        foreach (Inline inline in CollectionsMarshal.AsSpan(inlines))
        {
            if (inline is TextRun run && kept > 0 && inlines[kept - 1] is TextRun last && last.Emphasis == run.Emphasis)
            {
                inlines[kept - 1] = last with { Value = last.Value + run.Value };
            }
            else if (inline is not TextRun { Value: "" })
            {
                inlines[kept++] = inline;
            }
        }

        inlines.RemoveRange(kept, inlines.Count - kept);
        return [.. inlines];
    }

    private void AddAll(ContainerInline container, Emphasis emphasis, List<Inline> inlines)
    {
        foreach (Markdig.Syntax.Inlines.Inline inline in container)
        {
            Add(inline, emphasis, inlines);
        }
    }

    private void Add(Markdig.Syntax.Inlines.Inline inline, Emphasis emphasis, List<Inline> inlines)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AddWords(literal.Content.ToString(), literal, emphasis, inlines);
                break;
            case EmphasisInline marked:
                AddAll(marked, emphasis | (marked.DelimiterCount == 2 ? Emphasis.Bold : Emphasis.Italic), inlines);
                break;
            case LineBreakInline { IsHard: true }:
                inlines.Add(new LineBreak());
                break;
            case LineBreakInline:
                inlines.Add(new TextRun(" ", emphasis));
                break;
            case HtmlEntityInline entity:
                AddWords(entity.Transcoded.ToString(), entity, emphasis, inlines);
                break;
            case ReferenceInline { IsGap: true } gap:
                inlines.Add(new Gap(gap.Name, emphasis));
                break;
            case ReferenceInline reference:
                inlines.Add(new Reference(reference.Name, reference.IsNumberAlone ? "" : referenceWord, null, emphasis));
                break;
            case NoteInline note:
                inlines.Add(ReadNote(note));
                break;
            case LinkInline link:
                AddLink(link, emphasis, inlines);
                break;
            case ContainerInline other:
                // Delimiters that opened nothing, such as a bracket without a link, stand for themselves.
                if (other is DelimiterInline delimiter)
                {
                    inlines.Add(new TextRun(delimiter.ToLiteral(), emphasis));
                }

                AddAll(other, emphasis, inlines);
                break;
            default:
                bag.MarkdownNotTaken(source.PlaceOf(inline.Span.Start), "this construct");
                break;
        }
    }

    // What a template computes or an entity stands for has not been through the text reader.
    private void AddWords(string words, Markdig.Syntax.Inlines.Inline inline, Emphasis emphasis, List<Inline> inlines)
    {
        if (TextRules.FirstRefused(words) is { } refused)
        {
            bag.RefusedCharacter(source.PlaceOf(inline.Span.Start), refused.What);
        }

        inlines.Add(new TextRun(words, emphasis));
    }

    private void AddLink(LinkInline link, Emphasis emphasis, List<Inline> inlines)
    {
        string address = link.Url ?? "";
        if (link.IsImage)
        {
            bag.MarkdownNotTaken(source.PlaceOf(link.Span.Start), "a picture");
        }
        else if (!IsAllowed(address) || TextRules.FirstRefused(address) is not null)
        {
            bag.LinkRefused(source.PlaceOf(link.Span.Start), address);
        }
        else
        {
            List<Inline> content = [];
            AddAll(link, emphasis, content);
            inlines.Add(new Link(address, Merged(content)));
        }
    }

    private NoteMark ReadNote(NoteInline inline)
    {
        MarkdownText inner = new(inline.Markdown, offset => source.PlaceOf(inline.ContentStart + offset), []);
        InlineReader reader = new(inner, dialect, referenceWord, bag);
        ImmutableArray<Inline> words = [];
        foreach (Markdig.Syntax.Block block in Markdown.Parse(inline.Markdown, MarkdownPipelines.Ours))
        {
            if (block is ParagraphBlock paragraph)
            {
                words = reader.Read(paragraph.Inline);
            }
            else
            {
                bag.MarkdownNotTaken(source.PlaceOf(inline.ContentStart), "a note of more than one paragraph");
            }
        }

        if (reader.notes.Count > 0)
        {
            bag.MarkdownNotTaken(source.PlaceOf(inline.ContentStart), "a note inside a note");
        }

        Provenance from = new(source.PlaceOf(inline.Span.Start));
        string id = $"note-{notes.Count + 1}";
        notes.Add(new(id, [new Paragraph(ParagraphRole.Body, words) { From = from }]) { From = from });
        return new(id);
    }

    private bool IsAllowed(string address) =>
        address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal)
        || address.StartsWith("mailto:", StringComparison.Ordinal) || (dialect == MarkdownDialect.Document && address.StartsWith('#'));
}
