using System.Collections.Immutable;
using MouBuilder.Documents;
using MouBuilder.Yaml;

namespace MouBuilder.Importing;

/// <summary>A party that signs a paper of ours, whose signature block was read as data.</summary>
/// <param name="Role">How the agreement file calls it.</param>
/// <param name="IsShortName">Whether the block names it by the short name that the opening gives it.</param>
internal sealed record SigningParty(string Role, SignatureBlock Block, bool IsShortName);

/// <summary>
/// The section of a paper of ours in which the parties sign. Our templates write such a section and no clause does; so the import gives it back to a template, and the signatures to
/// the parties. Lines to sign in a stranger's paper are words.
/// </summary>
internal sealed record PaperSignatures(Section Section, ImmutableArray<SigningParty> Parties)
{
    private static readonly string[] Roles = ["first", "second", "third", "fourth", "fifth", "sixth"];

    /// <returns>Null where the paper has no such section, or one that an agreement file cannot say.</returns>
    public static PaperSignatures? Of(MouDocument document)
    {
        if (document.Blocks.OfType<Section>().LastOrDefault() is not { Kind: SectionKind.Unnumbered, Label: null } section
            || section.Blocks.Any(b => b is Clause) || !document.AllBlocks().Any(b => b is Clause))
        {
            return null;
        }

        SignatureBlock[] blocks = [.. section.Blocks.OfType<SignatureBlock>()];
        bool canBeSaid = blocks.Length > 0 && blocks.Length <= Roles.Length
            && blocks.Select(b => b.Party).Distinct(StringComparer.Ordinal).Count() == blocks.Length
            && blocks.All(b => b.Party.Length > 0 && !b.Lines.IsEmpty && b.Lines.All(l => l.Office.Length > 0));
        if (!canBeSaid)
        {
            return null;
        }

        string opening = string.Join('\n', document.Blocks.OfType<Paragraph>().Select(p => PlainText.Of(p.Content)));
        return new(section, [.. blocks.Select((b, i) => new SigningParty(Roles[i], b, opening.Contains($"“{b.Party}”", StringComparison.Ordinal)))]);
    }

    /// <summary>The paper without the section.</summary>
    public static MouDocument Apart(MouDocument document, PaperSignatures? signatures) =>
        signatures is null ? document : document with { Blocks = document.Blocks.Remove(signatures.Section) };

    /// <summary>A party as the agreement file has it. What the paper says of its legal name stands in its opening, and only there.</summary>
    public static string Yaml(SigningParty party)
    {
        string name = ClauseMarkdown.Quoted(party.Block.Party);
        string through = party.Block.ActingThrough is { } department ? $"\n    acting_through: {ClauseMarkdown.Quoted(department)}" : "";
        IEnumerable<string> lines = party.Block.Lines.Select(l => $"\n      - {{ capacity: {KebabCase.Of(l.Capacity)}, office: {ClauseMarkdown.Quoted(l.Office)} }}");
        return $"  {party.Role}:\n    legal_name: {(party.IsShortName ? "\n    short: " : "")}{name}{through}\n    signatures:{string.Concat(lines)}\n";
    }
}
