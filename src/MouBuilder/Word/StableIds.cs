using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MouBuilder.Word;

/// <summary>
/// Numbers made from names. Counting in document order would change every id after an insertion, and Word's Compare would then mark
/// what nobody touched.
/// </summary>
internal sealed class StableIds
{
    private readonly HashSet<int> taken = [];

    /// <summary>A positive number for the name; of two names that hash alike, the later in the document yields.</summary>
    public int Next(string name)
    {
        int id = (int)(Hash(name) & 0x7FFFFFFF);
        while (id == 0 || !taken.Add(id))
        {
            id = id == int.MaxValue ? 1 : id + 1;
        }

        return id;
    }

    /// <summary>Eight hex digits for the name.</summary>
    public static string Digits(string name) => Hash(name).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);

    private static uint Hash(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash);
    }
}
