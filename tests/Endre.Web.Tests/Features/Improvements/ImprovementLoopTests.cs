using System.Net;
using Endre.Domain.Improvements;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Organizations;
using Endre.Storage.Meetings;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Features.Improvements.Loop;
using Endre.Web.Features.WeeklyMessages.SendWeekly;
using Endre.Web.Messages;
using Endre.Web.Tests.Features.Hassles;
using Endre.Web.Tests.Features.WeeklyMessages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Improvements;

/// <summary>An improvement comes back on its day: on the board, in the meeting, to its owner and to the leader.</summary>
public sealed class ImprovementLoopTests
{
    [Fact]
    public async Task The_board_shows_each_step_per_unit_and_what_is_over_its_day_without_blame()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        await app.TryAsync(fjord.Team, fjord.Kari.Id, "Planlagt sak");
        var begun = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Begynt sak", days: 1);
        await app.DoAsync(begun, fjord.Kari.Id, new BeginCycle(1));
        var stopped = await app.TryAsync(fjord.Team, fjord.Colleague.Id, "Stoppet sak");
        await app.DoAsync(stopped, fjord.Colleague.Id, new StopImprovement("Noe å ta med seg"));
        var adopted = await app.TryAsync(fjord.Department, fjord.Leader.Id, "Innført sak");
        await app.DoAsync(adopted, fjord.Leader.Id, [.. Tried.Studied(1), new EndCycle(1, CycleAct.Adopt, "Ja")]);
        await app.TryAsync(fjord.Neighbor, fjord.Outsider.Id, "Naboens sak");
        app.Time.Advance(TimeSpan.FromDays(2));

        // Nobody stays signed in for so long.
        using var leader = app.As(await fjord.PersonAsync("Dina Stedfortreder", fjord.Department, UnitRole.Deputy));
        var page = await leader.OpenAsync("/forbedringer");
        page.TextOf("Planlegge 1").ShouldContain("Planlagt sak");
        page.TextOf("Gjennomføre 1").ShouldContain("Skulle ses på 3. mars 2026. Se på det, eller flytt dagen.");
        page.TextOf("Innført 1").ShouldContain("Innført sak");
        page.TextOf("Stoppet med læring 1").ShouldContain("Noe å ta med seg");
        page.Text.ShouldNotContain("Naboens sak");
        page = await leader.OpenAsync($"/forbedringer?enhet={fjord.Team}");
        page.Text.ShouldNotContain("Innført sak");

        var screen = await page.FollowAsync("Vis på storskjerm");
        screen.Heading.ShouldBe("Det vi prøver");
        screen.Text.ShouldContain("skulle ses på 3. mars 2026 · Kari Sier");
        screen.Buttons.ShouldBeEmpty();
        using var outsider = app.As(await fjord.PersonAsync("Nabo Nils", fjord.Neighbor, UnitRole.Employee));
        (await outsider.OpenAsync(screen.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await outsider.OpenAsync($"/forbedringer?enhet={fjord.Team}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task The_owner_is_reminded_once_on_the_day_and_again_only_when_the_day_is_moved(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Database = kind, Now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero) }.Still()
        );
        var fjord = await Fjord.OnAsync(app);
        // A Saturday: it is told on Monday.
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, days: 5);
        var told = new List<DateOnly>();
        for (var day = 0; day < 12; day++)
        {
            app.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddDays(day));
            for (var round = 0; round < 2; round++)
            {
                if (await RemindAsync(app) > 0)
                    told.Add(app.Today());
            }
            if (app.Today() == new DateOnly(2026, 3, 10))
                await app.DoAsync(id, fjord.Kari.Id, new MoveLookDay(1, new DateOnly(2026, 3, 12)));
        }

