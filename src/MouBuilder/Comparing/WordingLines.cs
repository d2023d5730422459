using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>
/// What differs beside the duties, rights, deadlines, definitions and moves that are told: words, shortened, and blocks that came, went, were split or joined. English, for the memo and the Markdown.
/// Words are called neither new nor gone, since a reconstruction may stand beside them.
/// </summary>
internal static class WordingLines
{
    private const int MostQuoted = 6;
    private const int LongestQuote = 12;
    private const int LongestBeginning = 30;

    public static ImmutableArray<string> Of(PartChange change, Comparison comparison)
    {
        // Of a text that was written anew the words tell nothing one by one.
        bool isWhole = change.IsRewritten || change.Old is null || change.New is null;
        ImmutableArray<DefinitionChange> definitions = comparison.Definitions.Of(change);
        HashSet<WordChange> defining = new(definitions.SelectMany(d => d.Words), ReferenceEqualityComparer.Instance);
        HashSet<Block> defined = Defined(definitions);
        // What counsel must see of a sentence whose duty is told comes first, and all of it.
        bool hasTold = !change.Duties.IsEmpty || !change.Deadlines.IsEmpty || definitions.Length > 0 || change.SentenceMoves.Length > 0;
        HashSet<WordChange> marks = MarksOfItems(change);
        WordChange[] words = [.. (isWhole ? change.Title : change.Words).Where(w => !marks.Contains(w) && !change.Told.Contains(w) && !defining.Contains(w) && !(hasTold && IsPunctuation(w))).OrderBy(w => !change.Told.IsBeside(w))];
        WordsAround around = new(change);
        ReplacedBlocks replaced = ReplacedBlocks.In(isWhole ? [] : change.Blocks);
        ImmutableArray<string> lines =
        [
            .. Definitions(definitions, change, around),
            .. Words(words, change.Told, around, Math.Max(MostQuoted, words.Count(change.Told.IsBeside))),
            .. Typography.Lines(isWhole ? change.Title : change.Words),
            .. isWhole ? (hasTold && !change.IsRewritten ? [] : Beginnings(change)) : Blocks([.. change.Blocks, .. change.Notes], c => replaced.Contains(c) || defined.Contains((c.New ?? c.Old)!) || IsTold((c.New ?? c.Old)!, change.Told), !comparison.HasReconstruction),
            .. replaced.Lines,
            .. ReferenceNumbers.Of(change, comparison).Concat(TypedFields.Of(change)).Concat(HeadingLevels.Of(change)).Concat(LabelLooks.Of(change)).Concat(TableForms.Of(change)),
            .. change.Told.HasStanding && !replaced.HasOtherLevel ? [$"{(change.Duties.IsEmpty ? "the same" : "other")} duties stand in sentences put together in another way"] : Array.Empty<string>(),
        ];
        return lines.IsEmpty && !hasTold && words.Any(w => w.IsEdit) ? ["blanks between words differ"] : lines;
    }

    /// <summary>How the definitions differ that stand in both texts; of terms that are defined together once.</summary>
    private static IEnumerable<string> Definitions(ImmutableArray<DefinitionChange> definitions, PartChange change, WordsAround around) =>
        definitions.SelectMany(d => DefinitionLines(d, change, around).Select(l => (d.Term, Line: l))).GroupBy(l => l.Line, l => l.Term).Select(g => $"definition of {string.Join(", ", g.Distinct().Select(t => $"“{t}”"))}{g.Key}");

    /// <summary>Stretches of words set side by side do not tell of one that went to another clause. One that is told as a sentence that did so says it there.</summary>
    private static IEnumerable<string> DefinitionLines(DefinitionChange definition, PartChange change, WordsAround around) => definition switch
    {
        { IsInWords: true } => Words(definition.Words.Where(w => !change.Told.Contains(w)), change.Told, around, MostQuoted).Select(l => $": {l}"),
        { OnceMore: OnceMore.Old, Old.Text: var old } => [$" in the older text alone: {Quote(old, LongestBeginning)}"],
        { OnceMore: OnceMore.New, New.Text: var now } => [$" in the newer text alone: {Quote(now, LongestBeginning)}"],
        { Old.Text: var old, New.Text: var now } when !change.SentenceMoves.Any(m => m.IsChanged && old.Contains(m.Old, StringComparison.Ordinal)) =>
            [$": {string.Join("; ", WordingChange.Between(old, now).Take(MostQuoted).Select(w => $"{Quote(w.Old)} becomes {Quote(w.New)}"))}"],
        _ => [],
    };

