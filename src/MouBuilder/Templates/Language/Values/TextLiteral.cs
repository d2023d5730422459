using System.Globalization;
using System.Text;

namespace MouBuilder.Templates.Language.Values;

/// <summary>Writes text as a string literal of the language.</summary>
internal static class TextLiteral
{
    public static string Of(string text)
    {
        StringBuilder built = new(text.Length + 2);
        Append(built, text);
        return built.ToString();
    }

    public static void Append(StringBuilder built, string text)
    {
        built.Append('"');
        Escape(built, text);
        built.Append('"');
    }

    public static void Escape(StringBuilder built, string text)
    {
        foreach (char c in text)
        {
            switch (c)
            {
                case '"':
                    built.Append("\\\"");
                    break;
                case '\\':
                    built.Append("\\\\");
                    break;
                case '\n':
                    built.Append("\\n");
                    break;
                case '\r':
                    built.Append("\\r");
                    break;
                case '\t':
                    built.Append("\\t");
                    break;
                case '\b':
                    built.Append("\\b");
                    break;
                case '\f':
                    built.Append("\\f");
                    break;
                case '\v':
                    built.Append("\\v");
                    break;
                case '\0':
                    built.Append("\\0");
                    break;
                default:
                    if (char.IsControl(c))
                    {
                        built.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        built.Append(c);
                    }

                    break;
            }
        }
    }
}
