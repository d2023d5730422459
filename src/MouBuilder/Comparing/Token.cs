using System.Collections.Immutable;
using System.Globalization;
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
}

/// <summary>Takes inlines apart into tokens. The last one is the end of the text, which carries the blanks before it.</summary>
internal sealed class Tokenizer(Func<string, string> targetKey, Func<string, string> noteKey)
{
    private readonly List<Token> tokens = [];
    private readonly List<Inline> blanks = [];
    private string blankText = "";

    public Token[] Read(ImmutableArray<Inline> inlines)
    {
        Read(inlines, null);
        Add("", null, isWord: false);
        Token[] read = [.. tokens];
        tokens.Clear();
        return read;
    }

    private void Read(ImmutableArray<Inline> inlines, string? address)
    {
        foreach (Inline inline in inlines)
        {
            switch (inline)
            {
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

    private void Text(string text, string? address, Func<string, Inline> piece)
    {
        int at = 0;
        while (at < text.Length)
        {
            int from = at;
            if (char.IsWhiteSpace(text[at]))
            {
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                blanks.Add(Linked(piece(text[from..at]), address));
                blankText += text[from..at];
                continue;
            }

            // The 's after a defined term, which is an inline of its own, is no punctuation mark.
            bool isSuffix = at == 0 && blankText.Length == 0 && text.Length > 1 && text[0] is '\'' or '’' && char.IsLetter(text[1]) && tokens.Count > 0;
            bool isWord = isSuffix || IsWordAt(text, at);
            at = isWord ? WordEnd(text, isSuffix ? at + 1 : at) : at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);
            string word = text[from..at];
            Add(address is null ? word : word + "\u0002" + address, Linked(piece(word), address), isWord);
        }
    }

    private void Add(string key, Inline? content, bool isWord)
    {
        tokens.Add(new(key, blankText, blanks.Count == 0 ? [] : [.. blanks], content, isWord));
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
