using System.Text.RegularExpressions;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;

namespace MouBuilder.Checks;

/// <summary>Finds words that an agreement says it does not use, such as those of the officers it does without.</summary>
internal static class WordsNotSaid
{
    public static void Check(Agreement agreement, MouDocument document, DiagnosticBag bag)
    {
        foreach (Named word in agreement.NotSaid.Where(w => w.Name.Trim().Length > 0))
        {
            Regex asWritten = new($@"(?<!\w){Regex.Escape(word.Name.Trim())}(?!\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
            foreach (Block block in document.AllBlocks().Where(b => asWritten.IsMatch(PlainText.Of(b.OwnInlines()))))
            {
                bag.SaidAllTheSame(block.From?.Place ?? Source.File(Paths.Shown(agreement.Path)), word.Name);
            }
        }
    }
}
