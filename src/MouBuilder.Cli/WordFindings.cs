using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Word.Accessibility;

namespace MouBuilder.Cli;

/// <summary>What a screen reader would miss in the Word files of a run.</summary>
internal static class WordFindings
{
    public static IEnumerable<Diagnostic> In(IEnumerable<OutputFile> files) =>
        files.Where(f => Path.GetExtension(f.Path) == ".docx").SelectMany(f => WordAccessibility.Check(f.Content, Path.GetRelativePath(Directory.GetCurrentDirectory(), f.Path).Replace('\\', '/')));
}
