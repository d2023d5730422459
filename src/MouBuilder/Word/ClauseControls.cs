using System.Globalization;
using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>
/// Wraps a clause of the library in a content control without a frame. Its tag says which version wrote the paragraphs inside, so that
/// counsel's edits can be brought back to the clause they belong to.
/// </summary>
internal sealed class ClauseControls(StoryXml xml)
{
    public const int LongestTag = 64;

    private readonly StableIds ids = new();

    public void Begin(Clause clause)
    {
        if (clause.From?.Clause is { } origin)
        {
            string tag = StoryXml.Escaped(Tag(origin));
            int id = ids.Next("control " + clause.Id);
            xml.Markup(CultureInfo.InvariantCulture, $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/><w:id w:val=\"{id}\"/><w15:appearance w15:val=\"hidden\"/></w:sdtPr><w:sdtContent>");
        }
    }

    public void End(Clause clause)
    {
        if (clause.From?.Clause is not null)
        {
            xml.Markup("</w:sdtContent></w:sdt>");
        }
    }

    /// <summary><c>mou:id@version#fingerprint</c>; where that is longer than Word allows, the middle is cut and the digits of the whole stand after a <c>~</c>.</summary>
    public static string Tag(ClauseOrigin origin)
    {
        string clause = origin.Id + "@" + origin.Version;
        string tag = $"mou:{clause}#{origin.Fingerprint}";
        if (tag.Length <= LongestTag)
        {
            return tag;
        }

        string end = $"~{StableIds.Digits(clause)}#{origin.Fingerprint}";
        return "mou:" + clause[..(LongestTag - "mou:".Length - end.Length)] + end;
    }
}
