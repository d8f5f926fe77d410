using System.Net;
using Endre.Domain.Organizations;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Minutes;

/// <summary>A leader locks the minutes with one act, and what was wrong is corrected beside what stands.</summary>
public sealed class MinutesTests
{
    [Theory, EachDatabase]
    public async Task A_draft_is_read_during_the_meeting_and_locked_when_it_is_over(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        var id = await fjord.MeetAsync(lead, isOver: false);
        using var kari = app.As(fjord.Kari);
        var draft = await kari.OpenAsync($"/moter/{id}/referat");
        draft.Heading.ShouldBe("Referat: Forbedringsmøte i mars");
        draft.Text.ShouldContain("Utkast");
        draft.TextOf("1. Lyset i gangen").ShouldContain("Alle rør byttes");
        draft.TextOf("Alle tiltak fra møtet").ShouldContain("Bestille lysrør");
        draft.HasButton("Lås referatet").ShouldBeFalse();

        using var leader = app.As(lead);
        var page = await leader.OpenAsync($"/moter/{id}/referat");
        page.Text.ShouldContain("Referatet kan låses når møtet er avsluttet.");
        (await leader.PostAsync(page, $"/moter/{id}/referat/las")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await app.EndAsync(id, app.Time.GetUtcNow());
        page = await (await leader.OpenAsync($"/moter/{id}/referat")).PressAsync("Lås referatet");
        page.Text.ShouldContain("Låst 2. mars 2026 kl. 09:00 av Tove Teamleder");
        page.HasButton("Lås referatet").ShouldBeFalse();
        page.Text.ShouldContain("Tove Teamleder låste referatet");

        // Whoever sends the form once more is not told that it failed, and nobody is told twice.
        (await leader.PostAsync(page, $"/moter/{id}/referat/las")).Text.ShouldContain("Låst 2. mars 2026 kl. 09:00");
        var messages = await app.InStorageAsync(storage =>
            storage.Messages.Where(one => one.Kind == "minutes-locked").ToListAsync()
        );
        var told = messages.Single();
        (told.PersonId, told.Subject).ShouldBe((fjord.Kari.Id, "Referatet er klart: Forbedringsmøte i mars"));
        told.Parts!.ShouldContain($"/moter/{id}/referat");
        told.Parts!.ShouldNotContain("Dagvakt");
    }

    [Fact]
    public async Task A_correction_stands_under_what_it_corrects_with_day_and_name_and_changes_nothing()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        var id = await fjord.MeetAsync(lead);
        using var leader = app.As(lead);
        var page = await (await leader.OpenAsync($"/moter/{id}/referat")).PressAsync("Lås referatet");
        app.Time.Advance(TimeSpan.FromHours(3));
        page = await leader.OpenAsync($"/moter/{id}/referat");
        var refused = await page.Fill("Hva er riktig?", "Født 01010112345").PressAsync("Legg til rettelsen");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ValueOf("Hva er riktig?").ShouldBe("Født 01010112345");
        var matter = await app.InStorageAsync(storage =>
            storage.Matters.Where(row => row.Title == MeetingOfTheTeam.Light).Select(row => row.Id).SingleAsync()
        );
        page = await refused
            .Fill("Hva gjelder det?", $"{matter}")
            .Fill("Hva er riktig?", "Bare rørene i 2. etasje.")
            .PressAsync("Legg til rettelsen");
        var light = page.TextOf("1. Lyset i gangen");
        light.ShouldContain("Alle rør byttes");
        light.ShouldContain("Rettelse 2. mars 2026 kl. 12:00 av Tove Teamleder");
        light.ShouldContain("Bare rørene i 2. etasje.");
        page.Text.ShouldContain("Tove Teamleder rettet sak 1");
    }

    [Theory, EachDatabase]
    public async Task Two_who_mark_different_matters_from_pages_that_are_as_old_both_stand(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        var id = await fjord.MeetAsync(lead);
        using var leader = app.As(lead);
        using var above = app.As(fjord.Leader);
        foreach (var isLocked in new[] { false, true })
        {
            var hers = await leader.OpenAsync($"/moter/{id}/referat");
            var theirs = await above.OpenAsync($"/moter/{id}/referat");
            var (light, about) = isLocked ? ("open", "personnel") : ("internal", "secrecy");
            await hers.Fill("Sak 1: Lyset i gangen", light).PressAsync("Lagre merkingen");
            var page = await theirs.Fill("Sak 2: Hemmelig tilrettelegging", about).PressAsync("Lagre merkingen");
            page.ValueOf("Sak 1: Lyset i gangen").ShouldBe(light);
            page.ValueOf("Sak 2: Hemmelig tilrettelegging").ShouldBe(about);
            if (!isLocked)
            {
                await page.PressAsync("Lås referatet");
            }
        }
    }

