namespace MouBuilder.Reading.Docx;

/// <summary>Characters of the symbol fonts of Windows, which stand where Unicode has nothing, as the characters they look like.</summary>
internal static class Symbols
{
    private static readonly Dictionary<int, string> Symbol = new()
    {
        [0x22] = "∀", [0x24] = "∃", [0x27] = "∋", [0x2A] = "∗", [0x2D] = "−", [0x40] = "≅", [0x41] = "Α", [0x42] = "Β", [0x43] = "Χ", [0x44] = "Δ", [0x46] = "Φ", [0x47] = "Γ", [0x4C] = "Λ",
        [0x50] = "Π", [0x51] = "Θ", [0x53] = "Σ", [0x57] = "Ω", [0x59] = "Ψ", [0x5C] = "∴", [0x5E] = "⊥", [0x61] = "α", [0x62] = "β", [0x63] = "χ", [0x64] = "δ", [0x65] = "ε", [0x66] = "φ", [0x67] = "γ",
        [0x68] = "η", [0x69] = "ι", [0x6B] = "κ", [0x6C] = "λ", [0x6D] = "μ", [0x6E] = "ν", [0x70] = "π", [0x71] = "θ", [0x72] = "ρ", [0x73] = "σ", [0x74] = "τ", [0x77] = "ω", [0x78] = "ξ", [0x79] = "ψ", [0x7A] = "ζ",
        [0xA2] = "′", [0xA3] = "≤", [0xA4] = "⁄", [0xA5] = "∞", [0xA7] = "♣", [0xA8] = "♦", [0xA9] = "♥", [0xAA] = "♠", [0xAB] = "↔", [0xAC] = "←", [0xAD] = "↑", [0xAE] = "→", [0xAF] = "↓",
        [0xB0] = "°", [0xB1] = "±", [0xB2] = "″", [0xB3] = "≥", [0xB4] = "×", [0xB5] = "∝", [0xB6] = "∂", [0xB7] = "•", [0xB8] = "÷", [0xB9] = "≠", [0xBA] = "≡", [0xBB] = "≈", [0xBC] = "…",
        [0xC7] = "∩", [0xC8] = "∪", [0xCE] = "∈", [0xCF] = "∉", [0xD2] = "®", [0xD3] = "©", [0xD4] = "™", [0xD5] = "∏", [0xD6] = "√", [0xD7] = "⋅", [0xD8] = "¬", [0xDB] = "⇔", [0xDC] = "⇐", [0xDE] = "⇒", [0xE5] = "∑", [0xF2] = "∫",
    };

    private static readonly Dictionary<int, string> Wingdings = new()
    {
        [0x21] = "✏", [0x22] = "✂", [0x28] = "☎", [0x2A] = "✉", [0x46] = "☞", [0x4A] = "☺", [0x6C] = "●", [0x6D] = "❍", [0x6E] = "■", [0x6F] = "□", [0x70] = "□", [0x71] = "❑", [0x72] = "❒", [0x73] = "⬧", [0x74] = "⧫",
        [0x75] = "◆", [0x76] = "❖", [0x77] = "⬥", [0x78] = "☒", [0x9F] = "•", [0xA0] = "▪", [0xA1] = "○", [0xA7] = "▪", [0xA8] = "□", [0xD8] = "➢", [0xDF] = "←", [0xE0] = "→", [0xE1] = "↑", [0xE2] = "↓", [0xE8] = "➔", [0xF0] = "⇨",
        [0xFB] = "✗", [0xFC] = "✓", [0xFD] = "☒", [0xFE] = "☑",
    };

    private static readonly Dictionary<int, string> Wingdings2 = new()
    {
        [0x4F] = "✗", [0x50] = "✓", [0x51] = "☒", [0x52] = "☑", [0x53] = "☒", [0x54] = "☒", [0x97] = "●", [0xA3] = "□", [0xA2] = "■",
    };

    /// <summary>What a character of a font looks like; null when that is not known here.</summary>
    public static string? Of(string font, int code)
    {
        int place = code is >= 0xF000 and <= 0xF0FF ? code - 0xF000 : code;
        Dictionary<int, string>? table = font.ToUpperInvariant() switch { "SYMBOL" => Symbol, "WINGDINGS" => Wingdings, "WINGDINGS 2" => Wingdings2, _ => null };
        if (table is not null && place <= 0xFF)
        {
            return table.TryGetValue(place, out string? found) ? found
                : table == Symbol && place is (>= 0x20 and < 0x7F) ? ((char)place).ToString()
                : null;
        }

        // Another font's private characters mostly are the same letters in disguise.
        return code is >= 0xF020 and < 0xF07F ? ((char)place).ToString()
            : code is (>= 0x20 and < 0x7F) or (>= 0xA0 and < 0xD800) or (>= 0xF900 and < 0xFFFE) ? ((char)code).ToString()
            : null;
    }
}
