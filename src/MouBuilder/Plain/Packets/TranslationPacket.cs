using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Plain.Packets;

/// <summary>
/// What a translator gets: one Word file with a glossary and, for each clause, its legal text for reference, where families will meet it, and a table of the plain English with a column to fill.
/// The file goes out with the fingerprints of what it was made from, so that what comes back can never pass for a translation of something newer.
/// </summary>
public static class TranslationPacket
{
    /// <summary>The packet, numbered; null when a diagnostic says why there is none.</summary>
    /// <param name="ids">The clauses, in their order; the newest version of each that has a plain English text.</param>
    /// <param name="locale">Spanish or Vietnamese.</param>
    public static (MouDocument? Document, ImmutableArray<Diagnostic> Diagnostics) Of(ClauseLibrary library, IEnumerable<string> ids, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(library);
        DiagnosticBag bag = new();
        (Catalogues catalogues, ImmutableArray<Diagnostic> found) = Catalogues.Load(library.Folder);
        bag.AddRange(found);
        string language = FamilyGate.NameOf(locale);
        List<Block> sections = [];
        List<PacketKey> sent = [];
        foreach (string id in ids)
        {
            string? version = library.VersionsOf(id).LastOrDefault(v => File.Exists(library.PlainPath(id, v, Locale.En)));
            if (version is null)
            {
                bag.UnknownClause(Source.File(Paths.Shown(library.Folder)), id, library.Ids);
            }
            else if (library.OpenPlain(id, version, Locale.En, bag) is { } english && library.Open(id, bag) is { } entry && library.OpenVersion(entry, entry.Versions.Single(v => v.Version == version), bag) is { } clause)
            {
                sent.Add(new(clause.Id, clause.Version, locale, clause.Fingerprint, english.Fingerprint));
                sections.Add(OfClause(clause, english, library.OpenPlain(id, version, locale, bag), catalogues, locale));
            }
        }

        MouDocument document = new(
            new() { Title = $"Translation packet: {language}", Language = "en-US" },
            [
                new Paragraph(ParagraphRole.Title, [new TextRun($"Translation packet: {language}")]),
                .. Instructions(language).Select(i => new Paragraph(ParagraphRole.Notice, [new TextRun(i)])),
                new Section("glossary", SectionKind.Unnumbered, [new TextRun("Words that come again")], [Glossary(locale)]),
                .. sections,
                new Section("sent", SectionKind.Unnumbered, [new TextRun("What this packet holds")], [List(sent)]),
            ],
            []);
        return (bag.HasErrors ? null : Numbering.Apply(document), bag.ToImmutable());
    }

    /// <summary>The clauses that have a plain English text, in ordinal order.</summary>
    public static IEnumerable<string> Translatable(ClauseLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return library.Ids.Where(id => library.VersionsOf(id).Any(v => File.Exists(library.PlainPath(id, v, Locale.En))));
    }

    /// <summary>The language of a run, as Word's spelling checker knows it.</summary>
    internal static string TagOf(Locale locale) => locale switch { Locale.Es => "es-US", Locale.Vi => "vi-VN", _ => "en-US" };

    private static string[] Instructions(string language) =>
    [
        $"Fill the column \"{language}\" of each table. Write for a parent: short sentences, no \"we\", the same duties and rights as the English, no softer. Where a translation stands already, correct it.",
        "Leave the first column, the row \"clause\" and the list at the end as they are, and send back every table. What stands in double braces, such as {{ hours }}, is a place for a number or a name: keep it, and put it where the sentence needs it. In \"counted\" translate the two words in quotes, for one and for many. Bold words stay bold.",
        "The legal text is there for reference and is not to be translated. A table with an empty cell is not taken over.",
    ];

