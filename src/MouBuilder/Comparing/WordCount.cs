using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Counts words as a comparison takes them: a reference and a gap are one each, a punctuation mark is none.</summary>
internal sealed class WordCount(Tokenizer tokenizer)
{
    public int Of(ImmutableArray<Inline> inlines) => tokenizer.Read(inlines).Count(t => t.IsWord);
}
