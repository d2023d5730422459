using System.Buffers;

namespace MouBuilder.Word;

/// <summary>What a <see cref="PartScanner"/> stands at.</summary>
internal enum ScanKind
{
    Begin,
    End,
    Text,
}

/// <summary>
/// Reads the XML of a part, at about half of what a general reader costs, because every file written is read back with it. It knows the
/// XML our writers write and no more: elements, attributes in double quotes, text, the five named entities and numbers of characters.
/// Everything else (a comment, a second root, tags that do not match) is a problem.
/// </summary>
internal sealed class PartScanner(Stream part) : IDisposable
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF']);

    private readonly PartCharacters characters = new(part);
    private readonly List<Element> open = [];
    private readonly List<Attributed> attributes = [];
    private readonly string?[] names = new string?[256];
    private int taken;
    private bool started;
    private bool rootSeen;
    private bool emptyElement;

    /// <summary>Where in its tag an attribute's name stands, and its value.</summary>
    private readonly record struct Attributed(int Name, int NameLength, int Value, int ValueLength);

    /// <summary>An element not yet closed, with the name of its child read last.</summary>
    private readonly record struct Element(string Name, string LastChild);

    public ScanKind Kind { get; private set; }

    /// <summary>The element's name with its prefix; empty at a text.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The element around; empty around the root.</summary>
    public string Parent { get; private set; } = "";

    /// <summary>At the beginning of an element the one before it under the same parent; at its end its last child.</summary>
    public string Elder { get; private set; } = "";

    /// <summary>The text, entities and all, until the next reading.</summary>
    public ReadOnlySpan<char> Text => characters.Rest[..taken];

    /// <summary>Why reading stopped before the end; null when it did not.</summary>
    public string? Problem { get; private set; }

    /// <summary>The value of an attribute, entities and all, until the next reading; empty when the element has none of that name.</summary>
    public ReadOnlySpan<char> Attribute(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> tag = Text;
        foreach (Attributed attribute in attributes)
        {
            if (tag.Slice(attribute.Name, attribute.NameLength).SequenceEqual(name))
            {
                return tag.Slice(attribute.Value, attribute.ValueLength);
            }
        }

        return [];
    }

    public bool Read()
    {
        if (emptyElement)
        {
            emptyElement = false;
            return End();
        }

        characters.Take(taken);
        taken = 0;
        if (!started)
        {
            started = true;
            SkipDeclaration();
        }

        if (characters.Rest.IsEmpty && !characters.More())
        {
            return rootSeen && open.Count == 0 ? false : Fail("it ends too early");
        }

        return characters.Rest[0] != '<' ? ReadText()
            : !Until('>') ? Fail("a tag does not end")
            : Text[1] == '/' ? EndTag()
            : BeginTag();
    }

    public void Dispose() => characters.Dispose();

    private void SkipDeclaration()
    {
        if (Until('>') && Text.StartsWith("<?xml ") && Text.EndsWith("?>"))
        {
            characters.Take(taken);
        }

        taken = 0;
    }

    /// <summary>Takes all up to and with a character; a sharp bracket stands in no text and no value of ours.</summary>
    private bool Until(char last)
    {
        int at;
        while ((at = characters.Rest.IndexOf(last)) < 0)
        {
            if (!characters.More())
            {
                return false;
            }
        }

        taken = at + 1;
        return true;
    }

    private bool ReadText()
    {
        taken = Until('<') ? taken - 1 : characters.Rest.Length;
        Kind = ScanKind.Text;
        Name = "";
        Parent = open.Count > 0 ? open[^1].Name : "";
        ReadOnlySpan<char> text = Text;
        return open.Count == 0 && !text.IsWhiteSpace() ? Fail("text stands outside of its element")
            : text.ContainsAnyExceptInRange(' ', '\uFFFD') && text.ContainsAny(Controls) ? Fail("it holds a control character")
            : HasOnlyEntities(text) || Fail("a text has a stray &");
    }

    private bool BeginTag()
    {
        ReadOnlySpan<char> tag = Text;
        emptyElement = tag[^2] == '/';
        int end = tag.Length - (emptyElement ? 2 : 1);
        int nameEnd = tag[..end].IndexOf(' ');
        Name = Known(tag[1..(nameEnd < 0 ? end : nameEnd)]);
        if (open.Count == 0 && rootSeen)
        {
            return Fail("it has two roots");
        }

        if (Name.Length == 0 || !Attributes(tag[..end].TrimEnd(' '), nameEnd < 0 ? end : nameEnd))
        {
            return Fail("an element is not well-formed");
        }

        Kind = ScanKind.Begin;
        rootSeen = true;
        Parent = "";
        Elder = "";
        if (open.Count > 0)
        {
            (Parent, Elder) = open[^1];
            open[^1] = new(Parent, Name);
        }

        open.Add(new(Name, ""));
        return true;
    }

    private bool Attributes(ReadOnlySpan<char> tag, int at)
    {
        attributes.Clear();
        while (at < tag.Length)
        {
            int length = tag[at..].IndexOf('=');
            int from = at + length + 2;
            int valueLength = tag[at] == ' ' && length > 1 && from < tag.Length && tag[from - 1] == '"' ? tag[from..].IndexOf('"') : -1;
            if (valueLength < 0 || !IsWellFormed(tag.Slice(from, valueLength)))
            {
                return false;
            }

            attributes.Add(new(at + 1, length - 1, from, valueLength));
            at = from + valueLength + 1;
        }

        return true;
    }

    private bool EndTag() => open.Count > 0 && Text[2..^1].SequenceEqual(open[^1].Name) ? End() : Fail("the tags do not match");

    private bool End()
    {
        Kind = ScanKind.End;
        (Name, Elder) = open[^1];
        open.RemoveAt(open.Count - 1);
        Parent = open.Count > 0 ? open[^1].Name : "";
        return true;
    }

    private string Known(ReadOnlySpan<char> name)
    {
        // A part has few names and thousands of elements; where two names share a place, each is made anew.
        uint place = 0;
        foreach (char c in name)
        {
            place = (place * 31) + c;
        }

        ref string? known = ref names[place % names.Length];
        return known is not null && name.SequenceEqual(known) ? known : known = name.IndexOfAny("<&\"=") < 0 ? name.ToString() : "";
    }

    private static bool IsWellFormed(ReadOnlySpan<char> value) => value.IndexOfAny('<', '&') < 0 || (!value.Contains('<') && HasOnlyEntities(value));

    private static bool HasOnlyEntities(ReadOnlySpan<char> text)
    {
        for (int i = text.IndexOf('&'); i >= 0; i = text.IndexOf('&'))
        {
            text = text[(i + 1)..];
            int end = text.IndexOf(';');
            if (end <= 0 || !(text[0] == '#' || text[..end] is "amp" or "lt" or "gt" or "quot" or "apos"))
            {
                return false;
            }
        }

        return true;
    }

    private bool Fail(string problem)
    {
        Problem = problem;
        return false;
    }
}
