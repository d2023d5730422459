using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Text;

/// <summary>
/// Writes inlines as Markdown that any CommonMark reader takes as meant: bold is <c>**</c>, italic <c>_</c>. Where CommonMark's rules on what a mark may touch would
/// keep it from opening or closing, the character it touches is written as a numeric entity, which counts as punctuation.
/// </summary>
internal sealed class InlineWriter
{
    private const string AlwaysEscaped = "\\`*_[]<|^#~";

    private readonly IReadOnlyDictionary<string, string> anchors;
    private readonly IReadOnlyDictionary<string, Note> notes;
    private readonly bool isOneLine;
    private readonly List<Atom> atoms = [];

    private InlineWriter(IReadOnlyDictionary<string, string> anchors, IReadOnlyDictionary<string, Note> notes, bool isOneLine)
    {
        this.anchors = anchors;
        this.notes = notes;
        this.isOneLine = isOneLine;
    }

    /// <summary>The inlines as one line or, where line breaks are possible, several.</summary>
    /// <param name="anchors">The heading anchor of each block that is referred to.</param>
    /// <param name="isOneLine">Whether a line break would end what is being written, as in a heading or a table; it becomes a blank there.</param>
    public static string Write(ImmutableArray<Inline> inlines, IReadOnlyDictionary<string, string> anchors, IReadOnlyDictionary<string, Note> notes, bool isOneLine)
    {
        InlineWriter writer = new(anchors, notes, isOneLine);
        foreach (Inline inline in inlines)
        {
            writer.Add(inline);
        }

        writer.SecureLineEdges();
        return writer.Assemble();
    }

    private void Add(Inline inline)
    {
        switch (inline)
        {
            case TextRun run:
                AddWords(run.Value, run.Emphasis);
                break;
            case Term term:
                AddWords(term.Value, term.Emphasis);
                break;
            case Reference reference:
                AddReference(reference);
                break;
            case Gap gap:
                atoms.Add(new($"[[?{gap.Field}]]", gap.Emphasis));
                break;
            case Link link:
                atoms.Add(new($"[{Write(link.Content, anchors, notes, isOneLine)}](<{Address(link.Address)}>)", Emphasis.None));
                break;
            case NoteMark mark:
                atoms.Add(new($"^[{NoteText(notes[mark.NoteId])}]", Emphasis.None));
                break;
            case LineBreak:
                atoms.Add(isOneLine ? new(" ", Emphasis.None, ' ') : new("\\\n", Emphasis.None) { IsBreak = true });
                break;
            default:
                throw new InvalidOperationException($"An inline of kind {inline.GetType().Name} has no Markdown.");
        }
    }

    private void AddWords(string words, Emphasis emphasis)
    {
        for (int i = 0; i < words.Length; i++)
        {
            char c = words[i];
            bool startsEntity = c == '&' && i + 1 < words.Length && (words[i + 1] == '#' || char.IsAsciiLetter(words[i + 1]));
            string raw = startsEntity || AlwaysEscaped.Contains(c, StringComparison.Ordinal) ? "\\" + c : c.ToString();
            atoms.Add(new(raw, emphasis, c));
        }
    }

    private void AddReference(Reference reference)
    {
        if (anchors.TryGetValue(reference.Target, out string? anchor))
        {
            string words = Write([new TextRun(PlainText.Of(reference))], anchors, notes, isOneLine: true);
            atoms.Add(new($"[{words}](#{anchor})", reference.Emphasis));
        }
        else
        {
            AddWords(PlainText.Of(reference), reference.Emphasis);
        }
    }

    // Paragraphs of a note are joined: the form written where the mark stands has room for one.
    private string NoteText(Note note) =>
        string.Join(' ', note.Blocks.OfType<Paragraph>().Select(p => Write(p.Content, anchors, notes, isOneLine: true)));

