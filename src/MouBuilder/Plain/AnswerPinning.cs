using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Plain;

/// <summary>
/// Says, after review, that a short answer holds for the clauses it rests on as they are now. As with any plain-language text, an approval ends with the wording it was given for, and two
/// people other than the author give it anew.
/// </summary>
public static class AnswerPinning
{
    /// <summary>Moves the pins of one answer.</summary>
    /// <param name="approval">Who approves; they have read one language, so <paramref name="locales"/> is that one.</param>
    public static PinResult Pin(ClauseLibrary library, string question, IReadOnlyCollection<Locale> locales, Approval? approval)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(locales);
        if (approval is not null && locales.Count != 1)
        {
            throw new ArgumentException("An approval is of one language.", nameof(locales));
        }

        DiagnosticBag bag = new();
        if (!ClauseName.IsId(question) || FamilyAnswer.Open(library.Folder, question, bag) is not { } answer)
        {
            if (!bag.HasErrors)
            {
                bag.NoSuchAnswer(Source.File(Paths.Shown(library.Folder)), question);
            }

            return new([], [], [], bag.ToImmutable());
        }

        string path = FamilyAnswer.PathOf(library.Folder, question);
        string[] legal = [.. answer.Clauses.Select(c => Fingerprint(library, c, answer, bag)).OfType<string>()];
        string yaml = File.ReadAllText(path);
        string before = yaml;
        foreach (PlainVersion text in answer.Texts.Values.Where(t => locales.Contains(t.Locale)).OrderBy(t => t.Locale))
        {
            yaml = Moved(yaml, text, FamilyAnswer.FingerprintOf(legal), text.Locale == Locale.En ? "" : answer.Texts.GetValueOrDefault(Locale.En)?.Fingerprint ?? "", approval, bag);
        }

        byte[] written = Encoding.UTF8.GetBytes(yaml);
        if (!bag.HasErrors && TextFile.FromBytes(written, answer.Path, bag) is { } file)
        {
            FamilyAnswer.Read(file, question, bag); // refuses an approval by the author or by one person
        }

        string line = $"{answer.Path}: {(yaml == before ? "nothing to move" : approval is null ? "pinned to the wording as it is now" : "approved")}.";
        return new(bag.HasErrors || yaml == before ? [] : [new(path, written)], [], bag.HasErrors ? [] : [line], bag.ToImmutable());
    }

    private static string? Fingerprint(ClauseLibrary library, PinnedClause clause, FamilyAnswer answer, DiagnosticBag bag)
    {
        if (library.VersionsOf(clause.Id).Contains(clause.Version) && library.Open(clause.Id, bag) is { } entry && entry.Versions.FirstOrDefault(v => v.Version == clause.Version) is { } listed)
        {
            return library.OpenVersion(entry, listed, bag)?.Fingerprint;
        }

        bag.UnknownClause(Source.File(answer.Path), clause.Id, library.Ids);
        return null;
    }

    private static string Moved(string yaml, PlainVersion text, string explains, string from, Approval? approval, DiagnosticBag bag)
    {
        if (approval is null && text.Explains == explains && text.From == from)
        {
            return yaml;
        }

        if (PinLines.Lapses(text, approval))
        {
            bag.ApprovalLapsed(text.Text.PlaceOf(0), text.Id);
        }

        Regex block = new($@"^{KebabCase.Of(text.Locale)}:[^\n]*\n(?:[ ][^\n]*\n?|\n)*", RegexOptions.Multiline | RegexOptions.CultureInvariant);
        return block.Replace(yaml, m => PinLines.Set(m.Value, PinLines.Of(text, explains, from, approval), "  ", m.Value.IndexOf('\n', StringComparison.Ordinal) + 1), 1);
    }
}
