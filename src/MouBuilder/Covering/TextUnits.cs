using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Covering;

/// <summary>Takes the text of a document apart into sentences, list items and table rows.</summary>
internal sealed partial class TextUnits
{
    private readonly ImmutableArray<TextUnit>.Builder units = ImmutableArray.CreateBuilder<TextUnit>();
    private readonly string owner;

    private TextUnits(string owner) => this.owner = owner;

    /// <summary>The units of every clause and exhibit, by its id.</summary>
    public static ImmutableDictionary<string, ImmutableArray<TextUnit>> Of(MouDocument document)
    {
        var all = ImmutableDictionary.CreateBuilder<string, ImmutableArray<TextUnit>>(StringComparer.Ordinal);
        foreach (Block block in document.AllBlocks())
        {
            switch (block)
            {
                case Clause c:
                    all[c.Id] = Read(c.Id, c.Label ?? "", c.Blocks);
                    break;
                case Exhibit e:
                    all[e.Id] = Read(e.Id, e.Label ?? "", e.Blocks);
                    break;
                default:
                    break;
            }
        }

        return all.ToImmutable();
    }

    private static ImmutableArray<TextUnit> Read(string owner, string label, ImmutableArray<Block> blocks)
    {
        TextUnits reader = new(owner);
        reader.Add(blocks, label, "");
        return reader.units.ToImmutable();
    }

    private void Add(ImmutableArray<Block> blocks, string label, string lead)
    {
        string before = lead;
        string under = label;
        foreach (Block block in blocks)
        {
            switch (block)
            {
                case Paragraph p:
                    string text = TextUnit.Marked(p.Content);
                    Add(text, under, lead, p);
                    before = text.TrimEnd().EndsWith(':') ? Joined(lead, Sentences(text).Last()) : lead;
                    break;
                case ListBlock list:
                    AddItems(list, under, before);
                    before = lead;
                    break;
                case Heading heading:
                    under = $"{label}, “{PlainText.Of(heading.Content)}”";
                    before = lead;
                    break;
                case Table table:
                    AddRows(table, under);
                    break;
                default:
                    break;
            }
        }
    }

    private void Add(string text, string label, string lead, Block block)
    {
        foreach (string sentence in Sentences(text))
        {
            units.Add(new(owner, label, lead, sentence, block));
        }
    }

    private void AddItems(ListBlock list, string label, string lead)
    {
        foreach (ListItem item in list.Items)
        {
            string inner = list.Kind == ListKind.Recitals ? "Recital " + item.Label?.TrimEnd('.') : label + (label.EndsWith('”') ? " " : "") + item.Label;
            Add(item.Blocks, inner, lead);
        }
    }

    /// <summary>A row as a reader takes it in: each heading with what stands under it; a column left empty, answered with no, or headed as what is not or need not be, says nothing.</summary>
    private void AddRows(Table table, string label)
    {
        string[] headings = [.. table.Rows.Take(Math.Min(1, table.HeaderRows)).SelectMany(r => r.Cells).Select(Text)];
        foreach (TableRow row in table.Rows.Skip(table.HeaderRows))
        {
            StringBuilder words = new();
            for (int i = 0; i < row.Cells.Length; i++)
            {
                string cell = Text(row.Cells[i]);
                if (cell.Length > 0 && !IsNo().IsMatch(cell) && !(i < headings.Length && IsNo().IsMatch(headings[i])))
                {
                    words.Append(words.Length == 0 ? "" : "; ").Append(i < headings.Length ? headings[i] + ": " : "").Append(cell);
                }
            }

            units.Add(new(owner, label, "", words.ToString(), row));
        }
    }

    private static string Text(TableCell cell) =>
        string.Join(' ', Walk.WithDescendants(cell.Blocks).Select(b => TextUnit.Marked(b.OwnInlines())).Where(t => t.Length > 0)).Trim();

    [GeneratedRegex(@"\A(no|none|not|never)\b|\b(is|are|was|were) not\b|\boptional(ly)?\b|\bif (asked|wished|wanted)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex IsNo();

    private static string Joined(string lead, string text) => lead.Length == 0 ? text : lead + " " + text;

    /// <summary>A sentence ends with its mark before a blank and a capital letter; a single letter with a stop is an abbreviation.</summary>
    internal static IEnumerable<string> Sentences(string text)
    {
        int start = 0;
        for (int i = 0; i + 2 < text.Length; i++)
        {
            bool ends = text[i] is '.' or '?' or '!' && char.IsWhiteSpace(text[i + 1]) && (char.IsUpper(text[i + 2]) || text[i + 2] is '“' or '"' or '[' || TextUnit.IsGapAt(text, i + 2));
            bool isAbbreviation = i >= 1 && char.IsUpper(text[i - 1]) && (i < 2 || !char.IsLetter(text[i - 2]));
            if (ends && !isAbbreviation)
            {
                yield return text[start..(i + 1)];
                start = i + 2;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
