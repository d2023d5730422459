namespace MouBuilder.Text;

/// <summary>Which Markdown is being read.</summary>
internal enum MarkdownDialect
{
    /// <summary>The text of a clause: paragraphs, lists, tables, headings from level 3.</summary>
    Clause,

    /// <summary>The output of a document template: also a title, sections, notices, page breaks, placements.</summary>
    Template,

    /// <summary>A file written by <see cref="MarkdownWriter"/>: like a template's output, with labels in the text.</summary>
    Document,
}
