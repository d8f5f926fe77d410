using System.Globalization;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Organizations;
using Endre.Storage.Meetings;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Endre.Web.Tests.Features.Meetings;

/// <summary>A year of a unit's meetings, day by day: what stands on each agenda, and what comes of it.</summary>
public sealed class MeetingYearTests
{
    [Theory, EachDatabase]
    public async Task A_year_of_meetings_forgets_nothing_and_asks_nothing_twice(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind, Replace = WithoutClocks });
        var fjord = await Fjord.OnAsync(app);
        var year = new Year(app, fjord);

        // March: plunder, and what Kari wants taken up.
        await fjord.SayAsync(fjord.Kari, "Med navn", "Heisen er borte hver natt");
        var march = await year.PlanAsync();
        using (var kari = app.As(fjord.Kari))
        {
            var seen = await kari.OpenAsync(march);
            seen.HasButton("Start møtet").ShouldBeFalse();
            seen = await seen.Fill("Hva gjelder det?", "Bilene til service").PressAsync("Meld inn");
            seen.TextOf("Saksliste").ShouldContain("Meldt inn av Kari Sier");
        }
        var page = await year.OpenAsync(march);
        Order(page, "Nytt plunder Heisen er borte", "Sak Bilene til service", "Hva lyktes vi med", "Som før?");
        page = await page.PressAsync("Start møtet");
        page = await year.PickAsync(page, "Bilene til service");
        page = await page.Fill("Hva gjøres?", "Hente dekk hos verkstedet")
            .Fill("Ansvarlig", $"{fjord.Kari.Id}")
            .Fill("Første steg (valgfritt)", "Ringe verkstedet")
            .PressAsync("Lag tiltaket");
        page.TextOf("Bilene til service").ShouldContain("Hente dekk hos verkstedet");
        page = await page.PressAsync("Ferdig – neste sak");
        page = await page.PressAsync("Avslutt møtet");
        page.TextOf("Dette kom ut av møtet").ShouldContain("Hente dekk hos verkstedet Kari Sier");

        // April: the action item first, the answer is late, and the matter returns while its action item is open.
        await year.PassAsync();
        var april = await year.PlanAsync();
        page = await year.OpenAsync(april);
        Order(
            page,
            "Tiltak Hente dekk hos verkstedet",
            "Svar som er forsinket Heisen er borte",
            "Sak Bilene til service",
            "Hva lyktes vi med"
        );
        page.TextOf("Saksliste").ShouldContain("Fra forrige møte");
        page = await page.PressAsync("Start møtet");
        var refused = await page.PressAsync("Gjort");
        refused.Messages.ShouldContain("Skriv hva som skjedde. Én linje holder.");
        page = await refused.Fill("Er det gjort? Skriv hva som skjedde", "Dekkene er hentet").PressAsync("Gjort");
        page = await year.PickAsync(page, "Bilene til service");
        page = await page.PressAsync("Ferdig – neste sak");
        await page.PressAsync("Avslutt møtet");

        // May: «virket det?» must be answered; what is ticked and done is gone.
        await year.PassAsync();
        var may = await year.PlanAsync();
        page = await year.OpenAsync(may);
        Order(page, "Virket det? Hente dekk hos verkstedet", "Svar som er forsinket Heisen er borte");
        page.TextOf("Saksliste").ShouldNotContain("Bilene til service");
        page = await page.PressAsync("Start møtet");
        page = await page.PressAsync("Avslutt møtet");
        page.Messages.ShouldContain(message =>
            message.StartsWith("Svar på «virket det?» før møtet avsluttes.", StringComparison.Ordinal)
        );
        page = await page.PressAsync("Vet ikke ennå");
        page = await page.PressAsync("Avslutt møtet");
        page.HasPart("Dette kom ut av møtet").ShouldBeTrue();

        // June: it is asked again; a routine is agreed on; Ferie is put there and not reached.
        await year.PassAsync();
        var june = await year.PlanAsync();
        page = await year.OpenAsync(june);
        page = await page.Fill("Hva gjelder det?", "Ferie").PressAsync("Meld inn");
        page = await page.PressAsync("Start møtet");
        page.TextOf("Hente dekk hos verkstedet").ShouldContain("Virket det?");
        page = await page.PressAsync("Ja");
        page = await year.PickAsync(page, "Som før?");
        page = await page.Fill("Slik gjør vi det", "Nattevakten fyller bilene").PressAsync("Lagre ordningen");
        page.TextOf("Som før?").ShouldContain("Ny ordning: Nattevakten fyller bilene");
        page = await page.PressAsync("Ferdig – neste sak");
        page = await page.PressAsync("Avslutt møtet");
        page.TextOf("Kommer igjen på neste møte").ShouldContain("Ferie");

        // July and August are canceled, each with a matter of its own.
        foreach (var title in new[] { "Sommervakter", "Vikarer" })
        {
            await year.PassAsync();
            var canceled = await year.PlanAsync();
            page = await year.OpenAsync(canceled);
            page = await page.Fill("Hva gjelder det?", title).PressAsync("Meld inn");
            await year.DoAsync(canceled, new CancelMeeting());
            page = await year.OpenAsync(canceled);
            page.HasButton("Start møtet").ShouldBeFalse();
        }

        // September: all three are there, once, and the meeting is moved twice without losing them.
        await year.PassAsync();
        var september = await year.PlanAsync();
        foreach (var days in new[] { 1, 2 })
        {
            await year.DoAsync(september, new MoveMeeting(app.Time.GetUtcNow().AddDays(days), 20, "", ""));
        }
        page = await year.OpenAsync(september);
        foreach (var title in new[] { "Ferie", "Sommervakter", "Vikarer" })
        {
            Count(page, title).ShouldBe(1);
        }
        page.TextOf("Saksliste").ShouldNotContain("Hente dekk");
        page = await page.PressAsync("Start møtet");
        foreach (var title in new[] { "Ferie", "Sommervakter", "Vikarer" })
        {
            page = await year.PickAsync(page, title);
            page = await page.PressAsync("Ferdig – neste sak");
        }
        page = await year.PickAsync(page, "Som før?");
        page = await page.PressAsync("Som før");
        page.TextOf("Som før?").ShouldContain("Som før: Nattevakten fyller bilene");
        page = await page.PressAsync("Avslutt møtet");

        // October: nothing of it comes back; the routine is asked with its history, and changed.
        await year.PassAsync();
        page = await year.OpenAsync(await year.PlanAsync());
        page.TextOf("Saksliste").ShouldNotContain("Ferie");
        page = await page.PressAsync("Start møtet");
        page = await year.PickAsync(page, "Som før?");
        page.TextOf("Som før?").ShouldContain("Som før (Forbedringsmøte)");
        page = await page.Fill("Slik gjør vi det heretter", "Kveldsvakten fyller bilene").PressAsync("Lagre endringen");
        page.TextOf("Som før?").ShouldContain("Endret: Kveldsvakten fyller bilene");
        page = await page.PressAsync("Avslutt møtet");

        // November to February: information returns while it is pinned; the plunder is there until somebody answers.
        await year.PassAsync();
        page = await year.OpenAsync(await year.PlanAsync());
        page = await page.Fill("Hva gjelder det?", "Influensavaksine")
            .Tick("Bare til orientering")
            .PressAsync("Meld inn");
        page = await page.FollowAsync("Endre: Influensavaksine");
        page = await page.Tick("Fest den, så den kommer igjen").PressAsync("Lagre");
        page = await page.PressAsync("Start møtet");
        page = await year.PickAsync(page, "Influensavaksine");
        page = await page.PressAsync("Ferdig – neste sak");
        await page.PressAsync("Avslutt møtet");
        await year.PassAsync();
        page = await year.OpenAsync(await year.PlanAsync());
        page.TextOf("Saksliste").ShouldContain("Influensavaksine");
        page.TextOf("Saksliste").ShouldContain("Heisen er borte hver natt");
        page = await page.FollowAsync("Heisen er borte hver natt");
        await page.Tick("Gjør vi ikke, fordi …")
            .Fill("Svar med ord (valgfritt)", "Vi får ny heis i mars")
            .PressAsync("Send svaret");
        await year.PassAsync();
        page = await year.OpenAsync(await year.PlanAsync());
        page.TextOf("Saksliste").ShouldNotContain("Heisen er borte");
    }

    // A year has thirty million seconds, and a clock that ticks each second would be rung for all of them.
    private static void WithoutClocks(WebApplicationBuilder builder)
    {
        foreach (var service in builder.Services.Where(IsClock).ToList())
        {
            builder.Services.Remove(service);
        }
    }

    private static bool IsClock(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.IsAssignableTo(typeof(BackgroundService)) is true;

    private static void Order(TestPage page, params string[] parts)
    {
        var agenda = page.TextOf("Saksliste");
        var at = -1;
        foreach (var part in parts)
        {
            var next = agenda.IndexOf(part, StringComparison.Ordinal);
            next.ShouldBeGreaterThan(at, $"{part} in {agenda}");
            at = next;
        }
    }

    private static int Count(TestPage page, string title) => page.TextOf("Saksliste").Split($"Sak {title}").Length - 1;

    /// <summary>The unit's year. Nobody stays signed in for a month, so each meeting has a deputy of its own.</summary>
    private sealed class Year(AppUnderTest app, Fjord fjord)
    {
        private int _month;
        private TestPerson? _deputy;

        public Task PassAsync()
        {
            for (var day = 0; day < 30; day++)
            {
                app.Time.Advance(TimeSpan.FromDays(1));
            }
            _deputy = null;
            _month++;
            return Task.CompletedTask;
        }

        public async Task<string> PlanAsync()
        {
            var id = Guid.CreateVersion7();
            var plan = new PlanMeeting(
                id,
                fjord.Team,
                null,
                "Forbedringsmøte",
                app.Time.GetUtcNow().AddHours(1),
                20,
                "",
                ""
            );
            var hand = new MeetingRecords.Hand(null, app.Time.GetUtcNow());
            (await app.InStorageAsync(s => s.PlanMeetingAsync(plan, hand, CancellationToken.None))).ShouldBeNull();
            foreach (var person in new[] { fjord.Kari, fjord.Colleague })
            {
                var invite = new Invite(Guid.CreateVersion7(), person.Id, null, Domain.Meetings.AttendeeRole.Member);
                await app.InStorageAsync(s => s.DoWithMeetingAsync(id, invite, hand, CancellationToken.None));
            }
            return $"/moter/{id}";
        }

        public async Task DoAsync(string meeting, Domain.Meetings.MeetingCommand command)
        {
            var hand = new MeetingRecords.Hand(null, app.Time.GetUtcNow());
            var id = Guid.Parse(meeting.Split('/')[^1]);
            (
                await app.InStorageAsync(s => s.DoWithMeetingAsync(id, command, hand, CancellationToken.None))
            ).ShouldBeNull();
        }

        public async Task<TestPage> OpenAsync(string meeting)
        {
            _deputy ??= await fjord.PersonAsync(
                string.Create(CultureInfo.InvariantCulture, $"Dina {_month}"),
                fjord.Team,
                UnitRole.Deputy
            );
            return await app.As(_deputy).OpenAsync(meeting);
        }

        public Task<TestPage> PickAsync(TestPage page, string title) =>
            page.HasButton($"Ta opp: {title}") ? page.PressAsync($"Ta opp: {title}") : Task.FromResult(page);
    }
}
