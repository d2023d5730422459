using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Clauses;

/// <summary>A version of a clause that an answer rests on.</summary>
internal sealed record PinnedClause(string Id, string Version);

/// <summary>
/// The short answer to a question of families, in three languages: <c>catalogues/answers/can-arrest.yaml</c>. Each language is a plain-language text like any other, with its pins, its state
/// and its reviewers; what it explains is the legal text of all the clauses it rests on.
/// </summary>
/// <param name="Clauses">The clauses and versions it rests on, the first of them first to read.</param>
/// <param name="Call">Whom to call: fields of the agreement or of a clause (<c>complaints.police_complaint_contact</c>).</param>
internal sealed record FamilyAnswer(string Question, ImmutableArray<PinnedClause> Clauses, ImmutableArray<string> Call, ImmutableDictionary<Locale, PlainVersion> Texts, string Path)
{
    /// <summary>The fingerprint of the legal texts that an answer rests on, in their order.</summary>
    public static string FingerprintOf(IEnumerable<string> clauses) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', clauses))))[..16];

    /// <summary>Where the answers of a library stand.</summary>
    public static string PathOf(string libraryFolder, string question) => System.IO.Path.Combine(libraryFolder, "catalogues", "answers", question + ".yaml");

    /// <summary>Null where the library has no short answer to a question, or it cannot be read; then the diagnostics say why.</summary>
    public static FamilyAnswer? Open(string libraryFolder, string question, DiagnosticBag bag)
    {
        string path = PathOf(libraryFolder, question);
        return File.Exists(path) && TextFile.Read(path, bag) is { } file ? Read(file, question, bag) : null;
    }

    /// <summary>Reads what is about to be written, so that nothing is written which would then be refused.</summary>
    public static FamilyAnswer? Read(TextFile file, string question, DiagnosticBag bag)
    {
        if (YamlFile.Read(file.Text, bag) is not { } map)
        {
            return null;
        }

        YamlKeys keys = new(map, "a short answer", bag);
        string written = keys.Required("question");
        if (written != question)
        {
            bag.BadValue(keys.PlaceOf("question"), "question", written, $"The file is named after the question \"{question}\".");
        }

        var clauses = ImmutableArray.CreateBuilder<PinnedClause>();
        foreach (YamlScalar name in keys.Texts("clauses"))
        {
            string[] parts = name.Value.Split('@');
            if (parts.Length == 2)
            {
                clauses.Add(new(parts[0], parts[1]));
            }
            else
            {
                bag.BadValue(name.Place, "clauses", name.Value, "Write a clause with its version, for example privacy@2.0.0.");
            }
        }

        if (clauses.Count == 0)
        {
            bag.MissingKey(keys.Place, "clauses", "a short answer");
        }

        ImmutableArray<string> call = [.. keys.Texts("call").Select(c => c.Value)];
        var texts = ImmutableDictionary.CreateBuilder<Locale, PlainVersion>();
        foreach (Locale locale in Enum.GetValues<Locale>())
        {
            if (keys.Map(KebabCase.Of(locale), "a short answer") is { } inner && PlainReader.Read(inner, question, "", locale, isAnswer: true, bag) is { } text)
            {
                texts.Add(locale, text);
            }
        }

        keys.Finish();
        return new(question, clauses.ToImmutable(), call, texts.ToImmutable(), file.Text.Path);
    }
}
