using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MouBuilder.Agreements;
using MouBuilder.Checks;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;

namespace MouBuilder.Tests.Diagnostics;

/// <summary>A copy, in a folder of its own, of the small clean project in <c>base/</c> with the real templates beside it.</summary>
internal sealed class BaseProject : IDisposable
{
    public BaseProject()
    {
        Root = Directory.CreateTempSubdirectory("mou-").FullName;
        string here = Here();
        Copy(Path.Combine(here, "base"), Root);
        Copy(Path.GetFullPath(Path.Combine(here, "..", "..", "..", "templates")), In("templates"));
    }

    public string Root { get; }

    public string In(string path) => Path.Combine(Root, path);

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), content);
    }

    /// <summary>Everything <c>mou check</c> says of the library and of the agreement; the latter goes through all that a build does short of writing.</summary>
    public ImmutableArray<Diagnostic> Findings()
    {
        (ClauseLibrary? own, ImmutableArray<Diagnostic> found) = ClauseLibrary.Load(In("clauses"));
        ImmutableArray<Diagnostic> ofLibrary = own is null ? found : [.. found, .. LibraryCheck.Check(own)];
        (Agreement? agreement, ImmutableArray<Diagnostic> inAgreement) = Agreement.Load(Root);
        if (agreement is null)
        {
            return [.. ofLibrary, .. inAgreement];
        }

        (ClauseLibrary? library, ImmutableArray<Diagnostic> inLibrary) = ClauseLibrary.Load(agreement.LibraryFolder);
        (AgreementLock? pinned, ImmutableArray<Diagnostic> inLock) = AgreementLock.Load(agreement.Path);
        ImmutableArray<Diagnostic> loaded = [.. ofLibrary, .. inAgreement, .. inLibrary, .. inLock];
        return library is null || loaded.Any(d => d.Severity == Severity.Error) ? loaded : [.. loaded, .. Checker.Check(agreement, library, pinned)];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
