namespace MouBuilder.Diagnostics;

/// <summary>MOU50xx: comparing documents.</summary>
internal sealed partial class DiagnosticBag
{
    public void NotComparable(string path) =>
        Error("MOU5001", Source.File(path), "A file of this kind cannot be read. Give the folder of an agreement, its agreement.yaml, or a .docx, .md or .txt file.");

    public void PageEdgesDiffer(Source at, IReadOnlyList<string> removed, IReadOnlyList<string> added) =>
        Warn("MOU5002", at, $"The headers and footers differ, which no redline shows.{Only("old", removed)}{Only("new", added)} Look at both papers.");

    public void Unexplained(Source at, string language, IReadOnlyList<string> missing, IReadOnlyList<string> stale)
    {
        string none = missing.Count == 0 ? "" : $" There is no explanation in {language} of: {string.Join(", ", missing)}.";
        string earlier = stale.Count == 0 ? "" : $" What there is explains an earlier wording of: {string.Join(", ", stale)}.";
        Warn("MOU5003", at, $"Beside some clauses the review page has no explanation for families, and says so.{none}{earlier} Write or review the plain-language texts, or hand the page out as it is.");
    }

    private static string Only(string side, IReadOnlyList<string> texts) => texts.Count == 0 ? "" : $" Only in the {side} paper: {string.Join("; ", texts.Select(t => t.Length <= 200 ? t : t[..200] + "…")).TrimEnd('.')}.";
}
