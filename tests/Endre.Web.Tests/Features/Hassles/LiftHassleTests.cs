using Endre.Domain.Hassles;
using Endre.Storage.Organizations;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Features.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>Løftes opp: to one named leader, who must answer; the unit and the writer see it all the way.</summary>
public sealed class LiftHassleTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private const string List = "/plunder/a-svare";
    private const string Lift = "Løft opp til Dag Direktør";

    private Fjord Fjord => shared.Fjord;

    private AppUnderTest App => shared.App;

    public async ValueTask InitializeAsync() => await shared.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_leader_above_gets_it_with_its_age_and_the_writer_follows_it_with_the_code()
    {
        var code = ClaimCode.New();
        await shared.SaidAsync("Nytt tak", daysAgo: 18, speaker: Speaker.Anonymous, code: code);
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync(List);
        page = await page.Fill("Hva trenger du fra Dag Direktør? (valgfritt)", "Penger")
            .PressAsync($"{Lift}: Nytt tak");
        page.Text.ShouldContain("Ingenting venter på deg nå.");

        using var director = App.As(Fjord.Director);
        var above = await director.OpenAsync(List);
        above.Text.ShouldContain("Løftet opp til Dag Direktør 2. mars 2026");
        // Said in the week that ended 15 February; the limit is the director's own.
        above.Text.ShouldContain("7 dager igjenSagt for 15 dager siden");
        above.Buttons.ShouldNotContain(button => button.StartsWith("Løft opp", StringComparison.Ordinal));
        using var deputy = App.As(shared.Deputy);
        (await deputy.OpenAsync(List)).Text.ShouldContain("Nytt tak");

        foreach (var who in new[] { Fjord.Kari, Fjord.Union, Fjord.Leader })
        {
            using var unit = App.As(who);
            (await unit.OpenAsync("/plunder")).Text.ShouldContain(
                "Løftet opp til Dag Direktør",
                customMessage: who.Name
            );
        }
        using var stranger = App.Browser();
        var own = await shared.WithCodeAsync(stranger, code);
        own.Text.ShouldContain("Løftet opp til Dag Direktør");
        own.Text.ShouldContain("Penger");

        above = await above
            .Fill("Hva trenger dere å vite?", "Hvor lekker det?")
            .PressAsync("Send spørsmålet: Nytt tak");
        above.Text.ShouldContain("Ingenting venter på deg nå.");
        own = await shared.WithCodeAsync(stranger, code);
        own = await own.Fill("Skriv mer", "Over vaktrommet").PressAsync("Send");
        own.Text.ShouldContain("Over vaktrommet");
        above = await director.OpenAsync(List);
        (await above.PressAsync("Gjør vi: Nytt tak")).Text.ShouldContain("Svaret er sendt");
        own = await shared.WithCodeAsync(stranger, code);
        own.Text.ShouldContain("Dag Direktør");
        own.Text.ShouldContain("Gjør vi");
    }

    [Fact]
    public async Task The_name_that_was_for_the_leader_only_is_not_lifted_with_it()
    {
        var id = await shared.SaidAsync("Vaktlista", daysAgo: 4, speaker: Speaker.Leader);
        using var leader = App.As(Fjord.Leader);
        await (await leader.OpenAsync(List)).PressAsync($"{Lift}: Vaktlista");
        using var director = App.As(Fjord.Director);
        foreach (var address in new[] { List, "/plunder", $"/plunder/{id}" })
        {
            var page = await director.OpenAsync(address);
            page.Text.ShouldContain("Vaktlista");
            page.Document.DocumentElement.OuterHtml.ShouldNotContain("Ola Utenkonto");
        }
        (await leader.OpenAsync($"/plunder/{id}")).Text.ShouldContain("Ola Utenkonto");
    }

    [Fact]
    public async Task Who_is_away_is_stood_in_for_and_it_is_said_before_it_is_lifted()
    {
        await shared.SaidAsync("Nytt tak");
        await AwayAsync(Fjord.Director, days: 10);
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync(List);
        page.Text.ShouldContain("Stein Stedfortreder svarer for Dag Direktør, som er borte.");
        await page.PressAsync("Løft opp til Stein Stedfortreder: Nytt tak");
        using var deputy = App.As(shared.Deputy);
        var list = await deputy.OpenAsync(List);
        list.Text.ShouldContain("Dag Direktør er borte til og med 12. mars 2026. Du svarer så lenge.");
        list.HasButton("Gjør vi: Nytt tak").ShouldBeTrue();
    }

    [Fact]
    public async Task An_absence_that_has_not_begun_or_is_over_changes_nothing()
    {
        await shared.SaidAsync("Nytt tak");
        await AwayAsync(Fjord.Director, days: 10, from: 1);
        using var leader = App.As(Fjord.Leader);
        (await leader.OpenAsync(List)).HasButton($"{Lift}: Nytt tak").ShouldBeTrue();
        await AwayAsync(Fjord.Director, days: -1, from: -9);
        (await leader.OpenAsync(List)).HasButton($"{Lift}: Nytt tak").ShouldBeTrue();
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_lifts_once_and_it_can_be_lifted_from_its_own_page()
    {
        var id = await shared.SaidAsync("Nytt tak");
        using var leader = App.As(Fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/{id}");
        page.Tick(Lift);
        (await page.PressAsync("Send svaret")).Text.ShouldContain("Svaret er sendt.");
        (await page.PressAsync("Send svaret")).Text.ShouldContain("Svaret er sendt.");
        (await App.InStorageAsync(database => database.HassleMessages.CountAsync())).ShouldBe(1);
        var row = await App.InStorageAsync(database => database.Hassles.SingleAsync());
        (row.State, row.AnswererId, row.LiftedOn).ShouldBe(("lifted", Fjord.Director.Id, SharedFjord.Today));
        (await leader.OpenAsync($"/plunder/{id}")).Text.ShouldNotContain(Lift);
    }

    [Fact]
    public async Task Where_nobody_is_above_nothing_can_be_lifted_and_a_made_up_request_is_told()
    {
        var id = await shared.SaidAsync("Hos kommunen", unit: Fjord.Top);
        using var director = App.As(Fjord.Director);
        var page = await director.OpenAsync(List);
        page.Buttons.ShouldNotContain(button => button.StartsWith("Løft", StringComparison.Ordinal));
        var tried = await director.PostAsync(page, $"/plunder/{id}/kort-svar", ("answer", "lifted"), ("after", "0"));
        tried.Text.ShouldContain("Det er ingen leder over som kan få det.");
    }

    [Fact]
    public async Task Who_leaves_hands_over_what_was_lifted_too()
    {
        await shared.SaidAsync("Nytt tak");
        using var leader = App.As(Fjord.Leader);
        await (await leader.OpenAsync(List)).PressAsync($"{Lift}: Nytt tak");
        await using var scope = App.Services.CreateAsyncScope();
        var all = scope.ServiceProvider.GetServices<IResponsibilities>().ToList();
        var answering = all.Single(one => one is HassleAnswering);
        (await answering.CountAsync(Fjord.Director.Id, CancellationToken.None)).ShouldBe(1);
        (await answering.CountAsync(Fjord.Leader.Id, CancellationToken.None)).ShouldBe(0);
    }

    private Task AwayAsync(TestPerson person, int days, int from = 0) =>
        App.InStorageAsync(async database =>
        {
            await database.Absences.ExecuteDeleteAsync();
            database.Absences.Add(
                new AbsenceRow
                {
                    PersonId = person.Id,
                    Since = SharedFjord.Today.AddDays(from),
                    Until = SharedFjord.Today.AddDays(days),
                }
            );
            return await database.SaveChangesAsync();
        });
}
