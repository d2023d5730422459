using System.Collections.Immutable;
using System.Text;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Plain;

/// <summary>The two people who approve a plain-language text: roles or initials.</summary>
/// <param name="Language">Speaks the language from home.</param>
/// <param name="Counsel">Answers for the law.</param>
public sealed record Approval(string Language, string Counsel);

/// <summary>What pinning does to the files of a library.</summary>
/// <param name="Files">To be written.</param>
/// <param name="Obsolete">Kept wordings that no text names any more, to be deleted once the files stand.</param>
/// <param name="Lines">What moved, for the screen: each text, and under it every change of the wording it explains.</param>
public sealed record PinResult(ImmutableArray<OutputFile> Files, ImmutableArray<string> Obsolete, ImmutableArray<string> Lines, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Writes the files, and once all of them stand deletes what is obsolete. Errors are diagnostics.</summary>
    public ImmutableArray<Diagnostic> Apply()
    {
        DiagnosticBag bag = new();
        bag.AddRange(OutputFiles.Write(Files, []));
        foreach (string path in Obsolete.Where(_ => !bag.HasErrors))
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                bag.CannotWrite(Paths.Shown(path), e.Message);
            }
        }

        return bag.ToImmutable();
    }
}

/// <summary>
/// Says, after review, that plain-language texts explain the legal text as it is now, and keeps that wording so that the next reviewer sees what changed. An approval was given for the earlier
/// wording: a text whose pin moves is a draft again unless two people approve it in the same step.
/// </summary>
public sealed class Pinning
{
    private readonly ClauseLibrary library;
    private readonly DiagnosticBag bag = new();
    private readonly List<OutputFile> files = [];
    private readonly List<string> obsolete = [];
    private readonly List<string> lines = [];

    private Pinning(ClauseLibrary library) => this.library = library;

    /// <summary>Moves the pins of one version's texts.</summary>
    /// <param name="approval">Who approves; they have read one language, so <paramref name="locales"/> is that one.</param>
    public static PinResult Pin(ClauseLibrary library, string id, string version, IReadOnlyCollection<Locale> locales, Approval? approval)
    {
        ArgumentNullException.ThrowIfNull(library);
        if (approval is not null && locales.Count != 1)
        {
            throw new ArgumentException("An approval is of one language.", nameof(locales));
        }

        Pinning pinning = new(library);
        pinning.Version(id, version, locales, approval, movesPins: true);
        return pinning.Result();
    }

    /// <summary>Moves no pin; keeps the wordings that texts of the whole library explain and that are not kept yet.</summary>
    public static PinResult KeepWordings(ClauseLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        Pinning pinning = new(library);
        foreach (string id in library.Ids)
        {
            foreach (string version in library.VersionsOf(id))
            {
                pinning.Version(id, version, Enum.GetValues<Locale>(), null, movesPins: false);
            }
        }

        return pinning.Result();
    }

    private PinResult Result() => bag.HasErrors ? new([], [], [], bag.ToImmutable()) : new([.. files], [.. obsolete], [.. lines], bag.ToImmutable());

    private void Version(string id, string version, IReadOnlyCollection<Locale> locales, Approval? approval, bool movesPins)
    {
        PlainVersion[] texts = [.. Enum.GetValues<Locale>().Select(l => library.OpenPlain(id, version, l, bag)).OfType<PlainVersion>()];
        if (texts.Length == 0 || library.Open(id, bag) is not { } entry || entry.Versions.FirstOrDefault(v => v.Version == version) is not { } listed || library.OpenVersion(entry, listed, bag) is not { } clause)
        {
            return;
        }

        PlainVersion? english = texts.FirstOrDefault(t => t.Locale == Locale.En);
        List<(string Fingerprint, bool IsPlain)> named = [];
        foreach (PlainVersion text in texts)
        {
            bool isMoved = movesPins && locales.Contains(text.Locale);
            string explains = isMoved ? clause.Fingerprint : text.Explains;
            string from = text.Locale == Locale.En ? "" : isMoved ? english?.Fingerprint ?? "" : text.From;
            named.AddRange([(explains, false), (from, true)]);
            if (isMoved)
            {
                Move(text, explains, from, clause, english, approval);
            }
        }

        Keep(id, version, clause, english, named);
    }

    /// <summary>Writes the two lines, and what becomes of the approval.</summary>
    private void Move(PlainVersion text, string explains, string from, ClauseVersion clause, PlainVersion? english, Approval? approval)
    {
        bool isSame = explains == text.Explains && from == text.From;
        if (isSame && approval is null)
        {
            lines.Add($"{text.Text.Path}: nothing to move.");
            return;
        }

        string path = library.PlainPath(text.Id, text.Version, text.Locale);
        string yaml = PinLines.Set(File.ReadAllText(path), PinLines.Of(text, explains, from, approval));
        if (PinLines.Lapses(text, approval))
        {
            bag.ApprovalLapsed(Source.File(text.Text.Path), text.Id);
        }

        byte[] written = Encoding.UTF8.GetBytes(yaml);
        PlainReader.Read(written, text.Text.Path, text.Id, text.Version, text.Locale, bag); // refuses an approval by the author or by one person
        files.Add(new(path, written));
        lines.Add($"{text.Text.Path}: {(isSame ? "approved" : "pinned to the wording as it is now")}.");
        Tell(text.Explains, explains, isPlain: false, text, KeptWording.Of(clause));
        if (english is not null && from.Length > 0)
        {
            Tell(text.From, from, isPlain: true, text, KeptWording.Of(english));
        }
    }

    private void Tell(string before, string now, bool isPlain, PlainVersion text, KeptWording wording)
    {
        if (before == now)
        {
            return;
        }

        string of = isPlain ? "plain English" : "legal text";
        ImmutableArray<Comparing.WordingChange>? changes = Drift.Between(KeptWording.Find(library, text.Id, text.Version, before, isPlain), wording);
        lines.AddRange(changes is { } found ? found.SelectMany(c => (string[])[$"  {of}, before: {c.Old}", $"  {of}, now:    {c.New}"]) : [$"  {of}: {Drift.InWords(null)}"]);
    }

    /// <summary>Keeps the wordings that texts name and the library has now; those no text names go.</summary>
    private void Keep(string id, string version, ClauseVersion clause, PlainVersion? english, List<(string Fingerprint, bool IsPlain)> named)
    {
        string folder = KeptWording.FolderOf(library, id);
        HashSet<string> needed = [.. named.Where(n => n.Fingerprint.Length > 0).Select(n => KeptWording.NameOf(version, n.Fingerprint, n.IsPlain))];
        foreach ((string fingerprint, bool isPlain, string source) in new[] { (clause.Fingerprint, false, Path.Combine(library.Folder, id, version + ".yaml")), (english?.Fingerprint ?? "", true, library.PlainPath(id, version, Locale.En)) })
        {
            string name = KeptWording.NameOf(version, fingerprint, isPlain);
            if (needed.Contains(name) && KeptWording.Find(library, id, version, fingerprint, isPlain) is null)
            {
                files.Add(new(Path.Combine(folder, name), KeptWording.Cut(source)));
            }
        }

        if (Directory.Exists(folder))
        {
            obsolete.AddRange(Directory.EnumerateFiles(folder, version + ".*.yaml").Where(f => !needed.Contains(Path.GetFileName(f))).Order(StringComparer.Ordinal));
        }
    }
}
