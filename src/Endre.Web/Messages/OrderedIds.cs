namespace Endre.Web.Messages;

/// <summary>
/// UUIDv7 whose order is that in which they were asked for on this node, also within one millisecond (RFC 9562, section
/// 6.2, method 3: more bits of the time, which go on counting where the clock stands still).
/// </summary>
internal sealed class OrderedIds
{
    // The twelve bits after the version.
    private const int Parts = 4096;

    private readonly Lock _turn = new();
    private long _last;

    public Guid Next(DateTimeOffset now)
    {
        long at;
        lock (_turn)
        {
            at = now.ToUnixTimeMilliseconds() * Parts;
            // A clock that is set back by hand is not followed into the past for ever; one that stands still counts on.
            at = at > _last || _last - at > Parts * 1000L ? at : _last + 1;
            _last = at;
        }
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(at / Parts))
            .TryWriteBytes(bytes, bigEndian: true, out _);
        var part = (int)(at % Parts);
        bytes[6] = (byte)(0x70 | (part >> 8));
        bytes[7] = (byte)part;
        return new Guid(bytes, bigEndian: true);
    }
}
