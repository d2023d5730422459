using System.Collections.Immutable;
using MouBuilder.Documents;
using MouBuilder.Reading.Structure;

namespace MouBuilder.Reading;

/// <summary>The last step of every reader: a document of the flat row that a file was read into.</summary>
internal static class ReadPieces
{
    public static MouDocument ToDocument(List<Piece> pieces, ImmutableArray<Note> notes, DocumentProperties properties, bool isOurs, NotCarried losses)
    {
        if (!isOurs)
        {
            FindTitle(pieces);
            LabelRows.Read(pieces);
            for (int i = 0; i < pieces.Count; i++)
            {
                pieces[i] = pieces[i] is Solid { OfColumns: { } table } grid ? grid with { Block = table } : pieces[i];
            }
        }

        (ImmutableArray<Block> blocks, IReadOnlyDictionary<string, string> ids) = TreeBuilder.Build(pieces, isOurs, losses);
        string title = isOurs && properties.Title.Length > 0 ? properties.Title : pieces.OfType<Line>().FirstOrDefault(l => l.Role == LineRole.Title)?.Text ?? properties.Title;
        MouDocument document = References(new(properties with { Title = title.Length > 0 ? title : properties.Title }, blocks, notes), ids, losses);
        return isOurs ? DefinedTerms.Find(document) : document.AllBlocks().Any(b => b.OwnInlines().Any(i => i is Term)) ? DefinedTerms.Forget(document) : document;
    }

    /// <summary>A short line that stands out at the very top is the title, where no style says which line is.</summary>
    private static void FindTitle(List<Piece> pieces)
    {
        int first = pieces.FindIndex(p => p is Line { Words.IsEmpty: false });
        if (first >= 0 && pieces[first] is Line { Label: null, HeadingLevel: null, Role: LineRole.Body } line && !pieces.Exists(p => p is Line { Role: LineRole.Title })
            && (HeadingLook.IsHeading(line) || line.IsCentered) && (line.IsCentered || HeadingLook.IsLoud(line) || HeadingLook.IsTitleCase(line.Text)) && line.Text.Length <= 200)
        {
            pieces[first] = line with { Role = LineRole.Title, Words = InlineText.WithoutCommonEmphasis(line.Words) };
        }
    }

    /// <summary>Fields that lead to a heading become references to what stands under it; others are their words.</summary>
    private static MouDocument References(MouDocument document, IReadOnlyDictionary<string, string> ids, NotCarried losses)
    {
        Inline Read(Reference reference, string bookmark)
        {
            if (ids.TryGetValue(bookmark, out string? id))
            {
                return reference with { Target = id };
            }

            losses.Lost("a live reference to what is no clause, section or exhibit, read as the words it shows", $"with “{reference.Label}”");
            return new TextRun(reference.Label ?? "", reference.Emphasis);
        }

        InlineRewriter rewriter = new(inline => inline is Reference { Target: var target } r && target.StartsWith(Docx.RunReader.BookmarkTarget, StringComparison.Ordinal)
            ? Read(r, target[Docx.RunReader.BookmarkTarget.Length..])
            : inline);
        MouDocument resolved = rewriter.Rewrite(document);
        return InlineJoin.Rewrite(SharedNotes.Parted(resolved));
    }
}
