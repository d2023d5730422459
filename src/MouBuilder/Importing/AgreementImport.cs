using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Reading;
using MouBuilder.Yaml;

namespace MouBuilder.Importing;

/// <summary>What an import gives.</summary>
/// <param name="Files">What is to be written; empty when an error was found.</param>
/// <param name="Lines">For each clause of the paper which clause of the library it was taken for, and how surely.</param>
public sealed record ImportResult(ImmutableArray<OutputFile> Files, ImmutableArray<string> Lines, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Makes an agreement folder of a paper from elsewhere.</summary>
public static class AgreementImport
{
    /// <summary>An agreement file has room for fewer.</summary>
    private const int MostClauses = 2_000;

    private const string AgreementFile = "agreement.yaml";

    /// <summary>Imports a Word, Markdown or text file. The lines of an earlier map that counsel has corrected are kept.</summary>
    /// <param name="path">The paper.</param>
    /// <param name="folder">Where the agreement is to stand; an earlier import there is replaced, unless somebody has worked on its agreement file since.</param>
    /// <param name="libraryFolder">The clause library whose ids the clauses are to have.</param>
    public static ImportResult Import(string path, string folder, string libraryFolder, PendingChanges changes)
    {
        DiagnosticBag bag = new();
        ReadAgreement read = AgreementReading.Read(path, changes);
        bag.AddRange(read.Diagnostics);
        (ClauseLibrary? library, ImmutableArray<Diagnostic> inLibrary) = ClauseLibrary.Load(libraryFolder);
        bag.AddRange(inLibrary);
        string id = IdOf(folder);
        if (!AgreementName.IsId(id))
        {
            bag.BadImportFolder(Source.File(Paths.Shown(folder)), id);
        }

        string mapPath = Path.Combine(folder, ImportMap.FileName);
        ImportMap? before = ImportMap.Read(mapPath, bag);
        if (read.Document is not { } document || library is null || bag.HasErrors)
        {
            return new([], [], bag.ToImmutable());
        }

        PaperSignatures? signatures = PaperSignatures.Of(document);
        document = PaperSignatures.Apart(document, signatures);
        ImmutableArray<PaperClause> paper = PaperClause.Of(document);
        if (paper.IsEmpty)
        {
            // A paper without any heading or number is one clause.
            Clause whole = new("read-text", [], [.. document.Blocks.Where(b => b is not (Exhibit or Paragraph { Role: ParagraphRole.Title }))]);
            document = document with { Blocks = [.. document.Blocks.Where(b => b is Exhibit or Paragraph { Role: ParagraphRole.Title }), whole] };
            paper = PaperClause.Of(document);
        }

        string? tooLarge = paper.Length > MostClauses ? string.Create(CultureInfo.InvariantCulture, $"it has more than {MostClauses} clauses")
            : paper.Sum(p => (long)p.Words.Length) > TextFile.LargestFile ? TooLong(AgreementFile)
            : null;
        if (tooLarge is not null)
        {
            bag.WordFileTooLarge(Source.File(Paths.Shown(path)), tooLarge);
            return new([], [], bag.ToImmutable());
        }

        ClauseVersion[] versions = [.. Versions(library, bag)];
        ImmutableArray<MapEntry> entries = Entries(paper, new ClauseMatcher(versions).Match(paper), before, mapPath, bag);
        ImportedOutline outline = ImportedOutline.Of([.. paper.Zip(entries)], document);
        NotCarried losses = new();
        ImportLosses.Find(outline, document.Notes, losses);
        losses.Tell(Source.File(Paths.Shown(path)), bag);
        Dictionary<string, ImmutableArray<string>> known = library.Ids.ToDictionary(i => i, library.VersionsOf, StringComparer.Ordinal);
        string source = Path.GetFileName(path);
        ImportedFolder written = new(id, source, Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(libraryFolder)).Replace('\\', '/'), document, outline, signatures, known);
        string agreement = written.Agreement();
        (string Path, string Text)[] texts = [.. written.Templates(), (AgreementFile, agreement)];
        CheckUntouched(folder, texts.Select(t => t.Path), before, bag);
        ImportMap map = new(source, texts.ToImmutableDictionary(t => t.Path, t => HashOf(t.Text), StringComparer.Ordinal), entries);
        (string Path, string Text)[] all = [.. texts, (ImportMap.FileName, map.ToYaml())];
        if (Array.Find(all, f => IsUnreadable(f.Path, f.Text)) is { Path: { } large })
        {
            bag.WordFileTooLarge(Source.File(Paths.Shown(path)), TooLong(large));
        }

        ImmutableArray<OutputFile> files = [.. all.Select(f => File(folder, f.Path, f.Text))];
        return new(bag.HasErrors ? [] : files, [.. entries.Select(LineOf)], bag.ToImmutable());
    }

    private static OutputFile File(string folder, string path, string text) => new(Path.Combine([folder, .. path.Split('/')]), Encoding.UTF8.GetBytes(text));

    private static string TooLong(string file) => $"{file}, which it would make, would have more text or more entries than a build reads";

    /// <summary>Whether no later step could read a file that the import would write.</summary>
    private static bool IsUnreadable(string file, string text) => Encoding.UTF8.GetByteCount(text) > TextFile.LargestFile || file switch
    {
        AgreementFile => YamlFile.Read(new(file, text), new()) is null,
        ImportMap.FileName => YamlFile.Read(new(file, text), new(), ImportMap.MostNodes) is null,
        _ => false,
    };

    private static string IdOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void CheckUntouched(string folder, IEnumerable<string> paths, ImportMap? before, DiagnosticBag bag)
    {
        foreach (string path in paths)
        {
            string file = Path.Combine([folder, .. path.Split('/')]);
            if (System.IO.File.Exists(file) && TextFile.Read(file, bag) is { } now && HashOf(now.Text.Text) != before?.Wrote.GetValueOrDefault(path))
            {
                bag.ImportWouldOverwrite(Source.File(Paths.Shown(file)));
            }
        }
    }

    internal static IEnumerable<ClauseVersion> Versions(ClauseLibrary library, DiagnosticBag bag)
    {
        foreach (string id in library.Ids)
        {
            if (library.Open(id, bag) is not { } entry)
            {
                continue;
            }

            foreach (VersionEntry version in entry.Versions.Where(v => v.Status != VersionStatus.Withdrawn && library.VersionsOf(id).Contains(v.Version)))
            {
                if (library.OpenVersion(entry, version, bag) is { } clause)
                {
                    yield return clause;
                }
            }
        }
    }

    private static ImmutableArray<MapEntry> Entries(ImmutableArray<PaperClause> paper, ImmutableArray<ClauseMatch> matches, ImportMap? before, string mapPath, DiagnosticBag bag)
    {
        List<MapEntry> corrections = [.. before?.Entries.Where(e => e.IsCounsels) ?? []];
        MapEntry?[] kept = [.. paper.Select(p => Take(corrections, c => c.Fingerprint == p.Fingerprint))];
        for (int i = 0; i < paper.Length; i++)
        {
            // The words may have been read better this time; the number and title in the paper are the same.
            kept[i] ??= Take(corrections, c => paper[i].IsAt(c.Paper, c.Begins));
        }

        for (int i = 0; i < paper.Length; i++)
        {
            // The title alone may have been mended.
            kept[i] ??= Take(corrections, c => paper[i].IsRetitled(c.Paper, c.Begins));
        }

        foreach (MapEntry lost in corrections)
        {
            bag.CorrectionWithoutClause(lost.Place ?? Source.File(Paths.Shown(mapPath)), lost.Paper, lost.Id);
        }

        HashSet<string> taken = [.. kept.Select(k => k?.Id).OfType<string>()];
        HashSet<string> ids = [.. taken, .. matches.Select(m => m.Id)];
        var entries = ImmutableArray.CreateBuilder<MapEntry>();
        for (int i = 0; i < paper.Length; i++)
        {
            ClauseMatch match = matches[i];
            if (kept[i] is { } correction)
            {
                entries.Add(correction with { Paper = paper[i].Place, Begins = paper[i].Begins, Fingerprint = paper[i].Fingerprint, Confidence = Confidence.Counsel, Likeness = match.Likeness });
                continue;
            }

            bool isFree = match.Confidence != Confidence.None && taken.Add(match.Id);
            string id = isFree ? match.Id : OwnId(paper[i], ids);
            entries.Add(new(paper[i].Place, paper[i].Begins, paper[i].Fingerprint, id, id, isFree ? match.Version : "", isFree ? match.Confidence : Confidence.None, isFree ? match.Likeness : 0, null));
        }

        return entries.ToImmutable();
    }

    private static MapEntry? Take(List<MapEntry> corrections, Predicate<MapEntry> isWanted)
    {
        int at = corrections.FindIndex(isWanted);
        if (at < 0)
        {
            return null;
        }

        MapEntry found = corrections[at];
        corrections.RemoveAt(at);
        return found;
    }

    /// <summary>An id for a clause that the library does not have: <c>paper-</c> and its title.</summary>
    private static string OwnId(PaperClause clause, HashSet<string> taken)
    {
        string slug = string.Join('-', clause.Title.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => string.Concat(w.Where(char.IsAsciiLetterOrDigit))).Where(w => w.Length > 0));
        string start = ("paper-" + (slug.Length > 0 ? slug : "clause")) is var whole && whole.Length > 26 ? whole[..26].TrimEnd('-') : whole;
        string id = start;
        for (int i = 2; !taken.Add(id); i++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{start}-{i}");
        }

        return id;
    }

    private static string LineOf(MapEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{(entry.Confidence == Confidence.None ? "not in the library" : ImportMap.WordOf(entry.Confidence)),-18} {entry.Id,-32} {(entry.Paper.Length <= 80 ? entry.Paper : entry.Paper[..80] + "…")}");
}
