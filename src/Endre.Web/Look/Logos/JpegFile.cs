using System.Buffers.Binary;

namespace Endre.Web.Look.Logos;

/// <summary>
/// JPEG (ITU-T T.81): tables, frame and scans are kept; EXIF, XMP, comments, thumbnails and what comes after the end are
/// not. Which way up the picture is, is the one thing of EXIF that is written again.
/// </summary>
internal static class JpegFile
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte Exif = 0xE1;
    private const byte Adobe = 0xEE;

    private const byte Quantization = 0xDB;
    private const byte Huffman = 0xC4;
    private const byte RestartInterval = 0xDD;

    // Baseline, extended and progressive: what browsers and Word show.
    private static readonly byte[] Frames = [0xC0, 0xC1, 0xC2];

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, StartOfImage, 0xFF]);

    public static CleanLogo Clean(byte[] file)
    {
        var body = new MemoryStream(file.Length);
        var (width, height, orientation) = (0, 0, 1);
        var hasScan = false;
        var at = 2;
        while (true)
        {
            var marker = Marker(file, ref at);
            if (marker == EndOfImage)
            {
                break;
            }
            var segment = Segment(file, ref at);
            if (Frames.Contains(marker))
            {
                (width, height) = width == 0 ? Size(segment) : throw new LogoFault(LogoFault.Broken);
            }
            if (marker == Exif && ExifOrientation.Of(segment) is { } found)
            {
                orientation = found;
            }
            if (IsKept(marker, segment))
            {
                Write(body, marker, segment);
            }
            if (marker == StartOfScan)
            {
                hasScan = true;
                body.Write(Scan(file, ref at));
            }
        }
        if (width == 0 || !hasScan)
        {
            throw new LogoFault(LogoFault.Broken);
        }
        // From 5 on it lies on its side.
        var isTurned = orientation >= 5;
        return new CleanLogo(
            "image/jpeg",
            Wrapped(body, orientation),
            isTurned ? height : width,
            isTurned ? width : height
        );
    }

    // What calls itself a table is looked into, so that nothing else is kept under its name.
    private static bool IsKept(byte marker, ReadOnlySpan<byte> segment) =>
        Frames.Contains(marker)
        || (marker == RestartInterval && segment.Length == 2)
        || (marker == Quantization && IsQuantization(segment))
        || (marker == Huffman && IsHuffman(segment))
        || (marker == StartOfScan && segment.Length >= 6 && segment.Length == 4 + (2 * segment[0]))
        // Which color model it is; without it the colors of some files turn.
        || (marker == Adobe && segment.Length == 12 && segment.StartsWith("Adobe"u8));

    private static bool IsQuantization(ReadOnlySpan<byte> tables)
    {
        while (tables.Length > 0)
        {
            // One or two bytes for each of 64 frequencies.
            var length = 1 + (tables[0] >> 4 == 0 ? 64 : 128);
            if (tables[0] >> 4 > 1 || (tables[0] & 0xF) > 3 || length > tables.Length)
            {
                return false;
            }
            tables = tables[length..];
        }
        return true;
    }

    private static bool IsHuffman(ReadOnlySpan<byte> tables)
    {
        while (tables.Length > 0)
        {
            var length = 17;
            for (var i = 1; i < Math.Min(17, tables.Length); i++)
            {
                length += tables[i];
            }
            if (tables[0] >> 4 > 1 || (tables[0] & 0xF) > 3 || length > tables.Length || length > 17 + 256)
            {
                return false;
            }
            tables = tables[length..];
        }
        return true;
    }

    private static byte Marker(byte[] file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF)
        {
            throw new LogoFault(LogoFault.Broken);
        }
        while (at < file.Length && file[at] == 0xFF)
        {
            at++;
        }
        return at < file.Length && file[at] is > 0x01 and not StartOfImage
            ? file[at++]
            : throw new LogoFault(LogoFault.Broken);
    }

    private static ReadOnlySpan<byte> Segment(byte[] file, ref int at)
    {
        var rest = file.AsSpan(at);
        var length = rest.Length < 2 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < 2 || length > rest.Length)
        {
            throw new LogoFault(LogoFault.Broken);
        }
        at += length;
        return rest[2..length];
    }

    private static (int Width, int Height) Size(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame[0] != 8 || frame[5] is not (1 or 3 or 4) || frame.Length != 6 + (3 * frame[5]))
        {
            throw new LogoFault(LogoFault.Broken);
        }
        var height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        LogoFile.CheckPixels(width, height);
        return (width, height);
    }

    // Up to the next marker that is not a part of it: a stuffed FF or a restart.
    private static ReadOnlySpan<byte> Scan(byte[] file, ref int at)
    {
        var start = at;
        for (; at + 1 < file.Length; at++)
        {
            if (file[at] == 0xFF && file[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7) or 0xFF))
            {
                return file.AsSpan(start..at);
            }
        }
        throw new LogoFault(LogoFault.Broken);
    }

    private static byte[] Wrapped(MemoryStream body, int orientation)
    {
        var clean = new MemoryStream((int)body.Length + 64);
        clean.Write([0xFF, StartOfImage]);
        Write(clean, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        if (orientation != 1)
        {
            Write(clean, Exif, ExifOrientation.Write(orientation));
        }
        body.WriteTo(clean);
        clean.Write([0xFF, EndOfImage]);
        return clean.ToArray();
    }

    private static void Write(MemoryStream to, byte marker, ReadOnlySpan<byte> segment)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(segment.Length + 2));
        to.Write(head);
        to.Write(segment);
    }
}

/// <summary>Which way up a photograph is: one number from 1 to 8 in the middle of everything that a camera tells.</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;

    public static int? Of(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14)
        {
            return null;
        }
        var tiff = segment[6..];
        var isLittle = tiff[0] == (byte)'I';
        var at = (long)Long(tiff[4..], isLittle);
        if (at + 2 > tiff.Length)
        {
            return null;
        }
        var count = Short(tiff[(int)at..], isLittle);
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + (i * 12L);
            if (entry + 12 > tiff.Length)
            {
                return null;
            }
            if (Short(tiff[(int)entry..], isLittle) == Tag)
            {
                int value = Short(tiff[((int)entry + 8)..], isLittle);
                return value is >= 1 and <= 8 ? value : null;
            }
        }
        return null;
    }

    public static byte[] Write(int orientation) =>
        [
            .. "Exif\0\0MM"u8,
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte)orientation,
            0,
            0,
            0,
            0,
            0,
            0,
        ];

    private static ushort Short(ReadOnlySpan<byte> from, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);

    private static uint Long(ReadOnlySpan<byte> from, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(from) : BinaryPrimitives.ReadUInt32BigEndian(from);
}
