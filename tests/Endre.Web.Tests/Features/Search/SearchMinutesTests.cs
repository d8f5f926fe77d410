using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Tests.Features.Hassles;
using Endre.Web.Tests.Features.Minutes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Search;

/// <summary>What meetings decided and talked of is found on the search page, by those who may read the minutes.</summary>
public sealed class SearchMinutesTests
{
    [Theory, EachDatabase]
    public async Task Decisions_and_matters_are_found_as_drafts_locked_and_corrected(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        var id = await fjord.MeetAsync(lead);
        using var kari = app.As(fjord.Kari);
        var page = await kari.OpenAsync("/sok?q=rør");
        var found = page.TextOf("Referater");
        found.ShouldContain("Lyset i gangen");
        found.ShouldContain("Alle rør byttes");
        found.ShouldContain("Utkast");
        page.AddressOf("Lyset i gangen").ShouldBe($"/moter/{id}/referat#sak-1");

        using var leader = app.As(lead);
        var minutes = await (await leader.OpenAsync($"/moter/{id}/referat")).PressAsync("Lås referatet");
        (await kari.OpenAsync("/sok?q=blåbærøya")).TextOf("Referater").ShouldContain("Låst");
        (await kari.OpenAsync("/sok?q=armaturen")).HasPart("Referater").ShouldBeFalse();
        var matter = await app.InStorageAsync(storage =>
            storage.Matters.Where(row => row.Title == MeetingOfTheTeam.Light).Select(row => row.Id).SingleAsync()
        );
        await minutes
            .Fill("Hva gjelder det?", $"{matter}")
            .Fill("Hva er riktig?", "Det var armaturen, ikke rørene.")
            .PressAsync("Legg til rettelsen");
        // What was corrected stands beside what was locked, and both are found.
        (await kari.OpenAsync("/sok?q=armaturen"))
            .TextOf("Referater")
            .ShouldContain("Rettelse: Det var armaturen, ikke rørene.");
        (await kari.OpenAsync("/sok?q=byttes")).TextOf("Referater").ShouldContain("Alle rør byttes");
    }

    [Fact]
    public async Task Only_those_who_may_read_the_minutes_find_them_and_guests_find_their_own()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        await fjord.MeetAsync(lead);
        using var outsider = app.As(fjord.Outsider);
        (await outsider.OpenAsync("/sok?q=nattevakt")).Text.ShouldContain("Ingen treff på «nattevakt»");
        using var administrator = app.As(fjord.Administrator);
        (await administrator.OpenAsync("/sok?q=nattevakt")).HasPart("Referater").ShouldBeFalse();
        await fjord.MeetAsync(lead, isOver: true, fjord.Outsider);
        var page = await outsider.OpenAsync("/sok?q=nattevakt");
        page.Text.ShouldContain("1 treff på «nattevakt»");
        page.TextOf("Referater").ShouldContain("Ryggplager gjør nattevakt umulig.");
    }

    [Fact]
    public async Task What_is_taken_back_or_erased_is_found_no_more()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        var id = await fjord.MeetAsync(lead);
        using var kari = app.As(fjord.Kari);
        (await kari.OpenAsync("/sok?q=Čáhppe")).HasPart("Referater").ShouldBeTrue();
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var area in scope.ServiceProvider.GetServices<IPersonalData>())
        {
            await area.EraseAsync(Guid.CreateVersion7(), "Čáhppe", CancellationToken.None);
        }
        (await kari.OpenAsync("/sok?q=Čáhppe")).HasPart("Referater").ShouldBeFalse();
        await app.InStorageAsync(storage =>
            storage
                .Matters.Where(row => row.MeetingId == id && row.Title == MeetingOfTheTeam.About)
                .ExecuteUpdateAsync(to => to.SetProperty(row => row.Title, ""))
        );
        (await kari.OpenAsync("/sok?q=hemmelig")).HasPart("Referater").ShouldBeFalse();
    }

    [Fact]
    public async Task An_agenda_to_come_and_a_meeting_called_off_have_no_minutes_to_find()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var lead = await fjord.LeaderOfTeamAsync();
        var id = await fjord.MeetAsync(lead);
        await app.InStorageAsync(storage =>
            storage
                .Meetings.Where(row => row.Id == id)
                .ExecuteUpdateAsync(to => to.SetProperty(row => row.State, "planned"))
        );
        using var kari = app.As(fjord.Kari);
        (await kari.OpenAsync("/sok?q=gangen")).HasPart("Referater").ShouldBeFalse();
    }
}