    [Fact]
    public async Task Those_who_were_asked_and_the_unit_read_it_and_nobody_else_does()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        var agent = await fjord.PersonAsync("Egil Endringshode", fjord.Team, UnitRole.ChangeAgent);
        var guest = await fjord.PersonAsync("Gjest Gunn", fjord.Neighbor, UnitRole.Employee);
        var id = await fjord.MeetAsync(lead, isOver: true, guest);
        TestPerson[] readers =
        [
            lead,
            fjord.Kari,
            fjord.Colleague,
            fjord.Leader,
            fjord.Union,
            fjord.Safety,
            agent,
            guest,
        ];
        foreach (var reader in readers)
        {
            using var browser = app.As(reader);
            (await browser.OpenAsync($"/moter/{id}/referat")).Status.ShouldBe(HttpStatusCode.OK, reader.Name);
        }
        foreach (var stranger in new[] { fjord.Outsider, fjord.Administrator })
        {
            using var browser = app.As(stranger);
            (await browser.OpenAsync($"/moter/{id}/referat")).Status.ShouldBe(HttpStatusCode.NotFound, stranger.Name);
            (await browser.OpenAsync("/referater")).Text.ShouldNotContain("Forbedringsmøte i mars");
        }
        foreach (var reader in new[] { fjord.Kari, agent, guest, fjord.Union })
        {
            using var browser = app.As(reader);
            var page = await browser.OpenAsync($"/moter/{id}/referat");
            page.HasButton("Lås referatet").ShouldBeFalse(reader.Name);
            (await browser.PostAsync(page, $"/moter/{id}/referat/las")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.OpenAsync($"/moter/{id}/referat/innsyn")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        using var above = app.As(fjord.Leader);
        (await above.OpenAsync($"/moter/{id}/referat")).HasButton("Lås referatet").ShouldBeTrue();
    }

    [Fact]
    public async Task The_leader_is_reminded_after_three_days_and_others_are_not()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        var id = await fjord.MeetAsync(lead);
        for (var day = 0; day < 3; day++)
        {
            app.Time.Advance(TimeSpan.FromDays(1));
        }
        // Whoever leads signs in anew each working day.
        using var leader = app.As(await fjord.LeaderOfTeamAsync("Tora Teamleder"));
        (await leader.OpenAsync($"/moter/{id}/referat")).Text.ShouldContain("Referatet er ikke låst");
        (await leader.OpenAsync("/referater")).Text.ShouldContain("Referatet er ikke låst");
        using var member = app.As(await fjord.PersonAsync("Mona Medarbeider", fjord.Team, UnitRole.Employee));
        var seen = await member.OpenAsync($"/moter/{id}/referat");
        seen.Status.ShouldBe(HttpStatusCode.OK);
        seen.Text.ShouldNotContain("Referatet er ikke låst");
    }

    [Fact]
    public async Task The_list_finds_a_decision_by_its_words_and_stands_on_the_units_page()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        await fjord.MeetAsync(lead);
        using var kari = app.As(fjord.Kari);
        var list = await (await kari.OpenAsync($"/enheter/{fjord.Team}")).FollowAsync("Referater fra møtene");
        list.Text.ShouldContain("Forbedringsmøte i mars");
        list.Text.ShouldContain("2 vedtak");
        (await kari.OpenAsync("/referater?sok=BYTTES")).Text.ShouldContain("Alle rør byttes");
        (await kari.OpenAsync("/referater?sok=byttes+aldri")).Text.ShouldContain("Ingen vedtak har disse ordene.");
    }

    [Fact]
    public async Task An_erased_name_is_gone_from_what_was_locked()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        var id = await fjord.MeetAsync(lead);
        using var leader = app.As(lead);
        await (await leader.OpenAsync($"/moter/{id}/referat")).PressAsync("Lås referatet");
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var area in scope.ServiceProvider.GetServices<IPersonalData>())
        {
            await area.EraseAsync(fjord.Kari.Id, fjord.Kari.Name, CancellationToken.None);
        }
        var text = (await leader.OpenAsync($"/moter/{id}/referat")).Text;
        text.ShouldNotContain("Kari Sier");
        text.ShouldContain("Bestille lysrør");
    }
}
