using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// numbering.xml: headings, exhibits, bullets and one definition per family of lists, then a w:num with startOverride for every list.
/// </summary>
internal static class NumberingPart
{
    /// <summary>Where the words of a numbered heading or clause begin: the room that 12.34 needs. The style of numbered clauses has it too.</summary>
    public const int HeadingIndent = 648;

    private const int Fixed = 3;

    /// <summary>The indent that a list's definition gives its items.</summary>
    /// <param name="depth">How many lists of the same count stand around the list.</param>
    public static Indent ItemIndent(ListKind kind, int depth) => kind switch
    {
        ListKind.Bullet => new(Measures.ItemText(depth), Measures.ItemStep / 2),
        ListKind.Recitals => new(Measures.ItemStep, Measures.ItemStep),
        _ => new(Measures.ItemText(depth), Measures.ItemStep),
    };

    public static void Write(Stream stream, ListNumbers lists, string attachmentWord)
    {
        List<ListFamily> families = [.. lists.Starts.Select(s => s.Family).Distinct()];
        Dictionary<ListFamily, int> definitions = families.Index().ToDictionary(f => f.Item, f => Fixed + f.Index);
        using StreamWriter markup = PlainXml.Text(stream, buffer: 1 << 9);
        markup.Write($"""<?xml version="1.0" encoding="utf-8" standalone="yes"?><w:numbering xmlns:w="{Namespaces.Word}">""");
        Define(markup, 0, "headings", [new(0, "decimal", "%1.", Heading, StyleIds.Section), new(1, "decimal", "%1.%2", Heading, StyleIds.Clause), .. Own(new(ListNumbers.Headings, null))]);
        Define(markup, 1, "exhibits", [new(0, "upperLetter", StoryXml.Escaped(attachmentWord) + " %1", Room(LabelRoom.OfExhibit(attachmentWord)), StyleIds.Exhibit), .. Own(new(ListNumbers.Exhibits, null))]);
        Define(markup, 2, "bullets", Depths.Select(level => new Level(level, "bullet", level % 2 == 0 ? "•" : "–", ItemIndent(ListKind.Bullet, level))));
        for (int i = 0; i < families.Count; i++)
        {
            Define(markup, Fixed + i, Name(families[i]), [.. Levels(families[i]), .. Own(new(0, families[i]))]);
        }

        for (int number = 1; number <= Fixed; number++)
        {
            markup.Put(CultureInfo.InvariantCulture, $"""<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>""");
        }

        foreach (ListStart start in lists.Starts)
        {
            int definition = definitions[start.Family];
            markup.Put(CultureInfo.InvariantCulture, $"""<w:num w:numId="{start.NumberId}"><w:abstractNumId w:val="{definition}"/><w:lvlOverride w:ilvl="{start.Level}"><w:startOverride w:val="{start.First}"/></w:lvlOverride></w:num>""");
        }

        markup.Write("</w:numbering>");

        IEnumerable<Level> Own(ListDefinition definition) => lists.LooksOf(definition).Select(l => new Level(l.Key, Format(l.Value.Form), StoryXml.Escaped(l.Value.Text), Room(LabelRoom.Of(l.Value)), IsLegal: l.Value.IsLegal));
    }

    /// <summary>How each level of a list shows its number.</summary>
    private static readonly string[] Places = [.. Depths.Select(level => string.Create(CultureInfo.InvariantCulture, $"(%{level + 1})"))];

    private static IEnumerable<int> Depths => Enumerable.Range(0, Labels.DeepestList);

    private static Indent Heading => new(HeadingIndent, HeadingIndent);

    private static Indent Room(int width) => new(width, width);

    private static string Name(ListFamily family) => string.Create(CultureInfo.InvariantCulture, $"{family.Kind} {family.Story} {family.Band}{(family.Shape is { } shape ? $" {shape.Before}|{shape.Form}|{shape.After}" : "")}");

    /// <param name="Text">What stands before the words, with %1 for the number of the first level.</param>
    /// <param name="Style">The paragraph style tied to the level; null for none.</param>
    /// <param name="IsLegal">Whether all numbers are in digits, whatever their own levels show.</param>
    private readonly record struct Level(int Number, string Format, string Text, Indent Indent, string? Style = null, bool IsLegal = false);

    private static void Define(TextWriter markup, int id, string name, IEnumerable<Level> levels)
    {
        // Word knows a definition again by its nsid: eight hex digits, never two alike.
        string known = StableIds.Digits("numbering " + name).ToUpperInvariant();
        markup.Put(CultureInfo.InvariantCulture, $"""<w:abstractNum w:abstractNumId="{id}"><w:nsid w:val="{known}"/><w:multiLevelType w:val="multilevel"/>""");
        foreach (Level level in levels)
        {
            markup.Put(CultureInfo.InvariantCulture, $"""<w:lvl w:ilvl="{level.Number}"><w:start w:val="1"/><w:numFmt w:val="{level.Format}"/>""");
            if (level.Style is { } style)
            {
                markup.Put(CultureInfo.InvariantCulture, $"""<w:pStyle w:val="{style}"/>""");
            }

            markup.Write(level.IsLegal ? "<w:isLgl/>" : "");
            markup.Write(level.Indent.Hanging == 0 ? "<w:suff w:val=\"space\"/>" : "");
            markup.Put(CultureInfo.InvariantCulture, $"""<w:lvlText w:val="{level.Text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{level.Indent.Left}" w:hanging="{level.Indent.Hanging}"/></w:pPr></w:lvl>""");
        }

        markup.Write("</w:abstractNum>");
    }

    private static IEnumerable<Level> Levels(ListFamily family) => family.Shape is { } shape
        ? [new(0, shape.Form is { } form ? Format(form) : "none", $"{StoryXml.Escaped(shape.Before)}{(shape.Form is null ? "" : "%1")}{StoryXml.Escaped(shape.After)}", Room(LabelRoom.Of(shape)))]
        : family.Kind == ListKind.Recitals
        ? [new(0, "upperLetter", "%1.", ItemIndent(ListKind.Recitals, 0))]
        : Depths.Select(level =>
        {
            int depth = (family.Band * Labels.DeepestList) + level;
            return new Level(level, Format(Labels.Form(depth)), Places[level], ItemIndent(ListKind.Ordered, depth));
        });

    private static string Format(LabelForm form) => form switch
    {
        LabelForm.LowerLetter => "lowerLetter",
        LabelForm.LowerRoman => "lowerRoman",
        LabelForm.UpperLetter => "upperLetter",
        LabelForm.UpperRoman => "upperRoman",
        _ => "decimal",
    };
}
