using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Endre.Web.Tests.Look;

/// <summary>Small files of pictures, made here, with whatever stands in them that should not.</summary>
internal static class Pictures
{
    public const string Svg =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{0}<path d="M0 0h40v20z" fill="#0f5f8c"/></svg>""";

    // The smallest whole JPEG: 16 by 16 gray pixels, baseline.
    private static readonly byte[] Scan = [0xFF, 0x00, 0x1F, 0xFF, 0xD0, 0x12, 0x34];

    public static byte[] Png(int width = 32, int height = 16, params (string Kind, byte[] Content)[] more)
    {
        var rows = new byte[(width * 4 + 1) * height];
        var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(rows);
        }
        return Packed(width, height, packed.ToArray(), more);
    }

    public static byte[] Packed(int width, int height, byte[] packed, params (string Kind, byte[] Content)[] more)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 6);
        return
        [
            0x89,
            .. "PNG\r\n\x1a\n"u8,
            .. Chunk("IHDR", head),
            .. more.SelectMany(one => Chunk(one.Kind, one.Content)),
            .. Chunk("IDAT", packed),
            .. Chunk("IEND", []),
        ];
    }

    public static byte[] Jpeg(int width = 32, int height = 16, params byte[][] segments) =>
        [
            0xFF,
            0xD8,
            .. segments.SelectMany(one => one),
            .. Segment(0xDB, new byte[65]),
            .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
            .. Segment(0xC4, [0x00, .. new byte[16], 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            .. Scan,
            0xFF,
            0xD9,
        ];

    public static byte[] Segment(byte marker, byte[] content)
    {
        byte[] head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)(content.Length + 2));
        return [.. head, .. content];
    }

    /// <summary>EXIF as a phone writes it: which way up, and where it was taken.</summary>
    public static byte[] Exif(byte orientation) =>
        Segment(
            0xE1,
            [
                .. "Exif\0\0II*\0"u8,
                8,
                0,
                0,
                0,
                1,
                0,
                0x12,
                0x01,
                3,
                0,
                1,
                0,
                0,
                0,
                orientation,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                .. "GPS 59.913 10.752 Kari Nordmann"u8,
            ]
        );

    public static byte[] Drawing(string inside) =>
        Encoding.UTF8.GetBytes(Svg.Replace("{0}", inside, StringComparison.Ordinal));

    private static byte[] Chunk(string kind, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(kind).CopyTo(chunk, 4);
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(content.Length + 8),
            Crc32.HashToUInt32(chunk.AsSpan(4..^4))
        );
        return chunk;
    }
}
