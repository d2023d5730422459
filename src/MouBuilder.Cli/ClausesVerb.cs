using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Diagnostics;

namespace MouBuilder.Cli;

/// <summary><c>mou clauses list|show|log|diff|pin|packet</c>: what a library holds.</summary>
internal static class ClausesVerb
{
    public static Command Command()
    {
        Option<string> library = new("--library") { Description = "The folder of the clause library. Default: clauses.", DefaultValueFactory = _ => "clauses", Recursive = true };
        Argument<string> id = new("ID") { Description = "A clause id, or id@version." };
        Command list = new("list", "Lists all clauses with their newest versions.");
        list.SetAction(result => List(result.GetValue(library)!));
        Command show = new("show", "Shows one version of a clause: the newest, or the one after the @.") { id };
        show.SetAction(result => Show(result.GetValue(library)!, result.GetValue(id)!));
        Command log = new("log", "Shows what each version of a clause changed, and why.") { id };
        log.SetAction(result => Log(result.GetValue(library)!, result.GetValue(id)!));
        Argument<string> clause = new("ID") { Description = "A clause id." };
        Argument<string> old = new("OLD") { Description = "A version, for example 1.0.0." };
        Argument<string> now = new("NEW") { Description = "The version to compare with it." };
        Command diff = new("diff", "Compares two versions of a clause, as the clause files write them.") { clause, old, now };
        diff.SetAction(result => Diff(result.GetValue(library)!, result.GetValue(clause)!, result.GetValue(old)!, result.GetValue(now)!));
        return new("clauses", "Lists, shows and compares clauses of a library; pins plain texts and sends them to translators.") { library, list, show, log, diff, PinVerb.Command(library), PacketVerb.Command(library) };
    }

    private static int List(string folder) => With(folder, (library, reader) =>
    {
        foreach (string id in library.Ids)
        {
            if (reader.Open(id) is { } entry && entry.Versions.LastOrDefault() is { } newest)
            {
                string title = reader.Read(entry, newest)?.Title ?? "";
                Console.WriteLine($"{id,-26} {newest.Version,-8} {newest.Status.ToString().ToLowerInvariant(),-10} {title}");
            }
        }
    });

    private static int Show(string folder, string name) => WithVersions(folder, name, (versions, reader, entry) =>
    {
        if (reader.Read(entry, versions[^1]) is { } clause)
        {
            Print(entry, clause);
        }
    });

    private static int Log(string folder, string name) => WithVersions(folder, name, (versions, reader, entry) =>
    {
        foreach (VersionEntry version in versions.Reverse())
        {
            if (reader.Read(entry, version) is { } clause)
            {
                string date = clause.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date";
                Console.WriteLine($"{clause.Version}  {date}  {version.Status.ToString().ToLowerInvariant()}{(version.Reason.Length > 0 ? $" ({version.Reason})" : "")}");
                Console.WriteLine($"    {clause.Reason}");
            }
        }
    });

    private static int Diff(string folder, string id, string old, string now) => With(folder, (library, reader) =>
    {
        if (Version(library, reader, id, old) is { } before && Version(library, reader, id, now) is { } after)
        {
            Console.Out.Write(ComparisonMarkdown.Write(Comparer.Compare(ComparisonSide.Of(before), ComparisonSide.Of(after))));
        }
    });

    private static ClauseVersion? Version(ClauseLibrary library, LibraryReader reader, string id, string version)
    {
        if (!library.VersionsOf(id).Contains(version))
        {
            reader.NotFound($"{id}@{version}");
            return null;
        }

        return reader.Open(id) is { } entry && entry.Versions.FirstOrDefault(v => v.Version == version) is { } listed ? reader.Read(entry, listed) : null;
    }

    private static void Print(ClauseEntry entry, ClauseVersion clause)
    {
        Console.WriteLine($"{clause.Id} {clause.Version} ({clause.Status.ToString().ToLowerInvariant()}), family {entry.Family}");
        Console.WriteLine(clause.Title);
        Console.WriteLine($"fingerprint {clause.Fingerprint}");
        Console.WriteLine();
        Console.Write(clause.Text.Text);
        Section("Fields", clause.Fields.Select(f => $"{f.Name}: {f.Ask}{(f.Default is { } value ? $" (default {value})" : " (no default)")}"));
        Section("Defines", clause.Defines.Select(d => $"{d.Term}: {d.Means.Text.TrimEnd()}"));
        Section("Sources", clause.Sources.Select(s => $"{s.Cite} ({Basis(s.Basis)}){(s.Note.Length > 0 ? ": " + s.Note : "")}"));
        Section("Fallback", clause.Fallback.Select(f => f.TrimEnd()));
        Section("Satisfies", clause.Satisfies.Select(s => s.Name));
        Section("Notes", clause.Notes.Select(n => $"to {n.To}: {n.Text.TrimEnd()}"));
    }

    private static string Basis(SourceBasis basis) => basis switch
    {
        SourceBasis.ModelPractice => "model practice",
        SourceBasis.PolicyChoice => "policy choice",
        _ => basis.ToString().ToLowerInvariant(),
    };

    private static void Section(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length > 0)
        {
            Console.WriteLine();
            Console.WriteLine(title);
            foreach (string line in all)
            {
                Console.WriteLine("  " + line);
            }
        }
    }

    private static int WithVersions(string folder, string name, Action<ImmutableArray<VersionEntry>, LibraryReader, ClauseEntry> show) => With(folder, (library, reader) =>
    {
        string[] parts = name.Split('@', 2);
        ImmutableArray<VersionEntry> versions = [];
        ClauseEntry? entry = library.Has(parts[0]) ? reader.Open(parts[0]) : null;
        if (entry is not null)
        {
            versions = [.. entry.Versions.Where(v => parts.Length == 1 || v.Version == parts[1])];
        }

        if (versions.IsEmpty)
        {
            reader.NotFound(name);
        }
        else
        {
            show(versions, reader, entry!);
        }
    });

    private static int With(string folder, Action<ClauseLibrary, LibraryReader> show)
    {
        (ClauseLibrary? library, ImmutableArray<Diagnostic> found) = ClauseLibrary.Load(folder);
        LibraryReader reader = new(library, found);
        if (library is not null)
        {
            show(library, reader);
        }

        Run.Print(reader.Diagnostics);
        return Run.Code(reader.Diagnostics);
    }
}
