using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;
using Xunit;

namespace MouBuilder.Tests.Diagnostics;

public sealed partial class MessageTests
{
    public static TheoryData<string> Problems => [.. EveryProblem.Methods.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_message_says_what_is_wrong_and_then_what_to_do(string problem)
    {
        Diagnostic[] messages = [.. EveryProblem.Methods.Where(m => m.Name == problem).SelectMany(EveryProblem.Messages)];
        Assert.NotEmpty(messages);
        Assert.All(messages, m => Assert.Matches(@"\AMOU\d{4}\z", m.Code));
        Assert.True(messages.Any(m => IsWellFormed(m.Message)), messages[0].Message);
    }

    [Fact]
    public void A_message_is_one_line_whatever_the_file_holds()
    {
        DiagnosticBag bag = new();
        bag.BadFieldValue(new("agreement.yaml", 1, 1), "office", "\"Smith\nerror MOU9999: \u001b[31mred\"", "one line of text");
        Assert.DoesNotContain(bag.ToImmutable()[0].ToString(), c => char.IsControl(c));
    }

    private static bool IsWellFormed(string message) => Opening().IsMatch(message) && message[^1] is '.' or '?' && SentenceEnd().Count(message) >= 2;

    [GeneratedRegex(@"\A[A-Z""`]", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"[.?](?=\s|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
