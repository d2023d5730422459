using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;

namespace MouBuilder.Plain.Parity;

/// <summary>Holds a sentence of a translation against the English one: rules as strong, the words it turns on, and the police and the school in their places.</summary>
internal sealed class SentenceCheck(Locale locale, bool isDraft, DiagnosticBag bag)
{
    private readonly ParityWords english = ParityWords.Of(Locale.En);
    private readonly ParityWords words = ParityWords.Of(locale);

    /// <param name="at">The paragraph of the translation.</param>
    public void Compare(string clause, string said, string other, Source at)
    {
        int before = bag.Count;
        CompareStrength(clause, said, other, at);
        bool isTold = bag.Count > before; // a "no" that is gone is told by what it did to the rule
        foreach ((NamedWords one, NamedWords two) in english.TurnsOn.Zip(words.TurnsOn).Skip(isTold ? 1 : 0))
        {
            if (one.Words.Match(said) is { Success: true } word && !two.Words.IsMatch(other))
            {
                bag.WordLost(at, clause, word.Value, Beginning(said), isDraft);
            }
        }

        CompareParties(clause, said, other, at);
    }

    private void CompareStrength(string clause, string said, string other, Source at)
    {
        ImmutableArray<Modal> there = english.Strengths(said);
        ImmutableArray<Modal> here = words.Strengths(other);
        bool denies = english.Denies(said);
        bool isForbidden = denies && here.Contains(Modal.MustNot); // "no officer may"
        int leave = Count(here, Modal.May) + Count(here, Modal.Might);
        if (words.TooWeak(other) is { } weak && !there.Contains(Modal.Might) && !there.Contains(Modal.Possibly))
        {
            bag.TooWeakForRule(at, clause, weak, isDraft);
        }
        else if (Count(there, Modal.Must) > Count(here, Modal.Must))
        {
            bag.OtherStrength(at, clause, "must", Beginning(said), isDraft);
        }
        else if (Count(there, Modal.MustNot) > Count(here, Modal.MustNot))
        {
            bag.OtherStrength(at, clause, "must not", Beginning(said), isDraft);
        }
        else if ((Count(there, Modal.May) > Count(here, Modal.May) || Count(there, Modal.May) + Count(there, Modal.Possibly) > leave) && !isForbidden)
        {
            bag.OtherStrength(at, clause, "may", Beginning(said), isDraft);
        }
        else if (Count(there, Modal.NeedNot) > Count(here, Modal.NeedNot) + Count(here, Modal.MustNot))
        {
            bag.OtherStrength(at, clause, "need not", Beginning(said), isDraft);
        }
        else if (Count(here, Modal.MustNot) > Count(there, Modal.MustNot) && !denies && !english.TurnsOn[0].Words.IsMatch(said))
        {
            bag.Forbids(at, clause, Beginning(said), isDraft);
        }
        else if (Duties(there) is var order && Duties(here) is var otherOrder && order.Length == otherOrder.Length && !order.SequenceEqual(otherOrder) && Count(there, Modal.Must) == Count(here, Modal.Must))
        {
            bag.OtherStrength(at, clause, order[0] == Modal.Must ? "must" : "must not", Beginning(said), isDraft);
        }
    }

    /// <summary>Only what cannot be a matter of style: one of them in the place of the other, or the two changed about.</summary>
    private void CompareParties(string clause, string said, string other, Source at)
    {
        ImmutableArray<string> there = Parties(english, said);
        ImmutableArray<string> here = Parties(words, other);
        bool isOther = there.Distinct().Count() == 1 && here.Distinct().Count() == 1 && there[0] != here[0];
        bool isTurned = there.Length == 2 && here.Length == 2 && there[0] != there[1] && here[0] != here[1] && there[0] != here[0]
            && !english.Parties.Any(p => p.Words.Matches(said).Any(m => said.AsSpan(m.Index + m.Length).StartsWith("'s", StringComparison.Ordinal))); // "an officer's gun" is "el arma de un policía"
        if (isOther || isTurned)
        {
            bag.OtherParties(at, clause, Beginning(said), isDraft);
        }
    }

    private static ImmutableArray<string> Parties(ParityWords words, string sentence) =>
        [.. words.Parties.SelectMany(p => p.Words.Matches(sentence).Select(m => (m.Index, p.Name))).OrderBy(p => p.Index).Select(p => p.Name)];

    private static ImmutableArray<Modal> Duties(ImmutableArray<Modal> modals) => [.. modals.Where(m => m is Modal.Must or Modal.MustNot)];

    private static int Count(ImmutableArray<Modal> modals, Modal modal) => modals.Count(m => m == modal);

    private static string Beginning(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
