using System.Collections.Immutable;
using MouBuilder.Clauses;

namespace MouBuilder.Covering;

/// <summary>How an agreement answers an entry of a catalogue.</summary>
public enum CoverageState
{
    /// <summary>Somebody decided against it, with a reason.</summary>
    Declined,

    /// <summary>It asks for nothing here, with a reason.</summary>
    NotApplicable,

    /// <summary>Nothing answers it.</summary>
    Open,

    /// <summary>A part of what shows it is there.</summary>
    Partly,

    /// <summary>The text commits somebody who is named; only practice or data can show that it is done.</summary>
    Committed,

    /// <summary>The text itself meets it.</summary>
    Met,
}

/// <summary>A place of the agreement that answers an entry.</summary>
/// <param name="Id">The clause's or exhibit's id.</param>
/// <param name="Version">The clause's version; empty for an exhibit.</param>
/// <param name="Label">Where a reader finds it: <c>3.1(b)</c>, <c>Recital D</c>, <c>Exhibit A</c>.</param>
/// <param name="Words">The sentence, list item or table row that shows it; empty where the place as a whole is meant.</param>
public sealed record CoveragePlace(string Id, string Version, string Label, string Words);

/// <summary>An entry and how the agreement answers it.</summary>
/// <param name="Places">By which clauses or exhibits, each place once.</param>
/// <param name="Owner">Who answers for it; empty where nobody is named.</param>
/// <param name="Reason">Why it is declined or does not apply; empty otherwise.</param>
/// <param name="Missing">What would show it and was not found, in words.</param>
/// <param name="ToFill">What nobody has filled in yet in the words that show it, as the page shows it: <c>[groups consulted]</c>.</param>
public sealed record CoverageEntry(
    Requirement Requirement, CoverageState State, ImmutableArray<CoveragePlace> Places, string Owner, string Reason, ImmutableArray<string> Missing, ImmutableArray<string> ToFill);
