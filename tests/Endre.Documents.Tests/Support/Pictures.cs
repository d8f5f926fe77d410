using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Endre.Documents.Tests.Support;

/// <summary>Small real images: the same bar chart as SVG and as PNG.</summary>
public static class Pictures
{
    private static readonly int[] Heights = [30, 55, 42, 80, 66];

    public static byte[] BarsSvg()
    {
        var bars = Heights.Select(
            (height, i) =>
                $"""<rect x="{10 + i * 40}" y="{100 - height}" width="28" height="{height}" fill="#17594C"/>"""
        );
        return Encoding.UTF8.GetBytes(
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 105">{string.Concat(bars)}<path d="M5 100H205" stroke="#52605B"/></svg>"""
        );
    }

    public static byte[] BarsPng()
    {
        const int scale = 4;
        const int width = 210 * scale;
        const int height = 105 * scale;
        var pixels = new byte[height * (1 + width * 3)];
        Array.Fill<byte>(pixels, 255);
        for (var y = 0; y < height; y++)
        {
            pixels[y * (1 + width * 3)] = 0;
            for (var bar = 0; bar < Heights.Length; bar++)
            {
                if (y / scale >= 100 - Heights[bar] && y / scale < 100)
                {
                    for (var x = (10 + bar * 40) * scale; x < (38 + bar * 40) * scale; x++)
                    {
                        ReadOnlySpan<byte> color = [0x17, 0x59, 0x4C];
                        color.CopyTo(pixels.AsSpan(y * (1 + width * 3) + 1 + x * 3));
                    }
                }
            }
        }

        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(pixels);
        }

        var head = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(head, width);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        return
        [
            0x89,
            .. "PNG\r\n"u8,
            0x1A,
            (byte)'\n',
            .. Chunk("IHDR"u8, head),
            .. Chunk("IDAT"u8, compressed.ToArray()),
            .. Chunk("IEND"u8, []),
        ];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        name.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(8 + data.Length),
            Checksum(chunk.AsSpan(4, 4 + data.Length))
        );
        return chunk;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xFFFFFFFF;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
            }
        }

        return ~sum;
    }
}
