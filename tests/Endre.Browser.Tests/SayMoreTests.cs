using System.Text;
using Endre.Browser.Tests.Support;
using Endre.Storage.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SkiaSharp;

namespace Endre.Browser.Tests;

/// <summary>A picture and the price, on a phone: made smaller before it is sent, asked about a name, led elsewhere and back.</summary>
public sealed class SayMoreTests(Hall hall)
{
    [Fact]
    public async Task A_phone_sends_a_small_picture_and_loses_nothing_on_the_way()
    {
        var unit = new UnitRow { Name = "Post med heis", Kind = "team" };
        await hall.App.InStorageAsync(async database =>
        {
            database.Units.Add(unit);
            return await database.SaveChangesAsync();
        });
        var phone = await hall.PhoneAsync();
        await phone.GotoAsync($"/si-fra?enhet={unit.Id}");
        await phone.GetByRole(AriaRole.Radio, new() { Name = "Anonym" }).CheckAsync();
        await phone.GetByLabel("Hva er det?").FillAsync("Fru Olsen venter på heisen");
        await phone.GetByText("Fortell mer (frivillig)").ClickAsync();
        await phone.GetByLabel("Minutter hver gang").FillAsync("10");
        await phone.GetByLabel("Hvor ofte").SelectOptionAsync("5");
        await phone.GetByLabel("Hvor mange det gjelder").FillAsync("8");
        await phone.ShouldShowAsync("Det blir ca. 307 timer i året.");
        var large = Noise(3200, 2400);
        await phone
            .GetByLabel("Bilde", new() { Exact = true })
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "IMG_20260302_0911.jpg",
                    MimeType = "image/jpeg",
                    Buffer = large,
                }
            );
        await phone.WaitForFunctionAsync("() => document.getElementById('photo').files[0]?.name === 'bilde.jpg'");
        var size = await phone.EvaluateAsync<int>("() => document.getElementById('photo').files[0].size");
        size.ShouldBeLessThan(large.Length / 2);
        await phone.ShouldBeWellAsync("fortell mer");

        await phone.PressAsync("Er dette et avvik eller et varsel?");
        await phone.ShouldHaveHeadingAsync("Er dette et avvik eller et varsel?");
        await phone.ShouldBeWellAsync("avvik eller varsel");
        await phone.PressAsync("Tilbake til skjemaet");
        await phone.PressAsync("Send");
        await phone.ShouldShowAsync("Ser ut som et navn: Olsen.");
        await phone.ShouldBeWellAsync("ser ut som et navn");
        await phone.PressAsync("Send slik det er");
        await phone.ShouldHaveHeadingAsync("Takk, det er sendt");
        var (row, jpeg) = await hall.App.InStorageAsync(async database =>
        {
            var said = await database.Hassles.SingleAsync(hassle => hassle.UnitId == unit.Id);
            return (said, (await database.HasslePhotos.SingleAsync(photo => photo.HassleId == said.Id)).Jpeg);
        });
        (row.PhotoWidth, row.PhotoHeight, row.People).ShouldBe((1600, 1200, 8));
        jpeg.AsSpan().IndexOf(Encoding.ASCII.GetBytes("IMG_2026")).ShouldBe(-1);
        await phone.Context.CloseAsync();
    }

    private static byte[] Noise(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        for (var y = 0; y < height; y += 8)
        {
            for (var x = 0; x < width; x++)
                bitmap.SetPixel(x, y, new SKColor((uint)((x * 7919) ^ (y * 104_729)) | 0xFF000000));
        }
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        return data.ToArray();
    }
}
