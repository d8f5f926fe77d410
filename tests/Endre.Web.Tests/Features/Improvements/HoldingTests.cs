using System.Net;
using Endre.Storage.Organizations;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Features.Improvements.Holding;
using Endre.Web.Meetings;
using Endre.Web.Messages;
using Endre.Web.Tests.Features.Hassles;
using Endre.Web.Tests.Features.WeeklyMessages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Improvements;

/// <summary>What is adopted is held: a routine, somebody in the line, and a question after 3 and 12 months.</summary>
public sealed class HoldingTests
{
    private const string Hold = "Holde på det";

    [Theory, EachDatabase]
    public async Task From_adopted_to_in_use_partly_and_what_then(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind }.Still());
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Henge nøklene ved døra");
        using var leader = app.As(fjord.Leader);
        (await leader.OpenAsync($"/forbedringer/{id}")).HasPart(Hold).ShouldBeFalse();
        await app.AdoptAsync(id, new DateOnly(2026, 3, 2));

        using var colleague = app.As(fjord.Colleague);
        var page = await colleague.OpenAsync($"/forbedringer/{id}");
        page.HasButton("Lagre svarene").ShouldBeTrue();
        (await colleague.PostAsync(page, $"/forbedringer/{id}/rutine", ("routine", "x"))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        page = await leader.OpenAsync($"/forbedringer/{id}");
        page = await page.Fill("Slik gjør vi det nå", "Nøklene henger ved døra").PressAsync("Lagre rutinen");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain("Velg hvem som er ansvarlig i linja.");
        page.ValueOf("Slik gjør vi det nå").ShouldBe("Nøklene henger ved døra");
        page = await page.Fill("Ansvarlig i linja", $"{fjord.Kari.Id}")
            .Fill("Hvem er opplært? (valgfritt)", "Alle på dagvakt")
            .PressAsync("Lagre rutinen");
        page.TextOf(Hold).ShouldContain("Møtet deres spør «Som før?» om dette.");
        page.TextOf(Hold).ShouldContain("Kari Sier");
        (await app.InStorageAsync(storage => storage.Routines.SingleAsync())).Text.ShouldBe("Nøklene henger ved døra");
        using var kari = app.As(fjord.Kari);
        (await kari.OpenAsync("/meldinger")).HasLink("Du er ansvarlig for: Henge nøklene ved døra").ShouldBeTrue();

        page = await colleague.OpenAsync($"/forbedringer/{id}");
        (await colleague.PostAsync(page, $"/forbedringer/{id}/varer-det", ("monitoring", "no"), ("fit", "partly")))
            .TextOf(Hold)
            .ShouldContain("Vi følger fast med på om det går som det skal");
        (
            await colleague.PostAsync(page, $"/forbedringer/{id}/i-bruk", ("months", "3"), ("use", "used"))
        ).Text.ShouldContain("Det er ikke på tide å svare på dette nå.");

        // As if three months had passed.
        await app.AdoptAsync(id, new DateOnly(2025, 12, 2));
        (await AskAsync(app)).ShouldBe(1);
        (await AskAsync(app)).ShouldBe(0);
        var news = await AgendaAsync(app, fjord);
        news.ShouldBe(["Nøklene henger ved døra"]);
        page = await colleague.OpenAsync($"/forbedringer/{id}");
        page = await page.Tick("Delvis", "Er det i bruk?").PressAsync("Svar");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain("Skriv hva dere gjør nå. Det kan være at dere lar det ligge.");
        page = await page.Fill("Hva gjør dere nå?", "Nattevakta skal opplæres").PressAsync("Svar");
        page.TextOf(Hold).ShouldContain("Nattevakta skal opplæres");
        page.HasLink("Lag et tiltak av det").ShouldBeTrue();
        (await page.FollowAsync("Prøv en ny runde")).ValueOf("Hva prøver vi?").ShouldBe("Henge nøklene ved døra");
        (await AgendaAsync(app, fjord)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_there_is_asked_and_when_nobody_answers_for_it_the_leader_is()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        var away = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Henge nøklene ved døra");
        var left = await app.TryAsync(fjord.Team, fjord.Colleague.Id, "Ny vaktliste");
        await app.AdoptAsync(away, new DateOnly(2025, 11, 20));
        await app.AdoptAsync(left, new DateOnly(2025, 11, 20));
        var now = app.Time.GetUtcNow();
        await app.InStorageAsync(async storage =>
        {
            storage.Add(
                new AbsenceRow
                {
                    PersonId = fjord.Kari.Id,
                    Since = new DateOnly(2026, 3, 1),
                    Until = new DateOnly(2026, 3, 9),
                }
            );
            await storage
                .Users.Where(person => person.Id == fjord.Colleague.Id)
                .ExecuteUpdateAsync(to => to.SetProperty(person => person.DeactivatedAt, now));
            return await storage.SaveChangesAsync();
        });
        (await AskAsync(app)).ShouldBe(2);
        var told = await app.InStorageAsync(storage =>
            storage.Messages.Select(message => message.PersonId).Distinct().ToListAsync()
        );
        told.ShouldBe([fjord.Leader.Id]);
    }

    [Fact]
    public async Task Nothing_is_lost_when_somebody_leaves_and_the_new_one_sees_it_from_another_unit()
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup().Still());
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Henge nøklene ved døra");
        await app.AdoptAsync(id, new DateOnly(2026, 3, 2));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var held = scope.ServiceProvider.GetServices<IResponsibilities>().OfType<HeldByPerson>().Single();
            (await held.CountAsync(fjord.Kari.Id, CancellationToken.None)).ShouldBe(1);
            await held.HandOverAsync(fjord.Kari.Id, fjord.Outsider.Id, CancellationToken.None);
            (await held.CountAsync(fjord.Kari.Id, CancellationToken.None)).ShouldBe(0);
            (await held.CountAsync(fjord.Outsider.Id, CancellationToken.None)).ShouldBe(1);
        }
        using var outsider = app.As(fjord.Outsider);
        var page = await outsider.OpenAsync($"/forbedringer/{id}");
        page.TextOf(Hold).ShouldContain("Kommer det til å vare?");
        page = await page.Fill("Slik gjør vi det nå", "Spør Kollega Nils")
            .Fill("Ansvarlig i linja", $"{fjord.Outsider.Id}")
            .PressAsync("Lagre rutinen");
        page.TextOf(Hold).ShouldContain("Spør Kollega Nils");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            foreach (var area in scope.ServiceProvider.GetServices<IPersonalData>())
                await area.EraseAsync(fjord.Colleague.Id, "Kollega Nils", CancellationToken.None);
        }
        (await outsider.OpenAsync($"/forbedringer/{id}")).Text.ShouldNotContain("Spør Kollega Nils");
    }

    private static async Task<int> AskAsync(AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var ask = scope.ServiceProvider.GetRequiredService<AskHolders>();
        return scope.ServiceProvider.GetRequiredService<TellingHours>().Day is { } day
            ? await ask.RunAsync(day, CancellationToken.None)
            : -1;
    }

    private static async Task<IReadOnlyList<string>> AgendaAsync(AppUnderTest app, Fjord fjord)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var tree = await services.GetRequiredService<Endre.Storage.EndreContext>().ReadUnitTreeAsync(default);
        var unit = await services.GetRequiredService<ReadMeetingUnit>().FindAsync(tree, fjord.Team, default);
        var source = services.GetServices<IAgendaSource>().OfType<AgendaOfHolding>().Single();
        return [.. (await source.ReadAsync(unit!, default)).Select(news => news.Entry.Title)];
    }
}
