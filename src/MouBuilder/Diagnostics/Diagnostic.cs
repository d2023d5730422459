using System.Globalization;

namespace MouBuilder.Diagnostics;

/// <summary>One thing noticed on the way: what is wrong, where, and what to do about it.</summary>
/// <param name="Code"><c>MOU</c> and four digits; <c>mou explain</c> prints its page.</param>
/// <param name="Severity">Only an error stops a writer.</param>
/// <param name="Place">The place a person should look at first.</param>
/// <param name="Message">A sentence saying what is wrong, then one saying what to do.</param>
public sealed record Diagnostic(string Code, Severity Severity, Place Place, string Message)
{
    /// <summary>The form every line on stderr has: <c>path(line,col): error MOU1004: sentence. What to do.</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Place}: {Severity.ToString().ToLowerInvariant()} {Code}: {Message}");
}
