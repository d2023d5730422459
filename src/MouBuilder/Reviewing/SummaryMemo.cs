using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Documents;

namespace MouBuilder.Reviewing;

/// <summary>
/// The summary of changes as a document of its own, so that accepting or rejecting a redline never leaves our table in a contract. English; for a
/// reconstruction it begins with what is known, topic by topic.
/// </summary>
public sealed class SummaryMemo
{
    private readonly PageContext page;
    private readonly Effects effects;
    private readonly Comparison comparison;

    private SummaryMemo(ReviewMaterial material)
    {
        page = new(material);
        effects = new(page);
        comparison = material.Comparison;
    }

    /// <summary>The memo as a numbered document, for any writer.</summary>
    /// <param name="material">Gathered in English.</param>
    /// <exception cref="ArgumentException">The material is in another language.</exception>
    public static MouDocument Of(ReviewMaterial material)
    {
        if (material.Locale != Locale.En)
        {
            throw new ArgumentException("The memo is written in English.", nameof(material));
        }

        SummaryMemo memo = new(material);
        return Numbering.Apply(new(memo.Properties(), [.. memo.Head(), .. memo.ProvisionRows(), memo.Numbers(), .. RankGroup.Of(material.Comparison).Select(memo.Group)], []));
    }

    private ReviewWords Words => page.Words;

    /// <summary>A sentence in which the page speaks of itself.</summary>
    private string OfMemo(string name) => Words[name].Replace("his page", "his memo", StringComparison.Ordinal);

    private DocumentProperties Properties() => new()
    {
        Title = "Summary of changes",
        Language = "en-US",
        Drafted = comparison.New.Document.Properties.Drafted,
        Drafter = comparison.New.Document.Properties.Drafter,
        Disclaimer = effects.IsPartlyUnknown
            ? "Beside a reconstruction from public summaries, not the signed text; no part of any agreement; not legal advice"
            : "No part of any agreement; not legal advice",
    };

    private IEnumerable<Block> Head()
    {
        yield return new Paragraph(ParagraphRole.Title, [new TextRun("Summary of changes")]);
        yield return new Paragraph(ParagraphRole.Subtitle, [new TextRun($"From {comparison.Old.Name} to {comparison.New.Name}")]);
        foreach ((string which, ComparisonSide side) in new[] { ("old", comparison.Old), ("new", comparison.New) })
        {
            if (side.Reconstruction.Length > 0)
            {
                yield return new Paragraph(ParagraphRole.Notice, [new TextRun($"{Words["reconstruction-" + which]}. {side.Reconstruction} {OfMemo("unknown-is-not-absent")} {OfMemo("order-is-ours")}")]);
            }
        }

        foreach ((string heading, ComparisonSide side) in new[] { ("reading-old", comparison.Old), ("reading-new", comparison.New) })
        {
            if (!side.ReadingWarnings.IsEmpty)
            {
                yield return new Paragraph(ParagraphRole.Notice, [new TextRun($"{Words[heading]}. {Words["reading-warnings"]} {string.Join(" ", side.ReadingWarnings)}")]);
            }
        }

        foreach (Paragraph notice in comparison.New.Document.Blocks.OfType<Paragraph>().Where(p => p.Role == ParagraphRole.Notice))
        {
            yield return notice with { From = null };
        }

        yield return new Paragraph(ParagraphRole.Notice, [new TextRun($"{OfMemo("not-advice")} {Words.Say("edition", page.Material.Edition)}.")]);
    }

    private IEnumerable<Block> ProvisionRows()
    {
        if (ProvisionTable.Of(comparison) is not { } table)
        {
            yield break;
        }

        string year = table.Reconstruction.Document.Properties.Drafted?.Year.ToString(CultureInfo.InvariantCulture) ?? table.Reconstruction.Name;
        TableRow head = Row(Words["topic"], Words.Say("known", year), Words["certainty"], Words[table.IsOldReconstructed ? "new" : "old"], Words["effect"]);
        yield return SectionOf("provisions", Words.Say("provisions", year), P(Words["certainty-hint"]), Grid(5, head, table.Rows.Select(r => Row(r, table.Other))));
    }

    private TableRow Row(Provision row, ComparisonSide side)
    {
        string topic = page.FamilyTitle(row.Family.Length > 0 ? row.Family : row.Changes is [var c, ..] ? page.TitleText(c) : "");
        ImmutableArray<Block> known = row.Known.IsEmpty
            ? [P(Words["nothing-known"])]
            : [.. row.Known.SelectMany(part => Lines(part.Blocks, "").Concat(part.Notes.SelectMany(n => Lines([n], "Note: "))))];
        ClauseSource[] sources = [.. row.Sources];
        ImmutableArray<Block> cited = sources.Length == 0 ? [P(Words["no-source"])] : [.. sources.Select(s => P((s.Certainty == SourceCertainty.None ? "" : s.Certainty + ": ") + s.Cite + "."))];
        return new([Cell(topic), new(known), new(cited), new([.. Others(row, side).Select(P)]), new([.. Effects(row).Select(P)])]);
    }

    private static IEnumerable<Paragraph> Lines(IEnumerable<Block> blocks, string before) =>
        blocks.SelectMany(b => b.WithDescendants()).Where(b => b is Paragraph or Heading).Select((b, i) => P((i == 0 ? before : "") + PlainText.Of(Wording.Inlines(b))));

    private IEnumerable<string> Others(Provision row, ComparisonSide side) => row.Others.IsEmpty ? [Words["not-in-other"]] : row.Others.Select(o => Other(o.Part, side));

