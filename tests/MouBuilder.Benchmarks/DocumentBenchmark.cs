using System.IO.Compression;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Documents;
using MouBuilder.Templates;
using MouBuilder.Word;

namespace MouBuilder.Benchmarks;

/// <summary>One agreement: the write step and the whole pipeline against zipping the same parts, and how cost grows with clauses.</summary>
internal static class DocumentBenchmark
{
    public static void Run(string folder, int clauses)
    {
        ResolvedAgreement resolved = Resolve(folder, clauses);
        TemplateFolder templates = new(resolved.Agreement.TemplateFolder);
        MouDocument document = Assembler.Assemble(resolved).Document!;
        WordOptions options = new() { LockYaml = "lock: 1\n" };
        byte[] docx = WordWriter.Write(document, options);
        (string Name, byte[] Content)[] parts = Unzip(docx);
        Console.WriteLine($"{clauses} clauses, {Words(document)} words, document.xml {parts.First(p => p.Name == "word/document.xml").Content.Length / 1024} KB, file {docx.Length / 1024.0:0.0} KB");

        (Measure.Figure write, Measure.Figure zip) = Measure.InTurn(() => WordWriter.Write(document, options), () => Zip(parts), calls: 40);
        Report("write step", write, zip, 2.5);
        (Measure.Figure pipeline, Measure.Figure zipAgain) = Measure.InTurn(() => WordWriter.Write(Assembler.Assemble(resolved, templates).Document!, options), () => Zip(parts), calls: 20);
        Report("whole pipeline", pipeline, zipAgain, 4.0);
    }

    public static void Growth(string folder)
    {
        ResolvedAgreement small = Resolve(Path.Combine(folder, "small"), 25);
        ResolvedAgreement large = Resolve(Path.Combine(folder, "large"), 2500);
        WordOptions options = new();
        (Measure.Figure one, Measure.Figure hundred) = Measure.InTurn(
            () => WordWriter.Write(Assembler.Assemble(small).Document!, options),
            () => WordWriter.Write(Assembler.Assemble(large).Document!, options),
            calls: 1,
            batches: 5);
        Console.WriteLine($"100 times the clauses: {hundred.Milliseconds:0} ms against {one.Milliseconds:0.0} ms, {hundred.Milliseconds / one.Milliseconds:0} times (goal 110); peak working set {Environment.WorkingSet >> 20} MiB now");
    }

    private static ResolvedAgreement Resolve(string folder, int clauses)
    {
        Agreement agreement = Agreement.Load(SampleLibrary.Write(folder, clauses)).Agreement!;
        return Resolver.Resolve(agreement, ClauseLibrary.Load(agreement.LibraryFolder).Library!, null, new Dictionary<string, string>()).Agreement!;
    }

    private static void Report(string what, Measure.Figure ours, Measure.Figure limit, double goal) =>
        Console.WriteLine($"{what}: {ours.Milliseconds:0.00} ms, {ours.Kilobytes:0} KB allocated; zip limit {limit.Milliseconds:0.00} ms; ratio {ours.Milliseconds / limit.Milliseconds:0.00} (goal {goal:0.0})");

    private static int Words(MouDocument document) => MouBuilder.Text.MarkdownWriter.Write(document).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;

    private static (string Name, byte[] Content)[] Unzip(byte[] docx)
    {
        using ZipArchive archive = new(new MemoryStream(docx));
        return [.. archive.Entries.Select(entry =>
        {
            using MemoryStream content = new();
            using Stream stream = entry.Open();
            stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    private static void Zip((string Name, byte[] Content)[] parts)
    {
        using MemoryStream file = new();
        using ZipArchive archive = new(file, ZipArchiveMode.Create);
        foreach ((string name, byte[] content) in parts)
        {
            using Stream stream = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
            stream.Write(content);
        }
    }
}
