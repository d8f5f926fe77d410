using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage.Hassles;
using Endre.Storage.Places;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>What there is most of by place, for those who may read what is said there.</summary>
public sealed class ParetoByPlaceTests
{
    [Theory, EachDatabase]
    public async Task Those_who_read_them_see_places_and_others_no_place_and_no_number(DatabaseKind database)
    {
        var fjord = await Fjord.OnAsync(await AppUnderTest.StartAsync(new AppSetup { Database = database }));
        await using var app = fjord.App;
        var room = await PlaceAsync(app, fjord.Team, "Skyllerom 2");
        var lift = await PlaceAsync(app, fjord.Team, "Heis B");
        var retired = await PlaceAsync(app, fjord.Team, "Gammelt rom", new DateOnly(2026, 1, 1));
        var upstairs = await PlaceAsync(app, fjord.Department, "Kontoret");
        await SaidAsync(app, fjord.Team, room, 7);
        await SaidAsync(app, fjord.Team, lift, 3);
        await SaidAsync(app, fjord.Team, retired, 2);
        await SaidAsync(app, fjord.Team, place: null, 4);
        await SaidAsync(app, fjord.Department, upstairs, 6);

        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync($"/plunder/pareto?enhet={fjord.Team}&etter=sted");
        Rows(page).ShouldBe(["Skyllerom 2: 7", "Heis B: 3", "Gammelt rom: 2", "Annet: 4"]);
        page.Text.ShouldContain("n = 16: for få til å slutte noe av.");
        page.Text.ShouldContain("Det som er sagt uten sted, ligger i «annet».");
        page = await leader.OpenAsync($"/plunder/pareto?enhet={fjord.Department}&etter=sted");
        Rows(page).ShouldBe(["Skyllerom 2: 7", "Kontoret: 6", "Heis B: 3", "Gammelt rom: 2", "Annet: 4"]);
        (await leader.Client.GetAsync($"/plunder/pareto.docx?enhet={fjord.Team}&etter=sted")).EnsureSuccessStatusCode();

        // Whoever works in the team sees the team and what lies above it.
        using var kari = app.As(fjord.Kari);
        Rows(await kari.OpenAsync($"/plunder/pareto?enhet={fjord.Team}&etter=sted")).Length.ShouldBe(4);
        // The neighbor's own things are the neighbor's to see; of the team nothing is told, neither a name nor a number.
        foreach (var stranger in new[] { fjord.Outsider, fjord.Administrator })
        {
            using var browser = app.As(stranger);
            page = await browser.OpenAsync($"/plunder/pareto?enhet={fjord.Team}&etter=sted");
            Rows(page).ShouldBeEmpty();
            page.Text.ShouldNotContain("Skyllerom");
            page.Text.ShouldNotContain("n = ");
            page.Text.ShouldContain("Bare det du selv kan lese, er telt med.");
        }
        // Who answers one of them and sees no more of the unit counts that one.
        var director = await fjord.PersonAsync("Ny Nabo", fjord.Neighbor, UnitRole.Leader);
        await SaidAsync(app, fjord.Team, lift, 1, director.Id);
        using var other = app.As(director);
        Rows(await other.OpenAsync($"/plunder/pareto?enhet={fjord.Team}&etter=sted")).ShouldBe(["Heis B: 1"]);
    }

    private static string[] Rows(TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll("tbody tr")
                .Select(row => $"{row.Children[0].TextContent}: {row.Children[1].TextContent}"),
        ];

    private static async Task<Guid> PlaceAsync(AppUnderTest app, Guid unit, string name, DateOnly? retiredOn = null)
    {
        var row = new PlaceRow
        {
            UnitId = unit,
            Code = PlaceCode.New(),
            Name = name,
            MadeOn = new DateOnly(2025, 1, 1),
            RetiredOn = retiredOn,
        };
        await app.InStorageAsync(storage =>
        {
            storage.Places.Add(row);
            return storage.SaveChangesAsync();
        });
        return row.Id;
    }

    private static Task<int> SaidAsync(AppUnderTest app, Guid unit, Guid? place, int count, Guid? answerer = null) =>
        app.InStorageAsync(storage =>
        {
            for (var i = 0; i < count; i++)
            {
                storage.Hassles.Add(
                    new HassleRow
                    {
                        Id = HassleId.New(),
                        UnitId = unit,
                        PlaceId = place,
                        Speaker = "anonymous",
                        Text = "Noe tar tid",
                        Week = new DateOnly(2025, 5, 5),
                        State = "waiting",
                        AnswererId = answerer,
                    }
                );
            }
            return storage.SaveChangesAsync();
        });
}
