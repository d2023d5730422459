using System.Collections.Immutable;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Clauses;

/// <summary>Opens every version of every clause of a library and checks that what they name exists.</summary>
public static class LibraryCheck
{
    /// <summary>All findings of a library: its files, its names, its catalogues.</summary>
    public static ImmutableArray<Diagnostic> Check(ClauseLibrary library)
    {
        DiagnosticBag bag = new();
        (Catalogues catalogues, ImmutableArray<Diagnostic> found) = Catalogues.Load(library.Folder);
        bag.AddRange(found);
        CheckCatalogues(catalogues, bag);
        foreach (string id in library.Ids)
        {
            if (library.Open(id, bag) is { } entry)
            {
                CheckEntry(library, entry, catalogues, bag);
            }
        }

        return bag.ToImmutable();
    }

    /// <summary>Checks what one version says of the rest of the library.</summary>
    internal static void CheckVersion(ClauseVersion version, ClauseLibrary library, Catalogues catalogues, DiagnosticBag bag)
    {
        CheckNames(version.Answers, "answers", catalogues.Questions.Select(q => q.Id), bag);
        CheckSatisfies(version, catalogues, bag);
        foreach ((string key, ImmutableArray<Named> names) in new[] { ("requires", version.Requires), ("excludes", version.Excludes), ("instead_of", version.InsteadOf) })
        {
            foreach (Named name in names.Where(n => !library.Has(n.Name)))
            {
                bag.UnknownClauseNamed(name.Place, key, name.Name, library.Ids);
            }
        }

        foreach (SourceText text in version.Defines.Select(d => d.Means).Prepend(version.Text))
        {
            Templates.Language.Template.Parse(text, bag);
        }

        if (version.Requires.FirstOrDefault(r => r.Name == version.Id) is { } itself)
        {
            bag.RequiresInCircle(itself.Place, [version.Id, version.Id]);
        }

        foreach (FieldSpec field in version.Fields.Where(f => !IsUsed(version, f.Name)))
        {
            bag.UnusedField(field.Place, field.Name);
        }
    }

    private static void CheckEntry(ClauseLibrary library, ClauseEntry entry, Catalogues catalogues, DiagnosticBag bag)
    {
        CheckFamily(library, entry, catalogues, bag);
        foreach (VersionEntry version in entry.Versions.Where(v => library.VersionsOf(entry.Id).Contains(v.Version)))
        {
            if (library.OpenVersion(entry, version, bag) is { } opened)
            {
                CheckVersion(opened, library, catalogues, bag);
            }

            foreach (Locale locale in Enum.GetValues<Locale>())
            {
                if (library.OpenPlain(entry.Id, version.Version, locale, bag) is { } plain)
                {
                    Templates.Language.Template.Parse(plain.Text, bag);
                }
            }
        }
    }

    private static void CheckFamily(ClauseLibrary library, ClauseEntry entry, Catalogues catalogues, DiagnosticBag bag)
    {
        if (catalogues.Families.Length > 0 && !catalogues.Families.Any(f => f.Id == entry.Family))
        {
            string file = Files.Paths.Shown(Path.Combine(library.Folder, entry.Id, "clause.yaml"));
            bag.UnknownFamily(Source.File(file), entry.Family, catalogues.Families.Select(f => f.Id));
        }
    }

    private static void CheckCatalogues(Catalogues catalogues, DiagnosticBag bag)
    {
        HashSet<string> ids = [.. catalogues.Requirements.Select(r => r.Id)];
        HashSet<string> families = [.. catalogues.Families.Select(f => f.Id)];
        foreach (Requirement requirement in catalogues.Requirements)
        {
            if (requirement.Parent is { } parent && !ids.Contains(parent))
            {
                bag.UnknownEntry(requirement.Place, "parent", parent, ids);
            }

            foreach (string family in requirement.Families.Where(f => !families.Contains(f)))
            {
                bag.UnknownFamily(requirement.Place, family, families);
            }

            foreach (Named family in requirement.Evidence.SelectMany(e => e.Families).Where(f => !families.Contains(f.Name)))
            {
                bag.UnknownFamily(family.Place, family.Name, families);
            }

            if (requirement is { MetBy: MetBy.Clause or MetBy.ClauseAndProcess, Evidence.IsEmpty: true })
            {
                bag.EntryWithoutEvidence(requirement.Place, requirement.Id);
            }
        }
    }

    private static void CheckSatisfies(ClauseVersion version, Catalogues catalogues, DiagnosticBag bag)
    {
        CheckNames(version.Satisfies, "satisfies", catalogues.Requirements.Select(r => r.Id), bag);
        foreach (Named claim in version.Satisfies)
        {
            if (catalogues.Requirements.FirstOrDefault(r => r.Id == claim.Name) is { MetBy: not (MetBy.Clause or MetBy.ClauseAndProcess) } requirement)
            {
                bag.ClaimOnlyDataCanMeet(claim.Place, claim.Name, requirement.MetBy.ToString().ToLowerInvariant());
            }
        }
    }

    private static void CheckNames(ImmutableArray<Named> names, string key, IEnumerable<string> known, DiagnosticBag bag)
    {
        HashSet<string> ids = [.. known];
        foreach (Named name in names.Where(n => !ids.Contains(n.Name)))
        {
            bag.UnknownEntry(name.Place, key, name.Name, ids);
        }
    }

    private static bool IsUsed(ClauseVersion version, string field) =>
        Mentions(version.Text.Text, field) || version.Defines.Any(d => Mentions(d.Means.Text, field));

    private static bool Mentions(string text, string name)
    {
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            bool startsWord = at == 0 || !IsNamePart(text[at - 1]);
            bool endsWord = at + name.Length == text.Length || !IsNamePart(text[at + name.Length]);
            if (startsWord && endsWord)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
