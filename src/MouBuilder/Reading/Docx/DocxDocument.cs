using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Reading.Packages;
using MouBuilder.Reading.Structure;

namespace MouBuilder.Reading.Docx;

/// <summary>Reads a Word file. Whatever the file holds, the reading ends in a document or in a diagnostic.</summary>
internal sealed class DocxDocument
{
    private readonly OfficePackage package;
    private readonly Source file;
    private readonly NotCarried losses;
    private readonly TrackedChanges changes;

    private DocxDocument(OfficePackage package, Source file, NotCarried losses, TrackedChanges changes)
    {
        this.package = package;
        this.file = file;
        this.losses = losses;
        this.changes = changes;
    }

    /// <param name="path">How the file is called in messages.</param>
    public static ReadAgreement Read(Stream stream, string path, PendingChanges mode)
    {
        DiagnosticBag bag = new();
        Source file = Source.File(path);
        try
        {
            // Only at the end is it known that a table of contents has none, and by then what stood behind it has been taken for its lines.
            HashSet<int> unended = [];
            ReadAgreement read = Read(stream, path, mode, unended, bag) ?? Read(stream, path, mode, unended, bag)!;
            return bag.HasErrors ? new(null, [], bag.ToImmutable()) : read with { Diagnostics = bag.ToImmutable() };
        }
        catch (PackageException e)
        {
            e.Tell(bag);
            return new(null, [], bag.ToImmutable());
        }
    }

    private static ReadAgreement? Read(Stream stream, string path, PendingChanges mode, HashSet<int> unended, DiagnosticBag bag)
    {
        stream.Position = 0;
        using OfficePackage package = OfficePackage.Open(stream, path);
        DocxDocument reader = new(package, Source.File(path), new(), new(mode));
        if (reader.Read(bag, unended) is not { } read)
        {
            return null;
        }

        if (unended.Count > 0)
        {
            reader.losses.Lost("the end of a table of contents, which is missing; what stands behind it was read as text", "in the body");
        }

        reader.changes.Tell(reader.file, bag);
        reader.losses.Tell(reader.file, bag);
        return read;
    }

    /// <param name="unended">The fields that begin a table of contents and never end it; those found are added.</param>
    /// <returns>Null when such were found.</returns>
    private ReadAgreement? Read(DiagnosticBag bag, HashSet<int> unended)
    {
        Element? types = package.Tree("[Content_Types].xml");
        Relationships root = package.RelationshipsOf("");
        string main = MainPart(root);
        Relationships links = package.RelationshipsOf(main);
        Unlinked(types, main, links);
        StyleSheet styles = StyleSheet.Read(TreeOf(links, "styles"));
        Element? numbering = TreeOf(links, "numbering");
        Element? core = root.OfKind("core-properties") is { IsOutside: false } about ? package.Tree(about.Target) : null;
        DocxContext context = new(file.Path, styles, NumberingDefinitions.Read(numbering, styles), new(package, links, core, root, losses), changes, losses) { UnendedContents = unended.ToHashSet() };
        (List<Piece> pieces, IEnumerable<int> open) = Body(main, links, context);
        if (unended.Count == 0 && open.Any())
        {
            unended.UnionWith(open);
            return null;
        }

        ImmutableArray<Note> notes = NoteReader.Read(package, links, context);
        ImmutableArray<string> surroundings = Surroundings(links, context);
        bool hasControls = pieces.Exists(p => p is ClauseStart);
        bool isOurs = hasControls || pieces.Exists(p => p is Line line && line.Bookmarks.Any(b => b.StartsWith("mou_", StringComparison.Ordinal)));
        Outside(links, styles);

        DocumentProperties properties = DocxProperties.Read(core, isOurs, numbering) with { Contents = context.Generated.HasContents };
        HeadingsOfContents(pieces, context.Generated.HasContents);
        if (isOurs && surroundings.FirstOrDefault(s => s.Length > 0 && s.StartsWith("footer: ", StringComparison.Ordinal)) is { } footer)
        {
            properties = properties with { Disclaimer = DisclaimerOf(footer) };
        }

        MouDocument document = ReadPieces.ToDocument(isOurs ? Signatures.Join(pieces) : TypedNumbers.Find([.. pieces.Select(AsForeign)]), notes, properties, isOurs, losses);
        if (!document.AllBlocks().Any(b => b is Table or Unsupported || b.OwnInlines().Any()))
        {
            bag.NothingToRead(file);
        }

        if (!isOurs)
        {
            context.Generated.Tell(document, losses, "in " + main);
            foreach (string said in surroundings.Distinct(StringComparer.Ordinal))
            {
                losses.Lost($"a {said}", "around the pages");
            }
        }

        return new(document, surroundings, []);
    }

