using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Endre.Domain.Workshops;
using Endre.Storage.Workshops;

namespace Endre.Web.Live;

/// <summary>One event, rendered once; the same bytes go to everybody who may see it.</summary>
/// <param name="Sequence">Its place in the workshop's order.</param>
/// <param name="Bytes">A whole server-sent event, with its empty line.</param>
internal sealed record Frame(long Sequence, byte[] Bytes)
{
    /// <summary>Renders an event: <c>id</c>, <c>event</c>, and <c>data</c> of one line without what is concealed.</summary>
    /// <param name="recorded">The event.</param>
    public static Frame Of(Recorded recorded)
    {
        var kind = WorkshopEventJson.KindOf(recorded.Event);
        var data = WorkshopEventJson.Show(recorded.Event);
        Span<byte> number = stackalloc byte[20];
        Utf8Formatter.TryFormat(recorded.Sequence, number, out var digits);
        var bytes = new byte[4 + digits + 8 + kind.Length + 7 + data.Length + 2];
        var at = Put(bytes, 0, "id: "u8);
        at = Put(bytes, at, number[..digits]);
        at = Put(bytes, at, "\nevent: "u8);
        at += Encoding.ASCII.GetBytes(kind, bytes.AsSpan(at));
        at = Put(bytes, at, "\ndata: "u8);
        at = Put(bytes, at, data);
        Put(bytes, at, "\n\n"u8);
        return new Frame(recorded.Sequence, bytes);
    }

    /// <summary>
    /// A signal to fetch again with one's own rights: what was missed is too much, or no longer kept.
    /// </summary>
    /// <param name="sequence">Where the stream goes on from.</param>
    public static Frame Refresh(long sequence) =>
        new(
            sequence,
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"id: {sequence}\nevent: refresh\ndata: {{}}\n\n")
            )
        );

    /// <summary>A signal that is not in the log: it has no id, and is never sent twice.</summary>
    /// <param name="kind"><c>hello</c> or <c>progress</c>.</param>
    /// <param name="json">One line of JSON.</param>
    public static byte[] Signal(string kind, string json) => Encoding.UTF8.GetBytes($"event: {kind}\ndata: {json}\n\n");

    private static int Put(byte[] bytes, int at, ReadOnlySpan<byte> part)
    {
        part.CopyTo(bytes.AsSpan(at));
        return at + part.Length;
    }
}
