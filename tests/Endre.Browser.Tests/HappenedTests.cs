using System.Text.RegularExpressions;
using Endre.Browser.Tests.Support;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Removals;
using Endre.Domain.Organizations;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Storage.Pulses;
using Endre.Testing;
using Microsoft.Playwright;

namespace Endre.Browser.Tests;

/// <summary>From «gjør vi» to gone: the leader on a laptop, a colleague on a phone, the ward's wall.</summary>
public sealed class HappenedTests(Hall hall)
{
    [Fact]
    public async Task What_was_said_is_removed_seen_with_its_price_and_doubted()
    {
        var leader = await hall.App.EmployeeAsync("Hanne Leder");
        var unit = await SettleAsync(leader, "Post 3 Nord");
        await TellAsync(unit, leader.Id);

        var laptop = await hall.LaptopAsync(leader);
        await laptop.GotoAsync($"/enheter/{unit}/dette-skjedde");
        await laptop.ShouldBeWellAsync("dette skjedde");
        await laptop.GetByRole(AriaRole.Link, new() { Name = "Det er borte: Nøklene" }).ClickAsync();
        await laptop.GetByLabel("Hva ble gjort?").FillAsync("Eget nøkkelskap ved døra.");
        await laptop.GetByText("Koster det noe fortsatt?").ClickAsync();
        await laptop.ShouldBeWellAsync("si at det er borte");
        await laptop.PressAsync("Si at det er borte");
        await laptop.ShouldShowAsync("Takk. Det står her nå.");

        await laptop.GotoAsync($"/enheter/{unit}/dette-skjedde/skjermer");
        await laptop.GetByLabel("Hvor henger den?").FillAsync("Vaktrommet");
        await laptop.PressAsync("Lag lenke");
        await laptop.ShouldBeWellAsync("lenka til skjermen");
        var link = new Uri((await laptop.Locator("#wall-link").TextContentAsync())!.Trim()).PathAndQuery;
        await laptop.GotoAsync($"/enheter/{unit}/puls");
        await laptop.ShouldBeWellAsync("puls for lederen");
        await laptop.Context.CloseAsync();

        var wall = await hall.ScreenAsync(leader);
        await wall.Context.ClearCookiesAsync();
        await wall.GotoAsync(link);
        await wall.ShouldShowAsync("Eget nøkkelskap ved døra.");
        await wall.ShouldBeWellAsync("skjermen på veggen");
        // Whoever wants no less motion sees one at a time, and can stop it.
        await wall.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        await wall.ReloadAsync();
        var cards = wall.Locator(".endre-wallscreen-card");
        await Assertions.Expect(cards.Nth(0)).ToBeVisibleAsync();
        await Assertions.Expect(cards.Nth(1)).ToBeHiddenAsync();
        await wall.PressAsync("Pause");
        await Assertions.Expect(wall.GetByRole(AriaRole.Button, new() { Name = "Fortsett" })).ToBeVisibleAsync();
        await wall.WaitForTimeoutAsync(1_000);
        await wall.ShouldBeWellAsync("skjermen en om gangen");
        await wall.PressAsync("Neste");
        await Assertions.Expect(cards.Nth(1)).ToBeVisibleAsync();
        await wall.Context.CloseAsync();

        var phone = await hall.PhoneAsync();
        await phone.GotoAsync(link);
        await phone.ShouldFitAsync("skjermen på en mobil");
        await phone.GotoAsync($"/puls/{PlaceCode.Of(unit)}");
        await phone.ShouldBeWellAsync("puls");
        await phone.Context.CloseAsync();

        var colleague = await hall.App.EmployeeAsync("Kollega Kim");
        await JoinAsync(colleague.Id, unit);
        var reader = await hall.LaptopAsync(colleague, "nn");
        await reader.SetViewportSizeAsync(360, 740);
        await reader.GotoAsync($"/enheter/{unit}/dette-skjedde");
        await reader.ShouldBeWellAsync("dette skjedde på mobil");
        await reader
            .GetByRole(
                AriaRole.Link,
                new() { NameRegex = new Regex("^Verka det ikkje\\?", RegexOptions.None, TimeSpan.FromSeconds(1)) }
            )
            .First.ClickAsync();
        await reader.GetByLabel("Kva ser du?").FillAsync("Nøkkelen mangla i går.");
        await reader.ShouldBeWellAsync("ikke borte");
        await reader.PressAsync("Sei at det ikkje er borte");
        await reader.ShouldShowAsync("Takk. Det står her no.");
        await reader.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_wall_is_a_full_list_that_fetches_itself()
    {
        var leader = await hall.App.EmployeeAsync("Heidi Leder");
        var unit = await SettleAsync(leader, "Post 4 Sør");
        await TellAsync(unit, leader.Id);
        var laptop = await hall.LaptopAsync(leader);
        await laptop.GotoAsync($"/enheter/{unit}/dette-skjedde/skjermer");
        await laptop.GetByLabel("Hvor henger den?").FillAsync("Gangen");
        await laptop.PressAsync("Lag lenke");
        var link = new Uri((await laptop.Locator("#wall-link").TextContentAsync())!.Trim()).PathAndQuery;
        await laptop.Context.CloseAsync();
        var wall = await hall.PhoneAsync(hasScript: false);
        await wall.SetViewportSizeAsync(1920, 1080);
        await wall.GotoAsync(link);
        var cards = wall.Locator(".endre-wallscreen-card");
        await Assertions.Expect(cards).ToHaveCountAsync(4);
        await Assertions.Expect(cards.Nth(3)).ToBeVisibleAsync();
        await Assertions.Expect(wall.Locator("meta[http-equiv=refresh]")).ToHaveCountAsync(1);
        await Assertions.Expect(wall.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await wall.Context.CloseAsync();
    }

    private async Task<Guid> SettleAsync(TestPerson leader, string name)
    {
        var unit = new UnitRow { Name = name, Kind = UnitKind.Team };
        await hall.App.InStorageAsync(async database =>
        {
            database.Units.Add(unit);
            database.Memberships.Add(
                new Membership
                {
                    PersonId = leader.Id,
                    UnitId = unit.Id,
                    Role = UnitRole.Leader,
                }
            );
            return await database.SaveChangesAsync();
        });
        return unit.Id;
    }

    private Task<int> JoinAsync(Guid person, Guid unit) =>
        hall.App.InStorageAsync(async database =>
        {
            database.Memberships.Add(
                new Membership
                {
                    PersonId = person,
                    UnitId = unit,
                    Role = UnitRole.Employee,
                }
            );
            return await database.SaveChangesAsync();
        });

    private async Task TellAsync(Guid unit, Guid leader)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await SaidAsync(
            "Nøklene henger i feil skap.",
            new Effort(10, 5, 8),
            20,
            HassleState.WillDo,
            "Skap er bestilt."
        );
        await SaidAsync(
            "Skriveren krever ny kode hver gang.",
            new Effort(8, 10, 12),
            30,
            HassleState.WillNot,
            "Utskriftene kan ha helseopplysninger."
        );
        await SaidAsync("Vaktbytter må godkjennes på papir.", Effort.Unknown, 12, null, "");
        var gone = await SaidAsync(
            "Vi logger inn tre ganger for én rapport.",
            new Effort(6, 25, 14),
            60,
            HassleState.WillDo,
            ""
        );
        await DoAsync(
            gone,
            new RemoveHassle(Witness.Answerer, leader, "Én innlogging holder nå.", new Effort(1, null, null), After: 1),
            4
        );
        await hall.App.InStorageAsync(async database =>
        {
            database.PulseRounds.Add(
                new PulseRoundRow
                {
                    UnitId = unit,
                    Question = "last-week",
                    OpenedOn = today.AddDays(-14),
                    LastDay = today.AddDays(-8),
                    Yes = 9,
                    Somewhat = 6,
                    No = 7,
                    Word = "Vi rydder lageret på torsdag.",
                }
            );
            database.PulseRounds.Add(
                new PulseRoundRow
                {
                    UnitId = unit,
                    Question = "last-month",
                    OpenedOn = today.AddDays(-2),
                    LastDay = today.AddDays(4),
                }
            );
            return await database.SaveChangesAsync();
        });

        async Task<Guid> SaidAsync(string text, Effort effort, int daysAgo, HassleState? answer, string words)
        {
            var say = new SayHassle(
                HassleId.New(),
                unit,
                Speaker.Anonymous,
                text,
                effort,
                null,
                null,
                $"{Guid.CreateVersion7():N}"
            );
            await hall.App.InStorageAsync(d => d.SayAsync(say, today.AddDays(-daysAgo), CancellationToken.None));
            if (answer is not null)
            {
                var command = new AnswerHassle(leader, answer, words, After: 0)
                {
                    Promise = new Promise("Vaktmester Per", today.AddDays(6)),
                };
                await DoAsync(say.Id, command, daysAgo - 3);
            }
            return say.Id;
        }

        Task DoAsync(Guid id, HassleCommand command, int daysAgo) =>
            hall.App.InStorageAsync(d =>
                d.DoWithHassleAsync(id, command, today.AddDays(-daysAgo), CancellationToken.None)
            );
    }
}
