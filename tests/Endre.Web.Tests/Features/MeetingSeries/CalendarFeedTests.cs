using System.Net;
using System.Net.Http.Headers;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.MeetingSeries;

/// <summary>A calendar program follows one's meetings at a secret address.</summary>
public sealed class CalendarFeedTests
{
    [Theory, EachDatabase]
    public async Task One_makes_an_address_follows_it_and_withdraws_it(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        await Series.MakeAsync(leader, fjord.Team);
        using var kari = app.As(fjord.Kari);
        var page = await (await kari.OpenAsync("/kalender")).PressAsync("Lag adresse");
        var address = new Uri(page.ValueOf("Adressen til kalenderen din"));
        using var program = app.Api();

        using var first = await program.GetAsync(address.PathAndQuery);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        var text = await first.Content.ReadAsStringAsync();
        text.Split("BEGIN:VEVENT").Length.ShouldBe(14);
        text.ShouldContain("SUMMARY:Forbedringsmøte");
        if (Khal.Missing is null)
        {
            using var calendar = new Khal();
            await calendar.FollowAsync(await first.Content.ReadAsByteArrayAsync());
            (await calendar.ShowAsync(new DateOnly(2026, 3, 1), new DateOnly(2026, 5, 31))).ShouldBe([
                "2026-04-02 09:00|09:30|Forbedringsmøte|Møterom 2",
                "2026-05-07 09:00|09:30|Forbedringsmøte|Møterom 2",
            ]);
        }

        app.Time.Advance(TimeSpan.FromHours(2));
        using var again = new HttpRequestMessage(HttpMethod.Get, address.PathAndQuery);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await program.SendAsync(again);
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        var meeting = await Series.FirstMeetingAsync(app);
        await leader.PostAsync(await leader.OpenAsync("/moter"), $"/moter/{meeting}/avlys");
        using var changed = new HttpRequestMessage(HttpMethod.Get, address.PathAndQuery);
        changed.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse($"{first.Headers.ETag}"));
        using var news = await program.SendAsync(changed);
        news.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await news.Content.ReadAsStringAsync()).Split("BEGIN:VEVENT").Length.ShouldBe(13);

        // The page never shows it again, and the database has only a hash.
        (await kari.OpenAsync("/kalender")).Text.ShouldNotContain(address.AbsolutePath);
        await (await kari.OpenAsync("/kalender")).PressAsync("Slutt å dele kalenderen");
        (await program.GetAsync(address.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_new_address_stops_the_one_before_and_who_has_left_gets_nothing()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var kari = app.As(fjord.Kari);
        var old = new Uri(
            (await (await kari.OpenAsync("/kalender")).PressAsync("Lag adresse")).ValueOf("Adressen til kalenderen din")
        );
        var page = await (await kari.OpenAsync("/kalender")).PressAsync("Lag ny adresse");
        var address = new Uri(page.ValueOf("Adressen til kalenderen din"));
        using var program = app.Api();

        (await program.GetAsync(old.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await program.GetAsync(address.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var now = app.Time.GetUtcNow();
        await app.InStorageAsync(storage =>
            storage
                .Users.Where(person => person.Id == fjord.Kari.Id)
                .ExecuteUpdateAsync(to => to.SetProperty(person => person.DeactivatedAt, now))
        );
        (await program.GetAsync(address.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_guesses_is_kept_waiting()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var program = app.Api();
        var statuses = new List<HttpStatusCode>();
        for (var at = 0; at < 22; at++)
        {
            using var answer = await program.GetAsync($"/api/v1/calendars/{Guid.CreateVersion7():N}.ics");
            statuses.Add(answer.StatusCode);
        }

        statuses.Take(20).ShouldAllBe(status => status == HttpStatusCode.NotFound);
        statuses.Skip(20).ShouldAllBe(status => status == HttpStatusCode.TooManyRequests);
    }
}
