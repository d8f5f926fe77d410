using Endre.Browser.Tests.Support;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>One matter needs the union and the safety representative: they are asked from a phone, and come by theirs.</summary>
public sealed class RepresentativeTests(Hall hall)
{
    [Fact]
    public async Task Who_holds_the_meeting_asks_and_a_representative_opens_the_invitation()
    {
        var leader = await hall.App.EmployeeAsync("Laila Leder");
        var safety = await hall.App.EmployeeAsync("Vera Verneombud");
        var union = await hall.App.EmployeeAsync("Tor Tillitsvalgt");
        await SettleAsync(leader, safety, union);

        var page = await hall.OwnPhoneAsync(leader);
        await page.GotoAsync("/moter/nytt");
        await page.GetByLabel("Enhet").SelectOptionAsync(new SelectOptionValue { Label = Team });
        await page.PressAsync("Lag møtet");
        await page.GetByText("Meld inn en sak").ClickAsync();
        await page.GetByLabel("Hva gjelder det?").FillAsync("Ny turnus fra høsten");
        await page.PressAsync("Meld inn");
        await page.LinkAsync("Endre: Ny turnus fra høsten");
        await page.GetByLabel("Verneombudet må være med på saken").CheckAsync();
        await page.ShouldBeWellAsync("sak som trenger verneombud");
        await page.PressAsync("Lagre og be til møtet");
        await page.ShouldShowAsync("Bedt som verneombud: Vera Verneombud");
        await page.ShouldBeWellAsync("sak med verneombud");

        var phone = await hall.OwnPhoneAsync(safety);
        await phone.GotoAsync("/meldinger");
        await phone.LinkAsync("En sak trenger deg: Tavlemøte");
        await phone.ShouldHaveHeadingAsync("En sak trenger deg: Tavlemøte");
        await phone.ShouldBeWellAsync("melding til verneombud");
        await phone.LinkAsync("Se møtet og sakslisten");
        await phone.ShouldHaveHeadingAsync("Tavlemøte");
        await phone.ShouldShowAsync("Ny turnus fra høsten");
        await phone.ShouldBeWellAsync("møtet for verneombudet");

        // In the meeting the same is asked where the matter is talked of, and comes to those who follow by itself.
        await page.PressAsync("Start møtet");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ny turnus fra høsten" }))
            .ToBeVisibleAsync();
        await page.GetByText("Tillitsvalgt eller verneombud", new() { Exact = true }).First.ClickAsync();
        await page.GetByLabel("Tillitsvalgt må være med på saken").CheckAsync();
        await page.ShouldBeWellAsync("trenger tillitsvalgt i møtet");
        await page.PressAsync("Lagre og be til møtet");
        await page.ShouldShowAsync("Bedt som tillitsvalgt: Tor Tillitsvalgt");
        await phone.ShouldShowAsync("Bedt som tillitsvalgt: Tor Tillitsvalgt");
        var other = await hall.OwnPhoneAsync(union);
        await other.GotoAsync("/meldinger");
        await other.ShouldShowAsync("En sak trenger deg: Tavlemøte");
        foreach (var one in new[] { page, phone, other })
        {
            await one.Context.CloseAsync();
        }
    }

    private const string Team = "Laget ved fjæra";

    private async Task SettleAsync(TestPerson leader, TestPerson safety, TestPerson union)
    {
        var above = new UnitRow { Name = "Avdelingen ved fjæra", Kind = UnitKind.Department };
        var team = new UnitRow
        {
            Name = Team,
            Kind = UnitKind.Team,
            ParentId = above.Id,
        };
        await hall.App.InStorageAsync(async storage =>
        {
            storage.Units.AddRange(above, team);
            await storage.SaveChangesAsync();
            storage.Memberships.AddRange(
                Place(leader, team, UnitRole.Leader),
                Place(safety, above, UnitRole.SafetyRepresentative),
                Place(union, above, UnitRole.UnionRepresentative)
            );
            return await storage.SaveChangesAsync();
        });

        static Membership Place(TestPerson person, UnitRow unit, string role) =>
            new()
            {
                PersonId = person.Id,
                UnitId = unit.Id,
                Role = role,
            };
    }
}
