using MouBuilder.Diagnostics;

namespace MouBuilder.Reading.Packages;

/// <summary>
/// Ends the reading of a file from deep inside it. It never leaves the reader: <see cref="Docx.DocxDocument"/> turns it into the diagnostic it carries.
/// </summary>
internal sealed class PackageException(Action<DiagnosticBag> tell) : Exception
{
    public void Tell(DiagnosticBag bag) => tell(bag);
}
