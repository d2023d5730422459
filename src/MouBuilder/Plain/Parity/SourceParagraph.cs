using System.Collections.Immutable;
using MouBuilder.Clauses;
using MouBuilder.Diagnostics;
using MouBuilder.Plain.Packets;

namespace MouBuilder.Plain.Parity;

/// <summary>A paragraph or item of a plain-language text as it is written, with its places for facts.</summary>
internal sealed record SourceParagraph(string Text, Source At)
{
    /// <summary>Title, what changed, and each paragraph.</summary>
    public static ImmutableArray<SourceParagraph> Of(PlainVersion version)
    {
        Source file = Source.File(version.Text.Path);
        List<SourceParagraph> found = [new(version.Title, file), new(version.Change, file)];
        bool isNew = true;
        int offset = 0;
        foreach (string line in version.Text.Text.Split('\n'))
        {
            PacketLine parts = PacketLine.Of(line)[0];
            if (parts.HasWords)
            {
                if (isNew || parts.Lead.Trim().Length > 0)
                {
                    found.Add(new(parts.Words, version.Text.PlaceOf(offset + parts.Lead.Length)));
                }
                else
                {
                    found[^1] = found[^1] with { Text = found[^1].Text + " " + parts.Words };
                }
            }

            isNew = !parts.HasWords;
            offset += line.Length + 1;
        }

        return [.. found];
    }
}
