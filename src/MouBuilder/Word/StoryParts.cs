using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>What the stories of one file (body, footnotes, header, footer) share.</summary>
/// <param name="redline">Null for a document without tracked changes.</param>
internal sealed class StoryParts(MouDocument document, WordRedline? redline = null)
{
    private RevisionMarks? marks;
    private ShownLabels? labels;

    public string Language { get; } = Regional(document.Properties.Language);

    public Phrases Phrases { get; } = Phrases.In(document.Properties.Language);

    public ListNumbers Lists { get; } = new();

    /// <summary>Null for a document without tracked changes, whose labels are all ours.</summary>
    public ShownLabels? Labels => redline is null ? null : labels ??= new(Lists, document.Properties.AttachmentWord);

    public Bookmarks Bookmarks { get; } = Bookmarks.Of(document, redline?.Targets);

    public WordRedline? Redline => redline;

    /// <summary>Null for a document without tracked changes.</summary>
    public RevisionMarks? Marks => marks ??= redline is null ? null : new(redline.Author, document.Properties.Drafted ?? redline.Old.Drafted, Bookmarks.Ids);


    /// <summary>The number of each footnote, by its id.</summary>
    public IReadOnlyDictionary<string, int> Notes { get; } =
        document.Notes.Select((note, i) => (note.Id, Number: i + 1)).ToDictionary(n => n.Id, n => n.Number, StringComparer.Ordinal);

    // Word takes a language without a region for one it does not know.
    private static string Regional(string language) => language switch
    {
        "en" => "en-US",
        "es" => "es-US",
        "vi" => "vi-VN",
        _ => language,
    };
}
