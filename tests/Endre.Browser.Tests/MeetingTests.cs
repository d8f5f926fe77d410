using Endre.Browser.Tests.Support;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>A leader holds a meeting on a laptop, a colleague follows on a phone, and the unit stands at the big screen.</summary>
public sealed class MeetingTests(Hall hall)
{
    [Fact]
    public async Task A_meeting_is_held_followed_and_shown()
    {
        var leader = await hall.App.EmployeeAsync("Mona Møteleder");
        var colleague = await hall.App.EmployeeAsync("Fred Følger");
        await SettleAsync(leader.Id, colleague.Id);

        var laptop = await hall.LaptopAsync(leader);
        await laptop.GotoAsync("/moter/nytt");
        await laptop.ShouldBeWellAsync("nytt møte");
        await laptop.PressAsync("Lag møtet");
        await laptop.ShouldHaveHeadingAsync("Tavlemøte");
        await laptop.ShouldBeWellAsync("møte før");
        var address = new Uri(laptop.Url).AbsolutePath;

        var phone = await hall.LaptopAsync(colleague);
        await phone.SetViewportSizeAsync(360, 740);
        await phone.GotoAsync(address);
        await phone.GetByText("Meld inn en sak").ClickAsync();
        await phone.GetByLabel("Hva gjelder det?").FillAsync("Bilene til service");
        await phone.PressAsync("Meld inn");
        await phone.ShouldShowAsync("Meldt inn av Fred Følger");
        await phone.ShouldBeWellAsync("møte før på telefon");
        // It comes to the leader by itself.
        await laptop.ShouldShowAsync("Bilene til service");
        await laptop.PressAsync("Flytt ned: Bilene til service");
        await Assertions
            .Expect(laptop.GetByRole(AriaRole.Button, new() { Name = "Flytt opp: Bilene til service" }))
            .ToBeEnabledAsync();
        await laptop.PressAsync("Start møtet");
        await laptop.PressAsync("Ta opp: Bilene til service");
        await Assertions
            .Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Bilene til service" }))
            .ToBeVisibleAsync();
        await laptop.ShouldBeWellAsync("møte i gang");
        await phone.ShouldBeWellAsync("møte i gang på telefon");

        // What is written is saved while it is written.
        await laptop.GetByLabel("Hva ble sagt?").FillAsync("Per kjører dem inn på tirsdager");
        await Assertions.Expect(phone.GetByText("Per kjører dem inn på tirsdager")).ToBeVisibleAsync();
        await laptop.GetByText("Lag tiltak", new() { Exact = true }).ClickAsync();
        await laptop.GetByLabel("Hva gjøres?").FillAsync("Bestille time");
        await laptop.GetByLabel("Ansvarlig").SelectOptionAsync(new SelectOptionValue { Label = "Fred Følger" });
        await laptop.GetByLabel("Kan gjøres før neste møte").CheckAsync();
        await laptop.ShouldBeWellAsync("tiltak i møtet");
        await laptop.PressAsync("Lag tiltaket");
        await Assertions.Expect(phone.GetByText("Bestille time").First).ToBeVisibleAsync();

        var screen = await hall.ScreenAsync(leader);
        await screen.GotoAsync($"{address}/skjerm");
        await screen.ShouldShowAsync("Bestille time");
        await screen.ShouldBeWellAsync("tavla på storskjerm");

        await laptop.PressAsync("Ta opp: Som før?");
        await laptop.GetByText("Ny fast ordning").ClickAsync();
        await laptop.GetByLabel("Slik gjør vi det").FillAsync("Nattevakten fyller bilene");
        await laptop.PressAsync("Lagre ordningen");
        await laptop.ShouldShowAsync("Ny ordning: Nattevakten fyller bilene");
        await laptop.ShouldBeWellAsync("som før");
        await laptop.GetByText("Oppmøte:").ClickAsync();
        await laptop.PressAsync("Alle andre er her");
        await laptop.ShouldShowAsync("Oppmøte: 2 av 2");
        await laptop.ShouldBeWellAsync("oppmøte");
        await laptop.PressAsync("Avslutt møtet");
        await laptop.ShouldShowAsync("Dette kom ut av møtet");
        await laptop.ShouldBeWellAsync("møte etter");
        await phone.ShouldShowAsync("Dette kom ut av møtet");
        await laptop.Context.CloseAsync();
        await phone.Context.CloseAsync();
        await screen.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_written_the_moment_before_the_end_stands_in_the_minutes()
    {
        var leader = await hall.App.EmployeeAsync("Siv Sent");
        var colleague = await hall.App.EmployeeAsync("Ove Også");
        await SettleAsync(leader.Id, colleague.Id);
        var laptop = await hall.LaptopAsync(leader);
        await laptop.GotoAsync("/moter/nytt");
        await laptop.PressAsync("Lag møtet");
        await laptop.PressAsync("Start møtet");
        var text = laptop.GetByLabel("Hva ble sagt?");
        await Assertions.Expect(text).ToBeVisibleAsync();
        // What was saved a moment ago is an older text than the one that is there when the meeting ends.
        await laptop.RunAndWaitForResponseAsync(
            () => text.PressSequentiallyAsync("Vi bytter lyset"),
            answer => answer.Url.EndsWith("/skriv", StringComparison.Ordinal)
        );
        await text.PressSequentiallyAsync(" på mandag");
        await laptop.PressAsync("Avslutt møtet");
        await laptop.ShouldShowAsync("Dette kom ut av møtet");
        (
            await laptop.EvaluateAsync<int>(
                "() => Object.keys(localStorage).filter(key => key.includes('draft')).length"
            )
        ).ShouldBe(0);
        await laptop.GotoAsync($"{new Uri(laptop.Url).AbsolutePath}/referat");
        await laptop.ShouldShowAsync("Vi bytter lyset på mandag");
        await laptop.Context.CloseAsync();
    }

    [Fact]
    public async Task A_meeting_does_not_end_over_a_text_that_another_has_written_meanwhile()
    {
        var leader = await hall.App.EmployeeAsync("Tuva To");
        var colleague = await hall.App.EmployeeAsync("Eva En");
        await SettleAsync(leader.Id, colleague.Id);
        var laptop = await hall.LaptopAsync(leader);
        await laptop.GotoAsync("/moter/nytt");
        await laptop.PressAsync("Lag møtet");
        await laptop.PressAsync("Start møtet");
        var text = laptop.GetByLabel("Hva ble sagt?");
        await Assertions.Expect(text).ToBeVisibleAsync();
        var other = await laptop.Context.NewPageAsync();
        await other.GotoAsync(laptop.Url);
        // Nothing is sent or fetched by itself while both write.
        await laptop.EvaluateAsync("() => { window.setTimeout = () => 0; }");
        await other.RunAndWaitForResponseAsync(
            () => other.GetByLabel("Hva ble sagt?").FillAsync("Det andre skrev"),
            answer => answer.Url.EndsWith("/skriv", StringComparison.Ordinal)
        );
        await text.FillAsync("Det jeg skrev");
        await laptop.PressAsync("Avslutt møtet");
        await laptop.ShouldShowAsync("Dette står der nå:");
        await Assertions.Expect(text).ToHaveValueAsync("Det jeg skrev");
        await Assertions.Expect(laptop.GetByRole(AriaRole.Button, new() { Name = "Avslutt møtet" })).ToBeVisibleAsync();
        await laptop.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_said_of_one_matter_does_not_follow_when_another_goes_on_to_the_next()
    {
        var leader = await hall.App.EmployeeAsync("Liv Leder");
        var colleague = await hall.App.EmployeeAsync("Per Person");
        await SettleAsync(leader.Id, colleague.Id);
        var laptop = await hall.LaptopAsync(leader);
        await laptop.GotoAsync("/moter/nytt");
        await laptop.PressAsync("Lag møtet");
        await laptop.PressAsync("Start møtet");
        var text = laptop.GetByLabel("Hva ble sagt?");
        await Assertions.Expect(text).ToBeVisibleAsync();
        await laptop.RunAndWaitForResponseAsync(
            () => text.PressSequentiallyAsync("Lyset virker"),
            answer => answer.Url.EndsWith("/skriv", StringComparison.Ordinal)
        );
        var other = await laptop.Context.NewPageAsync();
        await other.GotoAsync(laptop.Url);
        await other.PressAsync("Ferdig – neste sak");
        await Assertions
            .Expect(laptop.GetByRole(AriaRole.Heading, new() { Name = "Hva ønsker vi å forbedre?" }))
            .ToBeVisibleAsync();
        await Assertions.Expect(text).ToHaveValueAsync("");
        await laptop.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_what_is_being_written_goes_along_when_the_meeting_ends()
    {
        var leader = await hall.App.EmployeeAsync("Nina Uten");
        var colleague = await hall.App.EmployeeAsync("Odd Uten");
        await SettleAsync(leader.Id, colleague.Id);
        var laptop = await hall.LaptopAsync(leader, hasScript: false);
        await laptop.GotoAsync("/moter/nytt");
        await laptop.PressAsync("Lag møtet");
        await laptop.PressAsync("Start møtet");
        await laptop.GetByLabel("Hva ble sagt?").FillAsync("Lyset virker");
        await laptop.PressAsync("Ferdig – neste sak");
        await laptop.GetByLabel("Hva ble sagt?").FillAsync("Døra knirker");
        await laptop.PressAsync("Avslutt møtet");
        await laptop.ShouldShowAsync("Dette kom ut av møtet");
        await laptop.PressAsync("Lås referatet");
        await laptop.ShouldShowAsync("Lyset virker");
        await laptop.ShouldShowAsync("Døra knirker");
        await laptop.ShouldShowAsync("av Nina Uten");
        await laptop.Context.CloseAsync();
    }

    private async Task SettleAsync(Guid leader, Guid colleague)
    {
        var unit = new UnitRow { Name = $"Post {Guid.CreateVersion7():N}"[..12], Kind = UnitKind.Team };
        await hall.App.InStorageAsync(async storage =>
        {
            storage.Units.Add(unit);
            await storage.SaveChangesAsync();
            storage.Memberships.AddRange(
                new Membership
                {
                    PersonId = leader,
                    UnitId = unit.Id,
                    Role = UnitRole.Leader,
                },
                new Membership
                {
                    PersonId = colleague,
                    UnitId = unit.Id,
                    Role = UnitRole.Employee,
                }
            );
            return await storage.SaveChangesAsync();
        });
    }
}
