using MouBuilder.Files;
using MouBuilder.Templates.Language.Values;

namespace MouBuilder.Templates.Language.Running;

/// <summary>Collects text together with who wrote it.</summary>
internal sealed class Output(Margin margin, int capacity = 256, int stretchCapacity = 8)
{
    private char[] buffer = new char[capacity];
    private readonly List<Stretch> stretches = new(stretchCapacity);

    public int Length { get; private set; }

    public string Text => new(buffer, 0, Length);

    public Stretch[] Stretches => [.. stretches];

    public void WriteTemplate(SourceText file, int start, int length) =>
        Write(file.Text.AsSpan(start, length), StretchKind.Template, file, start, null);

    public void WriteRope(Rope rope)
    {
        foreach (Stretch stretch in rope.Stretches)
        {
            Write(rope.Text.AsSpan(stretch.Start, stretch.Length), stretch.Kind, stretch.File, stretch.Offset, stretch.Payload);
        }
    }

    public void Write(ReadOnlySpan<char> text, StretchKind kind, SourceText file, int offset, object? payload)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (margin.Indent is null)
        {
            margin.AtLineStart = text[^1] == '\n';
            Append(text, kind, file, offset, payload);
            return;
        }

        int at = 0;
        while (at < text.Length)
        {
            if (margin.AtLineStart)
            {
                AppendIndent(margin.Indent);
                margin.AtLineStart = false;
            }

            int lineEnd = text[at..].IndexOf('\n');
            int end = lineEnd < 0 ? text.Length : at + lineEnd + 1;
            Append(text[at..end], kind, file, kind == StretchKind.Template ? offset + at : offset, payload);
            margin.AtLineStart = lineEnd >= 0;
            at = end;
        }
    }

    private void AppendIndent(Indent indent)
    {
        if (indent.Outer is not null)
        {
            AppendIndent(indent.Outer);
        }

        Append(indent.File.Text.AsSpan(indent.Start, indent.Length), StretchKind.Template, indent.File, indent.Start, null);
    }

    private void Append(ReadOnlySpan<char> text, StretchKind kind, SourceText file, int offset, object? payload)
    {
        if (Length + text.Length > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + text.Length));
        }

        text.CopyTo(buffer.AsSpan(Length));
        if (!TryExtend(text.Length, kind, file, offset))
        {
            stretches.Add(new(Length, text.Length, kind, file, offset, payload));
        }

        Length += text.Length;
    }

    /// <summary>Text of a template that continues where the last stretch ended is one stretch with it.</summary>
    private bool TryExtend(int length, StretchKind kind, SourceText file, int offset)
    {
        if (kind != StretchKind.Template || stretches.Count == 0)
        {
            return false;
        }

        Stretch last = stretches[^1];
        if (last.Kind != StretchKind.Template || !ReferenceEquals(last.File, file) || last.Offset + last.Length != offset)
        {
            return false;
        }

        stretches[^1] = last with { Length = last.Length + length };
        return true;
    }
}
