using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Templates;
using MouBuilder.Tests.Word;
using MouBuilder.Word;
using Xunit;

namespace MouBuilder.Tests.Assembling;

/// <summary>An agreement assembled from its files, as <c>mou build</c> does it.</summary>
internal sealed record BuiltExample(MouDocument Document, string LockYaml)
{
    public WordFile Word() => new(WordWriter.Write(Document, new WordOptions { LockYaml = LockYaml }));

    /// <summary>The ids of all examples.</summary>
    public static string[] All => [.. Directory.GetDirectories(Repository.PathTo("examples")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static BuiltExample Of(string path)
    {
        (Agreement? agreement, var inAgreement) = Agreement.Load(path);
        Assert.Empty(inAgreement);
        Resolution resolution = Resolver.Resolve(agreement!, ClauseLibrary.Load(agreement!.LibraryFolder).Library!, AgreementLock.Load(agreement.Path).Lock, new Dictionary<string, string>());
        Assert.DoesNotContain(resolution.Diagnostics, d => d.Severity == Severity.Error);
        MouBuilder.Templates.Assembly assembly = Assembler.Assemble(resolution.Agreement!);
        Assert.DoesNotContain(assembly.Diagnostics, d => d.Severity == Severity.Error);
        return new(assembly.Document!, LockStep.Of(resolution.Agreement!, assembly.Templates).ToYaml());
    }
}
