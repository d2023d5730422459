using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MouBuilder.Comparing;

/// <summary>A cross-reference typed as words, as "Section 2.1" is, whose number is another.</summary>
/// <param name="Follows">Whether what had the old number has the new one now, so that it leads where it led.</param>
internal sealed record TypedReference(string Old, string New, bool Follows)
{
    /// <summary>Whether it leads to exhibits and the like, whose numbers are a row of their own.</summary>
    public bool IsToExhibit { get; init; }

    /// <summary>Whether it leads to another text, as "Section 8 of the School Code" does.</summary>
    public bool IsToOtherText { get; init; }

    /// <summary>Where one that does not follow led and where it leads; null where that is not known.</summary>
    public DocumentPart? Led { get; init; }

    public DocumentPart? Leads { get; init; }
}

/// <summary>Finds cross-references typed as words. Reads English.</summary>
internal static partial class TypedReferences
{
    private const int MostWords = 8;

    private static readonly FrozenSet<string> Places = WordSet.Of("section article clause paragraph subsection subparagraph exhibit attachment annex appendix schedule §");

    // Behind these, more than one number may stand.
    private static readonly FrozenSet<string> ManyPlaces = WordSet.Of("sections articles clauses paragraphs subsections subparagraphs exhibits attachments annexes appendices schedules §§");

    private static readonly FrozenSet<string> Exhibits = WordSet.Of("exhibit exhibits attachment attachments annex annexes appendix appendices schedule schedules");
    private static readonly FrozenSet<string> OtherTexts = WordSet.Of("code act statute statutes policy rule rules regulation regulations u.s.c c.r.s");

    private static readonly FrozenSet<string> Between = WordSet.Of("and or through to ,");

    /// <summary>The stretches of words in which nothing but numbers of references became others, by their index.</summary>
    /// <param name="renumbered">The numbers of the parts that stand on both sides and have another one now.</param>
    public static Dictionary<int, TypedReference[]> Of(Tokenizer tokenizer, ImmutableArray<WordChange> words, ImmutableHashSet<(string Old, string New)> renumbered)
    {
        Dictionary<int, TypedReference[]> found = [];
        if (!words.Any(MayBe))
        {
            return found;
        }

        List<MarkedWord> old = [];
        List<MarkedWord> now = [];
        for (int i = 0; i < words.Length; i++)
        {
            MarkedWord.Read(tokenizer, words[i].Old, false, i, old);
            MarkedWord.Read(tokenizer, words[i].New, false, i, now);
        }

        for (int i = 0; i < words.Length; i++)
        {
            int[] before = MayBe(words[i]) ? Indexes(old, i) : [];
            int[] after = before.Length == 0 ? [] : Indexes(now, i);
            (int Old, int New)[] differ = before.Length != after.Length ? [] : [.. before.Zip(after).Where(p => !old[p.First].Is(now[p.Second].Text))];
            if (differ.Length > 0 && before.Zip(after).All(p => old[p.First].Is(now[p.Second].Text) || (IsNumberOfPlace(old, p.First) && IsNumberOfPlace(now, p.Second))))
            {
                found[i] = [.. differ.Select(d => new TypedReference(old[d.Old].Text, now[d.New].Text, renumbered.Contains((old[d.Old].Text, now[d.New].Text)))
                {
                    IsToExhibit = now[PlaceBefore(now, d.New)].IsOneOf(Exhibits),
                    IsToOtherText = IsOfOtherText(old, d.Old) || IsOfOtherText(now, d.New),
                })];
            }
        }

        return found;
    }

    /// <summary>The number in a label: the II of <c>ARTICLE II</c>, the 2.1 of <c>2.1.</c></summary>
    public static string NumberOf(string label) => label.Split(' ', '\u00A0')[^1].TrimEnd('.', ')', ':').TrimStart('(', '§');

    private static bool MayBe(WordChange change) => change.Kind == WordChangeKind.Replaced && change.Old.Length <= MostWords && change.New.Length <= MostWords
        && NumberWithin().IsMatch(change.OldText) && NumberWithin().IsMatch(change.NewText);

    private static int[] Indexes(List<MarkedWord> words, int stretch) => [.. Enumerable.Range(0, words.Count).Where(i => words[i].Stretch == stretch).Take(MostWords + 1)];

    /// <summary>Whether a word is the number behind "Section" or in a list of such numbers.</summary>
    public static bool IsNumberOfPlace(List<MarkedWord> words, int at)
    {
        bool isTime = at + 1 < words.Count && Deadlines.IsUnit(words[at + 1].Text);
        if (at == 0 || isTime || !Number().IsMatch(words[at].Text))
        {
            return false;
        }

        return words[at - 1].IsOneOf(Places) || words[PlaceBefore(words, at)].IsOneOf(ManyPlaces);
    }

    /// <summary>Where the "Section" or "Exhibits" stands that a number or a list of numbers follows.</summary>
    private static int PlaceBefore(List<MarkedWord> words, int at)
    {
        int place = at - 1;
        while (place > 0 && at - place <= 2 * MostWords && (words[place].IsOneOf(Between) || Number().IsMatch(words[place].Text)))
        {
            place--;
        }

        return place;
    }

    /// <summary>"Section 8 of the School Code", "C.R.S. Section 8", "Policy Section 8".</summary>
    private static bool IsOfOtherText(List<MarkedWord> words, int at)
    {
        int behind = words.FindIndex(at, w => !w.IsOneOf(Between) && !Number().IsMatch(w.Text));
        int before = PlaceBefore(words, at) - 1;
        bool isOfAnother = behind >= 0 && behind + 1 < words.Count && words[behind].Is("of") && !words[behind + 1].Is("this");
        return isOfAnother || (before >= 0 && (words[before].IsOneOf(OtherTexts) || words[before].Text.Contains('.', StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\A(?:\d{1,3}(?:[.-]\d{1,3})*[a-z]?|[IVXLC]{1,7}|[A-Za-z])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<!\w)(?:\d|[IVXLC]{1,7}(?!\w)|[A-Za-z](?!\w))", RegexOptions.CultureInvariant)]
    private static partial Regex NumberWithin();
}
