namespace MouBuilder.Yaml;

/// <summary>What the YAML parser complains of, in words for a person who writes clauses rather than programs.</summary>
internal static class YamlMistake
{
    private static readonly (string Part, string Words)[] Known =
    [
        ("tab as indentation", "a line is indented with a tab; use blanks"),
        ("invalid mapping", "a colon followed by a blank stands inside words without quotes, or this line is indented further than its neighbours"),
        ("unknown escape character", "a backslash inside double quotes means something; write two for one"),
        ("double-quoted scalar", "a quotation mark that opens here is never closed, or its text runs on without indentation"),
        ("single-quoted scalar", "a quotation mark that opens here is never closed, or its text runs on without indentation"),
        ("quoted scalar", "a quotation mark that opens here is never closed"),
        ("cannot start any token", "words cannot begin with this character unless they stand in quotes"),
        ("expected ',' or", "a comma or a closing bracket is missing"),
        ("expected key", "a key and its colon are expected here; perhaps a quotation mark ended the words too early"),
        ("expected node content", "a value is expected here"),
        ("could not find expected ':'", "a colon is missing after a key"),
    ];

    public static string InWords(string message)
    {
        foreach ((string part, string words) in Known)
        {
            if (message.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return words;
            }
        }

        message = message.TrimEnd('.');
        return message.Length == 0 ? "the text is malformed" : char.ToLowerInvariant(message[0]) + message[1..];
    }
}
