using System.Globalization;
using System.Text.RegularExpressions;
using MouBuilder.Agreements;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Files;

namespace MouBuilder.Checks;

/// <summary>Holds law that a clause calls required to an address and a date, and finds acts named before they were passed.</summary>
internal static partial class CitedLaw
{
    public static void Check(ClauseVersion clause, DateOnly? lawAsOf, DiagnosticBag bag)
    {
        foreach (ClauseSource source in clause.Sources.Where(s => s.Basis == SourceBasis.Required))
        {
            if (source.Address.Length == 0)
            {
                bag.RequiredLawWithoutAddress(source.Place, source.Cite);
            }

            if (source.Effective is null)
            {
                bag.RequiredLawWithoutDate(source.Place, source.Cite);
            }
        }

        if (lawAsOf is not { } day)
        {
            return;
        }

        foreach (ClauseSource source in clause.Sources.Where(s => s.Effective is null))
        {
            foreach ((string act, int year, _) in LaterActs(source.Cite, day))
            {
                bag.LawNotInForce(source.Place, source.Basis == SourceBasis.Required, source.Cite, Why(act, year, day));
            }
        }

        foreach (SourceText text in clause.Defines.Select(d => d.Means).Prepend(clause.Text))
        {
            foreach ((string act, int year, int at) in LaterActs(text.Text, day))
            {
                bag.LawNotInForce(text.PlaceOf(at), isRequired: true, act, Why("it", year, day));
            }
        }
    }

    /// <summary>Bills carry the year of their session: HB22-1376, Senate Bill 25-276.</summary>
    private static IEnumerable<(string Act, int Year, int At)> LaterActs(string text, DateOnly day)
    {
        foreach (Match bill in Bill().Matches(text))
        {
            int year = 2000 + int.Parse(bill.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            if (year > day.Year)
            {
                yield return (bill.Value, year, bill.Index);
            }
        }
    }

    private static string Why(string act, int year, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"cannot be cited: {act} is of the session of {year}, after {day:yyyy-MM-dd}.");

    // Numbers from 70 on are of the last century.
    [GeneratedRegex(@"\b(?:SB|HB|S\.B\.|H\.B\.|Senate Bill|House Bill)[ -]?([0-6]\d)-?\d{3,4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Bill();
}
