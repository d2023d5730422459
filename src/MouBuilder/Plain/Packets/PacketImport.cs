using System.Collections.Immutable;
using System.Text;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Reading;
using MouBuilder.Yaml;

namespace MouBuilder.Plain.Packets;

/// <summary>What an import of a packet writes.</summary>
/// <param name="Lines">What became of each clause, for the screen.</param>
public sealed record PacketResult(ImmutableArray<OutputFile> Files, ImmutableArray<string> Lines, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// Takes translations out of a packet that came back. It is a Word file from a stranger: it names clauses, and only those of the library are written; it holds words, and none of them becomes code or
/// markup. A translation comes back as a draft of the wording that the packet went out with.
/// </summary>
public sealed class PacketImport
{
    private const int LongestCell = 10_000;

    private readonly ClauseLibrary library;
    private readonly Source packet;
    private readonly string author;
    private readonly DiagnosticBag bag = new();
    private readonly List<OutputFile> files = [];
    private readonly List<string> lines = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private PacketImport(ClauseLibrary library, string path, string author)
    {
        this.library = library;
        packet = Source.File(Paths.Shown(path));
        this.author = author;
    }

    /// <param name="author">Who translated: a role or initials; may be empty.</param>
    public static PacketResult Import(ClauseLibrary library, string path, PendingChanges changes, string author)
    {
        ArgumentNullException.ThrowIfNull(library);
        ReadAgreement read = AgreementReading.Read(path, changes);
        PacketImport import = new(library, path, author);
        import.bag.AddRange(read.Diagnostics.Where(d => d.Severity == Severity.Error));
        if (read.Document is { } document)
        {
            import.Take(document);
        }

        return new(import.bag.HasErrors ? [] : [.. import.files], import.bag.HasErrors ? [] : [.. import.lines], import.bag.ToImmutable());
    }

    private void Take(MouDocument document)
    {
        Table[] tables = [.. document.AllBlocks().OfType<Table>()];
        string[]? sent = tables.Where(t => TextAt(t.Rows[0], 0) == PacketKey.Sent).Select(t => t.Rows.Skip(1).Select(r => TextAt(r, 0)).ToArray()).FirstOrDefault();
        if (sent is null || sent.Length == 0 || sent.Any(s => PacketKey.Read(s) is null))
        {
            bag.NotAPacket(packet);
            return;
        }

        foreach (Table table in tables)
        {
            if (PacketTable.Of(table) is { } found)
            {
                Take(found, sent);
            }
        }

        foreach (string missing in sent.Where(s => !seen.Contains(s)))
        {
            bag.PacketTableMissing(packet, Name(PacketKey.Read(missing)!));
        }
    }

    private void Take(PacketTable table, string[] sent)
    {
        if (PacketKey.Read(table.Key) is not { } key || !sent.Contains(key.ToString()) || FamilyGate.NameOf(key.Locale) != table.Language)
        {
            bag.PacketTableChanged(packet, table.Key, table.Language);
            return;
        }

        string name = Name(key);
        if (!seen.Add(key.ToString()))
        {
            bag.PacketNamesTwice(packet, name);
            return;
        }

        if (!library.VersionsOf(key.Id).Contains(key.Version) || library.OpenPlain(key.Id, key.Version, Locale.En, bag) is not { } english)
        {
            bag.PacketOfAnotherLibrary(packet, name);
            return;
        }

        PacketLine[] wanted = [.. PacketLine.Of(english.Text.Text)];
        string[] rows = [PacketKey.Title, .. english.Change.Length > 0 ? [PacketKey.Change] : (string[])[], .. wanted.Where(l => l.HasWords).Select((_, i) => PacketKey.OfLine(i))];
        bool isFilled = table.Rows.Any(r => !string.IsNullOrWhiteSpace(TextOf(r.Cell)));
        if (!isFilled)
        {
            lines.Add($"{name}: not filled, left as it was.");
            return;
        }

        if (english.Fingerprint != key.English)
        {
            bag.PacketOutdated(packet, name);
            return;
        }

        string[] labels = [.. table.Rows.Select(r => r.Label)];
        string[] strange = [.. labels.Except(rows, StringComparer.Ordinal), .. labels.GroupBy(l => l, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
        string[] missing = [.. rows.Except(labels, StringComparer.Ordinal)];
        string[] empty = [.. table.Rows.Where(r => string.IsNullOrWhiteSpace(TextOf(r.Cell))).Select(r => r.Label)];
        if (strange.Length + missing.Length > 0)
        {
            bag.PacketRowsChanged(packet, name, string.Join(", ", missing), string.Join(", ", strange));
        }
        else if (empty.Length > 0)
        {
            bag.PacketRowsEmpty(packet, name, string.Join(", ", empty));
        }
        else
        {
            Write(key, english, wanted, table.Rows.ToDictionary(r => r.Label, r => r.Cell, StringComparer.Ordinal), name);
        }
    }

    private static string Name(PacketKey key) => $"{key.Id} {key.Version}";

    private static string TextAt(TableRow row, int at) => at < row.Cells.Length ? TextOf(row.Cells[at]).Trim() : "";

    private void Write(PacketKey key, PlainVersion english, PacketLine[] wanted, Dictionary<string, TableCell> cells, string name)
    {
        PlainVersion? before = library.OpenPlain(key.Id, key.Version, key.Locale, new());
        PacketLine[] there = [.. PacketLine.Of(before?.Text.Text ?? "").Where(l => l.HasWords)];
        bool isAligned = there.Length == wanted.Count(l => l.HasWords);
        StringBuilder text = new();
        int index = 0;
        foreach (PacketLine line in wanted)
        {
            string words = "";
            if (line.HasWords)
            {
                string row = PacketKey.OfLine(index);
                words = PacketText.FromWord(InlinesOf(cells[row]));
                CheckRow(name, row, line.Words, words, isAligned ? there[index].Words : null);
                index++;
            }

            text.Append(line.Lead).Append(words).Append('\n');
        }

        string title = Inline(cells[PacketKey.Title]);
        string change = cells.TryGetValue(PacketKey.Change, out TableCell? cell) && english.Change.Length > 0 ? Inline(cell) : "";
        CheckRow(name, PacketKey.Title, "", title);
        CheckRow(name, PacketKey.Change, "", change);
        if (bag.HasErrors)
        {
            return;
        }

        if (before is not null && (before.Title, before.Change, before.Text.Text.TrimEnd()) == (title, change, text.ToString().TrimEnd()) && before.Explains == key.Legal && before.From == key.English)
        {
            lines.Add($"{name}: nothing changed.");
            return;
        }

        string path = library.PlainPath(key.Id, key.Version, key.Locale);
        byte[] yaml = Encoding.UTF8.GetBytes(Yaml(key, english, before, title, change, text.ToString()));
        if (PlainReader.Read(yaml, Paths.Shown(path), key.Id, key.Version, key.Locale, bag) is { } read)
        {
            Templates.Language.Template.Parse(read.Text, bag);
            if (before?.State == PlainState.Approved)
            {
                bag.ApprovalLapsed(Source.File(Paths.Shown(path)), key.Id);
            }

            files.Add(new(path, yaml));
            lines.Add($"{name}: {Paths.Shown(path)}, a draft.");
        }
    }

    /// <summary>Code may only be what the English has in the same row, or what the library's own translation has there; and a cell is no place for a book.</summary>
    private void CheckRow(string name, string row, string english, string words, string? before = null)
    {
        if (words.Length > LongestCell)
        {
            bag.PacketRowTooLong(packet, name, row);
        }

        ImmutableArray<string> facts = PacketText.Facts(words);
        if (!facts.SequenceEqual(PacketText.Facts(english)) && (before is null || !facts.SequenceEqual(PacketText.Facts(before))))
        {
            bag.PacketFactsDiffer(packet, name, row, string.Join(", ", PacketText.Facts(english)));
        }
    }

    private string Yaml(PacketKey key, PlainVersion english, PlainVersion? before, string title, string change, string text)
    {
        string method = before is { IsMachineMade: true } ? "machine+human" : "human";
        StringBuilder yaml = new();
        yaml.Append("explains: sha256:").Append(key.Legal).Append("\nfrom: sha256:").Append(key.English).Append("\nstate: draft\nauthor: ").Append(Quoted(author));
        yaml.Append("\nlanguage_reviewer: \"\"\ncounsel_reviewer: \"\"\nmethod: ").Append(method).Append("\nrests_on: ").Append(KebabCase.Of(english.RestsOn)).Append('\n');
        string[] omits = [.. (before ?? english).Omits];
        yaml.Append(omits.Length == 0 ? "" : "omits:\n" + string.Concat(omits.Select(o => $"  - {{ field: {o}, reason: as in the English text }}\n")));
        yaml.Append("title: ").Append(Quoted(title)).Append('\n').Append(change.Length == 0 ? "" : $"change: {Quoted(change)}\n").Append("text: |\n");
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            yaml.Append(line.Length == 0 ? "\n" : $"  {line}\n");
        }

        return yaml.ToString();
    }

    /// <summary>A cell's words without markup, for a title or a sentence that is no template.</summary>
    private static string Inline(TableCell cell) => string.Join(' ', TextOf(cell).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static string TextOf(TableCell cell) => PlainText.Of([.. InlinesOf(cell)]);

    private static IEnumerable<Inline> InlinesOf(TableCell cell) =>
        cell.Blocks.SelectMany(b => b.WithDescendants()).Where(b => b is Paragraph or Heading).SelectMany(b => b.OwnInlines().Where(i => i is not (Link or NoteMark)).Prepend(new TextRun(" ")));

    private static string Quoted(string value) => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
