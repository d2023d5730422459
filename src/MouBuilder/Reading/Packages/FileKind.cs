using System.Text;

namespace MouBuilder.Reading.Packages;

/// <summary>What a file is, told from its bytes and not from its name.</summary>
internal static class FileKind
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>What a file that should be a Word file is instead, and what to do with it; null when it begins as a Word file does.</summary>
    public static (string What, string Advice)? OtherThanWord(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK"u8))
        {
            return null;
        }

        if (start.StartsWith(Compound))
        {
            // An encrypted document keeps its content in a stream of this name.
            return Contains(start, "EncryptedPackage") || Contains(start, "EncryptionInfo")
                ? ("a Word file that is protected by a password", "Open it in Word, take the password off and save it again.")
                : ("in the old Word format (.doc)", "Open it in Word and save it as .docx.");
        }

        return start.IsEmpty ? ("empty", "Ask for the file again.")
            : start.StartsWith("%PDF"u8) ? ("a PDF", "Ask for the Word file, or save the text of the PDF as .txt.")
            : start.StartsWith("{\\rtf"u8) ? ("a rich text file (.rtf)", "Open it in Word and save it as .docx.")
            : Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t') is var text && text.StartsWith("<?xml", StringComparison.Ordinal)
                ? ("an XML file and not a Word file", "Open it in Word and save it as .docx.")
            : text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
                ? ("a web page", "Open it in Word and save it as .docx.")
            : text.StartsWith("From: ", StringComparison.Ordinal) || text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)
                ? ("a saved message or web archive", "Open it in Word and save it as .docx.")
            : ("not a Word file", "Check that it is the file you mean; a .docx begins with the letters PK.");
    }

    // Names in a compound file are UTF-16.
    private static bool Contains(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;
}
