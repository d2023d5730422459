namespace MouBuilder.Diagnostics;

/// <summary>What a person is shown of many findings: at most twenty of each file, since after that a reader has seen the pattern.</summary>
public static class ShownFindings
{
    private const int MostPerFile = 20;

    /// <summary>The findings to show, in their order, and at the end how many of which file are left out.</summary>
    public static IEnumerable<Diagnostic> Of(IEnumerable<Diagnostic> found)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (Diagnostic diagnostic in found)
        {
            string file = diagnostic.Place is Source source ? source.Path : diagnostic.Place.ToString()!;
            int count = counts[file] = counts.GetValueOrDefault(file) + 1;
            if (count <= MostPerFile)
            {
                yield return diagnostic;
            }
        }

        DiagnosticBag leftOut = new();
        foreach ((string file, int count) in counts.Where(c => c.Value > MostPerFile).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            leftOut.MoreThanShown(Source.File(file), count - MostPerFile);
        }

        foreach (Diagnostic diagnostic in leftOut.ToImmutable())
        {
            yield return diagnostic;
        }
    }
}
