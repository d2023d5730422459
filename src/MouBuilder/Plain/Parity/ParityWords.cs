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

    /// <summary>English alone: "may be", which gives leave or says that something can happen.</summary>
    Possibly,
    Must,
    May,
    Might,
}

/// <summary>Words of one kind, such as those that deny.</summary>
internal sealed record NamedWords(string Name, Regex Words);

/// <summary>The words of one language that say how strong a rule is, what it counts, and those that no rule should have. From <c>parity.yaml</c>, so that a lawyer can review them.</summary>
internal sealed class ParityWords
{
    private static readonly Lazy<YamlMap> File = new(Load);
    private static readonly Dictionary<Locale, Lazy<ParityWords>> Known = Enum.GetValues<Locale>().ToDictionary(l => l, l => new Lazy<ParityWords>(() => new(l)));
    private static readonly Lazy<Regex> EnglishWords = new(() => Any(Words(new(File.Value, "", new()), "english"))!);

    private readonly ImmutableArray<(Modal Modal, Regex Words)> modals;
    private readonly Regex we;
    private readonly Regex? notWe;
    private readonly Regex? weVerb;
    private readonly Regex? neverYou;
    private readonly Regex? weak;
    private readonly Regex? negative;
    private readonly Regex? misspelt;
    private readonly Regex? jargon;

    private ParityWords(Locale locale)
    {
        YamlKeys keys = new YamlKeys(File.Value, "", new()).Map(KebabCase.Of(locale), "")!;
        we = Any(Words(keys, "we"))!;
        notWe = Any(Words(keys, "not-we"));
        string[] endings = [.. Words(keys, "we-verbs")];
        weVerb = endings.Length == 0 ? null : new($@"(?<![\p{{L}}\p{{M}}])(?!(?:{string.Join('|', Words(keys, "no-we-verbs"))})(?![\p{{L}}\p{{M}}]))[\p{{L}}\p{{M}}]+(?:{string.Join('|', endings)})(?![\p{{L}}\p{{M}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        neverYou = Any(Words(keys, "never-you"));
        weak = Any(Words(keys, "never-a-rule"));
        negative = Any(Words(keys, "negative"));
        misspelt = Any(Words(keys, "misspelt"));
        jargon = Any(Words(keys, "jargon"), RegexOptions.None);
        // What forbids is looked for first: "must not" has a "must" in it.
        modals = [.. Enum.GetValues<Modal>().Select(m => (m, Any(Words(keys, KebabCase.Of(m))))).Where(m => m.Item2 is not null).Select(m => (m.m, m.Item2!))];
        TurnsOn = [.. Groups(keys, "turns-on")];
        Units = [.. Groups(keys, "units")];
        Parties = [new("police", Any(Words(keys, "police"))!), new("school", Any(Words(keys, "school"))!)];
        Numbers = ((YamlMap)keys.Node("numbers")!).Entries.ToImmutableDictionary(e => e.Key, e => ((YamlScalar)e.Value).Value, StringComparer.OrdinalIgnoreCase);
        Parts = ((YamlMap)keys.Node("parts")!).Entries.ToImmutableDictionary(e => e.Key, e => ((YamlScalar)e.Value).Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What a sentence turns on: where one language has such a word, so has the other.</summary>
    public ImmutableArray<NamedWords> TurnsOn { get; }

    /// <summary>The police, and the school with those who work there.</summary>
    public ImmutableArray<NamedWords> Parties { get; }

    /// <summary>Hours, days and all else that is counted.</summary>
    public ImmutableArray<NamedWords> Units { get; }

    /// <summary>Numbers in words, each with its digits.</summary>
    public ImmutableDictionary<string, string> Numbers { get; }

    /// <summary>A half, a third, a quarter.</summary>
    public ImmutableDictionary<string, string> Parts { get; }

    public static ParityWords Of(Locale locale) => Known[locale].Value;

    /// <summary>The English words of a text that no Spanish or Vietnamese sentence has.</summary>
    public static IEnumerable<string> English(string text) => EnglishWords.Value.Matches(text).Select(m => m.Value);

    /// <summary>A word by which the writer speaks of itself; null where there is none.</summary>
    public string? We(string text)
    {
        string rest = notWe?.Replace(text, " ") ?? text;
        return Found(we, rest) ?? Found(weVerb, rest);
    }

    /// <summary>A word that speaks to a parent as one speaks to a child; null where there is none.</summary>
    public string? NeverYou(string text) => Found(neverYou, text);

    /// <summary>A word that is too weak for a rule; null where there is none.</summary>
    public string? TooWeak(string text) => Found(weak, text);

    /// <summary>A word whose marks were lost; null where there is none.</summary>
    public string? Misspelt(string text) => Found(misspelt, text);

    /// <summary>An English word that is heard at school and stands in no dictionary of the language; null where there is none.</summary>
    public string? Jargon(string text) => Found(jargon, text);

    /// <summary>Whether a text denies something, as "no officer may" does.</summary>
    public bool Denies(string text) => negative?.IsMatch(text) == true;

    /// <summary>How strong the rules of a sentence are, in their order.</summary>
    public ImmutableArray<Modal> Strengths(string text)
    {
        List<(int At, Modal Modal)> found = [];
        foreach ((Modal modal, Regex words) in modals)
        {
            text = words.Replace(text, m =>
            {
                found.Add((m.Index, modal));
                return new string('·', m.Length);
            });
        }

        return [.. found.OrderBy(f => f.At).Select(f => f.Modal)];
    }

    private static string? Found(Regex? words, string text) => words?.Match(text) is { Success: true } match ? match.Value : null;

    private static Regex? Any(IEnumerable<string> phrases, RegexOptions options = RegexOptions.IgnoreCase)
    {
        string[] patterns = [.. phrases.OrderByDescending(p => p.Length).ThenBy(p => p, StringComparer.Ordinal)
            .Select(p => Regex.Escape(p).Replace(@"\*", @"[\p{L}\p{M}]+", StringComparison.Ordinal).Replace(@"\ ", @"\s+", StringComparison.Ordinal))];
        return patterns.Length == 0 ? null : new($@"(?<![\p{{L}}\p{{M}}])({string.Join('|', patterns)})(?![\p{{L}}\p{{M}}])", options | RegexOptions.CultureInvariant);
    }

    private static IEnumerable<string> Words(YamlKeys keys, string key) => keys.Texts(key).Select(t => t.Value);

    private static IEnumerable<NamedWords> Groups(YamlKeys keys, string key)
    {
        YamlMap map = (YamlMap)keys.Node(key)!;
        YamlKeys groups = new(map, "", new());
        return map.Entries.Select(e => new NamedWords(e.Key, Any(Words(groups, e.Key))!));
    }

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
