using System.Globalization;
using System.Text;

namespace MouBuilder.Benchmarks;

/// <summary>Writes a library and an agreement of a given size: about 240 words a clause, lists on three levels, two tables, fields, references.</summary>
internal static class SampleLibrary
{
    private static readonly string[] Vocabulary =
        ("district police department officer school student parent notice agreement record meeting training threat safety within written hours days principal shall may not "
        + "unless provided under section report number metric review quarter search seizure custody arrest ticket interview interpreter language disability plan privacy law order "
        + "court state federal counsel approval date term amendment party obligation responsibility complaint response community member mentor visit log event patrol charge "
        + "public publish name address office authority budget year month first second reasonable immediate serious restorative conversation equity trauma de-escalation").Split(' ');

    public static string Write(string folder, int clauses)
    {
        StringBuilder agreement = new("agreement: sample\ntitle: A sample agreement\nlibrary: clauses\nrevision: r1\ndates: { drafted: 2022-03-08 }\nnotice: Only a sample.\nparties:\n");
        agreement.Append("  district: { legal_name: A School District, short: DPS, signatures: [ { office: Superintendent } ] }\n  police: { legal_name: A City, short: DPD, signatures: [ { office: Mayor } ] }\nsections:\n");
        for (int i = 0; i < clauses; i++)
        {
            if (i % 5 == 0)
            {
                agreement.Append(CultureInfo.InvariantCulture, $"  - heading: Section {i / 5}\n    clauses:\n");
            }

            agreement.Append(CultureInfo.InvariantCulture, $"      - clause-{i}@1.0.0\n");
            string path = Path.Combine(folder, "clauses", $"clause-{i}");
            Directory.CreateDirectory(path);
            File.WriteAllText(Path.Combine(path, "clause.yaml"), $"id: clause-{i}\nfamily: roles\nversions:\n  1.0.0: {{ status: draft }}\n");
            File.WriteAllText(Path.Combine(path, "1.0.0.yaml"), Clause(i));
        }

        CopyTemplates(folder);
        File.WriteAllText(Path.Combine(folder, "agreement.yaml"), agreement.ToString());
        return Path.Combine(folder, "agreement.yaml");
    }

    private static string Clause(int i)
    {
        Random random = new(i);
        string Sentence() => string.Join(' ', Enumerable.Range(0, 22).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"id: clause-{i}\nversion: 1.0.0\ntitle: Clause number {i}\ndate: 2022-03-08\nreason: A sample.\nsources:\n  - {{ cite: a source, basis: policy-choice, note: none }}\n");
        text.Append(CultureInfo.InvariantCulture, $"defines:\n  Term {i}: {{ means: a thing of number {i}, forms: [Terms {i}] }}\nfields:\n  hours: {{ type: integer, ask: How many hours?, default: 2, minimum: 1, maximum: 24 }}\n  flag: {{ type: boolean, default: true }}\ntext: |\n");
        text.Append(CultureInfo.InvariantCulture, $"  Under Term {i}, {Sentence()}, and {{{{ police.short }}}} shall do so within {{{{ hours | number_words }}}} hours, as [[clause-{Math.Max(0, i - 1)}]] provides.\n\n");
        for (int item = 0; item < 4; item++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  1. {Sentence()};\n     1. {{{{ district.short }}}} first, and\n        1. its schools next;\n     2. after that the public.\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n  {{{{~ if flag ~}}}}\n  Where that is not possible, {Sentence()}; {Sentence()}.\n  {{{{~ end ~}}}}\n");
        if (i % 12 == 0)
        {
            text.Append("\n  | Metric | Counted by |\n  | --- | --- |\n");
            for (int row = 0; row < 8; row++)
            {
                text.Append(CultureInfo.InvariantCulture, $"  | Metric {row} | {{{{ police.short }}}} |\n");
            }
        }

        return text.ToString();
    }

    private static void CopyTemplates(string folder)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "MouBuilder.sln")))
        {
            root = root.Parent;
        }

        Directory.CreateDirectory(Path.Combine(folder, "templates"));
        foreach (string file in Directory.EnumerateFiles(Path.Combine(root!.FullName, "templates")))
        {
            File.Copy(file, Path.Combine(folder, "templates", Path.GetFileName(file)));
        }
    }
}
