using System.Net;
using Endre.Domain.Meetings.Planning;
using Endre.Storage.Meetings;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Meetings;

/// <summary>Who holds a meeting, who follows it, and what each may do.</summary>
public sealed class MeetingTests
{
    [Fact]
    public async Task A_leader_makes_a_meeting_now_and_all_who_work_there_are_asked()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync("/moter/nytt");
        page.ValueOf("Klokkeslett").ShouldBe("09:00");
        var refused = await page.Fill("Varighet i minutter", "2")
            .Fill("Sted (valgfritt)", "Vaktrommet")
            .Fill("Klokkeslett", "tolv")
            .PressAsync("Lag møtet");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Messages.ShouldContain("Velg dag og klokkeslett.");
        refused.ValueOf("Sted (valgfritt)").ShouldBe("Vaktrommet");
        refused = await refused.Fill("Klokkeslett", "12.30").PressAsync("Lag møtet");
        refused.Messages.ShouldContain("Skriv et helt tall fra 5 til 480.");
        page = await refused.Fill("Varighet i minutter", "15").PressAsync("Lag møtet");
        page.Heading.ShouldBe("Tavlemøte");
        page.Text.ShouldContain("12:30–12:45");
        page.Text.ShouldContain("Kari Sier, Kollega Nils");
        page.TextOf("Saksliste").ShouldContain("Satt av 15 av 15 minutter");
        using var employee = app.As(fjord.Kari);
        (await employee.OpenAsync("/moter/nytt")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Colleagues_follow_guests_see_this_meeting_and_others_find_nothing()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Isskrapa mangler");
        var address = await PlanAsync(app, fjord);
        using var outsider = app.As(fjord.Outsider);
        (await outsider.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await outsider.OpenAsync($"{address}/skjerm")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await outsider.OpenAsync($"{address}/strom")).Status.ShouldBe(HttpStatusCode.NotFound);
        await InviteAsync(app, address, fjord.Outsider.Id);
        var page = await outsider.OpenAsync(address);
        page.Text.ShouldContain("Isskrapa mangler");
        page.HasLink("Isskrapa mangler").ShouldBeFalse();
        page.HasButton("Start møtet").ShouldBeFalse();

        using var kari = app.As(fjord.Kari);
        page = await kari.OpenAsync(address);
        page.HasLink("Isskrapa mangler").ShouldBeTrue();
        page.Text.ShouldNotContain("Kari Sier sa");
        foreach (var act in new[] { "start", "avslutt", "oppmote", "tavle", "som-for" })
        {
            (await kari.PostAsync(page, $"{address}/{act}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        page = await page.Fill("Hva gjelder det?", "Bilene").PressAsync("Meld inn");
        using var colleague = app.As(fjord.Colleague);
        var theirs = await colleague.OpenAsync(address);
        theirs.HasButton("Ta bort: Bilene").ShouldBeFalse();
        page = await page.PressAsync("Ta bort: Bilene");
        page.TextOf("Saksliste").ShouldNotContain("Bilene");
        var refused = await page.PressAsync("Meld inn");
        refused.Messages.ShouldContain("Skriv noe her først.");
    }

    [Fact]
    public async Task Two_who_write_at_once_see_both_texts_and_the_screen_shows_no_names_of_those_who_said_it()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Isskrapa mangler");
        var address = await PlanAsync(app, fjord);
        using var leader = app.As(fjord.Leader);
        using var director = app.As(fjord.Director);
        var page = await (await leader.OpenAsync(address)).PressAsync("Start møtet");
        var other = await director.OpenAsync(address);
        page = await page.Fill("Hva ble sagt?", "Vi kjøper to").PressAsync("Lagre");
        page.ValueOf("Hva ble sagt?").ShouldBe("Vi kjøper to");
        var refused = await other.Fill("Hva ble sagt?", "Vi kjøper fire").PressAsync("Lagre");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ValueOf("Hva ble sagt?").ShouldBe("Vi kjøper fire");
        refused.Text.ShouldContain("Dette står der nå: Vi kjøper to");
        page = await refused.Fill("Hva er bestemt?", "Kjøpe to skraper").PressAsync("Lagre vedtaket");
        page.TextOf("Saksliste").ShouldContain("Vedtak Kjøpe to skraper");

        var screen = await leader.OpenAsync($"{address}/skjerm");
        screen.Heading.ShouldBe("Isskrapa mangler");
        screen.TextOf("Nytt").ShouldContain("Isskrapa mangler");
        screen.Text.ShouldNotContain("Kari Sier");
        screen.Buttons.ShouldBeEmpty();
        screen.Text.ShouldContain("Tavla er ikke et dokumentasjonssystem");
    }

    [Fact]
    public async Task The_chair_is_handed_over_and_whoever_leaves_hands_over_the_meetings()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var address = await PlanAsync(app, fjord);
        await InviteAsync(app, address, fjord.Kari.Id);
        using var leader = app.As(fjord.Leader);
        var page = await (await leader.OpenAsync(address)).PressAsync("Start møtet");
        page.Text.ShouldContain("Møteleder: Lise Leder");
        page = await page.Fill("Gi møteledelsen til", $"{fjord.Kari.Id}").PressAsync("Gi videre");
        page.Text.ShouldContain("Møteleder: Kari Sier");
        using var kari = app.As(fjord.Kari);
        page = await kari.OpenAsync(address);
        page = await page.PressAsync("Alle andre er her");
        page.Text.ShouldContain("Oppmøte: 1 av 1");
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var area in scope.ServiceProvider.GetServices<IResponsibilities>())
        {
            await area.HandOverAsync(fjord.Kari.Id, fjord.Leader.Id, CancellationToken.None);
        }
        (await leader.OpenAsync(address)).Text.ShouldContain("Møteleder: Lise Leder");
        (await kari.OpenAsync(address)).HasButton("Avslutt møtet").ShouldBeFalse();
    }

