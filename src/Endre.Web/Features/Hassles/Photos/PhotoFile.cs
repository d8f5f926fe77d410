using System.Globalization;
using Endre.Domain.Hassles;
using Endre.Domain.Shared;
using SkiaSharp;

namespace Endre.Web.Features.Hassles.Photos;

/// <summary>
/// A picture that came from outside, drawn anew: nothing of the file is kept but what one sees, so neither place, time nor
/// camera can be in it, nor anything that only looks like a picture.
/// </summary>
internal static class PhotoFile
{
    /// <summary>The field of the form, and where its faults are told.</summary>
    public const string Field = "photo";

    private const int Quality = 82;

    // JPEG is made smaller by eighths while it is unpacked; half an eighth more never gives less than is wanted.
    private const float HalfAnEighth = 1f / 16;

    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    public static readonly Refusal TooLarge = new("PhotoTooLarge", Field, Megabytes(HasslePhoto.LargestFile));

    private static readonly Refusal Unreadable = new("PhotoUnreadable", Field);

    /// <returns>The picture as it is kept, or why it cannot be.</returns>
    public static (HasslePhoto? Photo, Refusal? Refusal) Read(byte[] file)
    {
        if (file.Length > HasslePhoto.LargestFile)
        {
            return (null, TooLarge);
        }
        if (FaultOfKind(file) is { } wrong)
        {
            return (null, wrong);
        }
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info is not { Width: > 0, Height: > 0 } info)
        {
            return (null, Unreadable);
        }
        if ((long)info.Width * info.Height > HasslePhoto.MostPixels)
        {
            return (null, new Refusal("PhotoTooManyPixels", Field, Millions(HasslePhoto.MostPixels)));
        }
        using var unpacked = Unpack(codec);
        return unpacked is null ? (null, Unreadable) : (Draw(unpacked, codec.EncodedOrigin), null);
    }

    private static Refusal? FaultOfKind(ReadOnlySpan<byte> file)
    {
        var isJpeg = file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);
        var isPng = file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);
        var isWebp = file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8);
        // HEIC and AVIF; no free library reads them everywhere, and phones can send JPEG instead.
        var isHeic = file.Length > 12 && file[4..8].SequenceEqual("ftyp"u8);
        return isJpeg || isPng || isWebp ? null : new Refusal(isHeic ? "PhotoHeic" : "PhotoUnknown", Field);
    }

    private static SKBitmap? Unpack(SKCodec codec)
    {
        var scale = (float)HasslePhoto.LongestSide / Math.Max(codec.Info.Width, codec.Info.Height);
        var size = codec.GetScaledDimensions(Math.Min(1, scale + HalfAnEighth));
        using var colors = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap();
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colors);
        if (bitmap.TryAllocPixels(info) && codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }
        bitmap.Dispose();
        return null;
    }

    private static HasslePhoto? Draw(SKBitmap picture, SKEncodedOrigin origin)
    {
        var (width, height) = (picture.Width, picture.Height);
        var (across, down) = origin >= SKEncodedOrigin.LeftTop ? (height, width) : (width, height);
        var scale = Math.Min(1f, (float)HasslePhoto.LongestSide / Math.Max(across, down));
        var size = new PhotoSize(Pixels(across * scale), Pixels(down * scale));
        // No colour space: then none is written into the file.
        using var surface = SKSurface.Create(
            new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque)
        );
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale((float)size.Width / across, (float)size.Height / down);
        surface.Canvas.Concat(Upright(origin, width, height));
        using var image = SKImage.FromBitmap(picture);
        surface.Canvas.DrawImage(image, 0, 0, Smooth);
        using var drawn = surface.Snapshot();
        using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new HasslePhoto(jpeg.ToArray(), size);
    }

    private static int Pixels(float length) => Math.Max(1, (int)MathF.Round(length));

    // EXIF tells how the camera was held; where a point of the picture belongs when it is upright.
    private static SKMatrix Upright(SKEncodedOrigin origin, int width, int height) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        };

    private static string Megabytes(int bytes) => (bytes / 1024 / 1024).ToString(CultureInfo.InvariantCulture);

    private static string Millions(int count) => (count / 1_000_000).ToString(CultureInfo.InvariantCulture);
}