    private static Section OfClause(ClauseVersion clause, PlainVersion english, PlainVersion? other, Catalogues catalogues, Locale locale)
    {
        string[] questions = [.. clause.Answers.Select(a => catalogues.Questions.FirstOrDefault(q => q.Id == a.Name)?.Question).OfType<string>()];
        List<Block> blocks = [];
        if (questions.Length > 0)
        {
            blocks.Add(Body("Families meet it under: " + string.Join(" ", questions)));
        }

        if (clause.Fields.Length > 0)
        {
            blocks.Add(Body("Places for facts: " + string.Join("; ", clause.Fields.Select(f => $"{f.Name} – {f.Ask}"))));
        }

        PacketKey key = new(clause.Id, clause.Version, locale, clause.Fingerprint, english.Fingerprint);
        blocks.Add(Form(key, english, other));
        blocks.Add(new Clause("legal-" + clause.Id, [new TextRun("Legal text, for reference: " + clause.Title)], Legal(clause)));
        return new(clause.Id, SectionKind.Unnumbered, [new TextRun(english.Title)], [.. blocks]);
    }

    /// <summary>The legal text as its file has it, its items as lists.</summary>
    private static ImmutableArray<Block> Legal(ClauseVersion clause)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (PacketLine line in PacketLine.Of(clause.Text.Text).Where(l => l.HasWords))
        {
            string lead = line.Lead.Trim();
            ListKind kind = lead is "-" ? ListKind.Bullet : ListKind.Ordered;
            if (lead.Length == 0)
            {
                blocks.Add(Body(line.Words));
            }
            else if (lead[0] == '#')
            {
                blocks.Add(new Heading(3, [new TextRun(line.Words)]));
            }
            else if (blocks is [.., ListBlock before] && before.Kind == kind)
            {
                blocks[^1] = before with { Items = before.Items.Add(new([Body(line.Words)])) };
            }
            else
            {
                blocks.Add(new ListBlock(kind, [new([Body(line.Words)])]));
            }
        }

        return blocks.ToImmutable();
    }

    private static Table Form(PacketKey key, PlainVersion english, PlainVersion? other)
    {
        PacketLine[] lines = [.. PacketLine.Of(english.Text.Text).Where(l => l.HasWords)];
        PacketLine[] there = other is null ? [] : [.. PacketLine.Of(other.Text.Text).Where(l => l.HasWords)];
        bool isAligned = there.Length == lines.Length;
        string tag = TagOf(key.Locale);
        List<TableRow> rows =
        [
            Row(Plain(PacketKey.Row), Plain("English"), Plain(FamilyGate.NameOf(key.Locale))),
            Row(Plain(PacketKey.Clause), Plain(key.ToString()), Plain("–")),
            Row(Plain(PacketKey.Title), Plain(english.Title), [new TextRun(other?.Title ?? "") { Language = tag }]),
        ];
        if (english.Change.Length > 0)
        {
            rows.Add(Row(Plain(PacketKey.Change), Plain(english.Change), [new TextRun(other?.Change ?? "") { Language = tag }]));
        }

        rows.AddRange(lines.Select((line, i) => Row(Plain(PacketKey.OfLine(i)), PacketText.ToWord(line.Words, ""), isAligned ? PacketText.ToWord(there[i].Words, tag) : [])));
        return new([ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left], 1, [.. rows]);
    }

    private static Table List(IEnumerable<PacketKey> sent) => new([ColumnAlignment.Left], 1, [Row(Plain(PacketKey.Sent)), .. sent.Select(k => Row(Plain(k.ToString())))]);

    private static Table Glossary(Locale locale)
    {
        using Stream stream = typeof(TranslationPacket).Assembly.GetManifestResourceStream("glossary.yaml")!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        DiagnosticBag bag = new();
        YamlKeys file = new(YamlFile.Read(TextFile.FromBytes(bytes.ToArray(), "glossary.yaml", bag)!.Text, bag)!, "the glossary", bag);
        TableRow[] rows = [.. file.Maps("entries", "an entry").Select(e => Row(Plain(e.Required("en")), [new TextRun(e.Required(KebabCase.Of(locale))) { Language = TagOf(locale) }], Plain(e.Text("note-" + KebabCase.Of(locale)) ?? e.Text("note", ""))))];
        return new([ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left], 1, [Row(Plain("English"), Plain(FamilyGate.NameOf(locale)), Plain("Note")), .. rows]);
    }

    private static TableRow Row(params ImmutableArray<Inline>[] cells) => new([.. cells.Select(c => new TableCell([new Paragraph(ParagraphRole.Body, c)]))]);

    private static ImmutableArray<Inline> Plain(string text) => [new TextRun(text)];

    private static Paragraph Body(string text) => new(ParagraphRole.Body, [new TextRun(text)]);
}
