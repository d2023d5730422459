using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MouBuilder.Diagnostics;
using MouBuilder.Files;
using MouBuilder.Templates.Language;
using MouBuilder.Templates.Language.Running;
using MouBuilder.Text;

namespace MouBuilder.Templates;

/// <summary>
/// The step between a template's output and its reading as Markdown: what values wrote is escaped, so that a name cannot make a heading, a list or a link,
/// and what the template wrote is left as it is. A value with several lines keeps them, inside the list item or notice it stands in.
/// </summary>
internal sealed partial class MarkdownEscape
{
    private readonly Rendering rendering;
    private readonly StringBuilder markdown;
    private readonly List<(int Start, Stretch Stretch, bool IsVerbatim)> pieces;
    private readonly ImmutableArray<PlacedAt>.Builder placements = ImmutableArray.CreateBuilder<PlacedAt>();
    private readonly DiagnosticBag bag;

    private MarkdownEscape(Rendering rendering, DiagnosticBag bag)
    {
        this.rendering = rendering;
        this.bag = bag;
        markdown = new(rendering.Text.Length + 64);
        pieces = new(rendering.SourceMap.Length);
    }

    /// <summary>The output as Markdown whose structure only templates have made.</summary>
    public static MarkdownText Apply(Rendering rendering, DiagnosticBag bag)
    {
        MarkdownEscape escape = new(rendering, bag);
        for (int i = 0; i < rendering.SourceMap.Length; i++)
        {
            escape.Add(i);
        }

        return new(escape.markdown.ToString(), escape.PlaceOf, escape.placements.ToImmutable());
    }

    private void Add(int index)
    {
        Stretch stretch = rendering.SourceMap[index];
        bool isVerbatim = stretch.Kind is not (StretchKind.Value or StretchKind.Placement);
        if (!isVerbatim && stretch.Kind == StretchKind.Placement)
        {
            AddPlacement(stretch);
            return;
        }

        pieces.Add((markdown.Length, stretch, isVerbatim));
        if (isVerbatim)
        {
            markdown.Append(rendering.Text, stretch.Start, stretch.Length);
        }
        else
        {
            AddValue(WithoutEdgesAtMarks(stretch), stretch, index);
        }
    }

    /// <summary>A placement has its line to itself; blank lines around it keep it from joining its neighbours.</summary>
    private void AddPlacement(Stretch stretch)
    {
        int end = stretch.Start + stretch.Length;
        int lineEnd = rendering.Text.IndexOf('\n', end);
        ReadOnlySpan<char> after = rendering.Text.AsSpan(end, (lineEnd < 0 ? rendering.Text.Length : lineEnd) - end);
        if (!string.IsNullOrWhiteSpace(CurrentLine()) || !after.IsWhiteSpace())
        {
            bag.PlacementInside(stretch.Place);
            return;
        }

        string indent = CurrentLine();
        markdown.Length -= indent.Length;
        pieces.Add((markdown.Length, stretch, false));
        markdown.Append("\n\n").Append(indent);
        string marker = string.Create(CultureInfo.InvariantCulture, $"placement{placements.Count}");
        placements.Add(new(markdown.Length, marker.Length, stretch.Payload!));
        markdown.Append(marker).Append("\n\n");
    }

    // A blank at the edge of a value keeps the emphasis it stands in from opening or closing, and nobody sees it there.
    private ReadOnlySpan<char> WithoutEdgesAtMarks(Stretch stretch)
    {
        ReadOnlySpan<char> value = rendering.Text.AsSpan(stretch.Start, stretch.Length);
        int end = stretch.Start + stretch.Length;
        value = markdown.Length > 0 && markdown[^1] is '*' or '_' ? value.TrimStart() : value;
        return end < rendering.Text.Length && rendering.Text[end] is '*' or '_' ? value.TrimEnd() : value;
    }

    /// <summary>What templates write on the rest of the line.</summary>
    private string TemplateTextAfter(int index)
    {
        StringBuilder rest = new();
        foreach (Stretch stretch in rendering.SourceMap.Skip(index + 1))
        {
            if (stretch.Kind == StretchKind.Template)
            {
                string text = rendering.Text.Substring(stretch.Start, stretch.Length);
                int end = text.IndexOf('\n', StringComparison.Ordinal);
                rest.Append(end < 0 ? text : text[..end]);
                if (end >= 0)
                {
                    break;
                }
            }
        }

        return rest.ToString();
    }

    private void AddValue(ReadOnlySpan<char> value, Stretch stretch, int index)
    {
        // Markdown ends a line at a carriage return too.
        if (value.Contains('\r'))
        {
            value = value.ToString().ReplaceLineEndings("\n");
        }

        if (!value.Contains('\n'))
        {
            AppendLine(value);
            return;
        }

        string line = CurrentLine();
        string prefix = Containers().Match(line).Value;
        if (OneLineMark().IsMatch(Escapes().Replace(line[prefix.Length..], "")) || OneLineMark().IsMatch(Escapes().Replace(TemplateTextAfter(index), "")))
        {
            bag.LineBreakInRow(stretch.Place);
            return;
        }

        // Inside a list item the next lines are indented to its text; inside a notice they carry its mark.
        prefix = ListMark().Replace(prefix, mark => new string(' ', mark.Length));
        string[] lines = value.TrimEnd('\n').ToString().Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            bool isBlank = string.IsNullOrWhiteSpace(lines[i]);
            if (i > 0)
            {
                bool breaksLine = !isBlank && !string.IsNullOrWhiteSpace(lines[i - 1]);
                markdown.Append(breaksLine ? "\\\n" : "\n").Append(prefix);
            }

            AppendLine(isBlank ? "" : lines[i]);
        }
    }

    private void AppendLine(ReadOnlySpan<char> words)
    {
        int first = 0;
        if (!words.IsEmpty && words.IndexOfAnyExceptInRange('0', '9') < 0 && Containers().Match(CurrentLine()).Value.Length == CurrentLine().Length)
        {
            // A year before a full stop at the start of a line would count as a list's number.
            markdown.Append(CultureInfo.InvariantCulture, $"&#{(int)words[0]};");
            first = 1;
        }

        for (int i = first; i < words.Length; i++)
        {
            char c = words[i];
            bool isEdge = i == 0 || i == words.Length - 1;
            if (c is ' ' or '\t' && isEdge)
            {
                markdown.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            }
            else
            {
                if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)))
                {
                    markdown.Append('\\');
                }

                markdown.Append(c);
            }
        }
    }

    private string CurrentLine()
    {
        int start = markdown.Length;
        while (start > 0 && markdown[start - 1] != '\n')
        {
            start--;
        }

        return markdown.ToString(start, markdown.Length - start);
    }

    private Source PlaceOf(int offset)
    {
        int low = 0;
        int high = pieces.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = pieces[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        if (pieces.Count == 0)
        {
            return Source.File("");
        }

        (int start, Stretch stretch, bool isVerbatim) = pieces[low];
        return isVerbatim ? stretch.PlaceOf(stretch.Start + Math.Clamp(offset - start, 0, stretch.Length)) : stretch.Place;
    }

    [GeneratedRegex(@"\A([ \t]*([-*+>]|\d{1,9}[.)])[ \t]+)*[ \t]*", RegexOptions.CultureInvariant)]
    private static partial Regex Containers();

    [GeneratedRegex(@"[#|*_^]", RegexOptions.CultureInvariant)]
    private static partial Regex OneLineMark();

    [GeneratedRegex(@"\\.", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();

    [GeneratedRegex(@"[-*+]|\d{1,9}[.)]", RegexOptions.CultureInvariant)]
    private static partial Regex ListMark();
}
