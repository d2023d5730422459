using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Covering;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Plain;
using MouBuilder.Templates;
using MouBuilder.Word;
using MouBuilder.Word.Accessibility;

namespace MouBuilder.Checks;

/// <summary>Goes through everything a build does, writes nothing, and adds what a build lets pass: open fields, names in catalogues, claims without evidence, acceptances that lapsed.</summary>
public static class Checker
{
    /// <summary>All findings of an agreement.</summary>
    public static ImmutableArray<Diagnostic> Check(Agreement agreement, ClauseLibrary library, AgreementLock? pinned)
    {
        DiagnosticBag bag = new();
        (Catalogues catalogues, ImmutableArray<Diagnostic> inCatalogues) = Catalogues.Load(library.Folder);
        bag.AddRange(inCatalogues);
        CheckNames(agreement, catalogues, bag);
        Resolution resolution = Resolver.Resolve(agreement, library, pinned, new Dictionary<string, string>());
        bag.AddRange(resolution.Diagnostics);
        if (resolution.Agreement is not { } resolved)
        {
            return bag.ToImmutable();
        }

        foreach (ResolvedClause clause in resolved.Clauses)
        {
            LibraryCheck.CheckVersion(clause.Text, library, catalogues, bag);
            CitedLaw.Check(clause.Text, agreement.LawAsOf, bag);
            CheckGaps(clause, resolved.Agreement, bag);
        }

        Assembly assembly = Assembler.Assemble(resolved);
        bag.AddRange(assembly.Diagnostics);
        if (assembly.Document is { } document)
        {
            CheckOtherGaps(resolved, document, bag);
            WordsNotSaid.Check(agreement, document, bag);
            bag.AddRange(WordAccessibility.Check(WordWriter.Write(document, new WordOptions()), Paths.Shown(agreement.Path)));
            bag.AddRange(FamilyCheck.Check(resolved, document, catalogues));
            bag.AddRange(Coverage.Of(resolved, document, catalogues).Diagnostics);
            bag.AddRange(LockStep.Advance(pinned, resolved, assembly.Templates, frozen: false).Diagnostics);
        }

        return Acceptance.Apply([.. bag.ToImmutable().Distinct()], resolved);
    }

    private static void CheckNames(Agreement agreement, Catalogues catalogues, DiagnosticBag bag)
    {
        AnswersCheck.CheckNames(agreement, catalogues, bag);
        string[] families = [.. catalogues.Families.Select(f => f.Id)];
        foreach (Named unknown in agreement.Unknown.Where(u => !families.Contains(u.Name)))
        {
            bag.UnknownFamily(unknown.Place, unknown.Name, families);
        }
    }

    /// <summary>Gaps that no clause asks about: an approval without a date, an address for notices.</summary>
    private static void CheckOtherGaps(ResolvedAgreement resolved, MouDocument document, DiagnosticBag bag)
    {
        HashSet<string> asked = [.. resolved.Clauses.SelectMany(c => c.Facts).Select(f => f.Field.Name)];
        foreach (Block block in document.AllBlocks())
        {
            foreach (Gap gap in block.OwnInlines().OfType<Gap>().Where(g => asked.Add(g.Field)))
            {
                bag.GapToFill(block.From?.Place ?? Source.File(Paths.Shown(resolved.Agreement.Path)), "the document", gap.Field, "");
            }
        }
    }

    // Past negotiation a gap is an error of the build itself.
    private static void CheckGaps(ResolvedClause clause, Agreement agreement, DiagnosticBag bag)
    {
        foreach (ResolvedFact gap in clause.Facts.Where(f => f.Value is null && !agreement.IsSettled))
        {
            bag.GapToFill(clause.Place, clause.Text.Id, gap.Field.Name, gap.Field.Ask);
        }
    }
}
