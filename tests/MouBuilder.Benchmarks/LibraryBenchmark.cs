using MouBuilder.Clauses;

namespace MouBuilder.Benchmarks;

/// <summary>Reading a large library whole.</summary>
internal static class LibraryBenchmark
{
    public static void Run(string folder, int clauses)
    {
        SampleLibrary.Write(folder, clauses);
        string library = Path.Combine(folder, "clauses");
        (Measure.Figure read, Measure.Figure raw) = Measure.InTurn(() => ReadAll(library), () => ReadBytes(library), calls: 1, batches: 7);
        Console.WriteLine($"{clauses} clauses read: {read.Milliseconds:0} ms CPU (goal 100); the bytes of their files alone {raw.Milliseconds:0} ms");
    }

    private static void ReadAll(string folder)
    {
        (ClauseLibrary? library, var found) = ClauseLibrary.Load(folder);
        LibraryReader reader = new(library, found);
        foreach (string id in library!.Ids)
        {
            ClauseEntry entry = reader.Open(id)!;
            foreach (VersionEntry version in entry.Versions)
            {
                reader.Read(entry, version);
            }
        }
    }

    private static void ReadBytes(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
        {
            File.ReadAllBytes(file);
        }
    }
}
