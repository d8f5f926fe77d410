using Endre.Browser.Tests.Support;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>A leader plans meetings on a laptop; a guest from another unit finds them on a phone and answers.</summary>
public sealed class MeetingSeriesTests(Hall hall)
{
    [Fact]
    public async Task A_leader_plans_and_a_guest_from_elsewhere_says_whether_he_comes()
    {
        var leader = await hall.App.LeaderAsync("Sara Serieleder");
        var guest = await hall.App.EmployeeAsync("Vidar Vaktmester");
        await AlsoWorkThereAsync(leader);
        var page = await hall.LaptopAsync(leader);
        await page.GotoAsync("/moter");
        await page.ShouldBeWellAsync("møter tom");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ny møterekke" }).ClickAsync();
        await page.GetByLabel("Hva heter møtet?").FillAsync("Forbedringsmøte");
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(20);
        await page.GetByLabel("Første møte").FillAsync($"{first:yyyy-MM-dd}");
        await page.GetByLabel("Sted (valgfritt)").FillAsync("Møterom 2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vis datoene" }).ClickAsync();
        await page.ShouldShowAsync("De neste 5 møtene");
        await page.ShouldBeWellAsync("møterekke ny");
        await page.SetViewportSizeAsync(360, 740);
        await page.ShouldBeWellAsync("møterekke ny telefon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lag møterekken" }).ClickAsync();
        await page.ShouldHaveHeadingAsync("Forbedringsmøte");
        await page.GetByText("Inviter en gjest").ClickAsync();
        await page.GetByLabel("E-postadresse (valgfritt)").FillAsync(guest.Email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Inviter", Exact = true }).ClickAsync();
        await page.ShouldShowAsync("Vidar Vaktmester");
        await page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(one => (one.open = true))");
        await page.ShouldBeWellAsync("møterekke telefon");
        await page.SetViewportSizeAsync(1440, 900);
        await page.ShouldBeWellAsync("møterekke");
        await page.GetByRole(AriaRole.Link, new() { Name = "Flytt møtet" }).First.ClickAsync();
        await page.ShouldHaveHeadingAsync("Flytt møtet");
        await page.ShouldBeWellAsync("møte flytt");
        await page.GetByLabel("Klokkeslett").FillAsync("10:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Flytt", Exact = true }).ClickAsync();
        await page.ShouldShowAsync("10:30–11:00");
        await page.GetByRole(AriaRole.Link, new() { Name = "Avlys møtet" }).Nth(1).ClickAsync();
        await page.ShouldBeWellAsync("møte avlys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Avlys møtet" }).ClickAsync();
        await page.ShouldShowAsync("Avlyst");
        await page.ShouldBeWellAsync("møterekke avlyst");

        var meeting = await hall.App.InStorageAsync(storage =>
            storage
                .Attendances.Where(place => place.PersonId == guest.Id)
                .Join(storage.Meetings, place => place.MeetingId, row => row.Id, (_, row) => row)
                .OrderBy(row => row.StartsAt)
                .Select(row => row.Id)
                .FirstAsync()
        );
        var phone = await hall.LaptopAsync(guest);
        await phone.SetViewportSizeAsync(360, 740);
        await phone.GotoAsync("/moter");
        await phone.ShouldShowAsync("Forbedringsmøte");
        await phone.ShouldBeWellAsync("møter gjest telefon");
        await phone.GotoAsync($"/moter/{meeting}/inviterte");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Kommer", Exact = true }).ClickAsync();
        await phone.ShouldShowAsync("Du har sagt at du kommer.");
        await phone.ShouldBeWellAsync("møte inviterte telefon");
        await phone.GotoAsync("/kalender");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Lag adresse" }).ClickAsync();
        await phone.ShouldShowAsync("Adressen er laget");
        await phone.ShouldBeWellAsync("kalender telefon");
        await phone.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    private Task<int> AlsoWorkThereAsync(TestPerson leader) =>
        hall.App.InStorageAsync(async storage =>
        {
            var unit = await storage
                .Memberships.Where(place => place.PersonId == leader.Id)
                .Select(place => place.UnitId)
                .SingleAsync();
            storage.Add(
                new Membership
                {
                    PersonId = (await hall.App.EmployeeAsync("Kari Kollega")).Id,
                    UnitId = unit,
                    Role = UnitRole.Employee,
                }
            );
            return await storage.SaveChangesAsync();
        });
}
