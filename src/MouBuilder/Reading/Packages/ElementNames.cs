namespace MouBuilder.Reading.Packages;

/// <summary>Names of elements and attributes under fixed prefixes: the namespaces of Transitional and of ISO Strict are one here.</summary>
internal sealed class ElementNames
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["http://schemas.openxmlformats.org/wordprocessingml/2006/main"] = "w:",
        ["http://purl.oclc.org/ooxml/wordprocessingml/main"] = "w:",
        ["http://schemas.openxmlformats.org/officeDocument/2006/relationships"] = "r:",
        ["http://purl.oclc.org/ooxml/officeDocument/relationships"] = "r:",
        ["http://schemas.openxmlformats.org/markup-compatibility/2006"] = "mc:",
        ["http://schemas.openxmlformats.org/officeDocument/2006/math"] = "m:",
        ["http://purl.oclc.org/ooxml/officeDocument/math"] = "m:",
        ["http://schemas.openxmlformats.org/drawingml/2006/main"] = "a:",
        ["http://purl.oclc.org/ooxml/drawingml/main"] = "a:",
        ["http://schemas.openxmlformats.org/drawingml/2006/picture"] = "pic:",
        ["http://purl.oclc.org/ooxml/drawingml/picture"] = "pic:",
        ["http://schemas.openxmlformats.org/drawingml/2006/chart"] = "c:",
        ["http://purl.oclc.org/ooxml/drawingml/chart"] = "c:",
        ["http://schemas.openxmlformats.org/drawingml/2006/diagram"] = "dgm:",
        ["http://purl.oclc.org/ooxml/drawingml/diagram"] = "dgm:",
        ["http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"] = "wp:",
        ["http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"] = "wp:",
        ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape"] = "wps:",
        ["http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"] = "wpg:",
        ["http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"] = "wpc:",
        ["http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"] = "wp14:",
        ["http://schemas.microsoft.com/office/word/2010/wordml"] = "w14:",
        ["http://schemas.microsoft.com/office/word/2012/wordml"] = "w15:",
        ["urn:schemas-microsoft-com:vml"] = "v:",
        ["urn:schemas-microsoft-com:office:office"] = "o:",
        ["http://schemas.openxmlformats.org/package/2006/relationships"] = "rel:",
        ["http://schemas.openxmlformats.org/package/2006/content-types"] = "ct:",
        ["http://schemas.openxmlformats.org/package/2006/metadata/core-properties"] = "cp:",
        ["http://purl.org/dc/elements/1.1/"] = "dc:",
        ["http://purl.org/dc/terms/"] = "dcterms:",
        ["http://www.w3.org/XML/1998/namespace"] = "xml:",
        [""] = "",
    };

    private readonly Dictionary<(string Space, string Local), string> known = [];

    public string Of(string space, string local)
    {
        if (!known.TryGetValue((space, local), out string? name))
        {
            name = (Prefixes.TryGetValue(space, out string? prefix) ? prefix : "?:") + local;
            known.Add((space, local), name);
        }

        return name;
    }

    /// <summary>Whether elements of a namespace are ones this reader knows what to do with.</summary>
    public static bool IsKnown(string space) => Prefixes.ContainsKey(space);
}
