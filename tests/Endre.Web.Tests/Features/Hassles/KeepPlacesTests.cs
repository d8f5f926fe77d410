using System.Net;
using Endre.Domain.Hassles;
using Endre.Storage.Organizations;
using Endre.Storage.Places;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>«Steder og koder»: made by one paste, renamed, moved, taken out of use and brought back.</summary>
public sealed class KeepPlacesTests(SharedFjord shared) : IClassFixture<SharedFjord>
{
    private Fjord Fjord => shared.Fjord;

    [Fact]
    public async Task Forty_rooms_take_one_paste_and_each_has_a_code_of_its_own()
    {
        await Fjord.NewTeamAsync();
        using var leader = shared.App.As(Fjord.Leader);
        var page = await leader.OpenAsync($"/enheter/{Fjord.Team}");
        page = await page.FollowAsync("Steder og koder");
        var rooms = string.Join('\n', Enumerable.Range(1, 40).Select(number => $"Rom {number}"));
        page = await page.Fill("Ett sted på hver linje", $"{rooms}\nRom 2; Vekt").PressAsync("Legg til");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("41 steder er lagt til.");
        var places = await PlacesAsync();
        places.Count.ShouldBe(41);
        places.Select(place => place.Code).Distinct().Count().ShouldBe(41);
        places.ShouldAllBe(place => PlaceCode.Read(place.Code) == place.Code);
        // As people count, and not as letters go.
        page.Document.QuerySelectorAll("section[aria-labelledby=in-use] li a")
            .Take(4)
            .Select(link => link.TextContent)
            .ShouldBe(["Rom 1", "Rom 2", "Rom 2 · Vekt", "Rom 3"]);
        page.Text.ShouldContain($"/si-fra/{places[0].Code}");

        // The button once more, as from a page that came back.
        page = await page.Fill("Ett sted på hver linje", rooms).PressAsync("Legg til");
        page.Text.ShouldContain("Alle stedene fantes fra før.");
        (await PlacesAsync()).Count.ShouldBe(41);
    }

