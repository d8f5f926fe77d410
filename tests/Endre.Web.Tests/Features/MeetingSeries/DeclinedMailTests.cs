using System.Net;
using Endre.Domain.Messages;
using Endre.Storage.Messages;
using Endre.Testing;
using Endre.Web.Features.Messages;
using Endre.Web.Messages;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.MeetingSeries;

/// <summary>A guest without an account does without the mail of one series, and whoever calls the meetings sees it.</summary>
public sealed class DeclinedMailTests
{
    private const string Address = "Per@eiendom.example";

    [Theory, EachDatabase]
    public async Task A_guest_declines_by_the_link_and_gets_nothing_more_of_that_series(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        var series = await InviteAsync(await Series.MakeAsync(leader, fjord.Team));
        var first = (await Series.MessagesAsync(app, person: null)).ShouldHaveSingleItem();
        (first.Address, first.AboutId).ShouldBe((Address, Guid.Parse(series.Path.Split('/')[^1])));
        series.Text.ShouldNotContain("Vil ikke ha e-post");

        var token = TokenOf(app, first);
        using var stranger = app.Browser();
        var page = await stranger.OpenAsync(MessageLinks.Unsubscribe(token));
        page.Text.ShouldContain("Vil du ikke lenger ha e-post om disse møtene?");
        page.Text.ShouldContain("Forbedringsmøte");
        (await DeclinedAsync(app)).ShouldBe(0, "looking changes nothing");
        page = await page.PressAsync("Slutt å sende meg e-post");
        page.Text.ShouldContain("Du får ikke flere e-poster om disse møtene.");
        (await DeclinedAsync(app)).ShouldBe(1);
        // What had been written and not yet sent is not sent.
        (await Series.MessagesAsync(app, person: null))
            .Single()
            .Mail.ShouldBe(MailState.None);

        await MoveAsync(app, leader);
        (await Series.MessagesAsync(app, person: null)).Count.ShouldBe(1);
        (await Series.MessagesAsync(app, fjord.Kari.Id)).Count.ShouldBe(2, "the others are told as before");
        var meeting = await Series.FirstMeetingAsync(app);
        var seen = await leader.OpenAsync($"/moter/{meeting}/inviterte");
        seen.Text.ShouldContain("Vil ikke ha e-post");
        seen.Text.ShouldContain("Si fra selv når et møte flyttes eller avlyses.");
        (await leader.OpenAsync(series.Path)).Text.ShouldContain("Vil ikke ha e-post");

        // Another series is another matter.
        await InviteAsync(await Series.MakeAsync(leader, fjord.Team, "weekly"));
        (await Series.MessagesAsync(app, person: null)).Count.ShouldBe(2);

        page = await page.PressAsync("Send meg e-post igjen");
        page.Text.ShouldContain("Du får e-post om møtene igjen.");
        (await DeclinedAsync(app)).ShouldBe(0);
    }

    [Fact]
    public async Task A_mail_program_declines_with_one_click_and_nobody_for_another()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        await InviteAsync(await Series.MakeAsync(leader, fjord.Team));
        var token = TokenOf(app, (await Series.MessagesAsync(app, person: null)).Single());
        using var program = app.Api();
        using var opened = await program.GetAsync(new Uri(MessageLinks.ApiUnsubscribe(token), UriKind.Relative));
        opened.StatusCode.ShouldBe(HttpStatusCode.OK, "it is shown the page");
        (await DeclinedAsync(app)).ShouldBe(0);
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        // A mail program has no cookies of ours.
        using var mailProgram = app.Api();
        using var posted = await mailProgram.PostAsync(
            new Uri(MessageLinks.ApiUnsubscribe(token), UriKind.Relative),
            click
        );
        posted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await DeclinedAsync(app)).ShouldBe(1);
        using var forged = await mailProgram.PostAsync(
            new Uri(MessageLinks.ApiUnsubscribe($"{token}x"), UriKind.Relative),
            content: null
        );
        forged.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // The address itself is kept nowhere for that.
        var row = await app.InStorageAsync(storage => storage.DeclinedMails.SingleAsync());
        row.AddressHash.ShouldBe(DeclinedMails.HashOf("per@EIENDOM.example"));
    }

    private static Task<TestPage> InviteAsync(TestPage series) =>
        series
            .Fill("E-postadresse (valgfritt)", Address)
            .Fill("Navn, for en som ikke har konto (valgfritt)", "Per Arne")
            .PressAsync("Inviter");

    private static async Task MoveAsync(AppUnderTest app, TestBrowser leader)
    {
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var meeting = await Series.FirstMeetingAsync(app);
        var page = await leader.OpenAsync($"/moter/{meeting}/flytt");
        var moved = await leader.PostAsync(
            page,
            $"/moter/{meeting}/flytt",
            ("day", "2026-04-07"),
            ("time", "10:15"),
            ("minutes", "30"),
            ("place", "Kantina"),
            ("video", "")
        );
        moved.Status.ShouldBe(HttpStatusCode.OK);
    }

    private static string TokenOf(AppUnderTest app, MessageRow row) =>
        app.Services.GetRequiredService<UnsubscribeTokens>().MakeForGuest(row.AboutId!.Value, row.Address!);

    private static Task<int> DeclinedAsync(AppUnderTest app) =>
        app.InStorageAsync(storage => storage.DeclinedMails.CountAsync());
}
