namespace MouBuilder.Diagnostics;

/// <summary>MOU50xx: comparing documents.</summary>
internal sealed partial class DiagnosticBag
{
    public void NotComparable(string path) =>
        Error("MOU5001", Source.File(path), "A file of this kind cannot be read. Give the folder of an agreement, its agreement.yaml, or a .docx, .md or .txt file.");
}
