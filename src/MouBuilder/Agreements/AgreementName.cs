using System.Text.RegularExpressions;

namespace MouBuilder.Agreements;

/// <summary>The form of agreement ids, which become file names.</summary>
internal static partial class AgreementName
{
    public static bool IsId(string name) => Id().IsMatch(name);

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
