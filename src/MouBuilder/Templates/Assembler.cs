using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Reading;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Values;
using MouBuilder.Text;
using Gap = MouBuilder.Documents.Gap;

namespace MouBuilder.Templates;

/// <summary>What assembling gives.</summary>
/// <param name="Document">The document, numbered; null when an error was found.</param>
/// <param name="Templates">The templates used, for the lock.</param>
/// <param name="TemplatePaths">Their files, none of which an output may overwrite.</param>
public sealed record Assembly(MouDocument? Document, ImmutableArray<LockedTemplate> Templates, ImmutableArray<string> TemplatePaths, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// Makes the document of an agreement: renders each clause and reads it as Markdown, renders the template that says where everything goes, puts the clauses
/// in place, marks defined terms and numbers the whole.
/// </summary>
public sealed class Assembler
{
    private readonly ResolvedAgreement resolved;
    private readonly AgreementFacts facts;
    private readonly TemplatesUsed templates;
    private readonly DiagnosticBag bag = new();
    private readonly RenderOptions options;

    private Assembler(ResolvedAgreement resolved, TemplateFolder folder)
    {
        this.resolved = resolved;
        facts = new(resolved);
        templates = new(folder, bag);
        options = new(Budget.Default, templates.Find, CultureTag.En, OwnFunctions.With(facts.Placeable), Parse: ParsedTemplates.Of);
    }

    /// <summary>Assembles a resolved agreement.</summary>
    /// <param name="templates">The agreement's template folder, when it has been opened for a batch of agreements; null opens it.</param>
    public static Assembly Assemble(ResolvedAgreement resolved, TemplateFolder? templates = null)
    {
        ArgumentNullException.ThrowIfNull(resolved);
        Assembler assembler = new(resolved, templates ?? new(resolved.Agreement.TemplateFolder));
        MouDocument? document = assembler.Assemble();
        return new(
            assembler.bag.HasErrors ? null : document,
            assembler.templates.Locked,
            [.. assembler.templates.Paths],
            assembler.bag.ToImmutable());
    }

    private MouDocument? Assemble()
    {
        facts.SetDefinitions(Definitions());
        Dictionary<string, MarkdownBlocks> clauses = [];
        foreach (ResolvedClause clause in resolved.Clauses)
        {
            if (Render(clause.Text.Text, facts.Clause(clause)) is { } markdown)
            {
                ClauseOrigin origin = new(clause.Text.Id, clause.Text.Version, clause.Text.Fingerprint);
                clauses[clause.Text.Id] = WithoutPlacements(MarkdownReader.Read(markdown, MarkdownDialect.Clause, origin, ReferenceWord, bag), clause.Place);
            }
        }

        TemplateSettings settings = templates.Settings(resolved.Agreement.Template.Name);
        if (bag.HasErrors || Frame() is not { } frame)
        {
            return null;
        }

        Dictionary<string, MarkdownBlocks> exhibits = Exhibits();
        (ImmutableArray<Block> blocks, ImmutableArray<Note> notes) = new DocumentFrame(resolved, clauses, exhibits, bag).Fill(frame);
        DocumentProperties properties = Properties(settings);
        MouDocument document = Numbering.Apply(Redirected(TermMarks.Mark(new(properties, blocks, notes))));
        CheckReferences(document);
        CheckGaps(document);
        return HasBareNumber(document) ? InlineJoin.Rewrite(document) : document;
    }

    /// <summary>Whether a reference brings no word; one that stands before it and does not part from it is then its word.</summary>
    private static bool HasBareNumber(MouDocument document) => document.AllBlocks().Any(b => b.OwnInlines().Any(i => i is Reference { Word.Length: 0 }));

    /// <summary>A reference to a clause leads to the one that stands in its place.</summary>
    private MouDocument Redirected(MouDocument document)
    {
        Dictionary<string, string> instead = [];
        foreach (ResolvedClause clause in resolved.Clauses)
        {
            foreach (Named replaced in clause.Text.InsteadOf)
            {
                instead.TryAdd(replaced.Name, clause.Text.Id);
            }
        }

        return instead.Count == 0 ? document : new InlineRewriter(inline => inline is Reference r && instead.TryGetValue(r.Target, out string? target) ? r with { Target = target } : inline).Rewrite(document);
    }

    /// <summary>What stands before the number of a reference; agreements are English, plain editions have no references.</summary>
    private const string ReferenceWord = "Section";

    private MarkdownBlocks? Frame()
    {
        Named template = resolved.Agreement.Template;
        if (templates.Find(template.Name) is not { } source)
        {
            bag.TemplateNotFound(template.Place, template.Name);
            return null;
        }

        return Render(source, facts.Document()) is { } markdown ? MarkdownReader.Read(markdown, MarkdownDialect.Template, null, ReferenceWord, bag) : null;
    }

    private Dictionary<string, MarkdownBlocks> Exhibits()
    {
        Dictionary<string, MarkdownBlocks> exhibits = [];
        foreach (AgreementExhibit exhibit in resolved.Agreement.Exhibits)
        {
            string name = "exhibits/" + exhibit.Template.Name;
            if (templates.Find(name) is not { } source)
            {
                bag.TemplateNotFound(exhibit.Template.Place, name);
            }
            else if (HasItsShape(exhibit, templates.Settings(name)) && Render(source, facts.Exhibit(exhibit)) is { } markdown)
            {
                MarkdownBlocks blocks = WithoutPlacements(MarkdownReader.Read(markdown, MarkdownDialect.Template, null, ReferenceWord, bag), exhibit.Place);
                exhibits[exhibit.Id] = blocks with { Blocks = WithRowHeights(blocks.Blocks, templates.Settings(name).RowHeights) };
            }
        }

        return exhibits;
    }

    private bool HasItsShape(AgreementExhibit exhibit, TemplateSettings settings)
    {
        if (settings.Data is not { } shape)
        {
            return true;
        }

        DiagnosticBag found = new();
        new ExhibitShape($"the data of exhibit {exhibit.Id}", found).Check(shape, exhibit.Data ?? new(exhibit.Place, []));
        bag.AddRange(found.ToImmutable());
        return !found.HasErrors;
    }

    /// <summary>The tables of an exhibit with room to write by hand.</summary>
    private ImmutableArray<Block> WithRowHeights(ImmutableArray<Block> blocks, ImmutableArray<RowHeight> heights)
    {
        int tables = 0;
        ImmutableArray<Block> spaced = [.. blocks.Select(block => block is Table table && tables < heights.Length ? table with { RowHeight = heights[tables++].Millimetres } : block)];
        if (tables < heights.Length)
        {
            bag.BadValue(heights[tables].Place, "row_heights", heights[tables].Millimetres.ToString(CultureInfo.InvariantCulture), "The template has no table left for it. Leave it out.");
        }

        return spaced;
    }

    /// <summary>The terms of all clauses in ordinal order, each with its meaning rendered in its own clause.</summary>
    private List<TemplateMap> Definitions()
    {
        List<(string Term, TemplateMap Facts)> definitions = [];
        foreach (ResolvedClause clause in resolved.Clauses)
        {
            foreach (Definition definition in clause.Text.Defines)
            {
                if (Render(definition.Means, facts.Clause(clause)) is { } meaning)
                {
                    definitions.Add((definition.Term, TemplateMap.Of(("term", definition.Term), ("meaning", new Markup(meaning.Text.Trim())), ("clause", clause.Text.Id))));
                }
            }
        }

        return [.. definitions.OrderBy(d => d.Term, StringComparer.OrdinalIgnoreCase).ThenBy(d => d.Term, StringComparer.Ordinal).Select(d => d.Facts)];
    }

    private MarkdownBlocks WithoutPlacements(MarkdownBlocks blocks, Source place)
    {
        if (!blocks.Placements.IsEmpty)
        {
            bag.PlacementOutsideFrame(place);
        }

        return blocks;
    }

    private MarkdownText? Render(SourceText source, TemplateScope scope) =>
        ParsedTemplates.Of(source, bag)?.Render(scope, options, bag) is { } rendering ? MarkdownEscape.Apply(rendering, bag) : null;

    private DocumentProperties Properties(TemplateSettings settings)
    {
        Agreement a = resolved.Agreement;
        return new()
        {
            Title = a.Title,
            Agreement = a.Id,
            Revision = a.Revision,
            Status = Yaml.KebabCase.Of(a.Status),
            Language = "en-US",
            Drafted = a.Dates.Drafted,
            Drafter = a.Drafter,
            Disclaimer = Disclaimer(a),
            Contents = settings.Contents,
            AttachmentWord = settings.AttachmentWord,
            Terms = [.. resolved.Clauses
                .SelectMany(c => c.Text.Defines.Select(d => new DefinedTerm(d.Term, d.Forms, c.Text.Id)))
                .OrderBy(t => t.Name, StringComparer.Ordinal)],
        };
    }

    private static string Disclaimer(Agreement agreement)
    {
        if (agreement.Reconstruction.Length > 0)
        {
            return "Reconstruction from public summaries, in our words; not the signed text";
        }

        if (agreement.Status >= AgreementStatus.Approved)
        {
            return "";
        }

        string[] bodies = [.. agreement.Parties.SelectMany(p => p.Approvals).Select(a => a.Body).Distinct(StringComparer.Ordinal)];
        string approval = bodies.Length == 0 ? "the parties' governing bodies" : string.Join(" and ", bodies.Select(b => "the " + b));
        return $"For discussion only; not an offer; subject to approval by {approval}";
    }

    /// <summary>A gap that a template or a text wrote is as open as a field nobody has filled.</summary>
    private void CheckGaps(MouDocument document)
    {
        if (!resolved.Agreement.IsSettled)
        {
            return;
        }

        foreach (Block block in document.AllBlocks())
        {
            foreach (Gap gap in block.OwnInlines().OfType<Gap>())
            {
                bag.GapRemains(PlaceOf(block), gap.Field, "", Yaml.KebabCase.Of(resolved.Agreement.Status));
            }
        }
    }

    private Place PlaceOf(Block block) => block.From?.Place ?? Source.File(Files.Paths.Shown(resolved.Agreement.Path));

    private void CheckReferences(MouDocument document)
    {
        string[] known = [.. document.AllBlocks().OfType<Clause>().Select(c => c.Id)];
        foreach (Block block in document.AllBlocks())
        {
            foreach (Inline inline in block.OwnInlines())
            {
                if (inline is not Reference { Label: null } reference)
                {
                    continue;
                }

                Place at = PlaceOf(block);
                if (resolved.Agreement.Exhibits.Any(e => e.Id == reference.Target))
                {
                    // The exhibit is there; what is wrong with it, or that the frame leaves it out, is reported at the exhibit.
                    continue;
                }

                if (resolved.Clauses.Any(c => c.Text.Id == reference.Target))
                {
                    bag.ReferenceToEmptyClause(at, reference.Target);
                }
                else
                {
                    bag.UnknownReference(at, reference.Target, known);
                }
            }
        }
    }
}
