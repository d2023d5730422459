using System.Collections.Immutable;
using System.Globalization;
using MouBuilder.Comparing;
using MouBuilder.Documents;

namespace MouBuilder.Benchmarks;

/// <summary>From two documents to a redline.</summary>
internal static class RedlineBenchmark
{
    public static void Run()
    {
        (MouDocument Old, MouDocument New) agreement = Pair(6_000);
        (MouDocument Old, MouDocument New) middle = Pair(23_000);
        (MouDocument Old, MouDocument New) large = Pair(359_000);
        Measure.Figure small = Measure.InTurn(() => Redline(agreement), () => { }, calls: 5).A;
        Console.WriteLine($"6,000 words, a tenth edited: {small.Milliseconds:0.0} ms CPU to a redline (goal 60)");
        (Measure.Figure one, Measure.Figure many) = Measure.InTurn(() => Redline(middle), () => Redline(large), calls: 1, batches: 3);
        Console.WriteLine($"359,000 words: {many.Milliseconds:0} ms CPU (goal 2,000), {many.Milliseconds / one.Milliseconds:0.0} times that of 23,000 (goal 20); peak working set {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB (goal 400)");
        (MouDocument Old, MouDocument New) rewritten = (Lines(200, 1, i => i), Lines(200, 2, i => i));
        (MouDocument Old, MouDocument New) alike = (Lines(600, 3, _ => 0), Lines(600, 3, _ => 0, i => i % 30 == 7));
        (Measure.Figure ofRewritten, Measure.Figure ofAlike) = Measure.InTurn(() => Redline(rewritten), () => Redline(alike), calls: 1, batches: 5);
        RedlineCounts counts = Redline(alike).Counts;
        Console.WriteLine($"200 rewritten paragraphs: {ofRewritten.Milliseconds:0} ms CPU (goal 500)");
        Console.WriteLine($"600 identical paragraphs, 20 words edited: {ofAlike.Milliseconds:0} ms CPU, {counts.CharactersInserted + counts.CharactersDeleted} characters marked");
    }

    private static Redline Redline((MouDocument Old, MouDocument New) pair) => Comparing.Redline.Of(Comparer.Compare(ComparisonSide.Of(pair.Old), ComparisonSide.Of(pair.New)));

    /// <summary>Clauses of about 120 words in ten sections; a tenth of the clauses edited, some added, removed and moved.</summary>
    private static (MouDocument Old, MouDocument New) Pair(int words)
    {
        Random random = new(words);
        Clause[] old = [.. Enumerable.Range(0, words / 120).Select(i => Clause(i.ToString(CultureInfo.InvariantCulture), random))];
        List<Clause> now = [.. old.Select(c => Edited(c, random))];
        for (int i = 0; i < words / 6000; i++)
        {
            now.RemoveAt(random.Next(now.Count));
            now.Insert(random.Next(now.Count), Clause("new" + i.ToString(CultureInfo.InvariantCulture), random));
            Clause moved = now[random.Next(now.Count)];
            now.Remove(moved);
            now.Insert(random.Next(now.Count), moved);
        }

        return (Document(old), Document([.. now]));
    }

    private static MouDocument Document(Clause[] clauses) => Numbering.Apply(new(
        new() { Title = "Agreement", Drafter = "Counsel", Drafted = new(2022, 3, 8) },
        [.. clauses.Chunk((clauses.Length / 10) + 1).Select((c, i) => new Section($"section{i}", SectionKind.Numbered, [new TextRun($"Section {i}")], [.. c]))],
        []));

    private static Clause Clause(string id, Random random) => new("c" + id, [new TextRun("Clause " + id)],
    [
        Paragraph(60, random), new ListBlock(ListKind.Ordered, [.. Enumerable.Range(0, 4).Select(_ => new ListItem([Paragraph(15, random)]))]),
    ]);

    private static Paragraph Paragraph(int words, Random random) => new(ParagraphRole.Body, [new TextRun(string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random))) + ".")]);

    // A few words stand often and many seldom, as in any text.
    private static string Word(Random random) => random.Next(2) == 0 ? "of the shall any party school officer student may not to and".Split(' ')[random.Next(12)] : "word" + random.Next(3000).ToString(CultureInfo.InvariantCulture);

    private static Clause Edited(Clause clause, Random random)
    {
        Paragraph Edit(Paragraph p) => p with { Content = [new TextRun(string.Join(' ', ((TextRun)p.Content[0]).Value.Split(' ').Select(w => random.Next(10) == 0 ? Word(random) : w)))] };
        return clause with
        {
            Blocks = [Edit((Paragraph)clause.Blocks[0]), .. clause.Blocks.Skip(1).Cast<ListBlock>().Select(l => l with { Items = [.. l.Items.Select(i => new ListItem([Edit((Paragraph)i.Blocks[0])]))] })],
        };
    }

    private static MouDocument Lines(int count, int seed, Func<int, int> which, Func<int, bool>? isEdited = null) => new(
        new() { Title = "Lines" },
        [new Clause("a", [new TextRun("A")], [.. Enumerable.Range(0, count).Select(i => Paragraph(60, new(seed * 1000 + which(i)))).Select((p, i) => isEdited?.Invoke(i) == true ? p with { Content = [new TextRun("Edited " + ((TextRun)p.Content[0]).Value[7..])] } : (Block)p)])],
        []);
}
