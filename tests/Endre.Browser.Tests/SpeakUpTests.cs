using Endre.Browser.Tests.Support;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>Something is said on a phone without an account, answered on a laptop, and followed with the code.</summary>
public sealed class SpeakUpTests(Hall hall)
{
    [Fact]
    public async Task An_anonymous_voice_gets_an_answer_and_is_taken_back()
    {
        var leader = await hall.App.EmployeeAsync("Lise Leder");
        var team = await SettleAsync(leader);
        var phone = await hall.PhoneAsync();
        await phone.GotoAsync("/si-fra");
        await phone.ShouldFitAsync("velg enhet med enheter");
        var choice = phone.GetByLabel("Enhet");
        (await choice.InputValueAsync()).ShouldBe("", "nobody says it to a unit they did not choose");
        // The arrow that tells a choice from a text field.
        (await choice.EvaluateAsync<string>("field => getComputedStyle(field).backgroundImage")).ShouldContain(
            "gradient"
        );
        await choice.SelectOptionAsync(new[] { team.ToString() });
        await phone.PressAsync("Videre");
        await phone.ShouldBeWellAsync("si fra");
        await phone.GetByRole(AriaRole.Radio, new() { Name = "Anonym" }).CheckAsync();
        await Assertions.Expect(phone.GetByLabel("Navnet ditt")).ToBeHiddenAsync();
        await phone.GetByLabel("Hva er det?").FillAsync("Nøklene henger alltid i feil skap.");
        await phone.PressAsync("Send");
        await phone.ShouldHaveHeadingAsync("Takk, det er sendt");
        await phone.ShouldBeWellAsync("svarkoden");
        var code = (await phone.Locator("#claim-code").TextContentAsync())!;

        var laptop = await hall.LaptopAsync(leader);
        await laptop.GotoAsync("/plunder");
        await laptop.ShouldBeWellAsync("plunder");
        await laptop.GetByRole(AriaRole.Link, new() { Name = "Svar: Nøklene henger alltid" }).ClickAsync();
        await laptop.GetByText("Trenger mer").ClickAsync();
        await laptop.PressAsync("Send svaret");
        await laptop.ShouldShowAsync("Skriv hva dere trenger å vite.");
        await laptop.ShouldBeWellAsync("svar avvist");
        await laptop.GetByLabel("Svar med ord").FillAsync("Hvilket skap?");
        await laptop.PressAsync("Send svaret");
        await laptop.ShouldShowAsync("Svaret er sendt.");
        await laptop.ShouldBeWellAsync("svart");

        await phone.GotoAsync("/si-fra/svar");
        await phone.GetByLabel("Svarkode").FillAsync(code.ToLowerInvariant());
        await phone.PressAsync("Vis svaret");
        await phone.ShouldShowAsync("Hvilket skap?");
        await phone.GetByLabel("Skriv mer").FillAsync("Det i gangen");
        await phone.PressAsync("Send");
        await phone.ShouldShowAsync("Det i gangen");
        await phone.ShouldBeWellAsync("tråden");
        await phone.GetByText("Trekk det tilbake").ClickAsync();
        await phone.PressAsync("Trekk tilbake og slett teksten");
        await phone.ShouldShowAsync("Teksten er slettet.");
        await phone.ShouldBeWellAsync("trukket");
        await phone.Context.CloseAsync();
        await laptop.Context.CloseAsync();
    }

    [Fact]
    public async Task The_same_in_English_and_with_an_account()
    {
        var leader = await hall.App.EmployeeAsync("Lena Leder");
        var team = await SettleAsync(leader);
        var phone = await hall.PhoneAsync("en");
        await phone.GotoAsync($"/si-fra?enhet={team}");
        await phone.ShouldBeWellAsync("speak up");
        await phone.Context.CloseAsync();
        var laptop = await hall.LaptopAsync(leader);
        await laptop.GotoAsync($"/si-fra?enhet={team}");
        await laptop.GetByRole(AriaRole.Radio, new() { Name = "Navn bare til leder" }).CheckAsync();
        await laptop.ShouldBeWellAsync("si fra innlogget");
        await laptop.GetByLabel("Hva er det?").FillAsync("Skriveren står.");
        await laptop.PressAsync("Send");
        await laptop.ShouldHaveHeadingAsync("Takk, det er sendt");
        await laptop.ShouldBeWellAsync("sagt med navn");
        await laptop.GotoAsync("/det-jeg-har-sagt");
        await laptop.ShouldBeWellAsync("det jeg har sagt");
        await laptop.GotoAsync("/plunder");
        await laptop.EvaluateAsync("() => document.querySelectorAll('main details').forEach(one => (one.open = true))");
        await laptop.ShouldBeWellAsync("plunder med dører");
        await laptop.Context.CloseAsync();
    }

    private async Task<Guid> SettleAsync(TestPerson leader)
    {
        var unit = new UnitRow { Name = $"Team {leader.Name}", Kind = UnitKind.Team };
        var parent = new UnitRow { Name = $"Hjemmetjenesten {leader.Name}", Kind = UnitKind.Department };
        unit.ParentId = parent.Id;
        await hall.App.InStorageAsync(async database =>
        {
            database.Units.AddRange(parent, unit);
            database.Memberships.Add(
                new Membership
                {
                    PersonId = leader.Id,
                    UnitId = parent.Id,
                    Role = UnitRole.Leader,
                }
            );
            return await database.SaveChangesAsync();
        });
        return unit.Id;
    }
}
