using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Endre.Web.Look.Logos;

/// <summary>
/// PNG (https://www.w3.org/TR/png-3/): the chunks that draw are kept, all others (EXIF, texts, times, animation) are
/// not, and the picture is unpacked once to see that it is as large as it says.
/// </summary>
internal static class PngFile
{
    private static ReadOnlySpan<byte> Start => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly string[] Kept = ["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "IDAT", "IEND"];

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Start);

    public static CleanLogo Clean(byte[] file)
    {
        var clean = new MemoryStream(file.Length);
        var packed = new MemoryStream();
        clean.Write(Start);
        PngHeader? header = null;
        var at = Start.Length;
        for (var kind = ""; kind != "IEND"; )
        {
            var chunk = Chunk(file, ref at, out kind);
            if (header is null && kind != "IHDR")
            {
                throw new LogoFault(LogoFault.Broken);
            }
            header ??= PngHeader.Read(chunk[8..^4]);
            if (kind == "IDAT")
            {
                packed.Write(chunk[8..^4]);
            }
            if (Kept.Contains(kind))
            {
                clean.Write(chunk);
            }
        }
        packed.Position = 0;
        CheckUnpacked(packed, header!.Bytes);
        return new CleanLogo("image/png", clean.ToArray(), header.Width, header.Height);
    }

    // Length, name, content and check sum.
    private static ReadOnlySpan<byte> Chunk(byte[] file, ref int at, out string kind)
    {
        var rest = file.AsSpan(at);
        if (rest.Length < 12)
        {
            throw new LogoFault(LogoFault.Broken);
        }
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 12)
        {
            throw new LogoFault(LogoFault.Broken);
        }
        var chunk = rest[..((int)length + 12)];
        if (Crc32.HashToUInt32(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]))
        {
            throw new LogoFault(LogoFault.Broken);
        }
        kind = System.Text.Encoding.ASCII.GetString(chunk[4..8]);
        at += chunk.Length;
        return chunk;
    }

    // Never more than the picture is said to hold is unpacked, so a file that swells is stopped there.
    private static void CheckUnpacked(Stream packed, long expected)
    {
        var buffer = new byte[64 * 1024];
        var seen = 0L;
        try
        {
            using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
            while (seen <= expected && unpacked.Read(buffer) is var read and > 0)
            {
                seen += read;
            }
        }
        catch (InvalidDataException)
        {
            throw new LogoFault(LogoFault.Broken);
        }
        if (seen != expected)
        {
            throw new LogoFault(LogoFault.Broken);
        }
    }
}

/// <summary>The head of a PNG file.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Bytes">What the picture holds when it is unpacked.</param>
internal sealed record PngHeader(int Width, int Height, long Bytes)
{
    // Adam7: where each pass begins, and how far apart its pixels are.
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
    [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ];

    public static PngHeader Read(ReadOnlySpan<byte> content)
    {
        if (content.Length != 13)
        {
            throw new LogoFault(LogoFault.Broken);
        }
        long width = BinaryPrimitives.ReadUInt32BigEndian(content);
        long height = BinaryPrimitives.ReadUInt32BigEndian(content[4..]);
        var (depth, color) = (content[8], content[9]);
        var isInterlaced = content[12] == 1;
        if (content[10] != 0 || content[11] != 0 || content[12] > 1)
        {
            throw new LogoFault(LogoFault.Broken);
        }
        LogoFile.CheckPixels(width, height);
        var bits = BitsOf(depth, color);
        var bytes = isInterlaced
            ? Passes.Sum(pass => Bytes(Count(width, pass.X, pass.StepX), Count(height, pass.Y, pass.StepY), bits))
            : PngHeader.BytesOf(width, height, bits);
        return new PngHeader((int)width, (int)height, bytes);

        static long Bytes(long across, long down, int bits) =>
            across == 0 || down == 0 ? 0 : BytesOf(across, down, bits);
    }

    // Each row begins with a byte that says how it is filtered.
    private static long BytesOf(long across, long down, int bits) => (((across * bits) + 7) / 8 + 1) * down;

    private static long Count(long size, int start, int step) => size <= start ? 0 : (size - start + step - 1) / step;

    private static int BitsOf(int depth, int color) =>
        (color, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) => depth,
            (3, 1 or 2 or 4 or 8) => depth,
            (2, 8 or 16) => depth * 3,
            (4, 8 or 16) => depth * 2,
            (6, 8 or 16) => depth * 4,
            _ => throw new LogoFault(LogoFault.Broken),
        };
}
