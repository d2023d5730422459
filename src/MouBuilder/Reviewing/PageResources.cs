using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace MouBuilder.Reviewing;

/// <summary>The files beside this one that go into pages: words, style, script.</summary>
internal static class PageResources
{
    public static byte[] Bytes(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("reviewing/" + name) ?? throw new InvalidOperationException($"There is no resource {name}.");
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name)).ReplaceLineEndings("\n");

    /// <summary>How a page's own policy names the one style or script that may run in it.</summary>
    public static string PolicyHash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";
}
