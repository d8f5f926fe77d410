using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Endre.Domain.Hassles;
using Endre.Web.Features.Hassles.Photos;
using SkiaSharp;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>What becomes of a picture that comes from outside.</summary>
public sealed class PhotoFileTests
{
    [Fact]
    public void Place_and_camera_are_in_the_file_that_comes_and_not_in_what_is_kept()
    {
        var file = PhoneCamera.Jpeg(900, 600, orientation: 6);
        // It is real EXIF: the library itself reads from it how the camera was held.
        using (var codec = SKCodec.Create(new MemoryStream(file)))
            codec.EncodedOrigin.ShouldBe(SKEncodedOrigin.RightTop);
        file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(PhoneCamera.Make)).ShouldBeGreaterThan(0);
        file.AsSpan().IndexOf(PhoneCamera.Latitude).ShouldBeGreaterThan(0);

        var kept = Kept(file).Jpeg.Span;
        kept.IndexOf(Encoding.ASCII.GetBytes(PhoneCamera.Make)).ShouldBe(-1);
        kept.IndexOf(PhoneCamera.Latitude).ShouldBe(-1);
        kept.IndexOf("Exif"u8).ShouldBe(-1);
        kept.IndexOf("ICC_PROFILE"u8).ShouldBe(-1);
    }

    [Theory]
    [InlineData(1, "red left")]
    [InlineData(2, "red right")]
    [InlineData(3, "red right")]
    [InlineData(4, "red left")]
    [InlineData(5, "red top")]
    [InlineData(6, "red top")]
    [InlineData(7, "red bottom")]
    [InlineData(8, "red bottom")]
    public void A_picture_is_kept_upright_however_the_phone_was_held(ushort orientation, string expected)
    {
        var photo = Kept(PhoneCamera.Jpeg(120, 80, orientation));
        var isTurned = orientation >= 5;
        photo.Size.ShouldBe(isTurned ? new PhotoSize(80, 120) : new PhotoSize(120, 80));
        using var picture = SKBitmap.Decode(photo.Jpeg.Span);
        (picture.Width, picture.Height).ShouldBe((photo.Size.Width, photo.Size.Height));
        var (x, y) = (picture.Width / 2, picture.Height / 2);
        var red =
            IsRed(picture.GetPixel(2, y))
            && IsRed(picture.GetPixel(2, 2))
            && IsRed(picture.GetPixel(2, picture.Height - 3))
                ? "left"
            : IsRed(picture.GetPixel(x, 2)) && IsRed(picture.GetPixel(2, 2)) ? "top"
            : IsRed(picture.GetPixel(picture.Width - 3, y)) && IsRed(picture.GetPixel(picture.Width - 3, 2)) ? "right"
            : "bottom";
        $"red {red}".ShouldBe(expected);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void A_large_picture_is_made_smaller_and_a_small_one_is_not_made_larger(SKEncodedImageFormat format)
    {
        Kept(PhoneCamera.Draw(4000, 3000, format)).Size.ShouldBe(new PhotoSize(1600, 1200));
        Kept(PhoneCamera.Draw(1200, 2400, format)).Size.ShouldBe(new PhotoSize(800, 1600));
        Kept(PhoneCamera.Draw(1601, 10, format)).Size.ShouldBe(new PhotoSize(1600, 10));
        Kept(PhoneCamera.Draw(300, 200, format)).Size.ShouldBe(new PhotoSize(300, 200));
        Kept(PhoneCamera.Draw(1, 1, format)).Size.ShouldBe(new PhotoSize(1, 1));
    }

    [Fact]
    public void A_small_file_that_names_more_pixels_than_there_is_room_for_is_refused_before_it_is_unpacked()
    {
        var refusal = PhotoFile.Read(Bomb(60_000, 60_000)).Refusal;
        refusal!.Reason.ShouldBe("PhotoTooManyPixels");
        refusal.Details.ShouldBe(["50"]);
    }

    [Fact]
    public void What_is_not_a_picture_we_can_read_is_refused_with_the_reason()
    {
        var picture = PhoneCamera.Jpeg(400, 300);
        Refused([]).ShouldBe("PhotoUnknown");
        Refused("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()).ShouldBe("PhotoUnknown");
        Refused([0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1heic"u8]).ShouldBe("PhotoHeic");
        Refused(picture[..(picture.Length / 2)]).ShouldBe("PhotoUnreadable");
        Refused([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4, 5, 6, 7, 8]).ShouldBe("PhotoUnreadable");
        Refused([.. picture, .. new byte[HasslePhoto.LargestFile]]).ShouldBe("PhotoTooLarge");
    }

    [Fact]
    public void What_lies_after_the_picture_in_the_file_is_not_kept()
    {
        byte[] file = [.. PhoneCamera.Jpeg(200, 200), .. "<script>alert(1)</script>"u8];
        Kept(file).Jpeg.Span.IndexOf("script"u8).ShouldBe(-1);
    }

    private static bool IsRed(SKColor color) => color.Red > 180 && color.Blue < 80;

    private static HasslePhoto Kept(byte[] file)
    {
        var (photo, refusal) = PhotoFile.Read(file);
        refusal.ShouldBeNull();
        return photo.ShouldNotBeNull();
    }

    private static string? Refused(byte[] file) => PhotoFile.Read(file).Refusal?.Reason;

    // A PNG of a few bytes whose header promises a picture of any size.
    private static byte[] Bomb(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        return
        [
            .. (ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10],
            .. Chunk("IHDR"u8, header),
            .. Chunk("IDAT"u8, [0x78, 0x9C, 3, 0, 0, 0, 0, 1]),
            .. Chunk("IEND"u8, []),
        ];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> content)
    {
        byte[] checkedPart = [.. kind, .. content];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.HashToUInt32(checkedPart));
        return [.. length, .. checkedPart, .. sum];
    }
}
