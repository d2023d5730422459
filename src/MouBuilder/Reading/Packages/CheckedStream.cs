namespace MouBuilder.Reading.Packages;

/// <summary>Reads an entry of an archive while counting and adding up its checksum; what does not fit ends the reading.</summary>
internal sealed class CheckedStream(Stream inner, long declared, uint checksum, Action<int> charge) : Stream
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (c, _) => (c & 1) != 0 ? (c >> 1) ^ 0xEDB88320u : c >> 1))];

    private uint sum = 0xFFFFFFFF;
    private long length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => length; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        charge(read);
        length += read;
        foreach (byte b in buffer[..read])
        {
            sum = Table[(sum ^ b) & 0xFF] ^ (sum >> 8);
        }

        if (length > declared || (read == 0 && buffer.Length > 0 && length < declared))
        {
            throw new InvalidDataException("its length is not the one the archive says");
        }

        // The last bytes are handed over only once their sum is right.
        return length == declared && ~sum != checksum ? throw new InvalidDataException("its checksum is wrong") : read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