    /// <summary>The marks at the ends of items, which go by their places: "a warrant." is "a warrant;" where another item follows now. Where no item came, went or moved, they are told.</summary>
    private static HashSet<WordChange> MarksOfItems(PartChange change)
    {
        BlockChange[] all = [.. change.Blocks.SelectMany(b => b.WithDescendants())];
        HashSet<WordChange> marks = new(ReferenceEqualityComparer.Instance);
        if (Array.Exists(all, b => b.Kind is BlockChangeKind.Added or BlockChangeKind.Removed or BlockChangeKind.MovedTo))
        {
            marks.UnionWith(all.Where(b => b is { Old: ListItem, New: ListItem }).Select(i => i.Blocks.LastOrDefault(b => b is { Old: Paragraph, New: Paragraph })).Select(b => b?.Words.LastOrDefault()).OfType<WordChange>().Where(IsPunctuation));
        }

        return marks;
    }

    /// <summary>The blocks whose every word is one of a definition that is told.</summary>
    private static HashSet<Block> Defined(ImmutableArray<DefinitionChange> changes)
    {
        HashSet<Block> defined = new(ReferenceEqualityComparer.Instance);
        foreach (IGrouping<Block, Definition> own in changes.SelectMany(c => new[] { c.Old, c.New }).OfType<Definition>().GroupBy<Definition, Block>(d => d.Block, ReferenceEqualityComparer.Instance))
        {
            string words = PlainText.Of(Wording.Inlines(own.Key));
            bool isWhole = !words.Where((c, at) => char.IsLetterOrDigit(c) && !own.Any(d => at >= d.Range.From && at < d.Range.To)).Any();
            defined.UnionWith(own.SelectMany(d => d.Blocks).Where(b => isWhole || b != own.Key));
        }

        return defined;
    }

    /// <summary>Whether a block is told, or everything that it holds: an item or a note whose one sentence stands in another clause now.</summary>
    private static bool IsTold(Block block, ToldChanges told) => told.Contains(block) || (block is ListBlock list && list.Items.All(i => IsTold(i, told))) || (EditedSentences.LeavesOf(block).ToArray() is { Length: > 0 } leaves && Array.TrueForAll(leaves, told.Contains));

    private static IEnumerable<string> Words(IEnumerable<WordChange> words, ToldChanges told, WordsAround around, int most)
    {
        (string Old, string New, WordChange Word)[] all = [.. words.Where(w => w.IsEdit && !Typography.IsAll(w) && !Typography.IsQuotation(w)).Select(w => w.Kind == WordChangeKind.Replaced && !IsPunctuation(w) && !IsRight(w, told) ? (told.IsOldTold(w) ? "" : w.OldText, told.IsNewTold(w) ? "" : w.NewText, w) : (w.OldText, w.NewText, w))];
        (string Old, string New, WordChange Word)[] edits = [.. all.Where(w => around.Of(w.Word) is null)];
        string[] replaced = [.. all.Where(w => (IsShown(w.Old) && IsShown(w.New)) || (around.Of(w.Word) is not null && (IsShown(w.Old) || IsShown(w.New)))).Select(w => around.Of(w.Word) is { } both ? $"{Quote(both.Old)} becomes {Quote(both.New)}" : Becomes(w.Word))];
        string[] inserted = [.. edits.Where(w => !IsShown(w.Old) && IsShown(w.New)).Select(w => Quote(w.New))];
        string[] deleted = [.. edits.Where(w => IsShown(w.Old) && !IsShown(w.New)).Select(w => Quote(w.Old))];
        string[] otherType = [.. words.Where(w => w.Kind == WordChangeKind.Formatting).Select(w => Quote(w.NewText))];
        foreach ((string name, string[] quoted, string between) in new[] { ("", replaced, "; "), ("in the older text alone: ", deleted, ", "), ("in the newer text alone: ", inserted, ", "), ("in other type: ", otherType, ", ") })
        {
            string[] once = [.. quoted.Distinct(StringComparer.Ordinal)];
            if (once.Length > 0)
            {
                yield return name + string.Join(between, once.Take(most)) + (once.Length > most ? $" and {once.Length - most} more" : "");
            }
        }
    }

    private static IEnumerable<string> Beginnings(PartChange change)
    {
        foreach ((string which, DocumentPart? part) in new[] { ("older", change.Old), ("newer", change.New) })
        {
            if (part is not null && Quote(string.Join(' ', part.Blocks.Select(TextOf)), LongestBeginning) is { Length: > 2 } beginning)
            {
                yield return $"in the {which} text: {beginning}";
            }
        }
    }