    /// <summary>A stranger's style of that name says nothing.</summary>
    private static Piece AsForeign(Piece piece) => piece is Line { Role: LineRole.NumberedClause } line ? line with { Role = LineRole.Body } : piece;

    /// <summary>The heading above a table of contents goes with it; without one it is a line like others.</summary>
    private static void HeadingsOfContents(List<Piece> pieces, bool hasContents)
    {
        for (int i = pieces.Count - 1; i >= 0; i--)
        {
            if (pieces[i] is not Line { Role: LineRole.ContentsHeading } heading)
            {
                continue;
            }

            if (hasContents)
            {
                pieces.RemoveAt(i);
            }
            else
            {
                pieces[i] = heading with { Role = LineRole.Body };
            }
        }
    }

    private string MainPart(Relationships root)
    {
        Relationship[] mains = [.. root.All.Where(r => r.Kind == "officeDocument")];
        return mains switch
        {
            [] => throw new PackageException(bag => bag.WordFileDamaged(file, "it does not say which of its parts is the document")),
            [{ IsOutside: true }] => throw new PackageException(bag => bag.WordFileDamaged(file, "its text stands in another file")),
            [var main] when package.Has(main.Target) => main.Target,
            [_] => throw new PackageException(bag => bag.WordFileDamaged(file, "the part with its text is missing")),
            _ => throw new PackageException(bag => bag.WordFileDamaged(file, "two of its parts claim to be the document")),
        };
    }

    /// <summary>Parts beside the text that nothing leads to, or that are of a kind of which one counts: Word does not read them, and they may have been meant.</summary>
    private void Unlinked(Element? types, string main, Relationships links)
    {
        string folder = main[..(main.LastIndexOf('/') + 1)];
        foreach (Element type in types?.All("ct:Override") ?? [])
        {
            string part = (type["PartName"] ?? "").TrimStart('/');
            string kind = (type["ContentType"] ?? "").Split('.')[^1].Split('+')[0];
            if (kind is "styles" or "numbering" or "footnotes" or "endnotes" && part.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && part.LastIndexOf('/') < folder.Length && package.Has(part)
                && !part.Equals(links.OfKind(kind)?.Target, StringComparison.OrdinalIgnoreCase))
            {
                losses.Lost($"the {kind} in a part of the file that nothing leads to, which were not read", "in " + part);
            }
        }

        if (links.HasSharedIds)
        {
            losses.Lost("an id that several of the file's links and pictures go by, of which the first was taken", "in the relationships of the document");
        }
    }

    private Element? TreeOf(Relationships links, string kind)
    {
        if (links.OfKind(kind) is not { IsOutside: false } link)
        {
            return null;
        }

        if (!package.Has(link.Target))
        {
            losses.Lost($"the {kind} of the file, whose part is missing", link.Target);
            return null;
        }

        return package.Tree(link.Target);
    }

