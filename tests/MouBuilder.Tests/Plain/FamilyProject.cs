using System.Collections.Immutable;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Tests.Diagnostics;

namespace MouBuilder.Tests.Plain;

/// <summary>The small clean project with plain-language texts, pinned to what they explain.</summary>
internal sealed class FamilyProject : IDisposable
{
    public FamilyProject()
    {
        Files.Change("clauses/meetings/1.0.0.yaml", "title: Meetings\n", "title: Meetings\nanswers: [who-meets]\n");
        Files.Change("agreement.yaml", "law_as_of", "locales: [en, es, vi]\nlaw_as_of");
        Write("Who meets?\nThe school and the police meet {{ meetings_per_year }} times a year.", "¿Quién se reúne?\nLa escuela y la policía se reúnen {{ meetings_per_year }} veces al año.", "Ai họp?\nNhà trường và cảnh sát họp {{ meetings_per_year }} lần mỗi năm.");
    }

    public BaseProject Files { get; } = new();

    public void Dispose() => Files.Dispose();

    /// <summary>Writes the three texts; the first line of each is its title.</summary>
    public void Write(string english, string spanish, string vietnamese, string more = "")
    {
        LoadedAgreement loaded = LoadedAgreement.From(Files.Root);
        string explains = Resolver.Resolve(loaded.Agreement!, loaded.Library!, null, new Dictionary<string, string>()).Agreement!.Clauses.Single(c => c.Text.Id == "meetings").Text.Fingerprint;
        string[] first = english.Split('\n', 2);
        string from = ClauseFingerprint.OfPlain(first[0], first[1] + "\n", "", RestsOn.Agreement);
        foreach ((string locale, string text) in new[] { ("en", english), ("es", spanish), ("vi", vietnamese) })
        {
            string[] parts = text.Split('\n', 2);
            Files.Write($"clauses/meetings/1.0.0.{locale}.yaml", $"explains: sha256:{explains}\n{(locale == "en" ? "" : $"from: sha256:{from}\n")}state: draft\nmethod: human\n{(locale == "en" ? "" : more)}title: \"{parts[0]}\"\ntext: |\n  {parts[1].Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
        }
    }

    /// <summary>What <c>mou check</c> says of families, reports aside.</summary>
    public ImmutableArray<Diagnostic> Findings() => [.. Files.Findings().Where(d => d.Code.StartsWith("MOU7", StringComparison.Ordinal) && d.Severity != Severity.Info)];
}
