using System.Diagnostics;
using MouBuilder.Reading;

namespace MouBuilder.Benchmarks;

/// <summary>Reads papers from elsewhere and writes what was read, for scripts/compare-readers.py: a dump for each paper, and a table of what became of it and how long it took.</summary>
internal static class Papers
{
    /// <param name="list">A file that names a paper on each line.</param>
    public static void Read(string list, string folder)
    {
        Directory.CreateDirectory(folder);
        using StreamWriter table = new(Path.Combine(folder, "papers.tsv"));
        foreach (string path in File.ReadLines(list).Where(l => l.Length > 0))
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            Stopwatch watch = Stopwatch.StartNew();
            ReadAgreement read = AgreementReading.Read(path, PendingChanges.Accept);
            string cost = $"{watch.ElapsedMilliseconds}\t{(GC.GetAllocatedBytesForCurrentThread() - allocated) >> 20}";
            if (read.Document is { } document)
            {
                File.WriteAllText(Path.Combine(folder, path.Replace('/', '_') + ".dump"), document.Dump());
            }

            string said = string.Join(" | ", read.Surroundings.Concat(read.Diagnostics.Select(d => d.Code + " " + d.Message))).ReplaceLineEndings(" ").Replace('\t', ' ');
            table.WriteLine($"{path}\t{(read.Document is null ? "refused" : "read")}\t{cost}\t{said}");
        }
    }
}
