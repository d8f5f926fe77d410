using Endre.Browser.Tests.Support;
using Endre.Domain.Hassles;
using Endre.Storage.Hassles;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>A hassle becomes a need on a phone, is worked with by keys alone, and ends as one sheet.</summary>
public sealed class NeedTests(Hall hall)
{
    [Fact]
    public async Task A_need_is_stated_tested_and_explained_at_360_pixels_by_keys_alone()
    {
        var leader = await hall.App.LeaderAsync("Nina Behov");
        var hassle = await SaidAsync(leader);
        var page = await hall.LaptopAsync(leader);
        await page.SetViewportSizeAsync(360, 740);
        var keys = new Keys(page);
        await page.GotoAsync($"/plunder/{hassle}");
        await keys.ToAsync(AriaRole.Link, "Lag behov av dette");
        await keys.PressAsync("Enter");
        await page.ShouldHaveHeadingAsync("Nytt behov");
        await page.ShouldBeWellAsync("behov nytt telefon");
        await WriteAsync(keys, "Hvem trenger det?", "Nattevaktene");
        await WriteAsync(keys, "Hva trenger de?", "å finne løfteheisen med en gang");
        await WriteAsync(keys, "Hvorfor?", "de leter på fire avdelinger");
        await PressAsync(keys, "Lag behovet", "Fordi: de leter på fire avdelinger");
        await page.ShouldHaveHeadingAsync("Nattevaktene trenger å finne løfteheisen med en gang");
        await page.ShouldBeWellAsync("behov telefon");

        await PressAsync(keys, "Behovet er tydelig: gå til løsninger", "En måte å møte behovet på");
        await WriteAsync(keys, "En måte å møte behovet på", "Fast plass merket på gulvet");
        await PressAsync(keys, "Legg til løsning", "Fast plass merket på gulvet");
        await PressAsync(keys, "Prøv denne: Fast plass merket på gulvet", "Prøves");
        await PressAsync(keys, "Vi har valgt: gå til test", "Planlegg en test");
        await WriteAsync(keys, "Hva gjør dere, eller spør om?", "Spør Fatima om hun fant heisen");
        await WriteAsync(keys, "Med hvem?", "Fatima");
        await WriteAsync(keys, "Hva tror dere skjer?", "Hun fant den");
        // Enter in a field sends the form.
        await keys.BackToAsync(AriaRole.Spinbutton, "Hvor mange?");
        await keys.PressAsync("Enter");
        await page.ShouldShowAsync("Én person: Fatima");
        await page.ShouldBeWellAsync("behov test telefon");

        await keys.ToAsync(AriaRole.Link, "Årsaker");
        await keys.PressAsync("Enter");
        await page.ShouldShowAsync("Ingen har svart ennå.");
        await WriteAsync(keys, "Hvorfor er det slik?", "Ingen plass er heisens plass");
        await PressAsync(keys, "Legg til svaret", "Hvorfor det?");
        await page.ShouldBeWellAsync("behov årsaker telefon");
        await page.GotoAsync(page.Url.Split('#')[0].Replace("/arsaker", "/fiskebein", StringComparison.Ordinal));
        await page.ShouldBeWellAsync("behov fiskebein telefon");
        await page.GotoAsync(page.Url.Replace("/fiskebein", "/a3", StringComparison.Ordinal));
        await page.ShouldBeWellAsync("behov a3 telefon");
        await page.SetViewportSizeAsync(1440, 900);
        foreach (var side in new[] { "a3", "arsaker", "fiskebein" })
        {
            await page.GotoAsync(page.Url[..(page.Url.LastIndexOf('/') + 1)] + side);
            await page.EvaluateAsync(
                "() => document.querySelectorAll('main details').forEach(one => (one.open = true))"
            );
            await page.ShouldBeWellAsync($"behov {side}");
        }
        await page.GotoAsync("/behov");
        await page.ShouldBeWellAsync("behov liste");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_toolbox_and_the_pareto_chart_are_accessible_and_fit_in_bokmål_and_english()
    {
        var leader = await hall.App.LeaderAsync("Petra Pareto");
        var unit = await hall.App.InStorageAsync(storage =>
            storage.Memberships.Where(place => place.PersonId == leader.Id).Select(place => place.UnitId).SingleAsync()
        );
        await SaidAsync(leader, 40);
        foreach (var language in new[] { "nb", "en" })
        {
            var page = await hall.LaptopAsync(leader, language);
            foreach (
                var (name, address) in new[]
                {
                    ("verktøykasse", "/verktoykasse"),
                    ("hvorfor-tre", "/verktoykasse/hvorfor-tre"),
                    ("fiskebein", "/verktoykasse/fiskebein"),
                    ("pareto-verktøy", "/verktoykasse/pareto"),
                    ("blt", "/verktoykasse/blt"),
                    ("rundiagram", "/rundiagram?verdier=12+15+11+14+13+16+12+15+11+14+8+7+9+8+6+7+9&utgangspunkt=10"),
                    ("rundiagram uten tall", "/rundiagram?verdier=tolv&utgangspunkt="),
                    ("pareto", $"/plunder/pareto?enhet={unit}&etter=svar"),
                }
            )
            {
                await page.SetViewportSizeAsync(360, 740);
                await page.GotoAsync(address);
                await page.ShouldFitAsync($"{name} {language} telefon");
                await page.PictureAsync($"{name} {language} telefon");
                await page.SetViewportSizeAsync(1440, 900);
                await page.GotoAsync(address);
                await page.ShouldBeWellAsync($"{name} {language}");
            }
            await page.Context.CloseAsync();
        }
    }

    private static async Task WriteAsync(Keys keys, string label, string text)
    {
        await keys.ToAsync(AriaRole.Textbox, label);
        await keys.TypeAsync(text);
    }

    private static async Task PressAsync(Keys keys, string button, string thenShows)
    {
        await keys.ToAsync(AriaRole.Button, button);
        await keys.PressAsync("Enter");
        await keys.Page.ShouldShowAsync(thenShows);
    }

    private async Task<Guid> SaidAsync(TestPerson leader, int count = 1)
    {
        var first = HassleId.New();
        await hall.App.InStorageAsync(async storage =>
        {
            var unit = await storage
                .Memberships.Where(place => place.PersonId == leader.Id)
                .Select(place => place.UnitId)
                .SingleAsync();
            var week = HassleRules.WeekOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
            for (var i = 0; i < count; i++)
            {
                storage.Hassles.Add(
                    new HassleRow
                    {
                        Id = i == 0 ? first : HassleId.New(),
                        UnitId = unit,
                        Speaker = "anonymous",
                        Text = "Løfteheisen står aldri der den skal",
                        Minutes = 12,
                        TimesPerWeek = 14,
                        People = 2,
                        Week = week.AddDays(count == 1 ? 0 : -140),
                        State = i % 3 == 0 ? "will-do" : "waiting",
                    }
                );
            }
            return await storage.SaveChangesAsync();
        });
        return first;
    }
}
