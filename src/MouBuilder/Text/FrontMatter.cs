using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MouBuilder.Diagnostics;
using MouBuilder.Documents;
using MouBuilder.Files;
using MouBuilder.Yaml;

namespace MouBuilder.Text;

/// <summary>
/// What a Markdown file of ours says about itself. At its head stands YAML: <c>mou: 1</c> tells our reader that labels in the text are labels, then come the
/// document's properties. At its foot, in link definitions that no viewer shows, stands what only a program needs: the defined terms, and which blocks are
/// sections, clauses, exhibits, signatures and tables to fill in by hand.
/// </summary>
/// <param name="Length">How many Markdown blocks the file was written with.</param>
internal sealed record FrontMatter(DocumentProperties Properties, ImmutableArray<OutlineEntry> Outline, int Length)
{
    private const string Fence = "---\n";
    private const string FootStart = "[//]: # (";
    private const string FootEnd = ")\n";

    public static string Head(DocumentProperties p)
    {
        StringBuilder yaml = new(Fence);
        yaml.Append("mou: 1\n");
        Pair(yaml, "title", p.Title);
        Pair(yaml, "agreement", p.Agreement);
        Pair(yaml, "revision", p.Revision);
        Pair(yaml, "status", p.Status);
        Pair(yaml, "language", p.Language);
        Pair(yaml, "drafted", p.Drafted?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        Pair(yaml, "drafter", p.Drafter);
        Pair(yaml, "disclaimer", p.Disclaimer);
        Pair(yaml, "attachments", p.AttachmentWord);
        yaml.Append(p.Contents ? "contents: true\n" : "contents: false\n");
        yaml.Append(p.IsForFamilies ? "families: true\n" : "");
        return yaml.Append(Fence).Append('\n').ToString();
    }

    public static string Foot(MouDocument document)
    {
        StringBuilder foot = new();
        foreach (DefinedTerm term in document.Properties.Terms)
        {
            string forms = string.Join(", ", term.Forms.Select(Quote));
            FootLine(foot, $"term: {Quote(term.Name)}, forms: [{forms}], clause: {Quote(term.Clause)}");
        }

        FootLine(foot, string.Create(CultureInfo.InvariantCulture, $"length: {Text.Outline.Length(document)}"));
        foreach (OutlineEntry entry in Text.Outline.Of(document))
        {
            FootLine(foot, string.Create(CultureInfo.InvariantCulture, $"at: {entry.At}, blocks: {entry.Length}, {Words(entry)}"));
        }

        return foot.ToString();
    }

    /// <summary>Splits a file into the YAML of head and foot, and the body between them; null when the file is not one of ours.</summary>
    public static (SourceText Yaml, SourceText Body)? Split(SourceText file)
    {
        if (!file.Text.StartsWith(Fence, StringComparison.Ordinal))
        {
            return null;
        }

        int end = file.Text.IndexOf("\n" + Fence, Fence.Length - 1, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        int bodyStart = end + 1 + Fence.Length;
        int bodyEnd = file.Text.Length;
        List<string> foot = [];
        for (int line = LastLine(file.Text, bodyEnd); line >= bodyStart && FootLine(file.Text[line..bodyEnd]) is { } entry; line = LastLine(file.Text, bodyEnd))
        {
            foot.Insert(0, $"  - {{ {entry} }}\n");
            bodyEnd = line;
        }

        string yaml = file.Text[Fence.Length..(end + 1)] + (foot.Count == 0 ? "" : "foot:\n" + string.Concat(foot));
        int bodyLine = file.Text.AsSpan(0, bodyStart).Count('\n') + 1;
        return (new(file.Path, yaml, 2), new(file.Path, file.Text[bodyStart..bodyEnd], bodyLine));
    }

    public static FrontMatter? Read(SourceText yaml, DiagnosticBag bag)
    {
        if (YamlFile.Read(yaml, bag) is not { } map)
        {
            return null;
        }

        YamlKeys keys = new(map, "the front matter", bag);
        keys.Required("mou");
        YamlKeys[] foot = [.. keys.Maps("foot", "the foot of the file")];
        DocumentProperties properties = new()
        {
            Title = keys.Text("title", ""),
            Agreement = keys.Text("agreement", ""),
            Revision = keys.Text("revision", ""),
            Status = keys.Text("status", ""),
            Language = keys.Text("language", ""),
            Drafted = keys.Text("drafted", "").Length > 0 ? keys.Date("drafted") : null,
            Drafter = keys.Text("drafter", ""),
            Disclaimer = keys.Text("disclaimer", ""),
            AttachmentWord = keys.Text("attachments", "Exhibit"),
            Contents = keys.Flag("contents"),
            IsForFamilies = keys.Flag("families"),
            Terms = [.. foot.Where(f => f.Has("term")).Select(ReadTerm)],
        };
        ImmutableArray<OutlineEntry> outline = [.. foot.Where(f => f.Has("at")).Select(ReadEntry)];
        int length = foot.FirstOrDefault(f => f.Has("length"))?.Integer("length") ?? -1;
        keys.Finish();
        return new(properties, outline, length);
    }

    private static DefinedTerm ReadTerm(YamlKeys keys)
    {
        DefinedTerm term = new(keys.Required("term"), [.. keys.Texts("forms").Select(f => f.Value)], keys.Text("clause", ""));
        keys.Finish();
        return term;
    }

    private static OutlineEntry ReadEntry(YamlKeys keys)
    {
        int at = keys.Integer("at") ?? 0;
        int length = keys.Integer("blocks") ?? 0;
        OutlineEntry entry = new(OutlineKind.Signatures, "", SectionKind.Numbered, at, length, null, false);
        if (keys.Text("section") is { } section)
        {
            entry = entry with { Kind = OutlineKind.Section, Id = section, Section = keys.Choice("kind", SectionKind.Numbered), HasHeading = true };
        }
        else if (keys.Text("clause") is { } clause)
        {
            ClauseOrigin? origin = keys.Text("version") is { } version ? new(clause, version, keys.Text("text", "")) : null;
            entry = entry with { Kind = OutlineKind.Clause, Id = clause, Origin = origin, HasHeading = keys.Flag("heading", true), IsNumberedParagraph = keys.Flag("numbered") };
        }
        else if (keys.Text("exhibit") is { } exhibit)
        {
            entry = entry with { Kind = OutlineKind.Exhibit, Id = exhibit, HasHeading = true };
        }
        else if (keys.Integer("rows") is { } rowHeight)
        {
            entry = entry with { Kind = OutlineKind.Form, RowHeight = rowHeight };
        }
        else
        {
            keys.Flag("signatures");
        }

        keys.Finish();
        return entry;
    }

    private static string Words(OutlineEntry entry) => entry.Kind switch
    {
        OutlineKind.Section => $"section: {Quote(entry.Id)}, kind: {KebabCase.Of(entry.Section)}",
        OutlineKind.Clause => $"clause: {Quote(entry.Id)}"
            + (entry.Origin is { } o ? $", version: {Quote(o.Version)}, text: {Quote(o.Fingerprint)}" : "")
            + (entry.HasHeading ? "" : ", heading: false") + (entry.IsNumberedParagraph ? ", numbered: true" : ""),
        OutlineKind.Exhibit => $"exhibit: {Quote(entry.Id)}",
        OutlineKind.Form => string.Create(CultureInfo.InvariantCulture, $"rows: {entry.RowHeight}"),
        _ => "signatures: true",
    };

    // Brackets would end the definition that hides the line.
    private static void FootLine(StringBuilder foot, string yaml) =>
        foot.Append(FootStart).Append(yaml.Replace("%", "%25", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)).Append(FootEnd);

    private static string? FootLine(string line) => line.StartsWith(FootStart, StringComparison.Ordinal) && line.EndsWith(FootEnd, StringComparison.Ordinal)
        ? line[FootStart.Length..^FootEnd.Length].Replace("%28", "(", StringComparison.Ordinal).Replace("%29", ")", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal)
        : null;

    private static int LastLine(string text, int end) => end < 2 ? 0 : text.LastIndexOf('\n', end - 2) + 1;

    private static void Pair(StringBuilder yaml, string key, string value) => yaml.Append(key).Append(": ").Append(Quote(value)).Append('\n');

    private static string Quote(string value) =>
        '"' + value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + '"';
}
