using System.Net;
using Endre.Domain.Organizations;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;
using Endre.Web.Tests.Features.Workshops;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Needs;

/// <summary>From a note in a workshop to a hassle to a need, and all the way back.</summary>
public sealed class LineageTests(SharedFjord shared) : IClassFixture<SharedFjord>
{
    private const string Said = "Tavle på vaktrommet der alle skriver det som er tungvint";

    [Fact]
    public async Task A_best_proposal_becomes_a_hassle_that_becomes_a_need_and_one_walks_both_ways()
    {
        var fjord = shared.Fjord;
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var facilitator = shared.App.As(full.Facilitator);
        var report = await facilitator.OpenAsync($"/verksted/{full.Id}/rapport");
        var link = report.Links.First(name => name.StartsWith("Gjør til plunder: ", StringComparison.Ordinal));
        var text = link["Gjør til plunder: ".Length..];
        var page = await report.FollowAsync(link);
        page.ValueOf("Hva er det?").ShouldBe(text);
        page = await page.PressAsync("Send");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain("Velg en enhet.");
        page = await page.Fill("Til hvilken enhet?", $"{fjord.Team}").PressAsync("Send");
        page.TextOf("Hva det henger sammen med").ShouldContain("Kommer fra");
        (await page.FollowAsync(text)).Path.ShouldStartWith($"/verksted/{full.Id}/rapport");

        // The leader of the unit sees the hassle, and not the workshop that she was not in.
        using var leader = shared.App.As(fjord.Leader);
        var hassle = await shared.App.InStorageAsync(storage =>
            storage.Hassles.Where(row => row.UnitId == fjord.Team).Select(row => row.Id).SingleAsync()
        );
        var seen = await leader.OpenAsync($"/plunder/{hassle}");
        seen.Text.ShouldNotContain("Kommer fra");
        var stated = await (await seen.FollowAsync("Lag behov av dette"))
            .Fill("Hvem trenger det?", "Vaktrommet")
            .Fill("Hva trenger de?", "å vite hva som er tungvint")
            .Fill("Hvorfor?", "ingen ser det samlet")
            .PressAsync("Lag behovet");
        stated.HasLink(text).ShouldBeTrue();
        (await leader.OpenAsync($"/plunder/{hassle}"))
            .HasLink("Vaktrommet trenger å vite hva som er tungvint")
            .ShouldBeTrue();

        report = await facilitator.OpenAsync($"/verksted/{full.Id}/rapport");
        (await report.FollowAsync($"Plunder: {text}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_note_becomes_a_need_of_a_unit_that_the_facilitator_answers_for()
    {
        var fjord = shared.Fjord;
        var full = await FullWorkshop.ClosedAsync(shared.App);
        await fjord.BecomeAsync(full.Facilitator.Id, fjord.Team, UnitRole.ChangeAgent);
        using var browser = shared.App.As(full.Facilitator);
        var report = await browser.OpenAsync($"/verksted/{full.Id}/rapport");
        var page = await report.FollowAsync($"Gjør til behov: {Said}");
        page.Text.ShouldContain("Kommer fra verkstedet:");
        page = await page.Fill("Hvem trenger det?", "Alle på vakt")
            .Fill("Hva trenger de?", "å si fra mens de husker det")
            .Fill("Hvorfor?", "det er glemt når møtet kommer")
            .PressAsync("Lag behovet");
        page.TextOf("Hva det henger sammen med").ShouldContain(Said);
        report = await browser.OpenAsync($"/verksted/{full.Id}/rapport");
        report.HasLink("Behov: Alle på vakt trenger å si fra mens de husker det").ShouldBeTrue();
    }

    [Fact]
    public async Task A_best_proposal_is_tried_and_shows_where_it_came_from()
    {
        var fjord = shared.Fjord;
        var full = await FullWorkshop.ClosedAsync(shared.App);
        await fjord.BecomeAsync(full.Facilitator.Id, fjord.Team, UnitRole.ChangeAgent);
        using var browser = shared.App.As(full.Facilitator);
        var report = await browser.OpenAsync($"/verksted/{full.Id}/rapport");
        var link = report.Links.First(name => name.StartsWith("Prøv noe: ", StringComparison.Ordinal));
        var text = link["Prøv noe: ".Length..];
        // Whoever belongs to several units chooses one.
        var page = await browser.OpenAsync($"{report.AddressOf(link)}&enhet={fjord.Team}");
        page.Text.ShouldContain(text);
        page = await page.Fill("Hva prøver vi?", "Henge opp én tavle på vaktrommet")
            .Fill("Hva tror vi skjer?", "Fem lapper den første uka")
            .PressAsync("Start");
        page.TextOf("Hva det henger sammen med").ShouldContain(text);
        report = await browser.OpenAsync($"/verksted/{full.Id}/rapport");
        report.HasLink("Forbedring: Henge opp én tavle på vaktrommet").ShouldBeTrue();
    }

    [Theory]
    [InlineData("/plunder/fra")]
    [InlineData("/plunder/fra?fra=note.1")]
    [InlineData("/plunder/fra?fra=hassle.0199a000000040008000000000000001")]
    [InlineData("/behov/nytt?fra=note.0199a000000040008000000000000001.0199a000000040008000000000000002")]
    [InlineData("/behov/nytt?plunder=0199a000-0000-4000-8000-000000000001")]
    public async Task What_one_does_not_see_becomes_nothing(string address)
    {
        using var browser = shared.App.As(await shared.App.EmployeeAsync($"Ansatt {Guid.CreateVersion7():N}"));
        (await browser.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_else_makes_anything_of_a_workshops_notes()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        var note = full.Live.State.Notes.Keys.First();
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("En annen"));
        (await browser.OpenAsync($"/plunder/fra?fra=note.{note:N}.{full.Id:N}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }
}
