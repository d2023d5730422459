using MouBuilder.Benchmarks;

// dotnet run -c Release --project tests/MouBuilder.Benchmarks [-- one growth library redline]
// dotnet run -c Release --project tests/MouBuilder.Benchmarks -- papers LIST FOLDER
// Ratios are of CPU time, both sides measured in turn in this one process; single figures move with the machine.
if (args is ["papers", var list, var results])
{
    Papers.Read(list, results);
    return;
}

string folder = Directory.CreateTempSubdirectory("mou-bench-").FullName;
(string Name, Action Run)[] benchmarks =
[
    ("one", () => DocumentBenchmark.Run(Path.Combine(folder, "one"), clauses: 25)),
    ("growth", () => DocumentBenchmark.Growth(Path.Combine(folder, "growth"))),
    ("library", () => LibraryBenchmark.Run(Path.Combine(folder, "library"), clauses: 1000)),
    ("redline", RedlineBenchmark.Run),
];
try
{
    foreach ((string name, Action run) in benchmarks)
    {
        if (args.Length == 0 || args.Contains(name))
        {
            run();
        }
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
