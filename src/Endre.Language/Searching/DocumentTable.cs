using System.Runtime.InteropServices;

namespace Endre.Norwegian.Searching;

/// <summary>
/// The texts by number: whose they are, where they belong, how long they are. A text that is put again gets a new number,
/// and its old one is nobody's from then on. Forty bytes a text, which a dictionary of ids alone would take.
/// </summary>
internal sealed class DocumentTable
{
    private readonly Dictionary<Guid, int> placeNumbers = [];
    private Guid[] ids = new Guid[16];
    private int[] places = new int[16];
    private int[] stamps = new int[16];

    // How many words; 0 is nobody's.
    private byte[] lengths = new byte[16];

    // Open addressing: the number + 1 of the newest text with the id, or 0.
    private int[] slots = new int[32];

    /// <summary>How many numbers are given.</summary>
    public int Numbers { get; private set; }

    /// <summary>How many of them are somebody's.</summary>
    public int Count { get; private set; }

    public int PlaceCount => placeNumbers.Count;

    public ReadOnlySpan<byte> Lengths => lengths.AsSpan(0, Numbers);

    public ReadOnlySpan<int> Places => places.AsSpan(0, Numbers);

    public Guid IdOf(int number) => ids[number];

    public int StampOf(int number) => stamps[number];

    public bool IsThere(int number) => lengths[number] > 0;

    /// <summary>The number of a place, or −1.</summary>
    public int PlaceNumber(Guid place) => placeNumbers.GetValueOrDefault(place, -1);

    /// <summary>The number of the text with this id, or −1.</summary>
    public int Find(Guid id)
    {
        var number = slots[SlotOf(id)] - 1;
        return number >= 0 && lengths[number] > 0 ? number : -1;
    }

    public IEnumerable<Guid> Ids()
    {
        for (var number = 0; number < Numbers; number++)
        {
            if (lengths[number] > 0)
            {
                yield return ids[number];
            }
        }
    }

    public int Add(Guid id, Guid place, int stamp)
    {
        if (Numbers == ids.Length)
        {
            Grow();
        }
        var slot = SlotOf(id);
        if (slots[slot] > 0)
        {
            Remove(id);
        }
        var number = Numbers++;
        ref var placeNumber = ref CollectionsMarshal.GetValueRefOrAddDefault(placeNumbers, place, out var isKnown);
        if (!isKnown)
        {
            placeNumber = placeNumbers.Count - 1;
        }
        (ids[number], places[number], stamps[number], lengths[number]) = (id, placeNumber, stamp, 1);
        slots[slot] = number + 1;
        Count++;
        return number;
    }

    public void SetLength(int number, int words) => lengths[number] = (byte)Math.Clamp(words, 1, byte.MaxValue);

    public bool Remove(Guid id)
    {
        var number = Find(id);
        if (number < 0)
        {
            return false;
        }
        lengths[number] = 0;
        Count--;
        return true;
    }

    /// <summary>The same texts with new numbers, in the same order.</summary>
    /// <param name="renumbered">The new number of each old one, or −1.</param>
    public DocumentTable Tidied(out int[] renumbered)
    {
        var tidy = new DocumentTable();
        var placeOf = placeNumbers.ToDictionary(pair => pair.Value, pair => pair.Key);
        renumbered = new int[Numbers];
        for (var number = 0; number < Numbers; number++)
        {
            renumbered[number] = -1;
            if (lengths[number] > 0)
            {
                renumbered[number] = tidy.Add(ids[number], placeOf[places[number]], stamps[number]);
                tidy.lengths[renumbered[number]] = lengths[number];
            }
        }
        return tidy;
    }

    // Where the id stands, or where it would.
    private int SlotOf(Guid id)
    {
        // The hash, spread, as a share of all slots: their number need be no power of two.
        var slot = (int)((ulong)((uint)id.GetHashCode() * 2654435769u) * (ulong)slots.Length >> 32);
        while (slots[slot] > 0 && ids[slots[slot] - 1] != id)
        {
            slot = slot + 1 == slots.Length ? 0 : slot + 1;
        }
        return slot;
    }

    private void Grow()
    {
        var size = ids.Length * 2;
        Array.Resize(ref ids, size);
        Array.Resize(ref places, size);
        Array.Resize(ref stamps, size);
        Array.Resize(ref lengths, size);
        // Three of four are taken at most.
        slots = new int[size / 3 * 4 + 4];
        for (var number = 0; number < Numbers; number++)
        {
            // The newest of an id comes last and takes the place.
            slots[SlotOf(ids[number])] = number + 1;
        }
    }
}
