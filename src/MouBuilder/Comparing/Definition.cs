using System.Collections.Immutable;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A term and what it means.</summary>
/// <param name="Term">One term: “Arrest” and “Custody” mean … is a definition of each.</param>
/// <param name="Meaning">The words behind <c>means</c>, or those before the brackets.</param>
/// <param name="IsInBrackets">Whether it stands in brackets behind what it names: Denver Police Department (“DPD”). How far such a definition reaches nobody can tell.</param>
internal sealed record Definition(string Term, string Meaning, bool IsInBrackets)
{
    /// <summary>The paragraph it stands in, or the row of a table.</summary>
    public required Block Block { get; init; }

    /// <summary>Where it begins and ends in the words of its block.</summary>
    public required (int From, int To) Range { get; init; }

    /// <summary>All it says, the term as well, as a reader would have it quoted; for one in brackets, the sentence around it.</summary>
    public required string Text { get; init; }

    /// <summary>What it says of the term, equal for two definitions that differ in nothing but type and in how the term is marked.</summary>
    public required string Own { get; init; }

    /// <summary>How many terms the same words define.</summary>
    public int Terms { get; init; } = 1;

    /// <summary>The list that says what the term means: “Custody” means: (a) … (b) …</summary>
    public ListBlock? Below { get; init; }

    /// <summary>Equal for one term, in whatever letters it is set.</summary>
    public string Key => KeyOf(Term);

    // In bold a term may have the mark behind it: **Custody.** Any hold of a student.
    public static string KeyOf(string term) => Typography.Plain(term).TrimEnd('.', ':', ',').ToUpperInvariant();

    /// <summary>The blocks that hold its words.</summary>
    public IEnumerable<Block> Blocks => Block.WithDescendants().Concat(Below?.WithDescendants() ?? []);
}
