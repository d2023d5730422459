using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MouBuilder.Agreements;
using MouBuilder.Checks;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates;
using MouBuilder.Text;
using MouBuilder.Word;
using Xunit;

namespace MouBuilder.Tests.Diagnostics;

/// <summary>A copy, in a folder of its own, of the small clean project in <c>base/</c> with the real templates beside it.</summary>
internal sealed class BaseProject : IDisposable
{
    public BaseProject()
    {
        Root = Directory.CreateTempSubdirectory("mou-").FullName;
        Copy(Repository.PathTo("tests", "MouBuilder.Tests", "Diagnostics", "base"), Root);
        Copy(Repository.PathTo("templates"), In("templates"));
    }

    public string Root { get; }

    public string In(string path) => Path.Combine(Root, path);

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), content);
    }

    public void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllBytes(In(path), content);
    }

    public string Read(string path) => File.ReadAllText(In(path));

    /// <summary>Replaces words of a file, which must be there.</summary>
    public void Change(string path, string old, string now)
    {
        string text = Read(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(path, text.Replace(old, now, StringComparison.Ordinal));
    }

    /// <summary>What stands in the folder: every path with its link target or its bytes; devices, pipes and files of more than a megabyte by their name alone.</summary>
    public ImmutableSortedDictionary<string, string> Contents() => Directory
        .EnumerateFileSystemEntries(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .ToImmutableSortedDictionary(path => Path.GetRelativePath(Root, path), StateOf, StringComparer.Ordinal);

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

    /// <summary>Writes both editions through the steps that <c>mou build</c> calls, in this process.</summary>
    public (int Code, string Errors) Build()
    {
        (Agreement? agreement, ImmutableArray<Diagnostic> found) = Agreement.Load(Root);
        if (agreement is null)
        {
            return (1, Shown(found));
        }

        (ClauseLibrary? library, ImmutableArray<Diagnostic> inLibrary) = ClauseLibrary.Load(agreement.LibraryFolder);
        Resolution resolution = Resolver.Resolve(agreement, library!, pinned: null, new Dictionary<string, string>());
        if (resolution.Agreement is not { } resolved)
        {
            return (1, Shown([.. inLibrary, .. resolution.Diagnostics]));
        }

        MouBuilder.Templates.Assembly assembly = Assembler.Assemble(resolved);
        if (assembly.Document is not { } document)
        {
            return (1, Shown(assembly.Diagnostics));
        }

        IReadOnlyList<Diagnostic> written = OutputFiles.Write(
            [new(In("out/school-visits.docx"), WordWriter.Write(document, new WordOptions())), new(In("out/school-visits.md"), Encoding.UTF8.GetBytes(MarkdownWriter.Write(document)))], []);
        return (written.Count, Shown(written));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Shown(IEnumerable<Diagnostic> found) => string.Join('\n', found);

    private static string StateOf(string path)
    {
        FileInfo file = new(path);
        return file.LinkTarget is { } target ? "link to " + target
            : Directory.Exists(path) ? "folder"
            : file.Length is 0 or > 1_000_000 ? "file"
            : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