    private (List<Piece> Pieces, IEnumerable<int> OpenContents) Body(string main, Relationships links, DocxContext context)
    {
        using PartXml part = package.Xml(main);
        Element root = part.Root();
        if (root.Name != "w:document")
        {
            string what = root.Name.EndsWith(":workbook", StringComparison.Ordinal) ? "an Excel workbook" : root.Name.EndsWith(":presentation", StringComparison.Ordinal) ? "a PowerPoint presentation" : "not a Word document inside";
            throw new PackageException(bag => bag.NotAWordFile(file, what, "Give the Word file."));
        }

        foreach (string needed in (root["mc:MustUnderstand"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(n => !ElementNames.IsKnown(n)))
        {
            losses.Lost($"something this reader must understand and does not ({needed})", "in " + main);
        }

        StoryReader story = new(context, links, new(main), inNote: false);
        List<Piece> pieces = [];
        bool hasBody = false;
        for (Element? child = part.NextChild(); child is not null; child = part.NextChild())
        {
            if (child.Name != "w:body")
            {
                part.Fill(child);
                continue;
            }

            if (hasBody)
            {
                throw new PackageException(bag => bag.WordFileDamaged(Source.File(package.PlaceOf(main)), "it has two bodies, of which programs read the first, the last or both"));
            }

            hasBody = true;
            if (!part.IsEmpty)
            {
                Blocks(part, story, pieces);
            }
        }

        part.Finish();
        story.Flush(pieces);
        return (pieces, story.OpenContents);
    }

    /// <summary>The blocks of the body one by one. A content control around many of them is opened and not read as one.</summary>
    private static void Blocks(PartXml part, StoryReader story, List<Piece> pieces)
    {
        for (Element? block = part.NextChild(); block is not null; block = part.NextChild())
        {
            if (block.Name != "w:sdt" || part.IsEmpty)
            {
                story.Read(part.Fill(block), pieces);
                continue;
            }

            ClauseOrigin? origin = null;
            Element? properties = null;
            for (Element? inner = part.NextChild(); inner is not null; inner = part.NextChild())
            {
                if (inner.Name == "w:sdtContent" && BoundData.IsBound(properties))
                {
                    block.Add(properties!);
                    block.Add(part.Fill(inner));
                    story.Read(block, pieces);
                }
                else if (inner.Name == "w:sdtContent")
                {
                    if (origin is not null)
                    {
                        pieces.Add(new ClauseStart(origin));
                    }

                    if (!part.IsEmpty)
                    {
                        Blocks(part, story, pieces);
                    }
                }
                else
                {
                    part.Fill(inner);
                    properties = inner.Name == "w:sdtPr" ? inner : properties;
                    origin ??= StoryReader.OriginOf(properties);
                }
            }

            if (origin is not null)
            {
                pieces.Add(new ClauseEnd());
            }
        }
    }

    /// <summary>What headers and footers say, each text once.</summary>
    private ImmutableArray<string> Surroundings(Relationships links, DocxContext context)
    {
        List<string> texts = [];
        foreach (Relationship link in links.All.Where(r => r is { IsOutside: false, Kind: "header" or "footer" }).DistinctBy(r => r.Target).Where(r => package.Has(r.Target)))
        {
            Relationships own = package.RelationshipsOf(link.Target);
            using PartXml part = package.Xml(link.Target);
            List<Piece> pieces = new StoryReader(context, own, new(link.Target), inNote: true).ReadAll(part.Tree().Children);
            string text = string.Join(" | ", pieces.Select(p => p is Line line ? line.Text : p is Solid solid ? string.Join(" | ", solid.Block.WithDescendants().SelectMany(b => b.OwnInlines()).OfType<TextRun>().Select(t => t.Value)) : "").Where(t => t.Length > 0));
            if (text.Length > 0)
            {
                texts.Add($"{link.Kind}: {text}");
            }
        }

        return [.. texts];
    }

    private static string DisclaimerOf(string footer) => footer["footer: ".Length..].Split(" | ")[0] is var first && first.Any(char.IsAsciiDigit) && first.Split(' ').Length <= 5 ? "" : first;

    private void Outside(Relationships links, StyleSheet styles)
    {
        foreach (string part in package.Parts.Where(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            losses.Lost("macros, which were not looked at", "in " + part);
        }

        foreach (Relationship link in links.All.Where(r => r.IsOutside && r.Kind is not ("hyperlink" or "attachedTemplate")))
        {
            losses.Lost($"a {link.Kind} that stands in another file or on the network, which was not fetched", "in the relationships of the document");
        }

        if (styles.HasCircle)
        {
            losses.Lost("a style that is based on itself", "in the styles");
        }
    }
}
