using System.Globalization;
using MouBuilder.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;
using W15 = DocumentFormat.OpenXml.Office2013.Word;

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
        if (clause.From?.Clause is not { } origin)
        {
            return;
        }

        xml.Begin(new W.SdtBlock());
        xml.Whole(new W.SdtProperties(
            new W.Tag { Val = Tag(origin) },
            new W.SdtId { Val = ids.Next("control " + clause.Id) },
            new W15.Appearance { Val = W15.SdtAppearance.Hidden }));
        xml.Begin(new W.SdtContentBlock());
    }

    public void End(Clause clause)
    {
        if (clause.From?.Clause is not null)
        {
            xml.End();
            xml.End();
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

        string end = string.Create(CultureInfo.InvariantCulture, $"~{StableIds.Digits(clause)}#{origin.Fingerprint}");
        return "mou:" + clause[..(LongestTag - "mou:".Length - end.Length)] + end;
    }
}
