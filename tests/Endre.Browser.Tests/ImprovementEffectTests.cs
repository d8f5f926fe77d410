using System.Globalization;
using Endre.Browser.Tests.Support;
using Endre.Domain.Hassles;
using Endre.Storage.Hassles;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>From plunder through what is counted each time it happens to a driver that shows it and a sheet with the curve.</summary>
public sealed class ImprovementEffectTests(Hall hall)
{
    [Fact]
    public async Task What_is_counted_each_time_stands_with_its_driver_and_on_the_A3()
    {
        var leader = await hall.App.LeaderAsync("Eva Effekt");
        var hassle = await SaidAsync(leader);
        var page = await hall.LaptopAsync(leader);
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync($"/plunder/{hassle}");
        await page.LinkAsync("Lag behov av dette");
        await page.GetByLabel("Hvem trenger det?").FillAsync("Nattevaktene");
        await page.GetByLabel("Hva trenger de?").FillAsync("å finne løfteheisen med en gang");
        await page.GetByLabel("Hvorfor?").FillAsync("de leter på fire avdelinger");
        await page.PressAsync("Lag behovet");
        await page.ShouldHaveHeadingAsync("Nattevaktene trenger å finne løfteheisen med en gang");
        var need = page.Url.Split('#')[0];
        await page.LinkAsync("Prøv noe");
        await page.GetByLabel("Hva prøver vi?").FillAsync("Fast plass til heisen");
        await page.GetByLabel("Hva tror vi skjer?").FillAsync("Under to minutter hver gang");
        await page.PressAsync("Start");
        await page.ShouldHaveHeadingAsync("Fast plass til heisen");
        var improvement = page.Url;

        await page.LinkAsync("Nytt måltall");
        await page.GetByLabel("Hva teller vi?").FillAsync("Minutter vi lette");
        await page.GetByText("Hvor lenge det tok.").ClickAsync();
        await page.GetByText("Ett tall for hver gang.").ClickAsync();
        await page.PressAsync("Lag måltallet");
        await page.ShouldHaveHeadingAsync("Minutter vi lette");
        var measure = page.Url;
        await page.LinkAsync("QR-kode til veggen");
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "Åpne lenken" }).GetAttributeAsync("href");
        var phone = await hall.PhoneAsync();
        foreach (var minutes in new[] { 12, 9, 14 })
        {
            await phone.GotoAsync(link!);
            await phone.GetByLabel("Hvor mange minutter?").FillAsync(minutes.ToString(CultureInfo.InvariantCulture));
            await phone.PressAsync("Lagre");
            await phone.ShouldShowAsync("Lagret. Takk!");
        }
        await phone.ShouldBeWellAsync("måltall hver gang på telefon");
        await phone.Context.CloseAsync();
        await page.GotoAsync(measure);
        await page.ShouldShowAsync("Det trengs");
        (await page.GetByRole(AriaRole.Row).CountAsync()).ShouldBe(4);
        await page.ShouldBeWellAsync("måltall hver gang");

        await page.GotoAsync($"{improvement}/drivere");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Primærdriver", Exact = true })
            .First.FillAsync("Heisen har en fast plass");
        await page.GetByLabel("Hvilket måltall ser dere det på?")
            .First.SelectOptionAsync(new SelectOptionValue { Label = "Minutter vi lette" });
        await page.PressAsync("Legg til primærdriver");
        await page.ShouldShowAsync("måles ved: Minutter vi lette, sist 14 min");
        await page.ShouldBeWellAsync("drivere med måltall");

        await page.GotoAsync($"{need}/a3");
        await page.ShouldShowAsync("Virker det?");
        await page.ShouldBeWellAsync("a3 med kurve telefon");
        await page.SetViewportSizeAsync(1440, 900);
        await page.ShouldBeWellAsync("a3 med kurve bred");
        await page.GotoAsync($"{improvement}/drivere");
        await page.ShouldBeWellAsync("drivere med måltall bred");
        await page.Context.CloseAsync();
    }

    private async Task<Guid> SaidAsync(TestPerson leader)
    {
        var id = HassleId.New();
        await hall.App.InStorageAsync(async storage =>
        {
            var unit = await storage
                .Memberships.Where(place => place.PersonId == leader.Id)
                .Select(place => place.UnitId)
                .SingleAsync();
            storage.Hassles.Add(
                new HassleRow
                {
                    Id = id,
                    UnitId = unit,
                    Speaker = "anonymous",
                    Text = "Løfteheisen står aldri der den skal",
                    Minutes = 12,
                    TimesPerWeek = 14,
                    People = 2,
                    Week = HassleRules.WeekOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)),
                    State = "waiting",
                }
            );
            return await storage.SaveChangesAsync();
        });
        return id;
    }
}
