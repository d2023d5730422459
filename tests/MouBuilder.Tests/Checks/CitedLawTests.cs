using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Tests.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Checks;

/// <summary>Acts that a clause names before they were passed.</summary>
public sealed class CitedLawTests
{
    [Theory]
    [InlineData("SB25-276")]
    [InlineData("HB22-1376 of this year and Senate Bill 23-070")]
    [InlineData("H.B. 23-1042")]
    public void A_bill_of_a_later_session_in_the_text_is_an_error_at_its_line(string bill)
    {
        Diagnostic found = Assert.Single(Findings($"  As {bill} provides, the Parties meet"));
        Assert.Equal(("MOU2010", Severity.Error, 7), (found.Code, found.Severity, ((Source)found.Place).Line));
    }

    [Theory]
    [InlineData("HB22-1376")]
    [InlineData("SB20-217")]
    [InlineData("HB99-1234")]
    [InlineData("Room HB 25")]
    public void A_bill_of_an_earlier_session_is_none(string bill) => Assert.Empty(Findings($"  As {bill} provides, the Parties meet"));

    [Fact]
    public void A_later_bill_among_the_sources_is_found_without_a_date()
    {
        using BaseProject project = new();
        project.Change("clauses/meetings/1.0.0.yaml", "fields:", "sources:\n  - { cite: HB23-1042, basis: model-practice }\nfields:");
        Diagnostic found = Assert.Single(project.Findings());
        Assert.Equal(("MOU2010", Severity.Warning), (found.Code, found.Severity));
    }

    private static Diagnostic[] Findings(string line)
    {
        using BaseProject project = new();
        project.Change("clauses/meetings/1.0.0.yaml", "  The Parties meet", line);
        return [.. project.Findings()];
    }
}
