using System.Globalization;

namespace MouBuilder.Word.Accessibility;

/// <summary>How well a colour can be told from what lies behind it: the ratio of WCAG 2.2, success criterion 1.4.3.</summary>
internal static class Contrast
{
    /// <summary>What text of ordinary size needs at level AA.</summary>
    public const double Least = 4.5;

    /// <param name="one">Six hexadecimal digits.</param>
    public static double Of(string one, string other)
    {
        double a = Luminance(one);
        double b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The colours Word has names for where text is highlighted.</summary>
    public static string OfHighlight(string name) => name switch
    {
        "black" => "000000",
        "blue" => "0000FF",
        "cyan" => "00FFFF",
        "green" => "00FF00",
        "magenta" => "FF00FF",
        "red" => "FF0000",
        "yellow" => "FFFF00",
        "darkBlue" => "00008B",
        "darkCyan" => "008B8B",
        "darkGreen" => "006400",
        "darkMagenta" => "800080",
        "darkRed" => "8B0000",
        "darkYellow" => "808000",
        "darkGray" => "A9A9A9",
        "lightGray" => "D3D3D3",
        _ => "FFFFFF",
    };

    private static double Luminance(string colour) => (0.2126 * Channel(colour, 0)) + (0.7152 * Channel(colour, 2)) + (0.0722 * Channel(colour, 4));

    private static double Channel(string colour, int at)
    {
        double value = int.Parse(colour.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