    private static string Other(DocumentPart other, ComparisonSide side)
    {
        // The title beside these words is their own, not that of the clause they became.
        string title = ComparisonWords.NameOf(other, side);
        (string text, bool isWhole) = Provision.BeginningOf(other);
        return text.Length == 0 ? title : $"{title}: {ComparisonWords.Quoted(text + (isWhole ? "" : " …"))}";
    }

    private IEnumerable<string> Effects(Provision row) => row.Changes.IsEmpty ? [Words["unknown-both"]]
        : row.Changes.Select(c => $"{(row.Changes.Length == 1 ? "" : page.TitleText(c) + ": ")}{Became(c)}. {effects.Concerns(c)}. {GainsLine(c)}".TrimEnd());

    private Section Numbers()
    {
        return SectionOf(
            "numbers", "In numbers",
            [
                .. Opening.SameLine(page) is { } same ? [P(same)] : Array.Empty<Block>(),
                Bullets(Opening.Numbers(page).Select(c => c.Said)),
                .. Opening.Edges(page).Select(e => P(Words.Say(e.Sentence, string.Join(", ", e.Said.Select(ComparisonWords.Quoted))))),
                .. comparison.Renamings.All.Select(r => P(Words.Say(r.Role is null ? "renamed-term" : "renamed", $"“{r.Old}”", $"“{r.New}”"))),
            ]);
    }

    private Section Group(RankGroup group)
    {
        // What stands beside the unknown has been told topic by topic; here it is enough to say who is bound by it and why.
        bool isUnknown = group.Name == "unknown";
        TableRow head = isUnknown ? Row("Clause", "Whom it binds or allows", Words["reason"]) : Row("Place", "What became of it", "What differs", Words["reason"]);
        return SectionOf(
            "rank-" + group.Name, Words["rank." + group.Name], P(effects.RankHint(group.Name)),
            Grid(isUnknown ? 3 : 4, head, group.Changes.Select(c => isUnknown ? Row(page.TitleText(c), Bound(c), Reason(c)) : Row(c))));
    }

    private TableRow Row(PartChange change)
    {
        string[] details = [.. effects.Details(change).Select(Detail)];
        string[] others = [.. effects.Others(change).Where(o => !o.Sentence.StartsWith("reference-astray", StringComparison.Ordinal)).Select(o => o.Sentence == "becomes" ? Detail((o.Sentence, o.Quoted)) : Words.Say(o.Sentence, string.Join(", ", o.Quoted.Select(ComparisonWords.Quoted)), o.Clause))];
        string[] differing = [GainsLine(change), .. details, .. others, .. WordingLines.Of(change, comparison).Select(Sentence), IsSameWords(change) ? Words["concerns.none"] : ""];
        ImmutableArray<Block> shown = [.. differing.Where(d => d.Length > 0).Select(d => P(d.EndsWith('.') || d.EndsWith(".”", StringComparison.Ordinal) ? d : d + "."))];
        string title = page.TitleText(change) + (change.FormerLabel is { } former ? $" ({Words["was-numbered"][..1].ToLowerInvariant()}{Words.Say("was-numbered", former)[1..]})" : "");
        return new([Cell(title), Cell(Became(change)), new(shown.IsEmpty ? [P(Undetailed(change))] : shown), Cell(Reason(change))]);
    }

    private static string Sentence(string phrase) => char.ToUpperInvariant(phrase[0]) + phrase[1..];

    private string Undetailed(PartChange change) => change.Rank == ChangeRank.Naming ? Words["concerns.naming"] + "."
        : (change.New ?? change.Old)!.Kind == PartKind.Section ? "The heading. The clauses below it are told by themselves."
        : "None found.";

    private static bool IsSameWords(PartChange change) => change is { Old: not null, New: not null, Rank: ChangeRank.None or ChangeRank.Reference, Category: not (ChangeCategory.Changed or ChangeCategory.MovedAndChanged) };

    private string Detail((string Sentence, string[] Quoted) line)
    {
        string[] quoted = [.. line.Quoted.Select(ComparisonWords.Quoted)];
        return line.Sentence == "becomes" ? Words.Say("becomes", quoted) : Words.Say(line.Sentence, string.Join(", ", quoted));
    }

    private string Bound(PartChange change)
    {
        string[] bound = [.. page.Bindings.Of(change.New ?? change.Old).Select(b => $"{b.Actor}: {string.Join(", ", b.Modals.Select(m => Words["modal." + m.Replace(' ', '-')]))}")];
        return bound.Length == 0 ? "None found." : string.Join("; ", bound) + ".";
    }

    private string Reason(PartChange change) => change.Reason.Length > 0 && page.Comparison.IsReasonOf(change) ? change.Reason : Words["no-reason"];

    private string Became(PartChange change) => string.Join("; ", effects.Became(change).Select(b => Words.Say(b.Sentence, b.Clause)));

    private string GainsLine(PartChange change) =>
        effects.Gains(change) is { IsEmpty: false } gains ? Words.Say(effects.GainsSentence, string.Join(", ", gains)) : "";

    private static Section SectionOf(string id, string heading, params Block[] blocks) => new(id, SectionKind.Unnumbered, [new TextRun(heading)], [.. blocks]);

    private static Table Grid(int columns, TableRow head, IEnumerable<TableRow> rows) => new([.. Enumerable.Repeat(ColumnAlignment.Left, columns)], 1, [head, .. rows]);

    private static TableRow Row(params string[] cells) => new([.. cells.Select(Cell)]);

    private static TableCell Cell(string text) => new([P(text)]);

    private static Paragraph P(string text) => new(ParagraphRole.Body, [new TextRun(text)]);

    private static ListBlock Bullets(IEnumerable<string> lines) => new(ListKind.Bullet, [.. lines.Select(l => new ListItem([P(l)]))]);
}
