using Endre.Browser.Tests.Support;
using Endre.Domain.Hassles;
using Endre.Storage.Hassles;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Features.WeeklyMessages.SendWeekly;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Browser.Tests;

/// <summary>A leader on a phone answers from the weekly message, without signing in.</summary>
public sealed class WeeklyMessageTests(Hall hall)
{
    [Fact]
    public async Task A_leader_opens_the_link_confirms_and_sees_what_came_of_it()
    {
        var leader = await hall.App.LeaderAsync("Berit Ukesvar");
        await WriteAsync(leader);
        var page = await hall.LaptopAsync(leader);
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("/ukens-melding");
        await page.ShouldBeWellAsync("ukens melding");
        await page.GotoAsync("/meldinger");
        await page.LinkAsync("1 ting venter på svar fra deg");
        await page.ShouldBeWellAsync("ukens melding som melding");
        var link = await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Gjør vi ikke" })
            .GetAttributeAsync("href");
        link.ShouldNotBeNull();
        await page.Context.CloseAsync();

        var phone = await hall.PhoneAsync();
        await phone.SetViewportSizeAsync(360, 740);
        await phone.GotoAsync(link);
        await phone.ShouldHaveHeadingAsync("Gjør vi ikke");
        await phone.ShouldBeWellAsync("svar fra e-post");
        await phone.GetByLabel("Hvorfor ikke?").FillAsync("Heisen er solgt");
        await phone.PressAsync("Ja, send svaret");
        await phone.ShouldHaveHeadingAsync("Svaret er sendt");
        await phone.ShouldBeWellAsync("svar sendt");
        await phone.GotoAsync(link);
        await phone.ShouldHaveHeadingAsync("Svaret er sendt");
        await phone.Context.CloseAsync();
    }

    private async Task WriteAsync(TestPerson leader)
    {
        var today = hall.App.Services.GetRequiredService<Formats>().Day(hall.App.Time.GetUtcNow());
        var unit = await hall.App.InStorageAsync(database =>
            database.Memberships.Where(place => place.PersonId == leader.Id).Select(place => place.UnitId).SingleAsync()
        );
        var say = new SayHassle(
            HassleId.New(),
            unit,
            Speaker.Anonymous,
            "Heisen er borte hver natt.",
            Effort.Unknown,
            Name: null,
            PersonId: null,
            ClaimHash: null
        );
        await hall.App.InStorageAsync(database => database.SayAsync(say, today, CancellationToken.None));
        await using var scope = await hall.App.Services.GetRequiredService<PersonScopes>().OpenAsync(leader.Id);
        var written = await scope!
            .Value.ServiceProvider.GetRequiredService<WriteWeekly>()
            .WriteAsync(leader.Id, HassleRules.WeekOf(today), CancellationToken.None);
        written.ShouldBeTrue();
    }
}
