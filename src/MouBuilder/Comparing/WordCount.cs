using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Counts words as a comparison takes them: a reference and a gap are one each, a punctuation mark is none.</summary>
internal static class WordCount
{
    public static int Of(ImmutableArray<Inline> inlines) => new Tokenizer(target => target, note => note).Read(inlines).Count(t => t.IsWord);

    public static int Of(ImmutableArray<Block> blocks) => blocks.Sum(Of);

    public static int Of(Block block) => block.WithDescendants().Sum(b => Of(Wording.Inlines(b)));
}
