namespace MouBuilder.Diagnostics;

/// <summary>MOU31xx: the Markdown that templates and clause texts make.</summary>
internal sealed partial class DiagnosticBag
{
    public void PlacementInside(Source at) =>
        Error("MOU3101", at, "\"place\" stands inside a list, a table or a sentence. Put it on a line of its own, without indentation.");

    public void PlacementOutsideFrame(Source at) =>
        Error("MOU3101", at, "The text of this clause or exhibit uses \"place\", which only the template of the whole agreement can do. Write a reference such as [[clause-id]] instead.");

    public void NothingToPlace(Source at) =>
        Error("MOU3102", at, "\"place\" takes a section, a clause, a party's signatures or an exhibit of the agreement. Write for example \"place clause\".");

    public void PlacedTwice(Source at, string what) =>
        Error("MOU3103", at, $"{what} is placed here a second time. Place it once.");

    public void NeverPlaced(Source at, string what) =>
        Error("MOU3103", at, $"The template does not place {what}. Add \"place\" for it, or leave it out of the agreement.");

    public void ClauseIsEmpty(Source at, string id) =>
        Inform("MOU3104", at, $"The clause {id} came out empty and is left out. Nothing needs doing if its conditions mean that.");

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
        Error("MOU4010", at, "The file does not begin with the lines, among them \"mou: 1\", that this program writes. Give a Markdown file that mou build wrote.");

    public void OutlineDoesNotFit(Source at) =>
        Error("MOU4011", at, "Blocks were added or removed in this file since it was written, and the outline at its end no longer fits. Make the change in the clause files and build again.");

    public void LineBreakInRow(Source at) =>
        Error("MOU3112", at, "A value with several lines stands in a heading, a table row, a note or emphasis, which are one line. Use a field of type string, or print the value in a paragraph of its own.");

    public void FunctionWants(Source at, string function, string wanted) =>
        Error("MOU3113", at, $"\"{function}\" takes {wanted}. Check what stands before the | or after the function's name.");

    public void ClauseOutsideSection(Source at, string id) =>
        Error("MOU3114", at, $"The clause {id} is placed before any section. Place its section first.");

    public void UnknownReference(Place at, string target, IEnumerable<string> known) =>
        Error("MOU3115", at, $"\"{target}\" is referred to here and is not in the agreement.{Nearest.Hint(target, known)} Add the clause, or correct the reference.");

    public void ReferenceToEmptyClause(Place at, string target) =>
        Error("MOU3115", at, $"\"{target}\" is referred to here, but it came out empty and is left out. Put the reference under the same condition as the clause.");

    public void ItemIsEmpty(Source at) =>
        Inform("MOU3117", at, "A list item came out empty and is left out, so that the items after it move up. Nothing needs doing if its condition means that.");

    public void RowWithoutTable(Source at) =>
        Error("MOU3118", at, "This line begins with | and belongs to no table: a blank line before it has cut it off, or the line of dashes under the header is missing. Put a condition around a row as {{~ if … ~}} on lines of its own.");

    public void TooManyColumns(Source at, int columns, int most) =>
        Error("MOU3119", at, $"The table has {columns} columns, and Word takes at most {most}. Divide the table.");

    public void TemplateNotFound(Source at, string name) =>
        Error("MOU3116", at, $"There is no template \"{name}\". The template folder must hold {name}.md.scriban.");
}
