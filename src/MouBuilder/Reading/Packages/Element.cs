using System.Globalization;

namespace MouBuilder.Reading.Packages;

/// <summary>An XML element, its name with the prefix that the standard's own texts use: <c>w:p</c>, whatever the file calls it.</summary>
internal sealed class Element(string name, (string Name, string Value)[] attributes)
{
    private static readonly List<Element> None = [];

    private List<Element>? children;

    public string Name { get; } = name;

    public List<Element> Children => children ?? None;

    /// <summary>The text directly inside.</summary>
    public string Text { get; set; } = "";

    public IReadOnlyList<(string Name, string Value)> Attributes => attributes;

    public void Add(Element child) => (children ??= []).Add(child);

    public string? this[string attribute]
    {
        get
        {
            foreach ((string name, string value) in attributes)
            {
                if (name == attribute)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The attribute that most properties have.</summary>
    public string? Val => this["w:val"];

    public Element? Child(string name)
    {
        foreach (Element child in Children)
        {
            if (child.Name == name)
            {
                return child;
            }
        }

        return null;
    }

    public IEnumerable<Element> All(string name) => Children.Where(c => c.Name == name);

    /// <summary>The elements inside, in reading order, this one not among them.</summary>
    public IEnumerable<Element> Descendants()
    {
        Stack<Element> ahead = new();
        Push(Children, ahead);
        while (ahead.TryPop(out Element? next))
        {
            yield return next;
            Push(next.Children, ahead);
        }
    }

    /// <summary>A property that is on, off, or not said: <c>w:b</c>.</summary>
    public bool? Flag(string name) => Child(name) is { } found ? IsOn(found.Val) : null;

    public static bool IsOn(string? value) => value is not ("0" or "false" or "off" or "none");

    /// <summary>A whole number; null when the text is none.</summary>
    public static int? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : null;

    /// <summary>A length in twentieths of a point; ISO Strict also writes <c>36pt</c>, <c>0.5in</c>, <c>1.27cm</c>.</summary>
    public static int? Length(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        string digits = text.TrimEnd('p', 't', 'i', 'n', 'c', 'm');
        double? factor = text[digits.Length..] switch { "" => 1, "pt" => 20, "in" => 1440, "cm" => 1440 / 2.54, "mm" => 144 / 2.54, "pc" or "pi" => 240, _ => null };
        return factor is { } f && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) < 100_000_000
            ? (int)(number * f)
            : null;
    }

    private static void Push(List<Element> elements, Stack<Element> ahead)
    {
        for (int i = elements.Count - 1; i >= 0; i--)
        {
            ahead.Push(elements[i]);
        }
    }
}
