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
internal sealed class PartScanner(Stream part, ElementNames names) : IDisposable
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF']);

    private readonly PartCharacters characters = new(part);
    private readonly List<Attributed> attributes = [];
    private Element[] elements = new Element[32];
    private int depth;
    private int taken;
    private bool started;
    private bool rootSeen;
    private bool emptyElement;

    /// <summary>Where in its tag an attribute's name stands, and its value.</summary>
    private readonly record struct Attributed(int Name, int NameLength, int Value, int ValueLength);

    /// <summary>An element with the name of its child read last. The open ones stand below <see cref="depth"/>, the one just closed at it.</summary>
    private record struct Element(string Name, string LastChild);

    public ScanKind Kind { get; private set; }

    /// <summary>The element's name with its prefix; empty at a text.</summary>
    public string Name => Kind switch
    {
        ScanKind.Begin => elements[depth - 1].Name,
        ScanKind.End => elements[depth].Name,
        _ => "",
    };

    /// <summary>The element around; empty around the root.</summary>
    public string Parent
    {
        get
        {
            int around = Kind == ScanKind.Begin ? depth - 2 : depth - 1;
            return around < 0 ? "" : elements[around].Name;
        }
    }

    /// <summary>At the beginning of an element the one before it under the same parent; at its end its last child.</summary>
    public string Elder => Kind == ScanKind.End ? elements[depth].LastChild : depth > 1 ? elements[depth - 2].LastChild : "";

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
            return rootSeen && depth == 0 ? false : Fail("it ends too early");
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
        ReadOnlySpan<char> text = Text;
        return depth == 0 && !text.IsWhiteSpace() ? Fail("text stands outside of its element")
            : text.ContainsAnyExceptInRange(' ', '\uFFFD') && text.ContainsAny(Controls) ? Fail("it holds a control character")
            : HasOnlyEntities(text) || Fail("a text has a stray &");
    }

    private bool BeginTag()
    {
        ReadOnlySpan<char> tag = Text;
        emptyElement = tag[^2] == '/';
        int end = tag.Length - (emptyElement ? 2 : 1);
        int nameEnd = tag[..end].IndexOf(' ');
        string name = names.Of(tag[1..(nameEnd < 0 ? end : nameEnd)]);
        if (depth == 0 && rootSeen)
        {
            return Fail("it has two roots");
        }

        if (name.Length == 0 || !Attributes(tag[..end].TrimEnd(' '), nameEnd < 0 ? end : nameEnd))
        {
            return Fail("an element is not well-formed");
        }

        Kind = ScanKind.Begin;
        rootSeen = true;
        if (depth + 1 == elements.Length)
        {
            Array.Resize(ref elements, 2 * elements.Length);
        }

        elements[depth++] = new(name, "");
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

    private bool EndTag() => depth > 0 && Text[2..^1].SequenceEqual(elements[depth - 1].Name) ? End() : Fail("the tags do not match");

    private bool End()
    {
        Kind = ScanKind.End;
        depth--;
        if (depth > 0)
        {
            elements[depth - 1].LastChild = elements[depth].Name;
        }

        return true;
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
