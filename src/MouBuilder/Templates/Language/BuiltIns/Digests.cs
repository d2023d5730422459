using System.Security.Cryptography;
using System.Text;

namespace MouBuilder.Templates.Language.BuiltIns;

/// <summary>Fingerprints of text, in lower-case hexadecimal.</summary>
internal static class Digests
{
#pragma warning disable CA5350, CA5351 // the language has MD5 and SHA-1 for fingerprints; nothing here is kept secret by them
    public static string Md5(string text) => Hex(MD5.HashData(Bytes(text)));

    public static string Sha1(string text) => Hex(SHA1.HashData(Bytes(text)));

    public static string HmacSha1(string text, string key) => Hex(HMACSHA1.HashData(Bytes(key), Bytes(text)));
#pragma warning restore CA5350, CA5351

    public static string Sha256(string text) => Hex(SHA256.HashData(Bytes(text)));

    public static string Sha512(string text) => Hex(SHA512.HashData(Bytes(text)));

    public static string HmacSha256(string text, string key) => Hex(HMACSHA256.HashData(Bytes(key), Bytes(text)));

    public static string HmacSha512(string text, string key) => Hex(HMACSHA512.HashData(Bytes(key), Bytes(text)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
