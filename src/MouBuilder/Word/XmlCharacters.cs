using System.Globalization;
using System.Xml;

namespace MouBuilder.Word;

/// <summary>The last guard against characters no Word file can hold; the readers refuse them with a place long before.</summary>
internal static class XmlCharacters
{
    /// <summary>The text itself, when XML 1.0 carries it unchanged.</summary>
    /// <exception cref="ArgumentException">It holds a control character, a carriage return (which XML turns into a line feed in silence) or half a surrogate pair.</exception>
    public static string Demand(string text)
    {
        int first = text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF');
        for (int i = first < 0 ? text.Length : first; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= ' ' and < '\uD800' or '\n' or '\t')
            {
                continue;
            }

            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], c))
            {
                i++;
            }
            else if (c is '\r' || !XmlConvert.IsXmlChar(c))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A Word file cannot hold the character U+{(int)c:X4}."), nameof(text));
            }
        }

        return text;
    }
}
