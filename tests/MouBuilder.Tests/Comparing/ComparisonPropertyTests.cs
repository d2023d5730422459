using System.Collections.Immutable;
using MouBuilder.Comparing;
using MouBuilder.Documents;
using Xunit;

namespace MouBuilder.Tests.Comparing;

public sealed class ComparisonPropertyTests
{
    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Both_documents_can_be_put_together_again_from_the_comparison(int batch) => ForEach(batch, (old, now) =>
    {
        Comparison comparison = Compare(old, now);
        Assert.Equal(Rebuilt.Plain(old), Rebuilt.Old(comparison));
        Assert.Equal(Rebuilt.Plain(now), Rebuilt.New(comparison));
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void A_document_against_itself_has_no_change(int batch) => ForEach(batch, (_, now) =>
    {
        Comparison comparison = Compare(now, now);
        Assert.True(comparison.IsSame);
        Assert.All(comparison.Parts, p => Assert.Equal(ChangeCategory.Unchanged, p.Category));
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Exchanging_the_sides_mirrors_the_comparison(int batch) => ForEach(batch, (old, now) =>
    {
        Comparison forth = Compare(old, now);
        Comparison back = Compare(now, old);
        Assert.Equal(
            forth.Parts.Select(p => Shown(p, isMirrored: false)).Order(StringComparer.Ordinal),
            back.Parts.Select(p => Shown(p, isMirrored: true)).Order(StringComparer.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void A_kept_stretch_says_the_same_on_both_sides(int batch) => ForEach(batch, (old, now) =>
    {
        foreach (WordChange word in Compare(old, now).Parts.SelectMany(p => p.Words))
        {
            switch (word.Kind)
            {
                case WordChangeKind.Kept or WordChangeKind.Formatting:
                    Assert.Equal(word.OldText, word.NewText);
                    break;
                case WordChangeKind.Reference:
                    Assert.NotEqual(word.OldText, word.NewText);
                    break;
                default:
                    Assert.Equal(word.Kind == WordChangeKind.Inserted, word.Old.IsEmpty);
                    Assert.Equal(word.Kind == WordChangeKind.Deleted, word.New.IsEmpty);
                    break;
            }
        }
    });

    private static Comparison Compare(MouDocument old, MouDocument now) => Comparer.Compare(ComparisonSide.Of(old), ComparisonSide.Of(now));

    private static void ForEach(int batch, Action<MouDocument, MouDocument> check)
    {
        for (int i = 0; i < 25; i++)
        {
            (MouDocument old, MouDocument now) = RandomPair.Of((batch * 25) + i);
            check(old, now);
        }
    }

    private static string Shown(PartChange part, bool isMirrored)
    {
        ChangeCategory category = part.Category switch
        {
            ChangeCategory.Added when isMirrored => ChangeCategory.Removed,
            ChangeCategory.Removed when isMirrored => ChangeCategory.Added,
            ChangeCategory.Merged when isMirrored => ChangeCategory.SplitOff,
            ChangeCategory.SplitOff when isMirrored => ChangeCategory.Merged,
            var other => other,
        };
        (DocumentPart? old, DocumentPart? now) = isMirrored ? (part.New, part.Old) : (part.Old, part.New);
        return $"{category} {part.Rank} {old?.Id} {now?.Id} {part.Related} {part.IsRewritten}\n{Shown(part.Title, isMirrored)}{Shown(part.Blocks, isMirrored)}{Shown(part.Notes, isMirrored)}";
    }

    // What moved is told at its new place, which is the other one where the sides were exchanged.
    private static string Shown(ImmutableArray<BlockChange> blocks, bool isMirrored) =>
        string.Concat(blocks.Where(b => b.Kind != BlockChangeKind.MovedTo).Select(b => Shown(b, isMirrored)))
        + string.Concat(blocks.Where(b => b.Kind == BlockChangeKind.MovedTo).Select(b => Shown(b, isMirrored)).Order(StringComparer.Ordinal));

    private static string Shown(BlockChange block, bool isMirrored) => block.Kind switch
    {
        // Within a gap the removed stand before the added, so their order is not mirrored.
        BlockChangeKind.Added or BlockChangeKind.Removed or BlockChangeKind.MovedFrom => "",
        _ => $"{block.Kind} {Shown(block.Words, isMirrored)}{Shown(block.Blocks, isMirrored)}\n",
    };

    private static string Shown(ImmutableArray<WordChange> words, bool isMirrored) =>
        string.Concat(words.Select(w => isMirrored ? $"[{Mirrored(w.Kind)}|{w.NewText}|{w.OldText}]" : $"[{w.Kind}|{w.OldText}|{w.NewText}]"));

    private static WordChangeKind Mirrored(WordChangeKind kind) => kind switch
    {
        WordChangeKind.Inserted => WordChangeKind.Deleted,
        WordChangeKind.Deleted => WordChangeKind.Inserted,
        _ => kind,
    };
}
