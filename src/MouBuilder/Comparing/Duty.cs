using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MouBuilder.Comparing;

/// <summary>A sentence that says that somebody shall, must or may do something.</summary>
/// <param name="Actor">Who, in words that stand together in the text; <c>…</c> behind them where the text has more words before the modal. Empty where nobody is named.</param>
/// <param name="Modal"><c>shall</c>, <c>may not</c> and so on, as the text has it.</param>
/// <param name="Act">The first words of what is to be done; <c>…</c> alone where they would mislead without the rest of the sentence.</param>
/// <param name="Subject">All words before the modal that may name somebody.</param>
internal sealed record Duty(string Actor, string Modal, string Act, string Subject, int Stretch, bool IsEdited)
{
    /// <summary>Which of the words that were read are quoted as actor, modal and act.</summary>
    public ImmutableArray<int> Quoted { get; init; } = [];

    /// <summary>Which word stands first behind its modal.</summary>
    public int Behind { get; init; }

    /// <summary>Whether what is to be done was edited, and not only who does it.</summary>
    public bool IsActEdited { get; init; }

    /// <summary>Where its modal stands among words of both texts: equal for the two places of one modal that both have. Null where the modal was edited.</summary>
    public (int Stretch, int Offset)? Kept { get; init; }

    /// <summary>The words of its sentence; the second is the first that is no longer of it.</summary>
    public (int From, int To) Sentence { get; init; }

    private static readonly FrozenSet<string> Deniers = WordSet.Of("neither nor nobody none nothing");
    private static readonly FrozenSet<string> Compared = WordSet.Of("later earlier fewer less more matter");

    /// <summary>What the sentence comes to: of "Nobody may" <c>may not</c>.</summary>
    public string Effect => EffectOf(Actor, Modal);

    /// <summary>What a sentence of these comes to.</summary>
    public static string EffectOf(string? actor, string modal) => IsDenied(actor) && !modal.EndsWith(" not", StringComparison.Ordinal) ? modal + " not" : modal;

    /// <summary>Whether what a sentence comes to binds: <c>may</c> allows, and <c>should</c> recommends.</summary>
    public static bool IsOwed(string effect) => effect is not ("may" or "should" or "should not");

    /// <summary>The words of the text, with <c>…</c> for those left out.</summary>
    public static string Quote(string? actor, string? modal, string act) => $"{(string.IsNullOrEmpty(actor) ? "…" : actor)} {modal} {act}".TrimEnd();

    /// <summary>Whether "Neither Party shall" or "Nobody may" forbids; "No later than June 1 the Principal shall" does not.</summary>
    public static bool IsDenied(string? actor)
    {
        string[] words = actor?.Split(' ') ?? [];
        return words.Where((w, i) => Deniers.Contains(w) || (w.Equals("no", StringComparison.OrdinalIgnoreCase) && (i + 1 == words.Length || !Compared.Contains(words[i + 1])))).Any();
    }
}
