using System.Net;
using Endre.Testing;
using Endre.Web.Features.Improvements.Measures.TellByLink;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Improvements.Measures;

/// <summary>A number from a phone that is not signed in: the secret in the address is the key.</summary>
public sealed class TellByLinkTests
{
    [Theory, EachDatabase]
    public async Task A_number_is_told_once_with_one_field_and_nobody_is_kept(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        var sheet = await (await MeasureTests.MeasureAsync(kari, fjord.Team)).FollowAsync("QR-kode til veggen");
        var address = sheet.AddressOf("Åpne lenken");

        using var phone = app.Browser();
        var page = await phone.OpenAsync(address);
        page.Heading.ShouldBe("Letinger etter nøkler");
        page.ValueOf("En dag i uka").ShouldBe($"{MeasureTests.Today(app):yyyy-MM-dd}");
        page.Text.ShouldNotContain("Henge nøklene");
        page.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var refused = await page.Fill("Hvor mange?", "").PressAsync("Lagre");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await phone.OpenAsync(address);
        var told = await page.Fill("Hvor mange?", "12,5").PressAsync("Lagre");
        told.Text.ShouldContain("Lagret. Takk!");
        told.Text.ShouldContain("12,5 ganger");
        // The button was pressed twice.
        (await page.PressAsync("Lagre")).Text.ShouldContain("Lagret. Takk!");
        (await app.InStorageAsync(storage => storage.Measurements.CountAsync())).ShouldBe(1);
        // Somebody else has another number for the same week: nothing is overwritten from outside.
        refused = await (await phone.OpenAsync(address)).Fill("Hvor mange?", "99").PressAsync("Lagre");
        refused.Messages.ShouldContain(message =>
            message.StartsWith("Det står allerede 12,5", StringComparison.Ordinal)
        );
        (await app.InStorageAsync(storage => storage.MeasurementChanges.CountAsync())).ShouldBe(0);
        (await app.InStorageAsync(storage => storage.MeasureEvents.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_forged_an_old_and_a_retired_link_open_nothing()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        var measure = await MeasureTests.MeasureAsync(kari, fjord.Team);
        var address = (await measure.FollowAsync("QR-kode til veggen")).AddressOf("Åpne lenken");
        using var phone = app.Browser();
        var open = await phone.OpenAsync(address);
        foreach (var forged in new[] { address[..^1], $"{address}x", "/tell/x", $"/tell/{new string('a', 200)}" })
        {
            var gone = await phone.OpenAsync(forged);
            gone.Status.ShouldBe(HttpStatusCode.NotFound);
            gone.Text.ShouldNotContain("Letinger");
        }
        measure = await measure.PressAsync("Lag ny lenke");
        (await phone.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await open.Fill("Hvor mange?", "5").PressAsync("Lagre")).Status.ShouldBe(HttpStatusCode.NotFound);
        var renewed = (await measure.FollowAsync("QR-kode til veggen")).AddressOf("Åpne lenken");
        renewed.ShouldNotBe(address);
        (await phone.OpenAsync(renewed)).Status.ShouldBe(HttpStatusCode.OK);
        measure = await measure.PressAsync("Ta ut av bruk");
        (await phone.OpenAsync(renewed)).Status.ShouldBe(HttpStatusCode.NotFound);
        measure.HasLink("QR-kode til veggen").ShouldBeFalse();
        measure = await measure.PressAsync("Ta i bruk igjen");
        (await phone.OpenAsync(renewed)).Status.ShouldBe(HttpStatusCode.OK);
        (await app.InStorageAsync(storage => storage.Measurements.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_link_takes_only_so_many_numbers_in_a_while_and_another_link_is_not_stopped()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        const string eachTime = "Hver gang det skjer Ett tall for hver gang.";
        var first = await LinkAsync(await MeasureTests.MeasureAsync(kari, fjord.Team, rhythm: eachTime));
        var second = await LinkAsync(await MeasureTests.MeasureAsync(kari, fjord.Team, rhythm: eachTime));
        using var phone = app.Browser();
        var page = await phone.OpenAsync(first);
        for (var told = 0; told < TellLimit.Most; told++)
        {
            (
                await phone.PostAsync(page, first, ("number", "1"), ("day", $"{MeasureTests.Today(app):yyyy-MM-dd}"))
            ).Text.ShouldContain("Lagret. Takk!");
        }
        var refused = await (await phone.OpenAsync(first)).Fill("Hvor mange?", "7").PressAsync("Lagre");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Messages.ShouldContain("Det kom mange tall på kort tid. Vent 10 min, og prøv igjen.");
        refused.ValueOf("Hvor mange?").ShouldBe("7");
        (await (await phone.OpenAsync(second)).Fill("Hvor mange?", "7").PressAsync("Lagre")).Text.ShouldContain(
            "Lagret. Takk!"
        );
        app.Time.Advance(TellLimit.Window);
        (await refused.PressAsync("Lagre")).Text.ShouldContain("Lagret. Takk!");
        (await app.InStorageAsync(storage => storage.Measurements.CountAsync())).ShouldBe(TellLimit.Most + 2);
    }

    private static async Task<string> LinkAsync(TestPage measure) =>
        (await measure.FollowAsync("QR-kode til veggen")).AddressOf("Åpne lenken");
}
