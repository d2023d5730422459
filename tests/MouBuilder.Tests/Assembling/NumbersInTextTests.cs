using System.Text.RegularExpressions;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Templates;
using MouBuilder.Text;
using Xunit;

namespace MouBuilder.Tests.Assembling;

/// <summary>Numbers that the parties choose, in the sentences they stand in.</summary>
public sealed partial class NumbersInTextTests
{
    public static TheoryData<string> Ids() => [.. BuiltExample.All];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_least_number_a_field_allows_agrees_with_its_noun(string id)
    {
        string text = WithEach(id, field => field.Minimum);
        if (id is "dps-dpd-2022" or "nonprofit-partner" or "sro-variant")
        {
            Assert.Contains("one (1) ", text, StringComparison.Ordinal);
        }

        Assert.Empty(OneOfMany().Matches(text).Select(m => m.Value));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_greatest_number_a_field_allows_agrees_with_its_noun(string id) =>
        Assert.Empty(ManyOfOne().Matches(WithEach(id, field => field.Maximum)).Select(m => m.Value));

    /// <summary>The text of an example with one number for each integer field, the same for fields of one name.</summary>
    private static string WithEach(string id, Func<FieldSpec, FieldValue?> number)
    {
        Agreement agreement = Agreement.Load(Repository.PathTo("examples", id)).Agreement!;
        ClauseLibrary library = ClauseLibrary.Load(agreement.LibraryFolder).Library!;
        AgreementLock? pinned = AgreementLock.Load(agreement.Path).Lock;
        ResolvedAgreement resolved = Resolver.Resolve(agreement, library, pinned, new Dictionary<string, string>()).Agreement!;
        Dictionary<string, string> chosen = [];
        foreach (FieldSpec field in resolved.Clauses.SelectMany(c => c.Text.Fields).Where(f => f.Type == FieldType.Integer))
        {
            chosen[field.Name] = FormattableString.Invariant($"{number(field)?.Value ?? 1}");
        }

        ResolvedAgreement changed = Resolver.Resolve(agreement, library, pinned, chosen).Agreement!;
        return MarkdownWriter.Write(Assembler.Assemble(changed).Document!);
    }

    [GeneratedRegex(@"\(1\) ((?!progress review\b)\w+s\b|\w+'s? \w+s\b|(joint|listening) sessions|progress reviews|School Events)", RegexOptions.CultureInvariant)]
    private static partial Regex OneOfMany();

    [GeneratedRegex(@"\(([02-9]|\d\d+)\) (hour|day|month|year|minute|Visit|Student|Parent|School Event|joint session|listening session|progress review)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ManyOfOne();
}
