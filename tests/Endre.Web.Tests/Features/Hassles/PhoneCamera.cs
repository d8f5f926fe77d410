using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>Pictures as a phone takes them: with the camera's make, the way it was held, and the place on earth.</summary>
internal static class PhoneCamera
{
    public const string Make = "Hemmeligkamera 7000";

    /// <summary>The latitude as EXIF writes it: 59 degrees, 54 minutes, 43.21 seconds.</summary>
    public static byte[] Latitude { get; } = [.. Rational(59, 1), .. Rational(54, 1), .. Rational(4321, 100)];

    /// <summary>A JPEG whose left half is red and whose right half is blue, before anybody turns it.</summary>
    public static byte[] Jpeg(int width, int height, ushort orientation = 1)
    {
        var plain = Draw(width, height, SKEncodedImageFormat.Jpeg);
        var exif = Exif(orientation);
        byte[] segment = [0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif];
        return [.. plain[..2], .. segment, .. plain[2..]];
    }

    public static byte[] Draw(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        using var red = new SKPaint { Color = SKColors.Red };
        using var blue = new SKPaint { Color = SKColors.Blue };
        canvas.DrawRect(0, 0, width / 2f, height, red);
        canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    private static byte[] Exif(ushort orientation)
    {
        // TIFF, little-endian: one directory with make, orientation and where the place stands, then the place itself.
        var make = Encoding.ASCII.GetBytes(Make + '\0');
        const int Directory = 8;
        const int Values = Directory + 2 + (3 * 12) + 4;
        var place = Values + make.Length;
        var latitude = place + 2 + (2 * 12) + 4;
        return
        [
            .. "Exif\0\0"u8,
            .. "II*\0"u8,
            .. Long(Directory),
            .. Short(3),
            .. Entry(0x010F, 2, make.Length, Long(Values)),
            .. Entry(0x0112, 3, 1, [.. Short(orientation), 0, 0]),
            .. Entry(0x8825, 4, 1, Long(place)),
            .. Long(0),
            .. make,
            .. Short(2),
            .. Entry(0x0001, 2, 2, [(byte)'N', 0, 0, 0]),
            .. Entry(0x0002, 5, 3, Long(latitude)),
            .. Long(0),
            .. Latitude,
        ];
    }

    private static byte[] Entry(int tag, int kind, int count, byte[] value) =>
        [.. Short(tag), .. Short(kind), .. Long(count), .. value];

    private static byte[] Rational(int above, int below) => [.. Long(above), .. Long(below)];

    private static byte[] Short(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] Long(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
