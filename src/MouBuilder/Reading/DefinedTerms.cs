using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Reading;

/// <summary>Finds the defined terms of a Word file of ours where they are defined: a paragraph that begins with the term in quotation marks, in bold, and "means".</summary>
internal static class DefinedTerms
{
    public static MouDocument Find(MouDocument document)
    {
        List<DefinedTerm> terms = [];
        foreach (Clause clause in document.AllBlocks().OfType<Clause>())
        {
            foreach (Paragraph paragraph in clause.Blocks.OfType<Paragraph>())
            {
                if (paragraph.Content is [TextRun { Emphasis: Emphasis.Bold, Value: ['“', .. var name, '”'] }, TextRun { Value: var after }, ..] && after.StartsWith(" means ", StringComparison.Ordinal) && !terms.Exists(t => t.Name == name))
                {
                    terms.Add(new(name, [], clause.Id));
                }
            }
        }

        return TermMarks.Mark(document with { Properties = document.Properties with { Terms = [.. terms.OrderBy(t => t.Name, StringComparer.Ordinal)] } });
    }
}
