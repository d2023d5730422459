using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Clauses;

/// <summary>Reads a version's plain-language text.</summary>
internal static partial class PlainReader
{
    public static PlainVersion? Read(string path, string id, string version, Locale locale, DiagnosticBag bag)
    {
        return TextFile.Read(path, bag) is { } file ? Read(file, id, version, locale, bag) : null;
    }

    /// <summary>Reads what is about to be written, so that nothing is written which would then be refused.</summary>
    public static PlainVersion? Read(byte[] bytes, string shownPath, string id, string version, Locale locale, DiagnosticBag bag) =>
        TextFile.FromBytes(bytes, shownPath, bag) is { } file ? Read(file, id, version, locale, bag) : null;

    private static PlainVersion? Read(TextFile file, string id, string version, Locale locale, DiagnosticBag bag)
    {
        return YamlFile.Read(file.Text, bag) is { } map ? Read(new(map, "a plain-language text", bag), id, version, locale, isAnswer: false, bag) : null;
    }

    /// <summary>Reads one language's text from its keys.</summary>
    /// <param name="isAnswer">A short answer has no title of its own, and one paragraph or more without facts.</param>
    public static PlainVersion? Read(YamlKeys keys, string id, string version, Locale locale, bool isAnswer, DiagnosticBag bag)
    {
        string explains = Fingerprint(keys, "explains", keys.Text("explains", ""), bag);
        string from = Fingerprint(keys, "from", keys.Text("from", ""), bag);
        PlainState state = keys.Choice("state", PlainState.Draft);
        CheckReviewers(keys, state, bag);
        bool isMachineMade = IsMachineMade(keys, bag);
        RestsOn restsOn = keys.Choice("rests_on", RestsOn.Agreement);
        string title = isAnswer ? "" : keys.RequiredLine("title");
        string change = isAnswer ? "" : Change(keys);
        var omits = ImmutableArray.CreateBuilder<string>();
        foreach (YamlKeys omitted in keys.Maps("omits", "an omitted field"))
        {
            omits.Add(omitted.Required("field"));
            omitted.Required("reason");
            omitted.Finish();
        }

        if (!keys.Has("text"))
        {
            bag.MissingKey(keys.Place, "text", "the plain-language text");
        }

        SourceText? text = keys.Literal("text");
        if (isAnswer && text is not null && text.Text.Contains("{{", StringComparison.Ordinal))
        {
            bag.BadValue(keys.PlaceOf("text"), "text", "{{", "A short answer has no facts; the texts it leads to have them.");
        }

        keys.Finish();
        return text is null ? null : new()
        {
            Id = id,
            Version = version,
            Locale = locale,
            Explains = explains,
            From = from,
            State = state,
            IsMachineMade = isMachineMade,
            RestsOn = restsOn,
            Title = title,
            Change = change,
            Omits = omits.ToImmutable(),
            ApprovedBy = state == PlainState.Approved ? [keys.Line("language_reviewer"), keys.Line("counsel_reviewer")] : [],
            Text = text,
        };
    }

    /// <summary>What the text says about the change, on one line.</summary>
    public static string Change(YamlKeys keys) => keys.Text("change", "").ReplaceLineEndings(" ").Trim();

    private static string Fingerprint(YamlKeys keys, string key, string written, DiagnosticBag bag)
    {
        if (written.Length > 0 && !Form().IsMatch(written))
        {
            bag.BadValue(keys.PlaceOf(key), key, written, "Leave it out, and \"mou clauses pin\" writes it.");
        }

        return written.StartsWith("sha256:", StringComparison.Ordinal) ? written[7..] : written;
    }

    private static void CheckReviewers(YamlKeys keys, PlainState state, DiagnosticBag bag)
    {
        string[] people = [PersonKey(keys.Line("author")), PersonKey(keys.Line("language_reviewer")), PersonKey(keys.Line("counsel_reviewer"))];
        if (state == PlainState.Approved && (people.Contains("") || people.Distinct(StringComparer.Ordinal).Count() < people.Length))
        {
            bag.ApprovedWithoutReviewers(keys.PlaceOf("state"));
        }
    }

    /// <summary>What stays of a name when it is typed differently: <c>A. B.</c>, <c>ab</c> and <c>A\u00A0B</c> are one person.</summary>
    private static string PersonKey(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(c => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark));

    private static bool IsMachineMade(YamlKeys keys, DiagnosticBag bag)
    {
        string method = keys.Text("method", "human");
        if (method is not ("human" or "machine" or "machine+human"))
        {
            bag.BadValue(keys.PlaceOf("method"), "method", method, "Write human, machine or machine+human.");
        }

        return method == "machine";
    }

    [GeneratedRegex(@"\Asha256:[0-9a-f]{16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
