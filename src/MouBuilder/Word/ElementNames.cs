namespace MouBuilder.Word;

/// <summary>The names of elements met so far, each made a string once: a file has few names and thousands of elements.</summary>
internal sealed class ElementNames
{
    private const int Tries = 4;

    private readonly string?[] names = new string?[256];

    /// <summary>The name as a string, empty for what can be no name; where too many share a place, the last of them is made anew.</summary>
    public string Of(ReadOnlySpan<char> name)
    {
        uint place = 0;
        foreach (char c in name)
        {
            place = (place * 31) + c;
        }

        for (int i = 0; i < Tries && names[place % names.Length] is { } known; i++, place++)
        {
            if (name.SequenceEqual(known))
            {
                return known;
            }
        }

        return names[place % names.Length] = name.IndexOfAny("<&\"=") < 0 ? name.ToString() : "";
    }
}
