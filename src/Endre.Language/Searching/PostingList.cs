namespace Endre.Norwegian.Searching;

/// <summary>
/// The texts that have a word, by their numbers, ascending: the first as it is, then the distances, seven bits a byte. A
/// word of one text, as most words are, needs nothing beside the struct.
/// </summary>
internal struct PostingList
{
    private byte[]? bytes;
    private int used;
    private int first;
    private int last;

    public int Count { get; private set; }

    /// <summary>Adds a number that is not below the last one; the last one again changes nothing.</summary>
    public void Add(int number)
    {
        if (Count == 0)
        {
            (first, last, Count) = (number, number, 1);
        }
        else if (number != last)
        {
            Write((uint)(number - last));
            last = number;
            Count++;
        }
    }

    public readonly Reader Read() => new(bytes.AsSpan(0, used), first, Count);

    private void Write(uint distance)
    {
        if (bytes is null)
        {
            bytes = new byte[8];
        }
        else if (used + 5 > bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length + Math.Max(8, bytes.Length / 5));
        }
        while (distance >= 0x80)
        {
            bytes[used++] = (byte)(distance | 0x80);
            distance >>= 7;
        }
        bytes[used++] = (byte)distance;
    }

    public ref struct Reader(ReadOnlySpan<byte> bytes, int first, int count)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;
        private int left = count - 1;
        private bool hasBegun;
        private int at;

        public int Current { get; private set; } = first;

        public bool MoveNext()
        {
            if (!hasBegun)
            {
                hasBegun = true;
                return left >= 0;
            }
            if (left-- <= 0)
            {
                return false;
            }
            int value = bytes[at++];
            if (value >= 0x80)
            {
                value &= 0x7F;
                var shift = 7;
                while (true)
                {
                    int more = bytes[at++];
                    value |= (more & 0x7F) << shift;
                    if (more < 0x80)
                    {
                        break;
                    }
                    shift += 7;
                }
            }
            Current += value;
            return true;
        }
    }
}
