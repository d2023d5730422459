using System.Globalization;
using System.Text.RegularExpressions;
using MouBuilder.Documents;
using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>What a Word file says about itself. All of it is believed of a file of ours; of a stranger's only title and language, which say nothing about people.</summary>
internal static partial class DocxProperties
{
    public static DocumentProperties Read(Element? core, bool isOurs, Element? numbering)
    {
        string Said(string name) => Clean(core?.Child(name)?.Text);
        DocumentProperties properties = new() { Title = Said("dc:title"), Language = Language().IsMatch(Said("dc:language")) ? Said("dc:language") : "" };
        return !isOurs ? properties : properties with
        {
            Agreement = Said("dc:identifier"),
            Drafter = Said("dc:creator"),
            Status = Said("cp:contentStatus"),
            Revision = Said("cp:version"),
            Drafted = DateOnly.TryParseExact(Said("dcterms:created") is { Length: >= 10 } date ? date[..10] : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly drafted) ? drafted : null,
            AttachmentWord = WordOf(numbering) ?? "Exhibit",
        };
    }

    private static string? WordOf(Element? numbering) => numbering?.Descendants()
        .Where(l => l.Name == "w:lvl" && l.Child("w:pStyle")?.Val == "ExhibitHeading")
        .Select(l => l.Child("w:lvlText")?.Val)
        .FirstOrDefault(t => t?.EndsWith(" %1", StringComparison.Ordinal) == true)?[..^3];

    private static string Clean(string? text) => SeenText.Of(text ?? "", new NotCarried(), () => "").Replace('\n', ' ').Trim();

    [GeneratedRegex(@"\A[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
