using System.Globalization;
using System.Text;

namespace MouBuilder.Tests.Assembling;

/// <summary>An agreement and its library drawn from a seed, written as the files a person would write.</summary>
internal sealed class RandomAgreement
{
    public const string Hostile = "*Smith* | <b> & Sons {x} [[y]] # 1. - > `c` _u_ $&amp;";

    private readonly Random random;
    private readonly TemporaryFolder folder;
    private readonly int clauses;

    private RandomAgreement(int seed, TemporaryFolder folder)
    {
        random = new(seed);
        this.folder = folder;
        clauses = random.Next(1, 7);
    }

    public static string Write(int seed, TemporaryFolder folder)
    {
        new RandomAgreement(seed, folder).Write();
        return folder.PathTo("agreement.yaml");
    }

    private void Write()
    {
        folder.Copy("templates");
        for (int i = 0; i < clauses; i++)
        {
            folder.Write($"clauses/clause-{i}/clause.yaml", $"id: clause-{i}\nfamily: roles\nversions:\n  1.0.0: {{ status: draft }}\n");
            folder.Write($"clauses/clause-{i}/1.0.0.yaml", Clause(i));
        }

        StringBuilder agreement = new();
        agreement.Append("agreement: random\ntitle: A random agreement\nlibrary: clauses\nrevision: r1\ndates: { drafted: 2022-03-08 }\nnotice: Only a test.\nparties:\n");
        agreement.Append($"  one: {{ legal_name: \"{Hostile}\", short: One, signatures: [ {{ office: Head }} ], approvals: [ {{ body: Board }} ] }}\n  two: {{ legal_name: Second party }}\nsections:\n");
        for (int i = 0; i < clauses; i++)
        {
            if (i == 0 || random.Next(2) == 0)
            {
                agreement.Append(CultureInfo.InvariantCulture, $"  - heading: Section {Word()}\n    clauses:\n");
            }

            agreement.Append(CultureInfo.InvariantCulture, $"      - {{ use: clause-{i}@1.0.0, fill: {{ flag: {(random.Next(2) == 0 ? "true" : "false")}, name: {Name()}, items: [{string.Join(", ", Enumerable.Range(0, Count()).Select(_ => Name()))}] }} }}\n");
        }

        folder.Write("agreement.yaml", agreement.ToString());
    }

    private string Clause(int i)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"id: clause-{i}\nversion: 1.0.0\ntitle: Clause {Word()}\ndefines:\n  Term {(char)('A' + i)}: {{ means: \"the {{{{ name }}}}\", forms: [\"Terms {(char)('A' + i)}\"] }}\n");
        text.Append("fields:\n  flag: { type: boolean }\n  name: { type: string }\n  items: { type: list }\n  open: { type: date }\n  paragraphs: { type: text, default: \"one\\ntwo\\n\\nthree\" }\ntext: |\n");
        foreach (string line in Enumerable.Range(0, random.Next(1, 7)).SelectMany(_ => Block().Append("")).Append(Sentence()))
        {
            text.Append(line.Length == 0 ? "\n" : $"  {line}\n");
        }

        return text.ToString();
    }

    private string[] Block() => random.Next(10) switch
    {
        0 => ["{{~ if flag ~}}", $"When the flag is on, {Sentence()}", "", "1. a list", "2. of two", "{{~ end ~}}"],
        1 => ["{{~ for item in items ~}}", "1. {{ item }}", "{{~ end ~}}"],
        2 => ["{{~ for item in items ~}}", "1. {{ item }}", "   1. below {{ for.index }}", "      1. deeper still", "{{~ end ~}}"],
        3 => ["1. one", "", $"   {Sentence()}", "", "   | a | b |", "   | --- | ---: |", "   | {{ name }} | 2 |", "", "2. two", "   - bullet", "   - {{ paragraphs }}", "3. {{ paragraphs }}"],
        4 => ["| Metric | Counted by |", "| :-- | --- |", "| {{ name }} | [[?counter]] |", "{{~ for item in items ~}}", "| {{ item }} | {{ for.index }} |", "{{~ end ~}}"],
        5 => ["### Heading {{ name }}"],
        6 => ["{{ paragraphs }}"],
        7 => [$"A note.^[{Sentence()}] And **bold {{{{ name }}}}** and *{{{{ name }}}}*."],
        8 => ["{{~ if flag ~}}", "{{~ end ~}}"],
        _ => [Sentence()],
    };

    private string Sentence() => random.Next(5) switch
    {
        0 => $"[[clause-{random.Next(clauses)}]] applies to {{{{ name }}}}.",
        1 => "Terms A and Term B, by {{ open | long_date }}.",
        2 => "{{ one.legal_name }} shall tell {{ two.short }}.",
        3 => "{{ if flag }}Yes{{ else }}No{{ end }}, (a) is not a label and 1.1 is no number.",
        _ => $"The parties shall meet {Word()}.",
    };

    private string Word() => random.Next(4) switch { 0 => "monthly", 1 => "Nguyễn", 2 => "año", _ => random.Next(100).ToString(CultureInfo.InvariantCulture) };

    private string Name() => random.Next(4) switch { 0 => $"\"{Hostile}\"", 1 => "\" edge \"", 2 => "\"1. item\"", _ => "plain" };

    private int Count() => random.Next(5) switch { 0 => 0, 1 => 30, _ => random.Next(1, 5) };
}
