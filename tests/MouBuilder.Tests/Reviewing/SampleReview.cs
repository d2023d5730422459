using MouBuilder.Clauses;
using MouBuilder.Comparing;
using MouBuilder.Diagnostics;
using MouBuilder.Reviewing;
using Xunit;

namespace MouBuilder.Tests.Reviewing;

/// <summary>
/// Two small agreements with everything a page has to show: words of another duty and another time, a list, a table with a new row, a moved reference, clauses on one side alone, plain
/// texts in each state, and in each place where a stranger may write something the end of a script.
/// </summary>
internal sealed class SampleReview : IDisposable
{
    public const string Hostile = "</script><script>document.title='owned'</script><img src=x onerror=alert(1)>";

    private readonly TemporaryFolder folder = new();

    public SampleReview(bool isReconstruction = false, string visitor = Hostile)
    {
        folder.Write("clauses/catalogues/families.yaml", """
            catalogue: families
            kind: families
            title: Families
            entries:
              - { id: arrest-notification, title: Notice after a ticket or arrest }
              - { id: meetings, title: Meetings }
              - { id: own-family, title: A family of this library alone }
            """);
        folder.Write("clauses/catalogues/checklist.yaml", """
            catalogue: checklist
            kind: requirements
            title: A checklist
            entries:
              - { id: list.1, title: Parents are told in time, met_by: clause, families: [arrest-notification] }
            """);
        Clause("notice", "arrest-notification", "1.0.0", "Notice", """
            DPD may tell a parent within two days after an arrest.

            | Who | When |
            | --- | --- |
            | Parent | soon |
            """);
        Clause("notice", "arrest-notification", "2.0.0", "Notice", """
            DPD shall tell a parent within two hours after an arrest. The visitor is {{ visitor }}.

            | Who | When |
            | --- | --- |
            | Parent | soon |
            | Principal | the same day |
            """, $$"""
            reason: "The time was too long. {{Hostile}}"
            sources:
              - { cite: "C.R.S. 22-32-146", basis: required, address: "javascript:alert(1)", note: "{{Hostile}}" }
              - { cite: Model agreement, basis: model-practice, certainty: B, address: "https://example.org/model" }
            satisfies: [list.1]
            fields:
              visitor: { type: string, default: "{{visitor}}" }
            """);
        Clause("meetings", "meetings", "1.0.0", "Meetings", "The Parties meet four times a year.");
        Clause("gone", "own-family", "1.0.0", "Gone", "DPS shall keep a list.");
        Clause("fresh", "own-family", "1.0.0", "Fresh", "An officer shall not carry a list. See [[notice]].");
        folder.Write("old/agreement.yaml", Agreement("old", """["notice@1.0.0", "gone@1.0.0", "meetings@1.0.0"]""", isReconstruction ? "reconstruction: From reports.\nunknown: [own-family]\n" : ""));
        folder.Write("new/agreement.yaml", Agreement("new", """["fresh@1.0.0", "notice@2.0.0", "meetings@1.0.0"]""", ""));
    }

    /// <summary>Writes a plain-language text of the newer notice.</summary>
    public void Plain(string file, string title, string text, string state = "state: draft", string? explains = null) =>
        folder.Write($"clauses/{file}", $"explains: sha256:{explains ?? FingerprintOfNotice()}\n{state}\nrests_on: both\ntitle: {title}\ntext: |\n  {text}\n");

    public ReviewMaterial Material(Locale locale)
    {
        (ReviewMaterial material, var found) = ReviewMaterial.Gather(Comparison(), locale);
        Assert.DoesNotContain(found, d => d.Severity == Severity.Error);
        return material;
    }

    public Comparison Comparison() => Comparer.Compare(Side("old"), Side("new"));

    /// <summary>Writes the page into the folder.</summary>
    public string Page(Locale locale)
    {
        string path = folder.PathTo($"review.{locale}.html");
        File.WriteAllText(path, ReviewPage.Write(Material(locale)));
        return path;
    }

    public string PathTo(string name) => folder.PathTo(name);

    public string Root => folder.Root;

    public void Dispose() => folder.Dispose();

    private ComparisonSide Side(string name)
    {
        (ComparisonSide? side, var found) = ComparisonSide.Load(folder.PathTo(name));
        Assert.True(side is not null, string.Join('\n', found));
        return side;
    }

    private string FingerprintOfNotice()
    {
        Mou.Result shown = Mou.Run(folder.Root, "clauses", "show", "notice@2.0.0");
        return shown.Output.Split("fingerprint ")[1][..16];
    }

    private void Clause(string id, string family, string version, string title, string text, string more = "")
    {
        string versions = string.Join("\n", new[] { "1.0.0", "2.0.0" }.Where(v => v == version || File.Exists(folder.PathTo("clauses", id, v + ".yaml"))).Select(v => $"  {v}: {{ status: draft }}"));
        folder.Write($"clauses/{id}/clause.yaml", $"id: {id}\nfamily: {family}\nversions:\n{versions}\n");
        string lines = string.Join("\n", text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Length == 0 ? "" : "  " + l));
        folder.Write($"clauses/{id}/{version}.yaml", $"id: {id}\nversion: {version}\ntitle: {title}\n{(more.Length > 0 ? more + "\n" : "")}text: |\n{lines}\n");
    }

    private static string Agreement(string id, string clauses, string more) => $$"""
        agreement: {{id}}
        title: Agreement {{id}}
        revision: draft-1
        dates: { drafted: 2022-03-08 }
        library: ../clauses
        templates: {{Repository.PathTo("templates")}}
        template: agreement
        parties:
          district: { legal_name: School District, name: School District, short: DPS, kind: school-district, signatures: [ { capacity: signs, office: Superintendent } ] }
          police: { legal_name: City, name: Police Department, short: DPD, kind: police, signatures: [ { capacity: signs, office: Mayor } ] }
        sections:
          - { heading: Rules, clauses: {{clauses}} }
        {{more}}
        """;
}
