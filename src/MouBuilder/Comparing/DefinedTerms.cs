using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A term and what it means.</summary>
/// <param name="Meaning">The words behind <c>means</c>, or those before the brackets.</param>
/// <param name="IsInBrackets">Whether it stands in brackets behind what it names: Denver Police Department (“DPD”).</param>
internal sealed record Definition(string Term, string Meaning, bool IsInBrackets);

/// <summary>Finds definitions: paragraphs that say “Ticket” means. Reads English.</summary>
internal static partial class DefinedTerms
{
    private const int WordsBeforeBrackets = 6;

    /// <summary>The definitions of a document, those in brackets too, in reading order.</summary>
    public static ImmutableArray<Definition> Of(MouDocument document)
    {
        ImmutableArray<Definition>.Builder found = ImmutableArray.CreateBuilder<Definition>();
        foreach (Paragraph paragraph in document.Blocks.SelectMany(b => b.WithDescendants()).OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Body && HasQuotation(p)))
        {
            string text = PlainText.Of(paragraph.Content);
            if (Opening().Match(text) is { Success: true } means)
            {
                found.Add(new(means.Groups[1].Value, text[(means.Index + means.Length)..], false));
            }

            foreach (Match brackets in Bracketed().Matches(text))
            {
                string[] before = text[..brackets.Index].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                found.Add(new(brackets.Groups[1].Value, string.Join(' ', before.TakeLast(WordsBeforeBrackets)), true));
            }
        }

        return found.ToImmutable();
    }

    // Few paragraphs have quotation marks; the others need not be put together.
    private static bool HasQuotation(Paragraph paragraph) => paragraph.Content.Any(i => i is TextRun run && run.Value.AsSpan().ContainsAny('“', '"'));

    /// <summary>The term a paragraph defines; null for other paragraphs.</summary>
    public static string? In(Block block) => block is Paragraph { Role: ParagraphRole.Body } paragraph && Opening().Match(PlainText.Of(paragraph.Content)) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex(@"\A\W{0,3}[“""]([^”""]{1,80})[”""]\s+(?:also\s+)?(?:means?|includes?|refers?\s+to|has\s+the|have\s+the|is\s+defined|shall\s+mean)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\((?:(?:the|each|an?|collectively|together|hereinafter|hereafter|referred to as),?\s+)*[“""]([^”""]{1,80})[”""]\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
