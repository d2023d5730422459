using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>Says whether a definition in other words may bind or allow somebody else, or something else, wherever its term stands.</summary>
internal sealed class DefinitionWeight(Tokenizer tokenizer, WeighedSides sides)
{
    private readonly Sequences sequences = new(isMirrored: false);

    public bool IsWeighty(Definition was, Definition became)
    {
        (List<MarkedWord> before, List<MarkedWord> after) = (WordsOf(was), WordsOf(became));
        List<MarkedWord> old = [];
        List<MarkedWord> now = [];
        foreach (Run run in sequences.Runs([.. before.Select(w => w.Text)], [.. after.Select(w => w.Text)]))
        {
            old.AddRange(before[run.OldFrom..run.OldTo].Select(w => w with { IsEdited = !run.IsKept, Stretch = run.OldFrom }));
            now.AddRange(after[run.NewFrom..run.NewTo].Select(w => w with { IsEdited = !run.IsKept, Stretch = run.OldFrom }));
        }

        return TellingWords.AreIn([.. old.Concat(now).Where(w => w.IsEdited)]) || TellingWords.DifferInDuties(old, now, sides, isBound: true);
    }

    private List<MarkedWord> WordsOf(Definition definition)
    {
        List<MarkedWord> words = [];
        MarkedWord.Read(tokenizer, [new TextRun(definition.Text)], false, 0, words);
        return DutyReader.WithAbbreviations(words);
    }
}
