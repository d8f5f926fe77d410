using System.Net;
using Endre.Domain.Hassles;
using Endre.Storage.Hassles;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>The organization's limit, and the unit's own median.</summary>
public sealed class AnswerLimitTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private Fjord Fjord => shared.Fjord;

    private AppUnderTest App => shared.App;

    public async ValueTask InitializeAsync() => await shared.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_administrator_chooses_the_limit_and_it_goes_for_what_waits()
    {
        await shared.SaidAsync("Skriveren står", daysAgo: 11);
        using var administrator = App.As(Fjord.Administrator);
        var page = await administrator.OpenAsync("/svarfrist");
        page.ValueOf("Dager").ShouldBe("7");
        foreach (var wrong in new[] { "0", "61", "", "sju", "-3" })
        {
            var refused = await page.Fill("Dager", wrong).PressAsync("Lagre");
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Messages.Single().ShouldBe("Skriv et helt tall fra 1 til 60.");
            refused.ValueOf("Dager").ShouldBe(wrong);
        }
        page = await page.Fill("Dager", "14").PressAsync("Lagre");
        page.Text.ShouldContain("Svarfristen er lagret.");
        page.ValueOf("Dager").ShouldBe("14");
        var entry = await App.InStorageAsync(d => d.AuditEntries.SingleAsync(e => e.Act == "ChangeAnswerLimit"));
        entry.Details.ShouldBe("""{"answer-limit":"7 \u2192 14"}""");
        using var leader = App.As(Fjord.Leader);
        (await leader.OpenAsync("/plunder/a-svare")).Text.ShouldContain("3 dager igjen");
        (await leader.OpenAsync("/svarfrist")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_unit_s_median_stands_where_the_staff_can_see_it_and_never_of_too_few()
    {
        for (var i = 0; i < 4; i++)
            await AnsweredAsync(days: i + 1);
        using var kari = App.As(Fjord.Kari);
        (await kari.OpenAsync($"/enheter/{Fjord.Team}")).Text.ShouldContain("Vises når minst 5 er besvart.");
        await AnsweredAsync(days: 30);
        foreach (var address in new[] { $"/enheter/{Fjord.Team}", "/plunder" })
        {
            var text = (await kari.OpenAsync(address)).Text;
            text.ShouldContain("Medianen de siste 12 månedene.", customMessage: address);
            text.ShouldContain("vanligvis etter 3 dager", customMessage: address);
        }
        using var outsider = App.As(Fjord.Outsider);
        (await outsider.OpenAsync("/plunder")).Text.ShouldNotContain("Team nord");
    }

    private Task AnsweredAsync(int days) =>
        App.InStorageAsync(async database =>
        {
            var day = SharedFjord.Today.AddDays(-60);
            var say = new SayHassle(
                HassleId.New(),
                Fjord.Team,
                Speaker.Named,
                "Noe",
                Effort.Unknown,
                "Ola",
                PersonId: null,
                ClaimCode.HashOf(ClaimCode.New())
            );
            await database.SayAsync(say, day, CancellationToken.None);
            var answer = new AnswerHassle(Fjord.Leader.Id, HassleState.WillDo, "", 0);
            return await database.DoWithHassleAsync(say.Id, answer, day.AddDays(days), CancellationToken.None);
        });
}
