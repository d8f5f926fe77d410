using System.Net;
using System.Text;
using Endre.Domain.Meetings.Planning;
using Endre.Storage.Meetings;
using Endre.Testing;
using Endre.Web.Features.MeetingSeries.KeepSeries;
using Endre.Web.Tests.Features.Hassles;
using Endre.Web.Tests.Features.MeetingSeries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Meetings;

/// <summary>One matter needs the union or the safety representative: they are asked, told, shown, and stand in the minutes.</summary>
public sealed class RepresentativeTests
{
    private const string Union = "Tillitsvalgt må være med på saken";
    private const string Safety = "Verneombudet må være med på saken";
    private const string Save = "Lagre og be til møtet";

    [Theory, EachDatabase]
    public async Task Whoever_a_matter_needs_is_asked_once_and_taken_off_when_it_does_not(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        await Series.MakeAsync(leader, fjord.Team);
        var meeting = await Series.FirstMeetingAsync(app);
        var page = await AddAsync(await leader.OpenAsync($"/moter/{meeting}"), "Ny turnus");
        using var vidar = app.As(fjord.Safety);
        (await vidar.OpenAsync($"/moter/{meeting}")).Status.ShouldBe(HttpStatusCode.NotFound);

        page = await (await page.FollowAsync("Endre: Ny turnus")).Tick(Safety).PressAsync(Save);

        page.TextOf("Saksliste").ShouldContain("Bedt som verneombud: Vidar Verneombud");
        var told = (await Series.MessagesAsync(app, fjord.Safety.Id)).ShouldHaveSingleItem();
        told.Subject.ShouldBe("En sak trenger deg: Forbedringsmøte");
        told.Parts!.ShouldContain("som verneombud");
        told.Parts!.ShouldNotContain("turnus");
        var invitation = await FileAsync(app, fjord.Safety.Id, 0);
        invitation.ShouldContain("METHOD:REQUEST");
        invitation.ShouldContain("RECURRENCE-ID");
        (await Series.MessagesAsync(app, fjord.Union.Id)).ShouldBeEmpty();
        (await vidar.OpenAsync($"/moter/{meeting}")).TextOf("Saksliste").ShouldContain("Ny turnus");

        // The same once more tells nobody, and neither does the round of every hour.
        await (await page.FollowAsync("Endre: Ny turnus")).PressAsync(Save);
        await KeepAsync(app);
        (await Series.MessagesAsync(app, fjord.Safety.Id)).Count.ShouldBe(1);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        page = await (await page.FollowAsync("Endre: Ny turnus")).Tick(Safety).Tick(Union).PressAsync(Save);
        page.TextOf("Saksliste").ShouldContain("Bedt som tillitsvalgt: Tone Tillitsvalgt");
        page.TextOf("Saksliste").ShouldNotContain("Vidar");
        (await FileAsync(app, fjord.Safety.Id, 1)).ShouldContain("METHOD:CANCEL");
        (await Series.MessagesAsync(app, fjord.Union.Id)).Count.ShouldBe(1);

        using var kari = app.As(fjord.Kari);
        var hers = await kari.OpenAsync($"/moter/{meeting}");
        hers.HasButton(Save).ShouldBeFalse();
        var matter = await app.InStorageAsync(storage => storage.Matters.Select(row => row.Id).FirstAsync());
        var refused = await kari.PostAsync(hers, $"/moter/{meeting}/be-om-tillitsvalgte", ("matter", $"{matter}"));
        refused.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_marked_in_the_meeting_stands_in_the_minutes_and_goes_along_to_the_next()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        await Series.MakeAsync(leader, fjord.Team);
        var meeting = await Series.FirstMeetingAsync(app);
        var page = await AddAsync(await leader.OpenAsync($"/moter/{meeting}"), "Ny turnus");
        page = await page.PressAsync("Start møtet");
        page = await page.Tick(Safety).PressAsync(Save);
        page.TextOf("Ny turnus").ShouldContain("Bedt som verneombud: Vidar Verneombud");
        page = await page.PressAsync("Avslutt møtet");

        var minutes = await leader.OpenAsync($"/moter/{meeting}/referat");
        minutes.Text.ShouldContain("Bedt med til saken: Vidar Verneombud (verneombud, oppmøte ikke ført)");
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await KeepAsync(app);
        var next = await app.InStorageAsync(storage =>
            storage.Meetings.OrderBy(row => row.SlotAt).Skip(1).Select(row => row.Id).FirstAsync()
        );
        page = await leader.OpenAsync($"/moter/{next}");
        page.TextOf("Saksliste").ShouldContain("Bedt som verneombud: Vidar Verneombud");
        var later = await app.InStorageAsync(storage =>
            storage.Attendances.Where(row => row.PersonId == fjord.Safety.Id).Select(row => row.MeetingId).ToListAsync()
        );
        later.ShouldBe([meeting, next], ignoreOrder: true);
        (await Series.MessagesAsync(app, fjord.Safety.Id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_meeting_alone_invites_too_and_where_there_is_nobody_it_says_so()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var now = app.Time.GetUtcNow();
        var plan = new PlanMeeting(Guid.CreateVersion7(), fjord.Team, null, "Tavlemøte", now.AddHours(1), 20, "", "");
        await app.InStorageAsync(s => s.PlanMeetingAsync(plan, new MeetingRecords.Hand(null, now), default));
        await app.InStorageAsync(s => s.Memberships.Where(row => row.PersonId == fjord.Union.Id).ExecuteDeleteAsync());
        using var leader = app.As(fjord.Leader);
        var page = await AddAsync(await leader.OpenAsync($"/moter/{plan.Id}"), "Vaktbytte");
        page = await (await page.FollowAsync("Endre: Vaktbytte")).Tick(Safety).Tick(Union).PressAsync(Save);
        page.TextOf("Saksliste").ShouldContain("Trenger tillitsvalgt, men ingen er bedt ennå");
        var file = await FileAsync(app, fjord.Safety.Id, 0);
        file.ShouldContain($"UID:{plan.Id:N}@endre");
        file.ShouldNotContain("RRULE:FREQ=DAILY");
        file.ShouldNotContain("RECURRENCE-ID");
    }

    [Theory, EachDatabase]
    public async Task What_several_mark_at_the_same_instant_all_stands(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        var now = app.Time.GetUtcNow();
        var plan = new PlanMeeting(Guid.CreateVersion7(), fjord.Team, null, "Tavlemøte", now.AddHours(1), 20, "", "");
        await app.InStorageAsync(s => s.PlanMeetingAsync(plan, new MeetingRecords.Hand(null, now), default));
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync($"/moter/{plan.Id}");
        string[] matters = ["Ny turnus", "Bilene", "Nøklene", "Nattevakt"];
        foreach (var matter in matters)
        {
            page = await AddAsync(page, matter);
        }
        var marked = await Task.WhenAll(
            matters.Select(async matter =>
            {
                using var own = app.As(fjord.Leader);
                var form = await (await own.OpenAsync($"/moter/{plan.Id}")).FollowAsync($"Endre: {matter}");
                return (await form.Tick(Safety).PressAsync(Save)).Status;
            })
        );
        marked.ShouldAllBe(status => status == HttpStatusCode.OK);
        (await app.InStorageAsync(s => s.Matters.CountAsync(row => row.AsksSafety))).ShouldBe(matters.Length);
    }

    [Theory, EachDatabase]
    public async Task A_meeting_now_invites_whom_the_matters_from_last_time_need(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        await fjord.BecomeAsync(fjord.Leader.Id, fjord.Team, Endre.Domain.Organizations.UnitRole.Leader);
        using var leader = app.As(fjord.Leader);
        var page = await (await NewAsync(leader, fjord)).PressAsync("Lag møtet");
        page = await AddAsync(page, "Ny turnus");
        page = await page.PressAsync("Start møtet");
        page = await page.Tick(Safety).PressAsync(Save);
        page = await page.PressAsync("Avslutt møtet");
        (await Series.MessagesAsync(app, fjord.Safety.Id)).Count.ShouldBe(1);

        app.Time.Advance(TimeSpan.FromMinutes(90));
        page = await (await NewAsync(leader, fjord)).PressAsync("Lag møtet");
        page.TextOf("Saksliste").ShouldContain("Ny turnus");
        page.TextOf("Saksliste").ShouldContain("Bedt som verneombud: Vidar Verneombud");
        var told = await Series.MessagesAsync(app, fjord.Safety.Id);
        told.Count.ShouldBe(2);
        told[1].Subject.ShouldBe("En sak trenger deg: Tavlemøte");
        (await FileAsync(app, fjord.Safety.Id, 1)).ShouldContain(
            $"UID:{page.Path.Split('/')[^1].Replace("-", "", StringComparison.Ordinal)}@endre"
        );
        (await Series.MessagesAsync(app, fjord.Union.Id)).ShouldBeEmpty();
        await KeepAsync(app);
        (await Series.MessagesAsync(app, fjord.Safety.Id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_left_after_a_meeting_alone_was_planned_invites_to_it_too()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        await fjord.BecomeAsync(fjord.Leader.Id, fjord.Team, Endre.Domain.Organizations.UnitRole.Leader);
        using var leader = app.As(fjord.Leader);
        var page = await (await NewAsync(leader, fjord)).PressAsync("Lag møtet");
        page = await AddAsync(page, "Ny turnus");
        page = await (await page.PressAsync("Start møtet")).Tick(Union).PressAsync(Save);
        var next = await (await NewAsync(leader, fjord)).Fill("Klokkeslett", "14:00").PressAsync("Lag møtet");
        next.Text.ShouldNotContain("Tone Tillitsvalgt");
        await page.PressAsync("Avslutt møtet");
        await KeepAsync(app);
        await KeepAsync(app);
        next = await leader.OpenAsync(next.Path);
        next.TextOf("Saksliste").ShouldContain("Bedt som tillitsvalgt: Tone Tillitsvalgt");
        (await Series.MessagesAsync(app, fjord.Union.Id)).Count.ShouldBe(2);
    }

    private static async Task<TestPage> NewAsync(TestBrowser leader, Fjord fjord) =>
        (await leader.OpenAsync("/moter/nytt")).Fill("Enhet", $"{fjord.Team}");

    private static Task<TestPage> AddAsync(TestPage page, string matter) =>
        page.Fill("Hva gjelder det?", matter).PressAsync("Meld inn");

    private static async Task<string> FileAsync(AppUnderTest app, Guid person, int at) =>
        Encoding
            .UTF8.GetString((await Series.FilesAsync(app, person))[at].Content)
            .Replace("\r\n ", "", StringComparison.Ordinal);

    private static async Task KeepAsync(AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeepSeries>().KeepAsync(TestContext.Current.CancellationToken);
    }
}
