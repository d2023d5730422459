using MouBuilder.Agreements;
using Xunit;

namespace MouBuilder.Tests.Agreements;

public class VersionSpecTests
{
    [Theory]
    [InlineData("2.0.0", "2.0.0", true)]
    [InlineData("2.0.0", "2.0.1", false)]
    [InlineData("2.*", "2.9.1", true)]
    [InlineData("2.*", "20.0.0", false)]
    [InlineData("2.1.*", "2.1.7", true)]
    [InlineData("2.1.*", "2.10.0", false)]
    [InlineData("[1.0,2.0)", "1.9.9", true)]
    [InlineData("[1.0,2.0)", "2.0.0", false)]
    [InlineData("(1.0.0,)", "1.0.0", false)]
    public void A_version_matches_what_the_agreement_asks_for(string spec, string version, bool matches)
    {
        Assert.True(VersionSpec.IsValid(spec));
        Assert.Equal(matches, VersionSpec.Matches(spec, version));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("2.0")]
    [InlineData("*")]
    [InlineData("2.0.0-beta")]
    [InlineData("02.0.0")]
    [InlineData("2.*.1")]
    [InlineData("[2.*,3.0)")]
    [InlineData("latest")]
    [InlineData("")]
    public void What_could_be_read_in_two_ways_is_refused(string spec) => Assert.False(VersionSpec.IsValid(spec));
}
