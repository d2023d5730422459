using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Documents;

namespace MouBuilder.Text;

/// <summary>
/// Writes inlines as Markdown that any CommonMark reader takes as meant. CommonMark's rules on what a mark may touch leave some emphasis without a form, such as bold
/// that begins with a bracket right after a letter; a paragraph with such emphasis is written without any, because words matter more.
/// </summary>
internal sealed class InlineWriter
{
    private const string AlwaysEscaped = "\\`*_[]<|^#~";

    private readonly Func<Reference, string?> live;
    private readonly IReadOnlyDictionary<string, Note> notes;
    private readonly bool isOneLine;
    private readonly List<Atom> atoms = [];

    private InlineWriter(Func<Reference, string?> live, IReadOnlyDictionary<string, Note> notes, bool isOneLine)
    {
        this.live = live;
        this.notes = notes;
        this.isOneLine = isOneLine;
    }

    /// <summary>The inlines as one line or, where line breaks are possible, several.</summary>
    /// <param name="live">A reference as Markdown that leads to what it names; null for one that is written as its words.</param>
    /// <param name="isOneLine">Whether a line break would end what is being written, as in a heading or a table; it becomes a blank there.</param>
    public static string Write(ImmutableArray<Inline> inlines, Func<Reference, string?> live, IReadOnlyDictionary<string, Note> notes, bool isOneLine)
    {
        InlineWriter writer = new(live, notes, isOneLine);
        foreach (Inline inline in inlines)
        {
            writer.Add(inline);
        }

        writer.SecureLineEdges();
        foreach (Emphasis outer in new[] { Emphasis.Bold, Emphasis.Italic })
        {
            string markdown = writer.Assemble(outer);
            if (writer.IsReadAsMeant(markdown))
            {
                return markdown;
            }
        }

        return writer.WithoutEmphasis();
    }

    /// <summary>The words of blocks, paragraph by paragraph, for a note or a cell, which have room for no other block; numbers of headings and list items are words there.</summary>
    public static IEnumerable<ImmutableArray<Inline>> Stretches(ImmutableArray<Block> blocks) => blocks.SelectMany(b => b.WithDescendants()).Select<Block, ImmutableArray<Inline>>(b => b switch
    {
        Paragraph p => p.Content,
        Heading { Label: { } label } h => [new TextRun(label + " "), .. h.Content],
        Heading h => h.Content,
        ListItem { Label: { } label } => [new TextRun(label)],
        SignatureBlock s => [new TextRun(s.ActingThrough is null ? s.Party : s.Party + SignatureWords.ActingThrough + s.ActingThrough)],
        SignatureLine l => [new TextRun($"{SignatureWords.Of(l.Capacity)}: {l.Office}")],
        Unsupported u => [new TextRun($"[{u.Kind}]")],
        _ => [],
    });

    private bool IsReadAsMeant(string markdown) =>
        atoms.TrueForAll(a => a.Emphasis == Emphasis.None) || EmphasisReading.Of(markdown).SequenceEqual(atoms.Where(a => !a.IsBreak).Select(a => (a.Character ?? EmphasisReading.Construct, a.Emphasis)));

    private string WithoutEmphasis()
    {
        for (int i = 0; i < atoms.Count; i++)
        {
            atoms[i] = atoms[i] with { Emphasis = Emphasis.None };
        }

        return Assemble(Emphasis.Bold);
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
                atoms.Add(new($"[{Write(link.Content, live, notes, isOneLine)}](<{Address(link.Address)}>)", Emphasis.None));
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
            bool mayStartPicture = c == '!' && i + 1 == words.Length;
            string raw = startsEntity || mayStartPicture || AlwaysEscaped.Contains(c, StringComparison.Ordinal) ? "\\" + c : c.ToString();
            atoms.Add(new(raw, emphasis, c));
        }
    }

    private void AddReference(Reference reference)
    {
        if (live(reference) is { } markdown)
        {
            atoms.Add(new(markdown, reference.Emphasis));
        }
        else
        {
            AddWords(PlainText.Of(reference), reference.Emphasis);
        }
    }

    // What a note holds is joined: the form written where the mark stands has room for one paragraph.
    private string NoteText(Note note) =>
        string.Join(' ', Stretches(note.Blocks).Select(s => Write(s, live, notes, isOneLine: true)).Where(w => w.Length > 0));

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

    /// <param name="outer">Which emphasis stays open around the other where both are on.</param>
    private string Assemble(Emphasis outer)
    {
        Emphasis inner = outer ^ Emphasis.Bold ^ Emphasis.Italic;
        StringBuilder markdown = new();
        Emphasis open = Emphasis.None;
        string innerMark = "";
        for (int i = 0; i <= atoms.Count; i++)
        {
            Emphasis wanted = i < atoms.Count ? atoms[i].Emphasis : Emphasis.None;
            bool outerChanges = ((open ^ wanted) & outer) != 0;
            if (open.HasFlag(inner) && (outerChanges || !wanted.HasFlag(inner)))
            {
                markdown.Append(innerMark);
                open &= ~inner;
            }

            if (outerChanges)
            {
                markdown.Append(Mark(outer, '*'));
            }

            if (wanted.HasFlag(inner) && !open.HasFlag(inner))
            {
                // Asterisks of bold and italic that touch would run together.
                innerMark = Mark(inner, outerChanges || ChangesAfter(i, outer) ? '_' : '*');
                markdown.Append(innerMark);
            }

            open = wanted;
            markdown.Append(i < atoms.Count ? atoms[i].Raw : "");
        }

        return markdown.ToString();
    }

    private static string Mark(Emphasis emphasis, char sign) => new(sign, emphasis == Emphasis.Bold ? 2 : 1);

    private bool ChangesAfter(int start, Emphasis emphasis)
    {
        int end = start;
        while (end < atoms.Count && atoms[end].Emphasis == atoms[start].Emphasis)
        {
            end++;
        }

        return ((atoms[start].Emphasis ^ (end < atoms.Count ? atoms[end].Emphasis : Emphasis.None)) & emphasis) != 0;
    }

    private static string Address(string address) =>
        address.Replace("\\", "%5C", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    /// <summary>The smallest piece that marks can stand between: a character, or a construct of ours as a whole.</summary>
    /// <param name="Character">The character it is; null for a construct, which begins and ends with punctuation.</param>
    private sealed record Atom(string Raw, Emphasis Emphasis, char? Character = null)
    {
        public bool IsBreak { get; init; }

        public bool IsBlank => Character is { } c && char.IsWhiteSpace(c);

        public Atom AsEntity() => this with { Raw = string.Create(CultureInfo.InvariantCulture, $"&#{(int)Character!};") };
    }
}
