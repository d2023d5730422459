using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>The words of a block on one line, to be quoted.</summary>
internal static class BlockText
{
    private const string Cell = " / ";
    private const string Item = "; ";

    /// <summary>Cells are told apart by a stroke, rows and items of a list by a semicolon where no mark stands at their ends.</summary>
    public static string Of(Block block)
    {
        StringBuilder text = new();
        string between = " ";
        foreach (Block inside in block.WithDescendants())
        {
            between = inside switch
            {
                TableRow => Item,
                ListItem when between != Cell => Item,
                TableCell when between != Item => Cell,
                _ => between,
            };
            string own = PlainText.Of(Wording.Inlines(inside)).Trim();
            if (own.Length > 0)
            {
                text.Append(text.Length == 0 ? "" : between == Item && char.IsPunctuation(text[^1]) ? " " : between).Append(own);
                between = " ";
            }
        }

        return text.ToString();
    }
}