    [Fact]
    public async Task The_same_form_sent_twice_at_once_makes_its_places_once()
    {
        await Fjord.NewTeamAsync();
        using var leader = shared.App.As(Fjord.Leader);
        var page = await leader.OpenAsync($"/enheter/{Fjord.Team}/steder");
        page.Fill("Ett sted på hver linje", "Rom 1\nRom 2");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => page.PressAsync("Legg til")));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        (await PlacesAsync()).Select(place => place.Name).Order().ShouldBe(["Rom 1", "Rom 2"]);
    }

    [Fact]
    public async Task A_list_that_cannot_be_taken_says_which_lines_and_loses_nothing()
    {
        await Fjord.NewTeamAsync();
        using var leader = shared.App.As(Fjord.Leader);
        var typed = $"Rom 1\n{new string('x', 81)}\nRom 1";
        var page = await leader.OpenAsync($"/enheter/{Fjord.Team}/steder");
        page = await page.Fill("Ett sted på hver linje", typed).PressAsync("Legg til");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Linje 2: ");
        page.Text.ShouldContain("Linje 3: «Rom 1» står også på linje 1.");
        page.ValueOf("Ett sted på hver linje").ShouldBe(typed);
        (await PlacesAsync()).ShouldBeEmpty();

        page = await page.Fill(
                "Ett sted på hver linje",
                string.Join('\n', Enumerable.Range(0, 501).Select(n => $"R{n}"))
            )
            .PressAsync("Legg til");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("En enhet kan ha 500 steder i bruk, og dette blir 501.");
        page = await page.Fill("Ett sted på hver linje", string.Join('\n', Enumerable.Repeat(";", 30)))
            .PressAsync("Legg til");
        page.Text.ShouldContain("Det er 20 feil til.");
        using var english = shared.App.As(Fjord.Leader).Speaks("en");
        page = await english.OpenAsync($"/enheter/{Fjord.Team}/steder");
        page.Heading.ShouldBe("Places and codes");
    }

    [Fact]
    public async Task A_place_is_renamed_moved_taken_out_of_use_and_brought_back_and_its_code_stays()
    {
        await Fjord.NewTeamAsync();
        var place = await PlaceAsync("Rom 1");
        using var administrator = shared.App.As(Fjord.Administrator);
        var page = await administrator.OpenAsync($"/enheter/{Fjord.Team}/steder");
        page = await page.FollowAsync("Rom 1");
        var stale = await administrator.OpenAsync(page.Path);
        page = await page.Fill("Sted", "Rom 12").Fill("Utstyr (valgfritt)", "Vekt").PressAsync("Lagre");
        page.Text.ShouldContain("Rom 12 · Vekt");
        // Who had the older page open is told, and what they typed stands there.
        page = await stale.Fill("Sted", "Rom 13").PressAsync("Lagre");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain("Noen andre har endret stedet");
        page.ValueOf("Sted").ShouldBe("Rom 13");
        page = await page.PressAsync("Lagre");
        page.Text.ShouldContain("Lagret.");

        page = await page.PressAsync("Ta ut av bruk: Rom 13");
        page.TextOf("Ute av bruk").ShouldContain("Rom 13");
        page = await page.PressAsync("Ta i bruk igjen: Rom 13");
        page.HasPart("Ute av bruk").ShouldBeFalse();

        page = await page.FollowAsync("Rom 13");
        page = await page.Fill("Enhet", $"{Fjord.Neighbor}").PressAsync("Lagre");
        page.Text.ShouldNotContain("Rom 13");
        var now = (await StoredAsync(place.Id))!;
        (now.UnitId, now.Code, now.Name, now.RetiredOn).ShouldBe((Fjord.Neighbor, place.Code, "Rom 13", null));
        (await administrator.OpenAsync($"/si-fra/{place.Code}")).Text.ShouldContain("Til Skolen");
        var acts = await shared.App.InStorageAsync(database =>
            database
                .AuditEntries.Where(entry => entry.SubjectId == Fjord.Team)
                .OrderBy(entry => entry.Id)
                .Select(entry => entry.Act)
                .ToListAsync()
        );
        acts.ShouldBe(
            ["ChangePlace", "ChangePlace", "RetirePlace", "BringBackPlace", "ChangePlace"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Two_who_press_at_once_take_it_out_of_use_once()
    {
        await Fjord.NewTeamAsync();
        var place = await PlaceAsync("Rom 1");
        using var leader = shared.App.As(Fjord.Leader);
        var page = await leader.OpenAsync($"/enheter/{Fjord.Team}/steder");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.PressAsync("Ta ut av bruk: Rom 1")));
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        var now = (await StoredAsync(place.Id))!;
        (now.RetiredOn, now.Version).ShouldBe((SharedFjord.Today, 2));
    }

    [Fact]
    public async Task Those_who_do_not_answer_for_the_unit_meet_nothing_there()
    {
        await Fjord.NewTeamAsync();
        var place = await PlaceAsync("Rom 1");
        foreach (var person in new[] { Fjord.Kari, Fjord.Union, Fjord.Safety, Fjord.Outsider, shared.Headmaster })
        {
            using var browser = shared.App.As(person);
            foreach (var address in new[] { "", $"/{place.Id}", "/ark" })
            {
                var page = await browser.OpenAsync($"/enheter/{Fjord.Team}/steder{address}");
                page.Status.ShouldBe(HttpStatusCode.NotFound, $"{person.Name} {address}");
            }
            var home = await browser.OpenAsync("/");
            await browser.PostAsync(home, $"/enheter/{Fjord.Team}/steder", ("places", "Rom 2"));
            await browser.PostAsync(home, $"/enheter/{Fjord.Team}/steder/{place.Id}/ta-ut-av-bruk");
            (await browser.OpenAsync($"/enheter/{Fjord.Team}")).HasLink("Steder og koder").ShouldBeFalse();
        }
        // A leader of another unit cannot reach it through a unit of her own either.
        using var headmaster = shared.App.As(shared.Headmaster);
        var own = await headmaster.OpenAsync($"/enheter/{Fjord.Neighbor}/steder");
        await headmaster.PostAsync(own, $"/enheter/{Fjord.Neighbor}/steder/{place.Id}/ta-ut-av-bruk");
        await headmaster.PostAsync(
            own,
            $"/enheter/{Fjord.Neighbor}/steder/{place.Id}",
            ("name", "Min"),
            ("version", "1")
        );
        (await PlacesAsync()).ShouldHaveSingleItem().RetiredOn.ShouldBeNull();
        (await StoredAsync(place.Id))!.Name.ShouldBe("Rom 1");
    }

    [Fact]
    public async Task When_a_unit_goes_on_in_another_its_places_do_too_and_its_leader_keeps_them()
    {
        await Fjord.NewTeamAsync();
        var place = await PlaceAsync("Rom 1");
        await MergeAsync(Fjord.Team, into: Fjord.Neighbor);
        using var headmaster = shared.App.As(shared.Headmaster);
        var page = await headmaster.OpenAsync($"/enheter/{Fjord.Neighbor}/steder");
        page = await page.FollowAsync("Rom 1");
        page = await page.Fill("Sted", "Det gamle rom 1").PressAsync("Lagre");
        page.Text.ShouldContain("Det gamle rom 1");
        var door = await headmaster.OpenAsync($"/si-fra/{place.Code}");
        door.Text.ShouldContain("Til Skolen");
        door.Text.ShouldContain("Sted: Det gamle rom 1");
        // A unit that nobody took over has no door any more.
        await Fjord.NewTeamAsync();
        var lost = await PlaceAsync("Rom 9");
        await shared.App.InStorageAsync(database =>
            database
                .Units.Where(unit => unit.Id == Fjord.Team)
                .ExecuteUpdateAsync(to => to.SetProperty(unit => unit.ClosedAt, shared.App.Time.GetUtcNow()))
        );
        (await headmaster.OpenAsync($"/si-fra/{lost.Code}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<List<PlaceRow>> PlacesAsync()
    {
        var team = Fjord.Team;
        return shared.App.InStorageAsync(database =>
            database.Places.AsNoTracking().Where(place => place.UnitId == team).OrderBy(place => place.Id).ToListAsync()
        );
    }

    private Task<PlaceRow?> StoredAsync(Guid id) =>
        shared.App.InStorageAsync(database => database.Places.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id));

    private Task<PlaceRow> PlaceAsync(string name) => shared.PlaceAsync(Fjord.Team, name);

    private Task<int> MergeAsync(Guid from, Guid into) =>
        shared.App.InStorageAsync(async database =>
        {
            (await database.Units.SingleAsync(unit => unit.Id == from)).ClosedAt = shared.App.Time.GetUtcNow();
            database.UnitSuccessors.Add(
                new UnitSuccessor
                {
                    UnitId = from,
                    SuccessorId = into,
                    IsHeir = true,
                }
            );
            return await database.SaveChangesAsync();
        });
}
