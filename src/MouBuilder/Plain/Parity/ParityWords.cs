using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Plain.Parity;

/// <summary>How strong a sentence is: what must be, must not be, may be, or may happen.</summary>
internal enum Modal
{
    NeedNot,
    MustNot,
    Must,
    May,
    Might,
}

/// <summary>The words of one language that say how strong a rule is, and those that no rule should have. From <c>parity.yaml</c>, so that a lawyer can review them.</summary>
internal sealed class ParityWords
{
    private static readonly Lazy<YamlMap> File = new(Load);
    private static readonly Dictionary<Locale, Lazy<ParityWords>> Known = Enum.GetValues<Locale>().ToDictionary(l => l, l => new Lazy<ParityWords>(() => new(l)));
    private static readonly Lazy<Regex> EnglishWords = new(() => Any(Words(new(File.Value, "", new()), "english")));

    private readonly ImmutableArray<(Modal Modal, Regex Words)> modals;
    private readonly Regex we;
    private readonly Regex? weak;
    private readonly Regex? negative;

    private ParityWords(Locale locale)
    {
        YamlKeys keys = new YamlKeys(File.Value, "", new()).Map(KebabCase.Of(locale), "")!;
        we = Any(Words(keys, "we"));
        weak = keys.Has("never-a-rule") ? Any(Words(keys, "never-a-rule")) : null;
        negative = keys.Has("negative") ? Any(Words(keys, "negative")) : null;
        // What forbids is looked for first: "must not" has a "must" in it.
        modals = [.. Enum.GetValues<Modal>().Select(m => (m, Any(Words(keys, KebabCase.Of(m)))))];
    }

    public static ParityWords Of(Locale locale) => Known[locale].Value;

    /// <summary>The English words of a text that no Spanish or Vietnamese sentence has.</summary>
    public static IEnumerable<string> English(string text) => EnglishWords.Value.Matches(text).Select(m => m.Value);

    /// <summary>A word by which the writer speaks of itself; null where there is none.</summary>
    public string? We(string text) => Found(we, text);

    /// <summary>A word that is too weak for a rule; null where there is none.</summary>
    public string? TooWeak(string text) => weak is null ? null : Found(weak, text);

    /// <summary>Whether a text denies something, as "no officer may" does.</summary>
    public bool Denies(string text) => negative?.IsMatch(text) == true;

    /// <summary>How strong the sentences of a text are.</summary>
    public ImmutableHashSet<Modal> Strengths(string text)
    {
        var found = ImmutableHashSet.CreateBuilder<Modal>();
        foreach ((Modal modal, Regex words) in modals)
        {
            if (words.IsMatch(text))
            {
                found.Add(modal);
                text = words.Replace(text, "·");
            }
        }

        return found.ToImmutable();
    }

    private static string? Found(Regex words, string text) => words.Match(text) is { Success: true } match ? match.Value : null;

    private static Regex Any(IEnumerable<string> phrases) => new(
        $@"(?<![\p{{L}}\p{{M}}])({string.Join('|', phrases.OrderByDescending(p => p.Length).ThenBy(p => p, StringComparer.Ordinal).Select(p => Regex.Escape(p).Replace(@"\*", @"[\p{L}\p{M}]+", StringComparison.Ordinal).Replace(@"\ ", @"\s+", StringComparison.Ordinal)))})(?![\p{{L}}\p{{M}}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static IEnumerable<string> Words(YamlKeys keys, string key) => keys.Texts(key).Select(t => t.Value);

    private static YamlMap Load()
    {
        using Stream stream = typeof(ParityWords).Assembly.GetManifestResourceStream("parity.yaml")!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        DiagnosticBag bag = new();
        return TextFile.FromBytes(bytes.ToArray(), "parity.yaml", bag) is { } file && YamlFile.Read(file.Text, bag) is { } map && !bag.HasErrors
            ? map
            : throw new InvalidOperationException(bag.ToImmutable()[0].ToString());
    }
}
