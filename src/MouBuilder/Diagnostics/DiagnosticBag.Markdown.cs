namespace MouBuilder.Diagnostics;

/// <summary>MOU31xx: the Markdown that templates and clause texts make.</summary>
internal sealed partial class DiagnosticBag
{
    public void PlacementInside(Source at) =>
        Error("MOU3101", at, "\"place\" stands inside a list, a table or a sentence. Put it on a line of its own, without indentation.");

    public void MarkdownNotTaken(Source at, string what) =>
        Error("MOU3105", at, $"A text of an agreement cannot hold {what}. Use paragraphs, lists, tables and emphasis.");

    public void MarkdownTooDeep(Source at) =>
        Error("MOU3106", at, "The text is nested too deeply here. Remove the extra list or quotation marks.");

    public void HeadingTooHigh(Source at) =>
        Error("MOU3107", at, "A heading inside a clause begins with ###: one and two stand for the section and the clause. Write ###.");

    public void ListDoesNotBeginAtOne(Source at, string start) =>
        Error("MOU3108", at, $"This list begins at {start}, and the program makes the labels itself: it would begin at (a). Begin it with 1., or indent the paragraph above so that it belongs to the item before.");

    public void ListTooDeep(Source at, int deepest) =>
        Error("MOU3109", at, $"Lists go at most {deepest} levels deep. Divide the clause.");

    public void UnevenRow(Source at, int cells, int columns) =>
        Error("MOU3110", at, $"This row has {cells} cells and the table {columns} columns. Add or remove a |; a | that is part of the text is written \\|.");

    public void LinkRefused(Source at, string address) =>
        Error("MOU3111", at, $"The link address \"{address}\" is refused. Links begin with https://, http:// or mailto:; another clause is referred to as [[clause-id]].");

    public void NotOurMarkdown(Source at) =>
        Error("MOU4010", at, "The file has no front matter with \"mou: 1\", so it was not written by this program. Give a file that mou build wrote.");

    public void OutlineDoesNotFit(Source at) =>
        Error("MOU4011", at, "Blocks were added or removed in this file since it was written, and the outline at its head no longer fits. Make the change in the clause files and build again.");
}
