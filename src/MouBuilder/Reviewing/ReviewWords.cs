using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Reviewing;

/// <summary>The words of pages in one language, from <c>review.en.yaml</c> and its sisters. A name that is not there is a bug, and a test looks for it.</summary>
internal sealed partial class ReviewWords
{
    private static readonly Dictionary<(Locale, string), Lazy<ReviewWords>> Known = Enum.GetValues<Locale>()
        .SelectMany(l => new[] { "review", "family" }.Select(f => (l, f)))
        .ToDictionary(k => k, k => new Lazy<ReviewWords>(() => Load(k.l, k.f)));

    private readonly Dictionary<string, string> words;
    private readonly string file;

    private ReviewWords(Locale locale, string file, Dictionary<string, string> words)
    {
        Locale = locale;
        this.file = file;
        this.words = words;
    }

    public Locale Locale { get; }

    /// <summary>BCP 47 tag without a region: <c>es</c>.</summary>
    public string Tag => KebabCase.Of(Locale);

    /// <summary>All names, for the test that compares languages.</summary>
    public IReadOnlyDictionary<string, string> All => words;

    public string this[string name] => words.TryGetValue(name, out string? word) ? word : throw new KeyNotFoundException($"{file} has no \"{name}\".");

    public static ReviewWords In(Locale locale) => Known[(locale, "review")].Value;

    /// <summary>The words of family editions, from <c>family.en.yaml</c> and its sisters.</summary>
    public static ReviewWords OfFamilyEdition(Locale locale) => Known[(locale, "family")].Value;

    /// <summary>A word that may be missing, such as the name of a family that another library has made up.</summary>
    public string? Find(string group, string name) => words.GetValueOrDefault($"{group}.{name}");

    /// <summary>That nobody who speaks the language has read the words; null for English.</summary>
    public string? Draft => Find("interface", "draft");

    /// <summary>A number with its noun.</summary>
    public string Count(string name, int number) => this[$"{name}.{(number == 1 ? "one" : "other")}"].Replace("{0}", Number(number), StringComparison.Ordinal);

    /// <summary>A number as the language groups its digits.</summary>
    public string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(",", this["thousands"], StringComparison.Ordinal);

    /// <summary>A sentence with texts in its places.</summary>
    public string Say(string name, params string[] values) => Place().Replace(this[name], m => values[int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)]);

    /// <summary>A sentence with HTML in its places.</summary>
    public Html Put(string name, params Html[] values)
    {
        StringBuilder html = new();
        foreach ((string text, int? place) in Pieces(this[name]))
        {
            html.Append((place is { } at ? values[at] : Html.Text(text)).Markup);
        }

        return new(html.ToString());
    }

    /// <summary>Words that only screen readers say. The blanks around them are no-break ones: a browser leaves out others, and the words would be one with those beside them.</summary>
    public Html Hidden(string name) => Html.Of($"<span class=\"vh\" lang=\"{Tag}\">\u00A0{this[name]}\u00A0</span>");

    /// <summary>A sentence taken apart: its words, and the places in between, each with its number.</summary>
    public static IEnumerable<(string Text, int? Place)> Pieces(string sentence)
    {
        int at = 0;
        foreach (Match place in Place().Matches(sentence))
        {
            yield return (sentence[at..place.Index], null);
            yield return (place.Value, int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            at = place.Index + place.Length;
        }

        yield return (sentence[at..], null);
    }

    private static ReviewWords Load(Locale locale, string kind)
    {
        string name = $"{kind}.{KebabCase.Of(locale)}.yaml";
        DiagnosticBag bag = new();
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        if (TextFile.FromBytes(PageResources.Bytes(name), name, bag) is { } file && YamlFile.Read(file.Text, bag) is { } map)
        {
            foreach (YamlEntry entry in map.Entries)
            {
                Add(entry.Key, entry.Value, words);
            }
        }

        return bag.HasErrors ? throw new InvalidOperationException(bag.ToImmutable()[0].ToString()) : new(locale, name, words);
    }

    private static void Add(string name, YamlNode node, Dictionary<string, string> words)
    {
        switch (node)
        {
            case YamlScalar scalar:
                words.Add(name, scalar.Value.Trim());
                break;
            case YamlMap inner:
                foreach (YamlEntry entry in inner.Entries)
                {
                    Add($"{name}.{entry.Key}", entry.Value, words);
                }

                break;
            default:
                throw new InvalidOperationException($"\"{name}\" is a list.");
        }
    }

    [GeneratedRegex(@"\{(\d)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
