using System.Globalization;
using MouBuilder.Templates.Language;

namespace MouBuilder.Templates;

/// <summary>Dates in full, in the form of each language.</summary>
internal static class LongDates
{
    private static readonly string[] English = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] Spanish = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    /// <summary><c>March 8, 2022</c>, <c>8 de marzo de 2022</c>, <c>ngày 8 tháng 3 năm 2022</c>.</summary>
    public static string Of(DateOnly date, CultureTag language) => language switch
    {
        CultureTag.Es => string.Create(CultureInfo.InvariantCulture, $"{date.Day} de {Spanish[date.Month - 1]} de {date.Year}"),
        CultureTag.Vi => string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day} tháng {date.Month} năm {date.Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{English[date.Month - 1]} {date.Day}, {date.Year}"),
    };
}
