namespace MouBuilder.Templates.Language;

/// <summary>
/// What one template may cost. Everything over budget is an error with its place; nothing is ever cut short, because in an
/// agreement a cut is a lost clause.
/// </summary>
/// <param name="Nesting">Brackets, blocks and strings inside each other.</param>
/// <param name="Chain">Links of one expression: operators, pipes, members, indexes.</param>
/// <param name="Steps">Evaluated statements and expressions, turns of loops, items and characters handled by built-ins.</param>
/// <param name="StringCharacters">The longest text one value may be.</param>
/// <param name="OutputCharacters">The longest output, captures included.</param>
/// <param name="IncludeDepth">Includes inside each other.</param>
/// <param name="CallDepth">Functions of a template calling each other.</param>
internal sealed record Budget(
    int Nesting = Budget.DefaultNesting,
    int Chain = Budget.DefaultChain,
    int Steps = Budget.DefaultSteps,
    int StringCharacters = Budget.DefaultStringCharacters,
    int OutputCharacters = Budget.DefaultOutputCharacters,
    int IncludeDepth = Budget.DefaultIncludeDepth,
    int CallDepth = Budget.DefaultCallDepth)
{
    public const int DefaultNesting = 250;

    public const int DefaultChain = 500;

    public const int DefaultSteps = 1_000_000;

    public const int DefaultStringCharacters = 1 << 20;

    public const int DefaultOutputCharacters = 4 << 20;

    public const int DefaultIncludeDepth = 50;

    public const int DefaultCallDepth = 100;

    /// <summary>Bits of the largest whole number: 20,000 digits, far beyond any sum of money and still quick to print.</summary>
    public const int NumberBits = 65_536;

    public static Budget Default { get; } = new();
}
