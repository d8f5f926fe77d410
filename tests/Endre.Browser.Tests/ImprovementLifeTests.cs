using Endre.Browser.Tests.Support;
using Endre.Domain.Improvements;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Storage.Organizations;
using Endre.Testing;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>On a phone: who is heard before an improvement begins, what drives it, and what holds it when it is adopted.</summary>
public sealed class ImprovementLifeTests(Hall hall)
{
    [Fact]
    public async Task Representatives_are_told_and_heard()
    {
        var (leader, id, unit) = await SomethingAsync("Vilde Varsler", "Ny vaktliste for helgene");
        var union = await RepresentativeAsync("Tora Tillitsvalgt", unit, UnitRole.UnionRepresentative);
        await RepresentativeAsync("Vetle Verneombud", unit, UnitRole.SafetyRepresentative);
        var page = await OpenAsync(leader, $"/forbedringer/{id}");
        await page.GetByText("Påvirker dette arbeidsmiljø, turnus, bemanning eller oppgaver?").ClickAsync();
        await page.ShouldBeWellAsync("påvirker spørsmål");
        await page.PressAsync("Lagre svaret");
        await page.ShouldShowAsync("Velg ja, nei eller vet ikke.");
        await page.ShouldBeWellAsync("påvirker uten svar");
        await page.GetByLabel("Ja", new() { Exact = true }).CheckAsync();
        await page.PressAsync("Lagre svaret");
        await page.ShouldShowAsync("0 av 2 har sagt hva de mener");
        await page.ShouldBeWellAsync("påvirker ja");
        var phone = await OpenAsync(union, $"/forbedringer/{id}");
        await phone.GetByLabel("Hva mener du?").FillAsync("Drøft turnusen med oss før dere begynner.");
        await phone.PressAsync("Lagre det du mener");
        await phone.ShouldShowAsync("1 av 2 har sagt hva de mener");
        await phone.ShouldBeWellAsync("påvirker sett av tillitsvalgt");
        await phone.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_adopted_is_held()
    {
        var (leader, id, _) = await SomethingAsync("Hilde Holder", "Henge nøklene ved døra");
        await BecomesAsync(
            id,
            one =>
                one with
                {
                    State = ImprovementState.Adopted,
                    Ending = new(
                        "Vi leter mindre",
                        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddMonths(-4)
                    ),
                }
        );
        var page = await OpenAsync(leader, $"/forbedringer/{id}");
        await page.ShouldBeWellAsync("holde tom");
        await page.GetByLabel("Slik gjør vi det nå").FillAsync("Nøklene henger på knaggen ved døra.");
        await page.GetByLabel("Ansvarlig i linja").SelectOptionAsync(new SelectOptionValue { Label = "Hilde Holder" });
        await page.GetByLabel("Hvem er opplært?").FillAsync("Alle på dag- og kveldsvakt");
        await page.PressAsync("Lagre rutinen");
        await page.ShouldShowAsync("Møtet deres spør «Som før?» om dette.");
        await page.GetByText("Se de ti spørsmålene").ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Det passer med målene våre og måten vi jobber på" })
            .GetByLabel("Nei")
            .CheckAsync();
        await page.ShouldBeWellAsync("holde ti spørsmål");
        await page.PressAsync("Lagre svarene");
        await page.ShouldShowAsync("Verdt å jobbe med");
        await page.GetByRole(AriaRole.Group, new() { Name = "Er det i bruk nå, 3 måneder etter?" })
            .GetByLabel("Delvis")
            .CheckAsync();
        await page.GetByLabel("Hva gjør dere nå?").FillAsync("Nattevakta får opplæring i april.");
        await page.PressAsync("Svar");
        await page.ShouldShowAsync("Nattevakta får opplæring i april.");
        await page.ShouldBeWellAsync("holde delvis");
        await page.SetViewportSizeAsync(1440, 900);
        await page.ShouldBeWellAsync("holde delvis bred");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_driver_diagram_is_drawn_by_keyboard_and_read_on_a_phone()
    {
        var (leader, id, _) = await SomethingAsync("Dina Driver", "Leite mindre etter nøkler");
        var page = await OpenAsync(leader, $"/forbedringer/{id}/drivere");
        await page.ShouldBeWellAsync("drivere tom");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Primærdriver", Exact = true })
            .First.FillAsync("Nøklene har en fast plass");
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldShowAsync("Legg til sekundærdriver");
        await page.GetByText("Legg til sekundærdriver").First.PressAsync("Enter");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Sekundærdriver", Exact = true })
            .First.FillAsync("Knagger der vi går ut");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Legg til idé").First.PressAsync("Enter");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Idé", Exact = true })
            .First.FillAsync("Ti knagger med navn på");
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldShowAsync("Prøv dette");
        await page.ShouldBeWellAsync("drivere");
        await page.SetViewportSizeAsync(1440, 900);
        await page.ShouldBeWellAsync("drivere bred");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(TestPerson person, string address)
    {
        var page = await hall.LaptopAsync(person);
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync(address);
        return page;
    }

    private async Task<(TestPerson Leader, Guid Id, Guid Unit)> SomethingAsync(string name, string trying)
    {
        var leader = await hall.App.LeaderAsync(name);
        var unit = await hall.App.InStorageAsync(storage =>
            storage.Memberships.Where(place => place.PersonId == leader.Id).Select(place => place.UnitId).SingleAsync()
        );
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var start = new StartImprovement(
            Guid.CreateVersion7(),
            unit,
            trying,
            "Det går raskere",
            today.AddDays(14),
            ImprovementSize.Pdca,
            leader.Id
        );
        (
            await hall.App.InStorageAsync(storage =>
                storage.StartImprovementAsync(start, null, new Hand(leader.Id, now, today), CancellationToken.None)
            )
        ).ShouldBeNull();
        return (leader, start.Id, unit);
    }

    private async Task<TestPerson> RepresentativeAsync(string name, Guid unit, string role)
    {
        var person = await hall.App.PersonAsync(name, Roles.Employee);
        await hall.App.InStorageAsync(storage =>
        {
            storage.Memberships.Add(
                new Membership
                {
                    PersonId = person.Id,
                    UnitId = unit,
                    Role = role,
                }
            );
            return storage.SaveChangesAsync();
        });
        return person;
    }

    private Task BecomesAsync(Guid id, Func<Improvement, Improvement> change) =>
        hall.App.InStorageAsync(async storage =>
        {
            var row = await storage.Improvements.SingleAsync(row => row.Id == id);
            row.Take(change(row.ToImprovement()));
            return await storage.SaveChangesAsync();
        });
}
