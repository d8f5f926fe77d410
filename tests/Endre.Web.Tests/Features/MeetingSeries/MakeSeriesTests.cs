using System.Net;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.MeetingSeries;

/// <summary>A leader plans by a rhythm, sees the dates first, and everybody in the unit sees the meetings.</summary>
public sealed class MakeSeriesTests
{
    [Theory, EachDatabase]
    public async Task A_leader_sees_the_dates_and_then_makes_the_series(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync($"/moter/serier/ny?enhet={fjord.Team}");
        page = await page.Fill("Hva heter møtet?", "Forbedringsmøte")
            .Fill("Første møte", "2026-04-02")
            .Fill("Klokkeslett", "09:00")
            .Fill("Hvor ofte?", "monthly-by-weekday")
            .Fill("Sted (valgfritt)", "Møterom 2")
            .PressAsync("Vis datoene");

        page.Status.ShouldBe(HttpStatusCode.OK);
        var shown = page.TextOf("De neste 5 møtene");
        shown.ShouldContain("Første torsdag hver måned");
        shown.ShouldContain("torsdag 2. april 2026");
        shown.ShouldContain("Helligdag");
        shown.ShouldContain("torsdag 6. august 2026");
        page.ValueOf("Sted (valgfritt)").ShouldBe("Møterom 2");
        (await app.InStorageAsync(storage => storage.MeetingSeries.AnyAsync())).ShouldBeFalse();

        page = await page.PressAsync("Lag møterekken");

        page.Heading.ShouldBe("Forbedringsmøte");
        page.Text.ShouldContain("Første torsdag hver måned");
        page.TextOf("Kommende møter").ShouldContain("torsdag 2. april 2026");
        page.HasButton("Flytt til 7. april 2026").ShouldBeTrue();
        page = await page.PressAsync("Flytt til 7. april 2026");
        page.TextOf("Kommende møter").ShouldContain("tirsdag 7. april 2026");
        page.Text.ShouldContain("Flyttet");

        using var kari = app.As(fjord.Kari);
        var list = await kari.OpenAsync("/moter");
        list.TextOf("Kommende møter").ShouldContain("tirsdag 7. april 2026");
        list.HasLink("Ny møterekke").ShouldBeFalse();
        (await kari.OpenAsync("/moter/serier")).Text.ShouldContain("Første torsdag hver måned");
        (await kari.OpenAsync(page.Path)).HasButton("Avslutt").ShouldBeFalse();
        (await kari.OpenAsync($"/moter/serier/ny?enhet={fjord.Team}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var outsider = app.As(fjord.Outsider);
        (await outsider.OpenAsync(page.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await outsider.OpenAsync("/moter")).Text.ShouldNotContain("Forbedringsmøte");
    }

    [Theory]
    [InlineData("", "2026-04-02", "09:00", "weekly", "", "Skriv noe her først.")]
    [InlineData("Møte", "", "09:00", "weekly", "", "Velg en dag.")]
    [InlineData("Møte", "2026-03-01", "09:00", "weekly", "", "Dagen er passert. Velg i dag eller senere.")]
    [InlineData("Møte", "2026-04-02", "ni", "weekly", "", "Velg et klokkeslett, for eksempel 09:00.")]
    [InlineData("Møte", "2026-04-02", "09:00", "own", "", "Velg hvor ofte, eller skriv en egen regel.")]
    [InlineData(
        "Møte",
        "2026-04-02",
        "09:00",
        "own",
        "FREQ=HOURLY",
        "En møterekke har høyst ett møte om dagen. Bruk DAILY, WEEKLY, MONTHLY eller YEARLY."
    )]
    [InlineData(
        "Møte",
        "2026-04-02",
        "09:00",
        "own",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "Regelen gir ingen møter. Velg en annen dag eller en annen rytme."
    )]
    public async Task What_cannot_be_used_is_told_and_nothing_typed_is_lost(
        string title,
        string first,
        string time,
        string rhythm,
        string rule,
        string message
    )
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync($"/moter/serier/ny?enhet={fjord.Team}");

        page = await page.Fill("Hva heter møtet?", title)
            .Fill("Første møte", first)
            .Fill("Klokkeslett", time)
            .Fill("Hvor ofte?", rhythm)
            .Fill("Regel (valgfritt)", rule)
            .Fill("Sted (valgfritt)", "Blåbærrommet")
            .PressAsync("Lag møterekken");

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain(message);
        (page.ValueOf("Sted (valgfritt)"), page.ValueOf("Hvor ofte?")).ShouldBe(("Blåbærrommet", rhythm));
        page.ValueOf("Regel (valgfritt)").ShouldBe(rule);
    }

    [Fact]
    public async Task Another_rhythm_goes_on_from_the_day_it_is_chosen_for()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        var page = await Series.MakeAsync(leader, fjord.Team);

        page = await page.FollowAsync("Ny rytme eller nytt klokkeslett");
        page.ValueOf("Hva heter møtet?").ShouldBe("Forbedringsmøte");
        page = await page.Fill("Fra og med", "2026-06-01")
            .Fill("Hvor ofte?", "fortnightly")
            .Fill("Klokkeslett", "14:30")
            .PressAsync("Endre møtene");

        page.Text.ShouldContain("Hver andre mandag");
        page.Text.ShouldContain("Kl. 14:30, 30 minutter");
        page.TextOf("Kommende møter").ShouldContain("mandag 1. juni 2026");
        var list = await leader.OpenAsync($"/moter?enhet={fjord.Team}");
        list.Text.ShouldContain("torsdag 7. mai 2026");
        list.Text.ShouldNotContain("torsdag 4. juni 2026");
    }

    [Fact]
    public async Task A_series_is_changed_given_guests_and_ended()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        var page = await Series.MakeAsync(leader, fjord.Team);

        page = await page.Fill("E-postadresse (valgfritt)", fjord.Outsider.Email).PressAsync("Inviter");
        page.TextOf("Hvem blir invitert?").ShouldContain("Nabo Nora");
        var refused = await page.Fill("E-postadresse (valgfritt)", "per@eiendom.example").PressAsync("Inviter");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Messages.ShouldContain(message => message.StartsWith("Ingen har konto", StringComparison.Ordinal));
        page = await refused.Fill("Navn, for en som ikke har konto (valgfritt)", "Per Arne Dahl").PressAsync("Inviter");
        page.TextOf("Hvem blir invitert?").ShouldContain("Per Arne Dahl, per@eiendom.example");

        using var guest = app.As(fjord.Outsider);
        (await guest.OpenAsync("/moter")).Text.ShouldContain("Forbedringsmøte");
        (await guest.OpenAsync(page.Path)).Heading.ShouldBe("Forbedringsmøte");

        page = await page.Fill("Hva heter møtet?", "Tavlemøte").PressAsync("Lagre");
        page.Heading.ShouldBe("Tavlemøte");
        page = await page.Fill("Ingen møter fra og med", "2026-05-01").PressAsync("Avslutt");
        page.Text.ShouldContain("Avsluttes. Ingen nye møter fra 1. mai 2026.");
        page.TextOf("Kommende møter").ShouldNotContain("mai 2026");
    }

    [Fact]
    public async Task Representatives_are_asked_where_it_concerns_work()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        var series = await Series.MakeAsync(leader, fjord.Team);
        var meeting = await Series.FirstMeetingAsync(app);
        using var union = app.As(fjord.Union);
        // The union representative of the department does not work in the team.
        (await union.OpenAsync($"/moter/{meeting}/inviterte")).Status.ShouldBe(HttpStatusCode.NotFound);

        var page = await leader.OpenAsync($"/moter/{meeting}/inviterte");
        page = await page.Tick(
                "Gjelder arbeidsmiljø, turnus, bemanning eller oppgaver Da blir tillitsvalgt og verneombud invitert."
            )
            .PressAsync("Lagre");

        page.Text.ShouldContain("Tone Tillitsvalgt, tillitsvalgt");
        page.Text.ShouldContain("Vidar Verneombud, verneombud");
        (await union.OpenAsync($"/moter/{meeting}/inviterte")).Heading.ShouldBe("Inviterte");
        series.Status.ShouldBe(HttpStatusCode.OK);
    }
}