    [Fact]
    public async Task Who_follows_hears_of_a_new_version_at_once_and_nothing_of_what_is_in_it()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var address = await PlanAsync(app, fjord);
        using var kari = app.As(fjord.Kari);
        using var leader = app.As(fjord.Leader);
        using var answer = await kari.Client.GetAsync(
            new Uri($"{address}/strom", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead
        );
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await lines.ReadLineAsync()).ShouldBe("event: hello");
        await (await leader.OpenAsync(address)).PressAsync("Start møtet");
        var heard = new List<string>();
        while (heard.Count < 5)
        {
            heard.Add((await lines.ReadLineAsync())!);
        }
        heard.ShouldContain("event: refresh");
        heard.ShouldContain("data: {}");
    }

    [Fact]
    public async Task The_board_of_the_month_is_made_once_and_a_leader_runs_it()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var address = await PlanAsync(app, fjord);
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync(address);
        page = await page.PressAsync("Lag tavla");
        // What one leads is read anew every minute.
        app.Time.Advance(TimeSpan.FromMinutes(2));
        page = await page.FollowAsync("Styr tavla");
        page.Status.ShouldBe(HttpStatusCode.OK);
        using var kari = app.As(fjord.Kari);
        page = await kari.OpenAsync(address);
        page.HasLink("Styr tavla").ShouldBeFalse();
        (await page.FollowAsync("Skriv på tavla")).Status.ShouldBe(HttpStatusCode.OK);
        (await app.InStorageAsync(storage => storage.Workshops.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_name_that_is_erased_is_taken_out_of_what_was_written()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var address = await PlanAsync(app, fjord);
        using var leader = app.As(fjord.Leader);
        var page = await (await leader.OpenAsync(address)).PressAsync("Start møtet");
        page = await page.Fill("Hva ble sagt?", "Kari Sier ordner det").PressAsync("Lagre");
        await page.Fill("Hva er bestemt?", "Kari Sier kjøper inn").PressAsync("Lagre vedtaket");
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var area in scope.ServiceProvider.GetServices<IPersonalData>())
        {
            await area.EraseAsync(fjord.Kari.Id, "Kari Sier", CancellationToken.None);
        }
        page = await leader.OpenAsync(address);
        page.Text.ShouldNotContain("Kari Sier");
        page.Text.ShouldContain("kjøper inn");
    }

    [Fact]
    public async Task Without_script_what_is_being_written_goes_along_with_the_buttons_that_go_on()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var address = await PlanAsync(app, fjord);
        using var leader = app.As(fjord.Leader);
        using var director = app.As(fjord.Director);
        var page = await leader.OpenAsync(address);
        foreach (var matter in new[] { "Bilene", "Nøklene", "Vaktrommet" })
        {
            page = await page.Fill("Hva gjelder det?", matter).PressAsync("Meld inn");
        }
        page = await page.PressAsync("Start møtet");
        page = await page.Fill("Hva ble sagt?", "Service i mars").PressAsync("+1 minutt");
        page.ValueOf("Hva ble sagt?").ShouldBe("Service i mars");
        page = await page.Fill("Hva ble sagt?", "Service i april").PressAsync("Ferdig – neste sak");
        page = await page.Fill("Hva ble sagt?", "I skapet").PressAsync("Ta opp: Vaktrommet");
        page.Headings.ShouldContain("Vaktrommet");

        // Nothing is gone on from over a text that another has written meanwhile.
        var other = await director.OpenAsync(address);
        await other.Fill("Hva ble sagt?", "Males").PressAsync("Lagre");
        var refused = await page.Fill("Hva ble sagt?", "Males hvitt").PressAsync("Avslutt møtet");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ValueOf("Hva ble sagt?").ShouldBe("Males hvitt");
        refused.Text.ShouldContain("Dette står der nå: Males");
        page = await refused.PressAsync("Avslutt møtet");
        page.HasPart("Dette kom ut av møtet").ShouldBeTrue();

        var minutes = await leader.OpenAsync($"{address}/referat");
        foreach (var text in new[] { "Service i april", "I skapet", "Males hvitt" })
        {
            minutes.Text.ShouldContain(text);
        }
    }

    private static async Task<string> PlanAsync(AppUnderTest app, Fjord fjord)
    {
        var now = app.Time.GetUtcNow();
        var plan = new PlanMeeting(Guid.CreateVersion7(), fjord.Team, null, "Tavlemøte", now.AddHours(1), 20, "", "");
        var hand = new MeetingRecords.Hand(null, now);
        (await app.InStorageAsync(s => s.PlanMeetingAsync(plan, hand, CancellationToken.None))).ShouldBeNull();
        return $"/moter/{plan.Id}";
    }

    private static async Task InviteAsync(AppUnderTest app, string address, Guid person)
    {
        var invite = new Invite(Guid.CreateVersion7(), person, null, Domain.Meetings.AttendeeRole.Guest);
        var hand = new MeetingRecords.Hand(null, app.Time.GetUtcNow());
        var id = Guid.Parse(address.Split('/')[^1]);
        (await app.InStorageAsync(s => s.DoWithMeetingAsync(id, invite, hand, CancellationToken.None))).ShouldBeNull();
    }
}
