using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using MouBuilder.Documents;

namespace MouBuilder.Comparing;

/// <summary>A word, a punctuation mark or an inline that is no text, with the blanks before it.</summary>
/// <param name="Key">Equal for tokens that say the same, whatever type they are set in and whatever number a reference shows.</param>
/// <param name="Blanks">The blanks before it, as inlines.</param>
/// <param name="Content">The token itself; null for the end of the text.</param>
internal readonly record struct Token(string Key, string BlankText, ImmutableArray<Inline> Blanks, Inline? Content, bool IsWord)
{
    /// <summary>Whether it is text, and not a reference, a gap or the mark of a note.</summary>
    public bool IsText => Content is TextRun or Term or Link { Content: [TextRun or Term] };

    /// <summary>What follows the content in the same word, set or marked in another way: the 's after a defined term.</summary>
    public ImmutableArray<Inline> Rest { get; init; } = [];

    /// <summary>The content and what follows it.</summary>
    public ImmutableArray<Inline> Pieces => Content is null ? [] : [Content, .. Rest];

    /// <summary>Writes the pieces behind others.</summary>
    public void AddTo(List<Inline> inlines)
    {
        if (Content is not null)
        {
            inlines.Add(Content);
            inlines.AddRange(Rest);
        }
    }
}

/// <summary>Takes inlines apart into tokens. The last one is the end of the text, which carries the blanks before it.</summary>
internal sealed class Tokenizer
{
    private const int MostPieces = 50;

    private readonly Func<string, string> targetKey;
    private readonly Func<string, string> noteKey;
    private static readonly TextRun Space = new(" ");
    private static readonly ImmutableArray<Inline> OneSpace = [Space];

    private readonly List<Token> tokens = [];
    private readonly List<Inline> blanks = [];
    private string blankText = "";

    // A text says few words often: each is kept once.
    private readonly Dictionary<string, TextRun> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextRun>.AlternateLookup<ReadOnlySpan<char>> knownWords;

    public Tokenizer(Func<string, string> targetKey, Func<string, string> noteKey)
    {
        (this.targetKey, this.noteKey) = (targetKey, noteKey);
        knownWords = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Token[] Read(ImmutableArray<Inline> inlines) => Passing(inlines).ToArray();

    /// <summary>The tokens, for as long as nothing else is read.</summary>
    public ReadOnlySpan<Token> Passing(ImmutableArray<Inline> inlines)
    {
        tokens.Clear();
        Read(inlines, null);
        Add("", null, isWord: false);
        return CollectionsMarshal.AsSpan(tokens);
    }

    private void Read(ImmutableArray<Inline> inlines, string? address)
    {
        foreach (Inline inline in inlines)
        {
            switch (inline)
            {
                case TextRun { Emphasis: Emphasis.None } plain:
                    Text(plain.Value, address, null);
                    break;
                case TextRun run:
                    Text(run.Value, address, text => run with { Value = text });
                    break;
                case Term term:
                    Text(term.Value, address, text => term with { Value = text });
                    break;
                case Link link:
                    Read(link.Content, link.Address);
                    break;
                default:
                    Add(KeyOf(inline), Linked(inline, address), isWord: inline is Reference or Gap);
                    break;
            }
        }
    }

    private string KeyOf(Inline inline) => inline switch
    {
        Reference r => "\u0001ref " + targetKey(r.Target),
        Gap g => "\u0001gap " + g.Field,
        NoteMark n => "\u0001note " + noteKey(n.NoteId),
        _ => "\u0001break",
    };

    /// <param name="make">Makes an inline of a piece of the text; null for text in plain type.</param>
    private void Text(string text, string? address, Func<string, Inline>? make)
    {
        int at = Continued(text, address, make);
        while (at < text.Length)
        {
            int from = at;
            if (char.IsWhiteSpace(text[at]))
            {
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                Inline blank = Piece(text, from, at, make, out string value);
                blanks.Add(Linked(blank, address));
                blankText = blankText.Length == 0 ? value : blankText + value;
                continue;
            }

            // The 's after a gap, which is an inline of its own, is no punctuation mark.
            bool isSuffix = at == 0 && blankText.Length == 0 && text.Length > 1 && text[0] is '\'' or '’' && char.IsLetter(text[1]) && tokens.Count > 0;
            bool isWord = isSuffix || IsWordAt(text, at);
            at = isWord ? WordEnd(text, isSuffix ? at + 1 : at) : at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);
            Inline piece = Piece(text, from, at, make, out string word);
            Add(word + AddressKey(address), Linked(piece, address), isWord);
        }
    }

    /// <summary>A word that began in the inline before is one word, whatever its parts are set in: "<b>Student</b>'s", "<b>School</b>-related".</summary>
    /// <returns>Where the text goes on behind it.</returns>
    private int Continued(string text, string? address, Func<string, Inline>? make)
    {
        if (tokens.Count == 0 || blankText.Length > 0 || tokens[^1] is not { IsWord: true, IsText: true, Rest.Length: < MostPieces } begun || WordEnd(text, 0) is not (> 0 and int end))
        {
            return 0;
        }

        Inline piece = Linked(Piece(text, 0, end, make, out string more), address);
        Inline last = begun.Rest.IsEmpty ? begun.Content! : begun.Rest[^1];
        string mark = AddressKey((last as Link)?.Address);
        string key = mark == AddressKey(address) ? begun.Key[..^mark.Length] : begun.Key;
        tokens[^1] = begun with { Key = key + more + AddressKey(address), Rest = begun.Rest.Add(piece) };
        return end;
    }

    private static string AddressKey(string? address) => address is null ? "" : "\u0002" + address;

    private Inline Piece(string text, int from, int to, Func<string, Inline>? make, out string value)
    {
        ReadOnlySpan<char> span = text.AsSpan(from, to - from);
        if (span is " " && make is null)
        {
            value = Space.Value;
            return Space;
        }

        if (!knownWords.TryGetValue(span, out TextRun? known))
        {
            known = new(span.ToString());
            words.Add(known.Value, known);
        }

        value = known.Value;
        return make is null ? known : make(value);
    }

    private void Add(string key, Inline? content, bool isWord)
    {
        tokens.Add(new(key, blankText, blanks.Count == 0 ? [] : blanks.Count == 1 && ReferenceEquals(blanks[0], Space) ? OneSpace : [.. blanks], content, isWord));
        blanks.Clear();
        blankText = "";
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && (IsWordAt(text, at) || (at + 1 < text.Length && IsJoint(text[at]) && char.IsLetterOrDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    // "C.R.S", "22-32-146", "5,000", "student's", "and/or" are one word each.
    private static bool IsJoint(char c) => c is '\'' or '’' or '-' or '‑' or '.' or ',' or '/' or ':';

    private static bool IsWordAt(string text, int at) => char.IsLetterOrDigit(text[at]) || text[at] is '$' or '%' or '§'
        || CharUnicodeInfo.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static Inline Linked(Inline inline, string? address) => address is null ? inline : new Link(address, [inline]);
}
