using MouBuilder.Documents;

namespace MouBuilder.Word;

/// <summary>What the stories of one file (body, footnotes, header, footer) share.</summary>
internal sealed class StoryParts(MouDocument document)
{
    public string Language { get; } = Regional(document.Properties.Language);

    public Phrases Phrases { get; } = Phrases.In(document.Properties.Language);

    public ListNumbers Lists { get; } = new();

    public Bookmarks Bookmarks { get; } = Bookmarks.Of(document);

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
