using System.Globalization;
using MouBuilder.Diagnostics;
using MouBuilder.Reading.Packages;

namespace MouBuilder.Reading.Docx;

/// <summary>The pending tracked changes of a file: which side of each is read, how many there are, and whose.</summary>
internal sealed class TrackedChanges(PendingChanges mode)
{
    private const int MostShown = 500;

    private static readonly (string Name, string One, string Many)[] Kinds =
        [("insertion", "insertion", "insertions"), ("deletion", "deletion", "deletions"), ("move", "move", "moves"), ("formatting", "change of formatting", "changes of formatting")];

    private static readonly HashSet<string> Marks =
        ["w:ins", "w:del", "w:moveFrom", "w:cellIns", "w:cellDel", "w:cellMerge", "w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange"];

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> authors = new(StringComparer.Ordinal);
    private readonly List<(string Kind, string Author, string Words)> shown = [];

    /// <summary>Whether the text as it was before is read, and not the text as it would become.</summary>
    public bool ReadsOld => mode == PendingChanges.Reject;

    private int Count => counts.Values.Sum();

    /// <summary>Notes an element that marks a change.</summary>
    /// <param name="holder">The element whose words changed; the mark itself when null.</param>
    public void Note(Element mark, Element? holder = null)
    {
        string kind = mark.Name switch
        {
            "w:ins" or "w:cellIns" => "insertion",
            "w:del" or "w:cellDel" or "w:cellMerge" => "deletion",
            "w:moveFrom" => "move",
            "w:moveTo" => "",
            _ => "formatting",
        };
        if (kind.Length == 0)
        {
            return; // the other end of a move that has been counted
        }

        string author = mark["w:author"] is { Length: > 0 } named ? named : "an author without a name";
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        authors[author] = authors.GetValueOrDefault(author) + 1;
        if (mode == PendingChanges.Show && shown.Count < MostShown)
        {
            string words = string.Concat((holder ?? mark).Descendants().Where(e => e.Name is "w:t" or "w:delText").Select(e => e.Text));
            shown.Add((kind, author, words.Length <= 120 ? words : words[..120] + "…"));
        }
    }

    /// <summary>Notes what is tracked inside of an element that is not read, so that the count does not depend on the side that is.</summary>
    /// <param name="noted">A child whose changes have been noted.</param>
    public void NoteWithin(Element unread, Element? noted = null)
    {
        foreach (Element mark in unread.Children.Where(c => c != noted).SelectMany(c => c.Descendants().Prepend(c)).Where(e => Marks.Contains(e.Name)))
        {
            Note(mark);
        }
    }

    public void Tell(Source file, DiagnosticBag bag)
    {
        if (Count == 0)
        {
            return;
        }

        string kinds = string.Join(", ", Kinds.Where(k => counts.ContainsKey(k.Name)).Select(k => counts[k.Name] == 1 ? "1 " + k.One : string.Create(CultureInfo.InvariantCulture, $"{counts[k.Name]} {k.Many}")));
        string[] named = [.. authors.OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Key)];
        string whose = named.Length <= 5 ? string.Join(", ", named) : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", named[..5])} and {named.Length - 5} more");
        if (mode == PendingChanges.Refuse)
        {
            bag.PendingChanges(file, Count, kinds, whose);
            return;
        }

        bag.Noted(file, string.Create(CultureInfo.InvariantCulture, $"{Count} pending tracked changes ({kinds}), by {whose}, were read as {(ReadsOld ? "rejected" : "accepted")}."));
        foreach ((string kind, string author, string words) in shown)
        {
            bag.ChangeRead(file, "accepted: " + kind, author, words);
        }
    }
}
