using Endre.Domain.Organizations;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Features.MeetingSeries.KeepSeries;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.MeetingSeries;

/// <summary>A unit that is closed meets no more, unless it went on in another.</summary>
public sealed class ClosedUnitTests
{
    [Theory, EachDatabase]
    public async Task A_unit_that_went_on_in_none_plans_no_more_meetings_and_says_so(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var (fjord, leader, series) = await BeginAsync(app);
        using var browser = leader;
        await CloseAsync(app, fjord.Team, heir: null, fjord.Department);

        await KeepAsync(app);

        var left = await app.InStorageAsync(storage => storage.Meetings.CountAsync());
        left.ShouldBe(0, "nobody had touched them");
        // Those who were asked are told that they need not come.
        var told = await Series.MessagesAsync(app, fjord.Kari.Id);
        told.Select(message => message.Subject).ShouldBe(["Invitasjon: Forbedringsmøte", "Avsluttes: Forbedringsmøte"]);
        using var director = app.As(fjord.Director);
        var page = await director.OpenAsync(series);
        page.Text.ShouldContain("Team nord er lagt ned, og ingen enhet har tatt over.");
        page.HasButton("Inviter").ShouldBeFalse();
        app.Time.Advance(TimeSpan.FromDays(5));
        await KeepAsync(app);
        (await app.InStorageAsync(storage => storage.Meetings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_unit_that_went_on_in_another_meets_as_that()
    {
        await using var app = await AppUnderTest.StartAsync();
        var (fjord, leader, series) = await BeginAsync(app);
        using var browser = leader;
        var before = await app.InStorageAsync(storage => storage.Meetings.CountAsync());
        await CloseAsync(app, fjord.Team, fjord.Department, fjord.Department);

        await KeepAsync(app);

        (await app.InStorageAsync(storage => storage.Meetings.CountAsync())).ShouldBe(before);
        (await leader.OpenAsync(series)).Text.ShouldNotContain("lagt ned");
    }

    private static async Task<(Fjord Fjord, TestBrowser Leader, string Series)> BeginAsync(AppUnderTest app)
    {
        var fjord = await Fjord.OnAsync(app);
        var leader = app.As(fjord.Leader);
        var page = await Series.MakeAsync(leader, fjord.Team);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        return (fjord, leader, page.Path);
    }

    private static async Task CloseAsync(AppUnderTest app, Guid unit, Guid? heir, Guid people)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var change = scope.ServiceProvider.GetRequiredService<ChangeOrganization>();
        (await change.HandleAsync(new CloseUnit(unit, Version: null, heir, people), default)).ShouldBeNull();
    }

    private static async Task KeepAsync(AppUnderTest app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeepSeries>().KeepAsync(TestContext.Current.CancellationToken);
    }
}
