using MouBuilder.Benchmarks;

// dotnet run -c Release --project tests/MouBuilder.Benchmarks
// with "redline" behind "--": the redlines alone.
// Ratios are of CPU time, both sides measured in turn in this one process; single figures move with the machine.
if (args is ["redline"])
{
    RedlineBenchmark.Run();
    return;
}

string folder = Directory.CreateTempSubdirectory("mou-bench-").FullName;
try
{
    DocumentBenchmark.Run(Path.Combine(folder, "one"), clauses: 25);
    DocumentBenchmark.Growth(Path.Combine(folder, "growth"));
    RedlineBenchmark.Run();
    LibraryBenchmark.Run(Path.Combine(folder, "library"), clauses: 1000);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
