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
        bool isPacket = false;
        foreach (Table table in document.AllBlocks().OfType<Table>())
        {
            TableRow? naming = table.Rows.FirstOrDefault(r => r.Cells.Length == 3 && TextOf(r.Cells[0]).Trim() == PacketKey.Clause && PacketKey.Read(TextOf(r.Cells[1])) is not null);
            if (naming is not null)
            {
                isPacket = true;
                Take(PacketKey.Read(TextOf(naming.Cells[1]))!, table);
            }
        }

        if (!isPacket && !bag.HasErrors)
        {
            bag.NotAPacket(packet);
        }
    }

    private void Take(PacketKey key, Table table)
    {
        string name = $"{key.Id} {key.Version}";
        if (!library.VersionsOf(key.Id).Contains(key.Version) || library.OpenPlain(key.Id, key.Version, Locale.En, bag) is not { } english)
        {
            bag.PacketOfAnotherLibrary(packet, name);
            return;
        }

        if (!seen.Add($"{name} {key.Locale}"))
        {
            bag.PacketNamesTwice(packet, name);
            return;
        }

        if (english.Fingerprint != key.English)
        {
            bag.PacketOutdated(packet, name);
            return;
        }

        Dictionary<string, TableCell> cells = new(StringComparer.Ordinal);
        foreach (TableRow row in table.Rows.Where(r => r.Cells.Length == 3))
        {
            cells.TryAdd(TextOf(row.Cells[0]).Trim(), row.Cells[2]);
        }

        PacketLine[] wanted = [.. PacketLine.Of(english.Text.Text)];
        string[] rows = [PacketKey.Title, .. english.Change.Length > 0 ? [PacketKey.Change] : (string[])[], .. wanted.Where(l => l.HasWords).Select((_, i) => PacketKey.OfLine(i))];
        string[] empty = [.. rows.Where(r => !cells.TryGetValue(r, out TableCell? cell) || string.IsNullOrWhiteSpace(TextOf(cell)))];
        if (empty.Length > 0)
        {
            if (empty.Length < rows.Length)
            {
                bag.PacketRowsEmpty(packet, name, string.Join(", ", empty));
            }

            lines.Add($"{name}: not filled, left as it was.");
            return;
        }

        Write(key, english, wanted, cells, name);
    }

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

    private static string TextOf(TableCell cell) => PlainText.Of([.. InlinesOf(cell)]);

    private static IEnumerable<Inline> InlinesOf(TableCell cell) =>
        cell.Blocks.SelectMany(b => b.WithDescendants()).Where(b => b is Paragraph or Heading).SelectMany(b => b.OwnInlines().Where(i => i is not (Link or NoteMark)).Prepend(new TextRun(" ")));

    private static string Quoted(string value) => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
