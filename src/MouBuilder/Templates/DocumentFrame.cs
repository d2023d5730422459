using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Text;

namespace MouBuilder.Templates;

/// <summary>Turns the flat output of a document template into sections, and puts clauses, signatures and exhibits where the template has placed them.</summary>
internal sealed class DocumentFrame(
    ResolvedAgreement resolved, IReadOnlyDictionary<string, MarkdownBlocks> clauses, IReadOnlyDictionary<string, MarkdownBlocks> exhibits, DiagnosticBag bag)
{
    private readonly List<Block> top = [];
    private readonly List<Note> notes = [];
    private readonly HashSet<object> placed = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> ids = [.. resolved.Clauses.Select(c => c.Text.Id), .. resolved.Agreement.Exhibits.Select(e => e.Id)];
    private Section? section;
    private List<Block> inSection = [];

    public (ImmutableArray<Block> Blocks, ImmutableArray<Note> Notes) Fill(MarkdownBlocks frame)
    {
        ILookup<int, object> placements = frame.Placements.ToLookup(p => p.Index, p => p.Payload);
        for (int i = 0; i <= frame.Blocks.Length; i++)
        {
            foreach (object payload in placements[i])
            {
                Place((Placeable)payload);
            }

            if (i < frame.Blocks.Length)
            {
                AddFrameBlock(frame.Blocks[i], frame.Notes);
            }
        }

        CloseSection();
        if (!bag.HasErrors)
        {
            CheckAllPlaced();
        }

        return ([.. top], [.. notes]);
    }

    private void AddFrameBlock(Block block, ImmutableArray<Note> own)
    {
        switch (block)
        {
            case Heading { Level: 1 } heading when TakeNotes([heading], own)[0] is Heading noted:
                OpenSection(new(NewId(PlainText.Of(heading.Content)), SectionKind.Unnumbered, noted.Content, []) { From = heading.From });
                break;
            case Heading heading:
                Add(TakeNotes([heading with { Level = Math.Max(3, heading.Level) }], own)[0]);
                break;
            default:
                Add(TakeNotes([block], own)[0]);
                break;
        }
    }

    private void Place(Placeable payload)
    {
        Source at = payload switch
        {
            Placeable.SectionStart s => s.Section.Section.Place,
            Placeable.ClauseText c => c.Clause.Place,
            Placeable.Signatures s => s.Party.Place,
            Placeable.Attachment a => a.Exhibit.Place,
            _ => throw new InvalidOperationException($"A {payload.GetType().Name} cannot be placed."),
        };
        if (!placed.Add(IdentityOf(payload)))
        {
            bag.PlacedTwice(at, NameOf(payload));
            return;
        }

        switch (payload)
        {
            case Placeable.SectionStart start:
                AgreementSection s = start.Section.Section;
                OpenSection(new(NewId(s.Heading), s.Kind, [new TextRun(s.Heading)], []) { From = new(at) });
                break;
            case Placeable.ClauseText text:
                PlaceClause(text.Clause);
                break;
            case Placeable.Signatures signatures:
                Add(SignaturesOf(signatures.Party));
                break;
            case Placeable.Attachment attachment:
                PlaceExhibit(attachment.Exhibit);
                break;
        }
    }

    private void PlaceClause(ResolvedClause clause)
    {
        MarkdownBlocks read = clauses[clause.Text.Id];
        if (read.Blocks.IsEmpty)
        {
            bag.ClauseIsEmpty(clause.Place, clause.Text.Id);
        }
        else if (section is null)
        {
            bag.ClauseOutsideSection(clause.Place, clause.Text.Id);
        }
        else
        {
            CheckNumber(clause.Text, clause.Place, section, read.Blocks[0]);
            bool isRecitals = section.Kind == SectionKind.Recitals;
            ImmutableArray<Block> blocks = TakeNotes(read.Blocks, read.Notes);
            Add(new Clause(clause.Text.Id, isRecitals || clause.Text.Title.Length == 0 ? [] : [new TextRun(clause.Text.Title)], isRecitals ? Lettered(blocks) : blocks)
            {
                IsNumberedParagraph = clause.Text.IsNumberedParagraph,
                From = new(Source.File(clause.Text.Path), new(clause.Text.Id, clause.Text.Version, clause.Text.Fingerprint)),
            });
        }
    }

    private void CheckNumber(ClauseVersion text, Source place, Section around, Block first)
    {
        if (text.IsNumberedParagraph && around.Kind == SectionKind.Recitals)
        {
            bag.NumberedAmongUnnumbered(place, text.Id, PlainText.Of(around.Heading));
        }
        else if (text.IsNumberedParagraph && first is not Paragraph)
        {
            bag.NumberWithoutWords(first.From?.Place ?? place, text.Id);
        }
    }

    private void PlaceExhibit(AgreementExhibit exhibit)
    {
        CloseSection();
        if (exhibits.TryGetValue(exhibit.Id, out MarkdownBlocks? read))
        {
            top.Add(new Exhibit(exhibit.Id, [new TextRun(exhibit.Title)], TakeNotes(Headings(read.Blocks), read.Notes)) { From = new(exhibit.Place) });
        }
    }

    // Inside an exhibit every heading is below the exhibit's own.
    private static ImmutableArray<Block> Headings(ImmutableArray<Block> blocks) => [.. blocks.Select(b => b is Heading h ? h with { Level = Math.Max(3, h.Level) } : b)];

    private static ImmutableArray<Block> Lettered(ImmutableArray<Block> blocks) =>
        [.. blocks.Select(b => b is ListBlock { Kind: ListKind.Ordered } list ? list with { Kind = ListKind.Recitals } : b)];

    private static SignatureBlock SignaturesOf(Party party) =>
        new(party.LegalName.Length > 0 ? party.LegalName : party.Short, party.ActingThrough.Length == 0 ? null : party.ActingThrough, [.. party.Signatures.Select(s => new SignatureLine(s.Capacity, s.Office))]) { From = new(party.Place) };

    private void OpenSection(Section opened)
    {
        CloseSection();
        section = opened;
    }

    /// <summary>Ends the open section; one whose clauses all came out empty is left out with them.</summary>
    private void CloseSection()
    {
        if (section is not null && inSection.Count > 0)
        {
            top.Add(section with { Blocks = [.. inSection] });
        }

        section = null;
        inSection = [];
    }

    private void Add(Block block) => (section is null ? top : inSection).Add(block);

    /// <summary>Gives the notes of some blocks ids that are unique in the document.</summary>
    private ImmutableArray<Block> TakeNotes(ImmutableArray<Block> blocks, ImmutableArray<Note> own)
    {
        if (own.IsEmpty)
        {
            return blocks;
        }

        Dictionary<string, string> renamed = new(StringComparer.Ordinal);
        foreach (string id in Walk.WithDescendants(blocks).SelectMany(b => b.OwnInlines()).OfType<NoteMark>().Select(m => m.NoteId))
        {
            string unique = string.Create(CultureInfo.InvariantCulture, $"note-{notes.Count + 1}");
            renamed[id] = unique;
            notes.Add(own.First(n => n.Id == id) with { Id = unique });
        }

        return new InlineRewriter(i => i is NoteMark mark ? new NoteMark(renamed[mark.NoteId]) : i).Rewrite(blocks);
    }

    private string NewId(string heading)
    {
        StringBuilder slug = new("section");
        foreach (string word in heading.ToLowerInvariant().Split([' ', '-', '/', ',', '.', ':', ';', '(', ')', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            slug.Append('-').Append(string.Concat(word.Where(char.IsAsciiLetterOrDigit)));
        }

        string id = slug.ToString();
        for (int i = 2; !ids.Add(id); i++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{i}");
        }

        return id;
    }

    private void CheckAllPlaced()
    {
        foreach (ResolvedSection s in resolved.Sections.Where(s => !placed.Contains(s)))
        {
            bag.NeverPlaced(s.Section.Place, $"the section \"{s.Section.Heading}\"");
        }

        foreach (ResolvedClause clause in resolved.Clauses.Where(c => !placed.Contains(c)))
        {
            bag.NeverPlaced(clause.Place, $"the clause {clause.Text.Id}");
        }

        foreach (AgreementExhibit exhibit in resolved.Agreement.Exhibits.Where(e => !placed.Contains(e)))
        {
            bag.NeverPlaced(exhibit.Place, $"the exhibit \"{exhibit.Title}\"");
        }

        bool isSigned = resolved.Agreement.Reconstruction.Length == 0;
        foreach (Party party in resolved.Agreement.Parties.Where(p => isSigned && p.Signatures.Length > 0 && !placed.Contains(p)))
        {
            bag.NeverPlaced(party.Place, $"the signatures of {party.Short}");
        }
    }

    private static object IdentityOf(Placeable payload) => payload switch
    {
        Placeable.SectionStart s => s.Section,
        Placeable.ClauseText c => c.Clause,
        Placeable.Signatures s => s.Party,
        Placeable.Attachment a => a.Exhibit,
        _ => payload,
    };

    private static string NameOf(Placeable payload) => payload switch
    {
        Placeable.SectionStart s => $"The section \"{s.Section.Section.Heading}\"",
        Placeable.ClauseText c => $"The clause {c.Clause.Text.Id}",
        Placeable.Signatures s => $"The signature block of {s.Party.Short}",
        Placeable.Attachment a => $"The exhibit \"{a.Exhibit.Title}\"",
        _ => "This",
    };
}
