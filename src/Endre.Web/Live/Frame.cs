using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Notes;
using Endre.Storage.Workshops;

namespace Endre.Web.Live;

/// <summary>One event, rendered once; the same bytes go to everybody who may see it.</summary>
internal sealed class Frame(long sequence, byte[] rendered)
{
    private const int LengthOfId = 36;
    private const string RefreshKind = "refresh";

    private static ReadOnlySpan<byte> BeforeKind => "\nevent: "u8;

    private static ReadOnlySpan<byte> BeforeNote => "\nevent: note-"u8;

    private static ReadOnlySpan<byte> BeforeData => "\ndata: "u8;

    private static ReadOnlySpan<byte> BeforeId => "{\"id\":\""u8;
    private volatile byte[] bytes = rendered;

    /// <summary>Its place in the workshop's order.</summary>
    public long Sequence => sequence;

    /// <summary>A whole server-sent event, with its empty line. Take it once: words in it may be taken back.</summary>
    public byte[] Bytes => bytes;

    /// <summary>Renders an event: <c>id</c>, <c>event</c>, and <c>data</c> of one line without what is concealed.</summary>
    /// <param name="recorded">The event.</param>
    public static Frame Of(Recorded recorded)
    {
        var kind = WorkshopEventJson.KindOf(recorded.Event);
        var data = WorkshopEventJson.Show(recorded.Event);
        Span<byte> number = stackalloc byte[20];
        Utf8Formatter.TryFormat(recorded.Sequence, number, out var digits);
        var whole = new byte[4 + digits + 8 + kind.Length + 7 + data.Length + 2];
        var at = Put(whole, 0, "id: "u8);
        at = Put(whole, at, number[..digits]);
        at = Put(whole, at, BeforeKind);
        at += Encoding.ASCII.GetBytes(kind, whole.AsSpan(at));
        at = Put(whole, at, BeforeData);
        at = Put(whole, at, data);
        Put(whole, at, "\n\n"u8);
        return new Frame(recorded.Sequence, whole);
    }

    /// <summary>Takes words out that were taken back, for those who come later.</summary>
    /// <param name="takenBack">What was taken back.</param>
    /// <returns>Whether it had any.</returns>
    public bool Forget(TakenBack takenBack)
    {
        var data = bytes.AsSpan(bytes.AsSpan().IndexOf(BeforeData) + BeforeData.Length);
        if (!IsAbout(data, takenBack) || Read(data) is not { } happened)
        {
            return false;
        }
        if (takenBack.Without(sequence, happened) is not { } without)
        {
            return false;
        }
        bytes = Of(new Recorded(sequence, default, without)).bytes;
        return true;
    }

    // Nearly all are notes, and say first which; one look is enough for them, however many are taken back.
    private bool IsAbout(ReadOnlySpan<byte> data, TakenBack takenBack)
    {
        if (data.StartsWith(BeforeId) && bytes.AsSpan().IndexOf(BeforeNote) >= 0)
        {
            return Utf8Parser.TryParse(data[BeforeId.Length..], out Guid id, out _) && takenBack.Has(id);
        }
        Span<byte> word = stackalloc byte[LengthOfId];
        foreach (var id in takenBack.Ids)
        {
            Utf8Formatter.TryFormat(id, word, out _);
            if (data.IndexOf(word) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    private WorkshopEvent? Read(ReadOnlySpan<byte> data)
    {
        var line = bytes.AsSpan(bytes.AsSpan().IndexOf(BeforeKind) + BeforeKind.Length);
        var kind = Encoding.ASCII.GetString(line[..line.IndexOf((byte)'\n')]);
        return kind == RefreshKind ? null : WorkshopEventJson.Read(kind, data[..^2]);
    }

    /// <summary>
    /// A signal to fetch again with one's own rights: what was missed is too much, or no longer kept.
    /// </summary>
    /// <param name="sequence">Where the stream goes on from.</param>
    public static Frame Refresh(long sequence) =>
        new(
            sequence,
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"id: {sequence}\nevent: {RefreshKind}\ndata: {{}}\n\n")
            )
        );

    /// <summary>A signal that is not in the log: it has no id, and is never sent twice.</summary>
    /// <param name="kind"><c>hello</c> or <c>progress</c>.</param>
    /// <param name="json">One line of JSON.</param>
    public static byte[] Signal(string kind, string json) => Encoding.UTF8.GetBytes($"event: {kind}\ndata: {json}\n\n");

    private static int Put(byte[] whole, int at, ReadOnlySpan<byte> part)
    {
        part.CopyTo(whole.AsSpan(at));
        return at + part.Length;
    }
}