        told.ShouldBe([new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 12)]);
        var messages = await app.MessagesAsync(fjord.Kari.Id, RemindImprovementOwners.Kind);
        messages[0].Subject.ShouldBe("Se på det dere prøver: Ringe runden klokka ti");
    }

    [Fact]
    public async Task The_leader_is_asked_in_the_weekly_message_when_nobody_has_looked_for_a_week()
    {
        await using var app = await AppUnderTest.StartAsync(
            new AppSetup { Now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero) }.Still()
        );
        var fjord = await Fjord.OnAsync(app);
        await app.TryAsync(fjord.Team, fjord.Kari.Id, days: 2);
        for (var day = 1; day <= 14; day++)
        {
            app.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddDays(day));
            await app.WriteWeeklyAsync();
        }

        var message = (await app.MessagesAsync(fjord.Leader.Id, WriteWeekly.Kind)).ShouldHaveSingleItem();
        message.HeadingsOf().ShouldContain("Team nord skulle se på dette for 12 dager siden");
        using var leader = app.Browser();
        var link = message.LinksOf().First(link => link.Text == "Stopp med læring");
        var page = await leader.OpenAsync(link.To!);
        page = await page.Fill("Hva lærte dere?", "Ingen hadde tid").PressAsync("Ja, send svaret");
        (await app.InStorageAsync(storage => storage.Improvements.Select(row => row.State).SingleAsync())).ShouldBe(
            "stopped"
        );
    }

    [Fact]
    public async Task It_stands_on_the_agenda_of_its_unit_from_its_day_and_something_new_comes_out_of_a_meeting()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Ringe runden klokka ti", days: 1);
        await app.TryAsync(fjord.Team, fjord.Kari.Id, "Ikke ennå", days: 9);
        var now = app.Time.GetUtcNow().AddDays(1);
        var plan = new PlanMeeting(
            Guid.CreateVersion7(),
            fjord.Department,
            null,
            "Tavlemøte",
            now.AddHours(1),
            20,
            "",
            ""
        );
        (
            await app.InStorageAsync(s =>
                s.PlanMeetingAsync(plan, new MeetingRecords.Hand(null, app.Time.GetUtcNow()), CancellationToken.None)
            )
        ).ShouldBeNull();
        using (var early = app.As(fjord.Leader))
        {
            (await early.OpenAsync($"/moter/{plan.Id}")).Text.ShouldNotContain("Ringe runden");
        }
        app.Time.Advance(TimeSpan.FromDays(1));

        // Nobody stays signed in for so long.
        using var leader = app.As(await fjord.PersonAsync("Dina Stedfortreder", fjord.Department, UnitRole.Deputy));
        var page = await leader.OpenAsync($"/moter/{plan.Id}");
        page.Text.ShouldContain("Ringe runden klokka ti");
        page.Text.ShouldNotContain("Ikke ennå");
        page = await page.PressAsync("Start møtet");
        page.HasLink("Se på det vi prøver").ShouldBeTrue();
        page.AddressOf("Se på det vi prøver").ShouldBe($"/forbedringer/{id}");

        await app.DoAsync(id, fjord.Kari.Id, new StopImprovement("Ja"));
        page = await leader.OpenAsync($"/forbedringer/{id}");
        page = await page.FollowAsync("Lag tiltak av dette");
        page = await page.Fill("Hva gjøres?", "Snakke med skolen")
            .Fill("Ansvarlig", $"{fjord.Kari.Id}")
            .PressAsync("Lag tiltaket");
        page.TextOf("Hva det henger sammen med").ShouldContain("Ringe runden klokka ti");
    }

    [Fact]
    public async Task An_improvement_comes_from_a_hassle_and_is_found_by_its_words()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        var hassle = await app.InStorageAsync(storage => storage.Hassles.Select(row => row.Id).SingleAsync());
        using var kari = app.As(fjord.Kari);
        var page = await (await kari.OpenAsync($"/plunder/{hassle}")).FollowAsync("Prøv noe");
        page = await page.Fill("Hva prøver vi?", "Merke plassen med blå teip")
            .Fill("Hva tror vi skjer?", "Ingen leter")
            .PressAsync("Start");
        page.TextOf("Hva det henger sammen med").ShouldContain("Heisen er borte");
        var id = Guid.Parse(page.Path.Split('/')[^1]);
        await app.DoAsync(id, fjord.Kari.Id, [new BeginCycle(1), new TellCycle(1, "Teipen løsnet i dusjen", null)]);

        (await kari.OpenAsync("/sok?q=dusjen")).Text.ShouldContain("Merke plassen med blå teip");
        using var outsider = app.As(fjord.Outsider);
        (await outsider.OpenAsync("/sok?q=dusjen")).Text.ShouldNotContain("Merke plassen med blå teip");
    }

    [Fact]
    public async Task Who_leaves_hands_over_and_who_is_erased_stands_nowhere()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, "La Kari Sier ringe");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            foreach (var area in scope.ServiceProvider.GetServices<IResponsibilities>())
                await area.HandOverAsync(fjord.Kari.Id, fjord.Colleague.Id, CancellationToken.None);
            foreach (var area in scope.ServiceProvider.GetServices<IPersonalData>())
                await area.EraseAsync(fjord.Kari.Id, "Kari Sier", CancellationToken.None);
        }

        using var colleague = app.As(fjord.Colleague);
        var page = await colleague.OpenAsync($"/forbedringer/{id}");

        page.Text.ShouldContain("Ansvarlig: Kollega Nils");
        page.Heading.ShouldNotContain("Kari Sier");
    }

    private static async Task<int> RemindAsync(AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var remind = scope.ServiceProvider.GetRequiredService<RemindImprovementOwners>();
        return scope.ServiceProvider.GetRequiredService<TellingHours>().Day is { } today
            ? await remind.RunAsync(today, CancellationToken.None)
            : 0;
    }
}
