using System.Globalization;

namespace MouBuilder.Diagnostics;

/// <summary>MOU81xx: who can read a Word file that we write.</summary>
internal sealed partial class DiagnosticBag
{
    public void WordFileUntitled(Source at) =>
        Warn("MOU8101", at, "The Word file has no title, so a screen reader says its file name instead. Give the document a title.");

    public void LanguageUnsaid(Source at, string where) =>
        Warn("MOU8102", at, $"Nothing says in which language {where} is written, so a screen reader may read it with the wrong voice. Say the language of the document.");

    public void HeadingSkipsLevel(Source at, string heading, int level, int before) =>
        Warn("MOU8103", at, string.Create(CultureInfo.InvariantCulture, $"The heading \"{heading}\" is of level {level} and {(before == 0 ? "no heading stands before it" : $"the one before it of level {before}")}. Use the next level, so that those who go from heading to heading miss none."));

    public void TableWithoutHeader(Source at, string beginning) =>
        Warn("MOU8104", at, $"The table that begins \"{beginning}\" has no header row, so a screen reader cannot say what a cell is about. Make its first row a header.");

    public void ListTypedByHand(Source at, string beginning) =>
        Warn("MOU8105", at, $"From \"{beginning}\" on, paragraphs begin with numbers or dashes and are no list, so a screen reader does not say how many items there are. Write them as a list.");

    public void TooLittleContrast(Source at, string beginning, string ink, string paper, double ratio) =>
        Warn("MOU8106", at, string.Create(CultureInfo.InvariantCulture, $"The words \"{beginning}\" are hard to tell from what is behind them: #{ink} on #{paper} is {ratio}:1 and should be 4.5:1 or more. Use a darker colour."));

    public void EmptyParagraph(Source at) =>
        Warn("MOU8107", at, "The Word file has an empty paragraph, which a screen reader says as \"blank\". Make room with the spacing of a style.");

    public void LinkWithoutWords(Source at, string words) =>
        Warn("MOU8108", at, $"The link \"{words}\" does not say where it leads. Put words on it that make sense alone, such as the name of the page.");
}
