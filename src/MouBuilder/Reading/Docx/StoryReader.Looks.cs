using MouBuilder.Reading.Packages;
using MouBuilder.Reading.Structure;

namespace MouBuilder.Reading.Docx;

/// <summary>What a paragraph's properties and styles make of it: its number, where it stands, what its style is for.</summary>
internal sealed partial class StoryReader
{
    /// <summary>
    /// The number before a paragraph. A level that names a paragraph's style stands for it, whatever the style says;
    /// a style that no level names says itself which level it has. The tenth level is body text.
    /// </summary>
    private AutomaticNumber? NumberOf(Element? properties, string? style)
    {
        Element? own = properties?.Child("w:numPr");
        (Element? Number, string Id)[] chain = [.. context.Styles.Chain(style).Select(s => (s.Paragraph?.Child("w:numPr"), s.Id))];
        string? id = own?.Child("w:numId")?.Val ?? chain.Select(s => s.Number?.Child("w:numId")?.Val).FirstOrDefault(n => n is not null);
        if (id is null or "0" || context.Numbering.List(id) is not { } list)
        {
            return null;
        }

        int level = LevelOf(own)
            ?? chain.Select(s => LevelOf(s.Number) is >= NumberList.LevelCount and var none ? none : list.LevelOfStyle(s.Id) ?? LevelOf(s.Number)).FirstOrDefault(l => l is not null)
            ?? 0;
        return level < NumberList.LevelCount ? context.Counter.Next(list, Math.Max(level, 0)) : null;
    }

    private static int? LevelOf(Element? number) => Element.Number(number?.Child("w:ilvl")?.Val);

    private int IndentOf(Element? properties, string? style, AutomaticNumber? number)
    {
        int? Left(Element? indent) => Element.Length(indent?["w:left"] ?? indent?["w:start"]);
        return Left(properties?.Child("w:ind"))
            ?? (properties?.Child("w:numPr") is not null ? number?.Definition.Left : null)
            ?? context.Styles.Chain(style).Select(s => Left(s.Paragraph?.Child("w:ind"))).FirstOrDefault(l => l is not null)
            ?? number?.Definition.Left ?? 0;
    }

    private Look LookOf(Element? properties, string? style)
    {
        string name = context.Styles.NameOf(style).ToLowerInvariant();
        int? heading = context.Styles.HeadingLevel(properties, style);
        return name switch
        {
            "title" => new(LineRole.Title, null),
            "subtitle" => new(LineRole.Subtitle, null),
            "notice" => new(LineRole.Notice, null),
            "unnumbered section" => new(LineRole.UnnumberedSection, 1),
            "unnumbered clause" => new(LineRole.UnnumberedClause, 2),
            "numbered clause" => new(LineRole.NumberedClause, null),
            "exhibit heading" => new(LineRole.Exhibit, 1),
            "list continue" => new(LineRole.ItemContinued, null),
            "signature party" => new(LineRole.SignatureParty, null),
            "signature through" => new(LineRole.SignatureThrough, null),
            "toc heading" or "contents heading" => new(LineRole.ContentsHeading, heading),
            _ when name.StartsWith("toc ", StringComparison.Ordinal) && name.Length == 5 => new(LineRole.Body, null, IsContents: true),
            _ => new(LineRole.Body, heading),
        };
    }

    private sealed record Look(LineRole Role, int? Heading, bool IsContents = false)
    {
        /// <summary>Whether the paragraph is empty and ends a section: Word shows no number before such a one and does not count it.</summary>
        public bool OnlyEndsSection { get; init; }
    }
}
