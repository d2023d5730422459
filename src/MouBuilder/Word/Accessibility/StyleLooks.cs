namespace MouBuilder.Word.Accessibility;

/// <summary>What the styles of a file say that bears on who can read it: colours, outline levels, lists, the language.</summary>
internal sealed class StyleLooks
{
    private readonly Dictionary<string, Look> looks = new(StringComparer.Ordinal);

    private sealed class Look
    {
        public string? BasedOn { get; set; }

        public string? Colour { get; set; }

        public string? Fill { get; set; }

        public int? Outline { get; set; }

        public bool? IsListed { get; set; }
    }

    /// <summary>Whether text without a language of its own still has one.</summary>
    public bool SaysLanguage { get; private set; }

    public static StyleLooks Read(PartScanner scanner)
    {
        StyleLooks read = new();
        Look look = new();
        using (scanner)
        {
            while (scanner.Read())
            {
                if (scanner.Kind == ScanKind.Begin)
                {
                    look = read.Take(scanner, look);
                }
            }
        }

        return read;
    }

    /// <summary>Six hexadecimal digits; black where no style says anything.</summary>
    public string ColourOf(string style) => Find(style, l => l.Colour) ?? "000000";

    /// <summary>What lies behind the text; null where no style says anything.</summary>
    public string? FillOf(string style) => Find(style, l => l.Fill);

    /// <summary>The outline level, from 1; null for text.</summary>
    public int? LevelOf(string style) => Find(style, l => l.Outline);

    public bool IsListed(string style) => Find(style, l => l.IsListed) ?? false;

    private Look Take(PartScanner element, Look look)
    {
        ReadOnlySpan<char> value = element.Attribute("w:val");
        switch (element.Name)
        {
            case "w:style":
                looks[element.Attribute("w:styleId").ToString()] = look = new();
                break;
            case "w:basedOn":
                look.BasedOn = value.ToString();
                break;
            case "w:color" when element.Parent == "w:rPr" && value is not "auto":
                look.Colour = value.ToString();
                break;
            case "w:shd" when element.Attribute("w:fill") is not "auto":
                look.Fill = element.Attribute("w:fill").ToString();
                break;
            case "w:outlineLvl":
                look.Outline = value[0] - '0' + 1;
                break;
            case "w:numId":
                look.IsListed = value is not "0";
                break;
            case "w:lang" when looks.Count == 0 && !value.IsEmpty:
                SaysLanguage = true;
                break;
        }

        return look;
    }

    private T? Find<T>(string style, Func<Look, T?> read)
    {
        for (int steps = 0; steps <= looks.Count && looks.TryGetValue(style, out Look? look); steps++)
        {
            if (read(look) is { } found)
            {
                return found;
            }

            style = look.BasedOn ?? "";
        }

        return default;
    }
}
