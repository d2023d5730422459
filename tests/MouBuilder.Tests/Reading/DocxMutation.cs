using System.IO.Compression;
using System.Text;

namespace MouBuilder.Tests.Reading;

/// <summary>Damages a Word file the way disks, mail and bad programs do; the same damage for the same seed.</summary>
internal static class DocxMutation
{
    private static readonly string[] Planted = ["<w:p>", "</w:p>", "<w:tbl>", "</w:tc>", "<w:sdt>", "&#0;", "\uFFFF", "<w:ins w:author=\"x\">", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>", "<!--", "<![CDATA[", "w:val=\"99999999999999\"", "<w:footnoteReference w:id=\"1\"/>", "<w:t>{{ x }}</w:t>"];

    public static byte[] Of(byte[] file, int seed)
    {
        Random dice = new(seed);
        return (seed % 5) switch
        {
            0 => file[..dice.Next(file.Length)],
            1 => Flipped(file, dice),
            _ => Inside(file, dice),
        };
    }

    private static byte[] Flipped(byte[] file, Random dice)
    {
        byte[] copy = [.. file];
        for (int i = dice.Next(1, 20); i > 0; i--)
        {
            copy[dice.Next(copy.Length)] ^= (byte)(1 << dice.Next(8));
        }

        return copy;
    }

    private static byte[] Inside(byte[] file, Random dice)
    {
        using MemoryStream changed = new();
        using (ZipArchive archive = new(changed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in new Word.WordFile(file).Parts)
            {
                bool isHit = dice.Next(4) == 0 || name == "word/document.xml";
                if (isHit && dice.Next(12) == 0)
                {
                    continue;
                }

                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(isHit ? Encoding.UTF8.GetBytes(Edited(Encoding.UTF8.GetString(content), dice)) : content);
            }
        }

        return changed.ToArray();
    }

    private static string Edited(string xml, Random dice)
    {
        StringBuilder text = new(xml);
        for (int i = dice.Next(1, 5); i > 0 && text.Length > 10; i--)
        {
            // Mostly whole tags move or go, so that the XML is often still well-formed.
            int from = NextTag(xml, dice.Next(xml.Length));
            int to = NextTag(xml, Math.Min(xml.Length - 1, from + dice.Next(1, 400)));
            switch (dice.Next(4))
            {
                case 0:
                    text.Insert(Math.Min(from, text.Length), Planted[dice.Next(Planted.Length)]);
                    break;
                case 1 when to > from && to <= text.Length:
                    text.Remove(from, to - from);
                    break;
                case 2 when to > from:
                    text.Insert(Math.Min(from, text.Length), xml[from..to]);
                    break;
                default:
                    text.Replace("w:val=\"1\"", $"w:val=\"{dice.Next(-5, int.MaxValue)}\"");
                    break;
            }
        }

        return text.ToString();
    }

    private static int NextTag(string xml, int from) => xml.IndexOf('<', from) is var at and >= 0 ? at : xml.Length;
}