    /// <param name="isPlaceKnown">Not beside a reconstruction: what stood where in the signed text nobody knows.</param>
    private static IEnumerable<string> Blocks(ImmutableArray<BlockChange> changes, Func<BlockChange, bool> isTold, bool isPlaceKnown)
    {
        var found = changes.SelectMany(c => c.WithDescendants()).Where(c => (isPlaceKnown || c.Kind != BlockChangeKind.MovedTo) && !isTold(c)).Select(c => (Change: c, Became: Became(c), Name: NameOf(c.New ?? c.Old!))).Where(c => c.Became.Length > 0);
        foreach (var same in found.GroupBy(c => (c.Name, c.Became)))
        {
            string[] quoted = [.. same.Select(c => Quote(TextOf((c.Change.Kind == BlockChangeKind.Merged ? c.Change.New : c.Change.Old ?? c.Change.New)!), c.Change.New is SignatureBlock || c.Change.Old is SignatureBlock ? LongestBeginning : LongestQuote)).Where(q => q.Length > 2).Take(MostQuoted)];
            yield return ComparisonWords.Count(same.Count(), same.Key.Name, same.Key.Name + "s") + " " + same.Key.Became + (quoted.Length > 0 ? ": " + string.Join(", ", quoted) : "");
        }

        string[] rows = [.. changes.SelectMany(c => c.WithDescendants()).Where(c => isPlaceKnown && c is { Old: Table, New: Table }).SelectMany(TablePlaces.MovedRows).Select(r => Quote(TextOf(r.New.New!)))];
        if (rows.Length > 0)
        {
            yield return $"{ComparisonWords.Count(rows.Length, "table row", "table rows")} at another place of the table, counted as one of each text alone: {string.Join(", ", rows.Take(MostQuoted))}";
        }
    }

    private static string Became(BlockChange change) => change.Kind switch
    {
        _ when change.Passage is not null => "", // told with the sentences that stand elsewhere
        BlockChangeKind.Added => "in the newer text alone",
        BlockChangeKind.Removed => "in the older text alone",
        BlockChangeKind.Split => "split",
        BlockChangeKind.Merged => "made of several",
        BlockChangeKind.MovedTo => "moved within the clause",
        _ => "",
    };

    private static string NameOf(Block block) => block switch
    {
        Paragraph => "paragraph",
        Heading => "heading",
        ListBlock list when list.Items.All(i => i.Blocks is [Heading, ..]) => "heading",
        ListBlock => "list",
        ListItem => "list item",
        Table => "table",
        TableRow => "table row",
        Note => "note",
        SignatureBlock => "signature block",
        PageBreak => "page break",
        _ => "block",
    };

    private static string TextOf(Block block) => block is SignatureBlock signatures ? SignersOf(signatures) : BlockText.Of(block);

    /// <summary>Who signs for a party: <c>DPS: Superintendent</c>.</summary>
    public static string SignersOf(SignatureBlock block) =>
        $"{block.Party}{(block.ActingThrough is { } acting ? $", {acting}" : "")}{(block.Lines.IsEmpty ? "" : ": ")}{string.Join(", ", block.Lines.Select(l => l.Office))}";

    /// <summary>What differs, where two long phrases begin alike.</summary>
    private static string Becomes(WordChange word)
    {
        (string old, string now) = (word.OldText, word.NewText);
        if (old == now)
        {
            return $"{Quote(old)} {(word.Old.Concat(word.New).Any(i => i is Link or Reference) ? "leads to another address or place" : "is a gap in one text alone")}";
        }

        string[] before = old.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string[] after = now.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        int alike = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        int skipped = alike > LongestQuote / 2 ? alike - LongestQuote / 4 : 0;
        string lead = skipped > 0 ? "… " : "";
        string place = word.Old.Any(i => i is Reference) && word.New.Any(i => i is Reference) ? ", which is another place" : "";
        return $"{Quote(lead + string.Join(' ', before[skipped..]))} becomes {Quote(lead + string.Join(' ', after[skipped..]))}{place}";
    }

    /// <summary>Whether the side that no duty quotes binds or allows in other words than shall or may: "is entitled to" is told with the "may" that stands in its place.</summary>
    private static bool IsRight(WordChange word, ToldChanges told) => told.IsOldTold(word) != told.IsNewTold(word) && TellingWords.Grants(told.IsOldTold(word) ? word.NewText : word.OldText);

    private static bool IsPunctuation(WordChange word) => word.IsEdit && !(word.OldText + word.NewText).Any(char.IsLetterOrDigit);

    private static bool IsShown(string text) => !string.IsNullOrWhiteSpace(text);

    private static string Quote(string text, int longest = LongestQuote) => ComparisonWords.Quoted(PlainText.FirstWords(text, longest));
}
