using System.Globalization;
using System.Xml;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// numbering.xml: headings, exhibits, bullets and one definition per family of lists, then a w:num with startOverride for every list.
/// </summary>
internal static class NumberingPart
{
    private const int HeadingIndent = 648;
    private const int Fixed = 3;

    /// <summary>How far the title of an exhibit stands from the margin: the room that <c>Exhibit A</c> needs.</summary>
    public static int ExhibitIndent(string attachmentWord) => 600 + (140 * attachmentWord.Length);

    /// <summary>The indent that a list's definition gives its items.</summary>
    /// <param name="depth">How many lists of the same count stand around the list.</param>
    public static Indent ItemIndent(ListKind kind, int depth) => kind switch
    {
        ListKind.Bullet => new(Measures.ItemText(depth), Measures.ItemStep / 2),
        ListKind.Recitals => new(Measures.ItemStep, Measures.ItemStep),
        _ => new(Measures.ItemText(depth), Measures.ItemStep),
    };

    public static void Write(Stream stream, ListNumbers lists, string attachmentWord) => PlainXml.Write(stream, xml =>
    {
        List<ListFamily> families = [.. lists.Starts.Select(s => s.Family).Distinct()];
        xml.WriteStartElement("w", "numbering", Namespaces.Word);
        Define(xml, 0, "headings", WriteHeadingLevels);
        Define(xml, 1, "exhibits", x => WriteExhibitLevel(x, attachmentWord));
        Define(xml, 2, "bullets", WriteBulletLevels);
        for (int i = 0; i < families.Count; i++)
        {
            ListFamily family = families[i];
            string name = string.Create(CultureInfo.InvariantCulture, $"{family.Kind} {family.Story} {family.Band}");
            Define(xml, Fixed + i, name, x => WriteListLevels(x, family));
        }

        for (int number = 1; number <= Fixed; number++)
        {
            Number(xml, number, number - 1, null);
        }

        foreach (ListStart start in lists.Starts)
        {
            Number(xml, start.NumberId, Fixed + families.IndexOf(start.Family), start.Level);
        }

        xml.WriteEndElement();
    });

    private static void Define(XmlWriter xml, int id, string name, Action<XmlWriter> levels)
    {
        Open(xml, "abstractNum", "abstractNumId", Digits(id));
        Value(xml, "nsid", StableIds.Digits("numbering " + name).ToUpperInvariant());
        Value(xml, "multiLevelType", "multilevel");
        levels(xml);
        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, int id, int definition, int? restartedLevel)
    {
        Open(xml, "num", "numId", Digits(id));
        Value(xml, "abstractNumId", Digits(definition));
        if (restartedLevel is { } level)
        {
            Open(xml, "lvlOverride", "ilvl", Digits(level));
            Value(xml, "startOverride", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteHeadingLevels(XmlWriter xml)
    {
        Level(xml, 0, "decimal", "%1.", new(HeadingIndent, HeadingIndent), StyleIds.Section);
        Level(xml, 1, "decimal", "%1.%2", new(HeadingIndent, HeadingIndent), StyleIds.Clause);
    }

    private static void WriteExhibitLevel(XmlWriter xml, string attachmentWord)
    {
        int indent = ExhibitIndent(attachmentWord);
        Level(xml, 0, "upperLetter", XmlCharacters.Demand(attachmentWord) + " %1", new(indent, indent), StyleIds.Exhibit);
    }

    private static void WriteBulletLevels(XmlWriter xml)
    {
        for (int level = 0; level < Labels.DeepestList; level++)
        {
            Level(xml, level, "bullet", level % 2 == 0 ? "•" : "–", ItemIndent(ListKind.Bullet, level));
        }
    }

    private static void WriteListLevels(XmlWriter xml, ListFamily family)
    {
        if (family.Kind == ListKind.Recitals)
        {
            Level(xml, 0, "upperLetter", "%1.", ItemIndent(ListKind.Recitals, 0));
            return;
        }

        for (int level = 0; level < Labels.DeepestList; level++)
        {
            int depth = (family.Band * Labels.DeepestList) + level;
            Level(xml, level, Format(Labels.Form(depth)), "(%" + Digits(level + 1) + ")", ItemIndent(ListKind.Ordered, depth));
        }
    }

    private static string Format(LabelForm form) => form switch
    {
        LabelForm.LowerLetter => "lowerLetter",
        LabelForm.LowerRoman => "lowerRoman",
        LabelForm.UpperLetter => "upperLetter",
        LabelForm.UpperRoman => "upperRoman",
        _ => "decimal",
    };

    private static void Level(XmlWriter xml, int level, string format, string text, Indent indent, string? style = null)
    {
        Open(xml, "lvl", "ilvl", Digits(level));
        Value(xml, "start", "1");
        Value(xml, "numFmt", format);
        if (style is not null)
        {
            Value(xml, "pStyle", style);
        }

        Value(xml, "lvlText", text);
        Value(xml, "lvlJc", "left");
        xml.WriteStartElement("w", "pPr", Namespaces.Word);
        Open(xml, "ind", "left", Digits(indent.Left));
        Attribute(xml, "hanging", Digits(indent.Hanging));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Value(XmlWriter xml, string element, string value)
    {
        Open(xml, element, "val", value);
        xml.WriteEndElement();
    }

    private static void Open(XmlWriter xml, string element, string attribute, string value)
    {
        xml.WriteStartElement("w", element, Namespaces.Word);
        Attribute(xml, attribute, value);
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString("w", name, Namespaces.Word, value);
}
