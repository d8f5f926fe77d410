using System.Net;
using Endre.Domain.Workshops.Closing;
using Endre.Testing;
using Endre.Web.Features.Workshops;

namespace Endre.Web.Tests.Features.Workshops;

public sealed class AnswerProposalsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_proposal_is_taken_further_by_somebody_with_a_first_step_and_a_date()
    {
        var (full, browser) = await BeginAsync();
        var proposal = full.Proposals[0];
        var page = await browser.OpenAsync(Address(full));
        page.Text.ShouldContain("9 forslag mangler svar.");
        page = await browser.PostAsync(
            page,
            $"{Address(full)}/svar",
            ("proposalId", $"{proposal.Id}"),
            ("kind", "TakenFurther"),
            ("who", "Åse i sone øst"),
            ("firstStep", "Henger opp tavla"),
            ("dueOn", "16.3.2026"),
            ("reason", "står igjen fra et annet svar")
        );
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("8 forslag mangler svar.");
        page.Text.ShouldContain("Åse i sone øst");
        page.Text.ShouldContain("16. mars 2026");
        full.Live.State.Answers[proposal.Id].Reason.ShouldBeNull();
    }

    [Theory]
    [InlineData("who", "Skriv noe her først.")]
    [InlineData("firstStep", "Skriv noe her først.")]
    [InlineData("dueOn", "Sett en dato.")]
    public async Task What_is_missing_is_said_at_its_field_and_the_rest_is_kept(string missing, string message)
    {
        var (full, browser) = await BeginAsync();
        var page = await browser.OpenAsync(Address(full));
        (string Name, string Value)[] fields =
        [
            ("proposalId", $"{full.Proposals[4].Id}"),
            ("kind", "TakenFurther"),
            ("who", "Åse"),
            ("firstStep", "Ringer innkjøp"),
            ("dueOn", "2026-03-16"),
        ];
        page = await browser.PostAsync(
            page,
            $"{Address(full)}/svar",
            [.. fields.Select(f => f.Name == missing ? (f.Name, "") : f)]
        );
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe([message]);
        var field = page.Document.QuerySelector("[aria-invalid=true]")!;
        field.GetAttribute("name").ShouldBe(missing);
        var form = field.Closest("form")!;
        form.QuerySelector("[name=firstStep]")!.TextContent.ShouldBe(missing == "firstStep" ? "" : "Ringer innkjøp");
    }

    [Theory]
    [InlineData("Parked")]
    [InlineData("Declined")]
    public async Task A_no_or_not_now_needs_its_reason(string kind)
    {
        var (full, browser) = await BeginAsync();
        var page = await browser.OpenAsync(Address(full));
        var id = $"{full.Proposals[1].Id}";
        page = await browser.PostAsync(
            page,
            $"{Address(full)}/svar",
            ("proposalId", id),
            ("kind", kind),
            ("reason", " ")
        );
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await browser.PostAsync(
            page,
            $"{Address(full)}/svar",
            ("proposalId", id),
            ("kind", kind),
            ("reason", "Venter på ny turnus")
        );
        page.Text.ShouldContain("Venter på ny turnus");
    }

    [Fact]
    public async Task The_workshop_is_not_closed_while_somebody_lacks_an_answer()
    {
        var (full, browser) = await BeginAsync();
        var page = await browser.OpenAsync(Address(full));
        page = await browser.PostAsync(page, $"{Address(full)}/ferdig");
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("9 forslag mangler svar. Alle skal ha et svar før verkstedet avsluttes");
        await full.AnswerAllAsync();
        page = await browser.OpenAsync(Address(full));
        page.Text.ShouldContain("Alle forslagene har fått svar.");
        page = await page.PressAsync("Avslutt verkstedet");
        page.Headings.ShouldContain("Verkstedet er avsluttet");
        full.Live.State.IsClosed.ShouldBeTrue();
        page = await page.PressAsync("Åpne igjen");
        page.Headings.ShouldContain("Avslutt verkstedet");
    }

    [Fact]
    public async Task What_became_of_a_proposal_is_told_after_the_workshop_is_closed()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var browser = shared.App.As(full.Facilitator);
        var page = await browser.OpenAsync(Address(full));
        page = await browser.PostAsync(
            page,
            $"{Address(full)}/utfall",
            ("proposalId", $"{full.Proposals[1].Id}"),
            ("standing", "Stopped"),
            ("text", "Vi lærte at tavla må stå der folk går.")
        );
        page.Text.ShouldContain("Stoppet, med læring");
        page.Text.ShouldContain("Vi lærte at tavla må stå der folk går.");
        full.Live.State.Answers[full.Proposals[1].Id].Outcomes[^1].Standing.ShouldBe(Standing.Stopped);
    }

    [Fact]
    public async Task Who_took_part_reads_on_the_same_page_what_was_answered_and_later_what_became_of_it()
    {
        var full = await FullWorkshop.ClosedAsync(shared.App);
        using var phone = shared.App.Browser();
        phone.Keep(new Cookie(ParticipantToken.CookieOf(full.Id), full.Devices[1].Token));
        await full.DoAsync(new TellOutcome(full.Proposals[3].Id, Standing.Done, "Vi gjør det fast nå."));

        var page = await phone.OpenAsync($"/verksted/{full.Id}");
        page.Heading.ShouldBe("Takk for innsatsen!");
        foreach (var proposal in full.Proposals)
        {
            page.Text.ShouldContain(proposal.Text);
        }
        page.Text.ShouldNotContain("Svaret kommer.");
        page.Text.ShouldContain("Åse i sone øst");
        page.Text.ShouldContain("Det gjør vi allerede på morgenmøtet");
        page.Text.ShouldContain("Tavla henger, og tolv lapper er skrevet.");
        page.Text.ShouldContain("Vi gjør det fast nå.");
        (await page.FollowAsync("Åpne rapporten")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Others_do_not_answer()
    {
        var full = await FullWorkshop.WithBoardsAsync(shared.App);
        using var mari = shared.App.As(await shared.App.EmployeeAsync($"Mari {Guid.CreateVersion7():N}"));
        (await mari.OpenAsync(Address(full))).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var other = shared.App.As(await shared.App.FacilitatorAsync($"Ola {Guid.CreateVersion7():N}"));
        (await other.OpenAsync(Address(full))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Address(FullWorkshop full) => $"/verksted/{full.Id}/avslutt";

    private async Task<(FullWorkshop Full, TestBrowser Browser)> BeginAsync()
    {
        var full = await FullWorkshop.WithBoardsAsync(shared.App);
        await full.ToAsync("close");
        return (full, shared.App.As(full.Facilitator));
    }
}
