using System.Text.RegularExpressions;
using MouBuilder.Documents;

namespace MouBuilder.Reading.Docx;

/// <summary>The tags that our own Word files carry on the control around each clause.</summary>
internal static partial class ClauseTags
{
    /// <summary>The clause of a tag; null for any other tag. Of a tag that was cut, id and version are what is left of them.</summary>
    public static ClauseOrigin? Read(string? tag) => tag is not null && Form().Match(tag) is { Success: true } found
        ? new(found.Groups[1].Value, found.Groups[2].Value, found.Groups[3].Value)
        : null;

    [GeneratedRegex(@"\Amou:([a-z][a-z0-9-]{1,31})(?:@([0-9a-z.]*))?(?:~[0-9a-f]+)?#([0-9a-f]{16})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
