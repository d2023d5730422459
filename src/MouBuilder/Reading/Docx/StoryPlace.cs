using System.Globalization;
using MouBuilder.Documents;
using MouBuilder.Diagnostics;

namespace MouBuilder.Reading.Docx;

/// <summary>Where in a part the reading is: the paragraph or table row, counted in file order.</summary>
internal sealed class StoryPlace(string part)
{
    private int block;

    public string Now => string.Create(CultureInfo.InvariantCulture, $"in paragraph {block} of {part}");

    public Provenance Next()
    {
        block++;
        return new(new WordPlace(part, block));
    }
}
