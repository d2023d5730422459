using System.Buffers;
using System.Text;

namespace MouBuilder.Word;

/// <summary>The characters of a part, a window of them at a time, so that reading back a long agreement takes no more memory than a short one.</summary>
internal sealed class PartCharacters(Stream part) : IDisposable
{
    private const int Bytes = 1 << 14;

    private readonly Decoder decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private readonly byte[] bytes = ArrayPool<byte>.Shared.Rent(Bytes);
    private char[] window = ArrayPool<char>.Shared.Rent(2 * Bytes);
    private int start;
    private int end;

    /// <summary>What is in the window and not yet taken.</summary>
    public ReadOnlySpan<char> Rest => window.AsSpan(start, end - start);

    public void Take(int count) => start += count;

    /// <summary>Brings more characters into the window behind those not yet taken; false at the end of the part.</summary>
    public bool More()
    {
        Rest.CopyTo(window);
        end -= start;
        start = 0;
        if (window.Length - end < Bytes)
        {
            char[] wider = ArrayPool<char>.Shared.Rent(2 * window.Length);
            Rest.CopyTo(wider);
            ArrayPool<char>.Shared.Return(window);
            window = wider;
        }

        int read = part.Read(bytes, 0, Bytes);
        end += decoder.GetChars(bytes, 0, read, window, end, flush: read == 0);
        return read > 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<char>.Shared.Return(window);
        part.Dispose();
    }
}