    /// <summary>At the edges of a line blanks are dropped and some characters begin a list, a heading or a table's rule.</summary>
    private void SecureLineEdges()
    {
        for (int i = 0; i < atoms.Count; i++)
        {
            bool isFirst = i == 0 || atoms[i - 1].IsBreak;
            bool isLast = i == atoms.Count - 1 || atoms[i + 1].IsBreak;
            if ((isFirst || isLast) && atoms[i].IsBlank)
            {
                atoms[i] = atoms[i].AsEntity();
            }

            if (isFirst)
            {
                EscapeBlockMark(i);
            }
        }
    }

    private void EscapeBlockMark(int at)
    {
        if (atoms[at].Character is '-' or '+' or '>' or ':' or '=')
        {
            atoms[at] = atoms[at] with { Raw = "\\" + atoms[at].Raw };
            return;
        }

        while (at < atoms.Count && atoms[at].Character is { } digit && char.IsAsciiDigit(digit))
        {
            at++;
        }

        if (at > 0 && at < atoms.Count && atoms[at].Character is '.' or ')')
        {
            atoms[at] = atoms[at] with { Raw = "\\" + atoms[at].Raw };
        }
    }

    private string Assemble()
    {
        StringBuilder markdown = new();
        Emphasis open = Emphasis.None;
        for (int i = 0; i <= atoms.Count; i++)
        {
            Emphasis wanted = i < atoms.Count ? atoms[i].Emphasis : Emphasis.None;
            if (wanted != open)
            {
                string marks = Marks(open, wanted, out bool closes, out bool opens);
                SecureNeighbours(i, closes, opens, markdown);
                markdown.Append(marks);
                open = wanted;
            }

            if (i < atoms.Count)
            {
                markdown.Append(atoms[i].Raw);
            }
        }

        return markdown.ToString();
    }

    /// <summary>The marks that turn one emphasis into another; bold is always the outer one.</summary>
    private static string Marks(Emphasis open, Emphasis wanted, out bool closes, out bool opens)
    {
        bool bold = ((open ^ wanted) & Emphasis.Bold) != 0;
        bool closesItalic = open.HasFlag(Emphasis.Italic) && (bold || !wanted.HasFlag(Emphasis.Italic));
        bool opensItalic = wanted.HasFlag(Emphasis.Italic) && (bold || !open.HasFlag(Emphasis.Italic));
        closes = closesItalic || (bold && open.HasFlag(Emphasis.Bold));
        opens = opensItalic || (bold && wanted.HasFlag(Emphasis.Bold));
        return (closesItalic ? "_" : "") + (bold ? "**" : "") + (opensItalic ? "_" : "");
    }

    /// <summary>Makes sure that marks put before an atom can open and close there.</summary>
    private void SecureNeighbours(int at, bool closes, bool opens, StringBuilder markdown)
    {
        bool hasBefore = at > 0 && !atoms[at - 1].IsBreak;
        bool hasAfter = at < atoms.Count && !atoms[at].IsBreak;
        if (hasBefore && atoms[at - 1] is { Character: not null } before && ((closes && before.IsBlank) || (opens && !before.IsBlankOrPunctuation)))
        {
            markdown.Length -= before.Raw.Length;
            atoms[at - 1] = before.AsEntity();
            markdown.Append(atoms[at - 1].Raw);
        }

        if (hasAfter && atoms[at] is { Character: not null } after && ((opens && after.IsBlank) || (closes && !after.IsBlankOrPunctuation)))
        {
            atoms[at] = after.AsEntity();
        }
    }

    private static string Address(string address) =>
        address.Replace("\\", "%5C", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    /// <summary>The smallest piece that marks can stand between: a character, or a construct of ours as a whole.</summary>
    /// <param name="Character">The character it is; null for a construct, which begins and ends with punctuation.</param>
    private sealed record Atom(string Raw, Emphasis Emphasis, char? Character = null)
    {
        public bool IsBreak { get; init; }

        public bool IsBlank => Character is { } c && char.IsWhiteSpace(c);

        public bool IsBlankOrPunctuation => Character is not { } c || c is ' ' or '\t' || (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)));

        // Half of a surrogate pair has no entity of its own; the marks beside an emoji are left to the reader's rules.
        public Atom AsEntity() => Character is { } c && !char.IsSurrogate(c) ? this with { Raw = string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};") } : this;
    }
}
