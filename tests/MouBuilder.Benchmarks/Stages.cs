using MouBuilder.Agreements; using MouBuilder.Clauses; using MouBuilder.Documents; using MouBuilder.Templates; using MouBuilder.Text; using MouBuilder.Diagnostics; using MouBuilder.Templates.Language;
using System.Collections.Immutable;
namespace MouBuilder.Benchmarks;
internal static class Stages {
  public static void Run(string folder) {
    Agreement agreement = Agreement.Load(SampleLibrary.Write(folder, 25)).Agreement!;
    var resolved = Resolver.Resolve(agreement, ClauseLibrary.Load(agreement.LibraryFolder).Library!, null, new Dictionary<string, string>()).Agreement!;
    var facts = new AgreementFacts(resolved); facts.SetDefinitions([]);
    var bag = new DiagnosticBag();
    var opts = new RenderOptions(Budget.Default, null, CultureTag.En, OwnFunctions.With(facts.Placeable));
    var clauses = resolved.Clauses.ToArray();
    var templates = clauses.Select(c => Template.Parse(c.Text.Text, bag)!).ToArray();
    var rend = clauses.Select((c,i) => templates[i].Render(facts.Clause(c), opts, bag)!).ToArray();
    var md = rend.Select(r => MarkdownEscape.Apply(r, bag)).ToArray();
    var doc = Assembler.Assemble(resolved).Document!;
    void T(string n, Action a) { var (x,_) = Measure.InTurn(a, () => {}, 20, 7); Console.WriteLine($"  {n}: {x.Milliseconds:0.00} ms {x.Kilobytes:0} KB"); }
    T("facts", () => { foreach (var c in clauses) facts.Clause(c); });
    T("parse", () => { foreach (var c in clauses) Template.Parse(c.Text.Text, bag); });
    T("render", () => { for (int i=0;i<clauses.Length;i++) templates[i].Render(facts.Clause(clauses[i]), opts, bag); });
    T("escape", () => { foreach (var r in rend) MarkdownEscape.Apply(r, bag); });
    T("markdig", () => { foreach (var m in md) Markdig.Markdown.Parse(m.Text, MarkdownPipelines.Ours); });
    T("read", () => { foreach (var m in md) MarkdownReader.Read(m, MarkdownDialect.Clause, null, "Section", bag); });
    T("terms", () => TermMarks.Mark(doc));
    T("numbering", () => Numbering.Apply(doc));
    T("assemble", () => Assembler.Assemble(resolved));
  }
}
