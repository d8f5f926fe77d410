using Endre.Browser.Tests.Support;
using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>
/// A leader's Monday: five minutes on the phone between two meetings. Easy first, one tap, a no with a reason, what she
/// cannot decide goes up, and those who spoke read it.
/// </summary>
public sealed class LeadersMondayTests(Hall hall)
{
    [Fact]
    public async Task Five_minutes_on_a_phone_and_everybody_has_an_answer()
    {
        var leader = await hall.App.EmployeeAsync("Mona Mandag");
        var director = await hall.App.EmployeeAsync("Dagny Mandag");
        var team = await SettleAsync(leader, director);
        var code = ClaimCode.New();
        await SaidAsync(team, "Vi logger inn tre ganger for å skrive én rapport fra bilen.", 9, 6, code);
        await SaidAsync(team, "Nøklene henger alltid i feil skap.", 3, 5);
        await SaidAsync(team, "Nøkkelen henger i feil skap.", 1, 5);
        await SaidAsync(team, "Taket lekker over vaktrommet.", 16, 120);
        var phone = await SignedInAsync(leader);

        await phone.GotoAsync("/plunder");
        await phone.ShouldBeWellAsync("mandag plunder");
        await phone.LinkAsync("4 venter på svar fra deg");
        await phone.ShouldHaveHeadingAsync("Å svare på");
        await phone.ShouldBeWellAsync("å svare på");
        (await phone.Locator(".endre-said").AllTextContentsAsync()).ShouldBe([
            "Vi logger inn tre ganger for å skrive én rapport fra bilen.",
            "Nøklene henger alltid i feil skap.",
            "Nøkkelen henger i feil skap.",
            "Taket lekker over vaktrommet.",
        ]);

        await phone.PressAsync("Gjør vi: Vi logger inn tre ganger for å skrive én rapport fra bilen.");
        await phone.ShouldShowAsync("Svaret er sendt");
        await phone.ShouldBeWellAsync("å svare på, ett trykk");

        // Two said the same.
        await phone.LinkAsync("Åpne, slå sammen eller flytt: Nøkkelen henger i feil skap.");
        await phone.GetByText("Det samme er sagt før").ClickAsync();
        await phone
            .GetByLabel("Det samme som")
            .SelectOptionAsync(new SelectOptionValue { Label = "Nøklene henger alltid i feil skap." });
        await phone.ShouldBeWellAsync("slå sammen");
        await phone.PressAsync("Slå sammen");
        await phone.ShouldShowAsync("De er slått sammen.");
        await phone.ShouldBeWellAsync("slått sammen");

        await phone.GotoAsync("/plunder/a-svare");
        await phone.GetByLabel("Gjør vi ikke, fordi …: Nøklene henger alltid i feil skap.").ClickAsync();
        await phone.ShouldBeWellAsync("å svare på, et nei");
        await phone
            .GetByLabel("Hvorfor ikke?")
            .Locator("visible=true")
            .FillAsync("Skapet byttes i april. Til da henger de på kroken.");
        await phone.PressAsync("Send: gjør vi ikke: Nøklene henger alltid i feil skap.");
        await phone.ShouldShowAsync("Svaret er sendt");

        await phone.GetByLabel("Løftes opp: Taket lekker over vaktrommet.").ClickAsync();
        await phone.PressAsync("Løft opp til Dagny Mandag: Taket lekker over vaktrommet.");
        await phone.ShouldShowAsync("Ingenting venter på deg nå.");
        await phone.ShouldBeWellAsync("å svare på, ferdig");
        await phone.Context.CloseAsync();

        var above = await hall.LaptopAsync(director);
        await above.GotoAsync("/plunder/a-svare");
        await above.ShouldShowAsync("Løftet opp til Dagny Mandag");
        await above.ShouldBeWellAsync("løftet opp til meg");
        await above.GotoAsync("/fravar");
        await above.ShouldBeWellAsync("fravær");
        await above.Context.CloseAsync();

        var writer = await hall.PhoneAsync();
        await writer.GotoAsync("/si-fra/svar");
        await writer.GetByLabel("Svarkode").FillAsync(code);
        await writer.PressAsync("Vis svaret");
        await writer.ShouldShowAsync("Mona Mandag");
        await writer.ShouldBeWellAsync("svaret på mandag");
        await writer.Context.CloseAsync();
    }

    [Fact]
    public async Task The_four_answers_need_no_script_and_speak_English()
    {
        var leader = await hall.App.EmployeeAsync("Monica Monday");
        var team = await SettleAsync(leader, await hall.App.EmployeeAsync("Dag Monday"));
        await SaidAsync(team, "The keys hang in the wrong cupboard.", 2, 5);
        var phone = await SignedInAsync(leader, "en", hasScript: false);
        await phone.GotoAsync("/plunder/a-svare");
        await phone.PictureAsync("to answer");
        await phone.GetByLabel("We will not, because …: The keys hang").ClickAsync();
        await phone.GetByLabel("Why not?").FillAsync("The cupboard goes in April.");
        await phone.PressAsync("Send: we will not: The keys hang in the wrong cupboard.");
        await phone.ShouldShowAsync("The answer is sent");
        await phone.Context.CloseAsync();
    }

    private async Task<IPage> SignedInAsync(TestPerson person, string language = "nb", bool hasScript = true)
    {
        var phone = await hall.PhoneAsync(language, hasScript);
        await phone.Context.AddCookiesAsync([
            new Cookie
            {
                Name = person.SignInCookie.Name,
                Value = person.SignInCookie.Value,
                Url = hall.App.Address.ToString(),
            },
        ]);
        return phone;
    }

    private Task SaidAsync(Guid team, string text, int weeksAgo, int minutes, string? code = null) =>
        hall.App.InStorageAsync(database =>
            database.SayAsync(
                new SayHassle(
                    HassleId.New(),
                    team,
                    Speaker.Anonymous,
                    text,
                    new Effort(minutes, 5, 4),
                    Name: null,
                    PersonId: null,
                    ClaimCode.HashOf(code ?? ClaimCode.New())
                ),
                // A week each, so that one is older than the other on whichever day this runs.
                DateOnly
                    .FromDateTime(hall.App.Services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime)
                    .AddDays(-7 * weeksAgo),
                CancellationToken.None
            )
        );

    private async Task<Guid> SettleAsync(TestPerson leader, TestPerson director)
    {
        var parent = new UnitRow { Name = $"Helse {leader.Name}", Kind = UnitKind.Area };
        var unit = new UnitRow
        {
            Name = $"Team {leader.Name}",
            Kind = UnitKind.Team,
            ParentId = parent.Id,
        };
        await hall.App.InStorageAsync(async database =>
        {
            database.Units.AddRange(parent, unit);
            foreach (var (person, place) in new[] { (leader, unit), (director, parent) })
                database.Memberships.Add(
                    new Membership
                    {
                        PersonId = person.Id,
                        UnitId = place.Id,
                        Role = UnitRole.Leader,
                    }
                );
            return await database.SaveChangesAsync();
        });
        return unit.Id;
    }
}
