using System.Globalization;
using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Text;

/// <summary>The anchors that Markdown viewers give headings: lower case, blanks as hyphens, punctuation dropped, a number after one that is taken.</summary>
internal sealed class HeadingAnchors
{
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byId = new(StringComparer.Ordinal);

    /// <summary>The anchor of each section, clause and exhibit that has a heading, by its id.</summary>
    public static IReadOnlyDictionary<string, string> Of(MouDocument document)
    {
        HeadingAnchors anchors = new();
        string section = "";
        foreach (Block block in document.AllBlocks())
        {
            switch (block)
            {
                case Paragraph { Role: ParagraphRole.Title } title:
                    anchors.Take(PlainText.Of(title.Content));
                    break;
                case Section s:
                    section = anchors.Add(s.Id, HeadingText.Of(s));
                    break;
                case Clause { Title.IsEmpty: true } c:
                    anchors.byId[c.Id] = section;
                    break;
                case Clause c:
                    anchors.Add(c.Id, HeadingText.Of(c));
                    break;
                case Exhibit e:
                    anchors.Add(e.Id, HeadingText.Of(e));
                    break;
                case Heading h:
                    anchors.Take(PlainText.Of(h.Content));
                    break;
                default:
                    break;
            }
        }

        return anchors.byId;
    }

    private string Add(string id, string heading) => byId[id] = Take(heading);

    private string Take(string heading)
    {
        StringBuilder anchor = new();
        foreach (Rune rune in heading.ToLowerInvariant().EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (rune.Value == ' ')
            {
                anchor.Append('-');
            }
            else if (rune.Value is '-' or '_' || Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.NonSpacingMark)
            {
                anchor.Append(rune);
            }
        }

        string plain = anchor.ToString();
        int count = taken[plain] = taken.GetValueOrDefault(plain, -1) + 1;
        return count == 0 ? plain : string.Create(CultureInfo.InvariantCulture, $"{plain}-{count}");
    }
}

/// <summary>A heading as Markdown and HTML show it: its label, then its words.</summary>
internal static class HeadingText
{
    public static string Of(Section section) => Joined(section.Label, PlainText.Of(section.Heading));

    public static string Of(Clause clause) => Joined(clause.Label, PlainText.Of(clause.Title));

    public static string Of(Exhibit exhibit) => Joined(LabelOf(exhibit), PlainText.Of(exhibit.Title));

    /// <summary>Ours has a full stop behind it; a paper's may bring a mark of its own.</summary>
    public static string LabelOf(Exhibit exhibit) => exhibit.Label is [.., '.' or ':' or '-' or '–' or '—'] own ? own : exhibit.Label + ".";

    private static string Joined(string? label, string words) => string.IsNullOrEmpty(label) ? words : label + " " + words;
}
