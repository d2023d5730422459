using System.Globalization;
using System.Text.RegularExpressions;
using MouBuilder.Clauses;
using MouBuilder.Yaml;

namespace MouBuilder.Plain.Packets;

/// <summary>What a table of a packet is about: <c>meetings@1.0.0 es f8b19b05a1ababdc a402511180dd1b49</c>.</summary>
/// <param name="Legal">The fingerprint of the legal text when the packet was made.</param>
/// <param name="English">That of the plain English.</param>
internal sealed partial record PacketKey(string Id, string Version, Locale Locale, string Legal, string English)
{
    /// <summary>The heading of the list of everything a packet holds, by which a table that did not come back is missed.</summary>
    public const string Sent = "Clauses sent";

    /// <summary>The heading of the column that says what a row is.</summary>
    public const string Row = "Row";
    public const string Clause = "clause";
    public const string Title = "title";
    public const string Change = "change";

    public static string OfLine(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Null for text of another form. Whether the library has such a clause is for the caller to ask.</summary>
    public static PacketKey? Read(string text) => Form().Match(text.Trim()) is { Success: true } m
        ? new(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value == "es" ? Locale.Es : Locale.Vi, m.Groups[4].Value, m.Groups[5].Value)
        : null;

    public override string ToString() => $"{Id}@{Version} {KebabCase.Of(Locale)} {Legal} {English}";

    [GeneratedRegex(@"\A([a-z][a-z0-9-]{1,31})@(\d+\.\d+\.\d+) (es|vi) ([0-9a-f]{16}) ([0-9a-f]{16})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
