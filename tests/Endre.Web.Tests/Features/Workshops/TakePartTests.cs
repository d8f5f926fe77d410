using System.Net;
using Endre.Domain.Workshops.Running;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

/// <summary>What a participant meets without JavaScript, form by form.</summary>
public sealed class TakePartTests : IAsyncLifetime
{
    private const string Write = "question-1-write";
    private const string Mobilizes =
        "Hva kan mobilisere medarbeidernes initiativ og involvering i endring- og innovasjonsarbeid?";
    private AppUnderTest app = null!;
    private WorkshopUnderTest workshop = null!;

    public async ValueTask InitializeAsync()
    {
        app = await AppUnderTest.StartAsync();
        workshop = await app.WorkshopAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_stranger_is_told_the_same_of_a_workshop_and_of_none()
    {
        using var stranger = app.Browser();
        var page = await stranger.OpenAsync(workshop.Page);
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("Du er ikke med i dette verkstedet her");
        page.Text.ShouldNotContain(workshop.Code);
        (await stranger.OpenAsync($"/verksted/{Guid.CreateVersion7()}")).Text.ShouldBe(page.Text);
    }

    [Fact]
    public async Task Who_comes_back_keeps_the_way_in_for_another_year()
    {
        using var phone = app.Browser();
        await workshop.JoinAsync(phone);
        var again = await phone.OpenAsync(workshop.Page);
        again
            .Answer.Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("endre-deltaker-", StringComparison.Ordinal))
            .ShouldContain($"max-age={400 * 24 * 3600};");
    }

    [Fact]
    public async Task A_stranger_writes_nothing()
    {
        using var stranger = app.Browser();
        var page = await stranger.OpenAsync($"/bli-med/{workshop.Code}");
        await workshop.GoToAsync(Write);
        foreach (
            var act in new[]
            {
                "lapper",
                "lapper/endre",
                "lapper/trekk",
                "ferdig",
                "vis-lappene",
                "bytt-gruppe",
                "hvem",
                "forlat",
            }
        )
        {
            var answer = await stranger.PostAsync(page, $"{workshop.Page}/{act}", ("questionId", "question-1"));
            answer.Status.ShouldBe(HttpStatusCode.NotFound, act);
        }
        workshop.State.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_facilitator_who_has_not_joined_is_led_to_the_wheel()
    {
        using var browser = app.As(workshop.Facilitator);
        using var answer = await browser.Client.GetAsync(new Uri(workshop.Page, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.ToString().ShouldBe($"{workshop.Page}/styr");
    }

    [Fact]
    public async Task A_note_is_written_changed_and_taken_back()
    {
        using var phone = app.Browser();
        var page = await WritingAsync(phone);
        page = await page.Fill(Mobilizes, "Morgenmøter").PressAsync("Legg til lapp: Mobiliserer");
        page.Path.ShouldBe(workshop.Page);
        Notes(page).ShouldBe(["Morgenmøter"]);
        page.ValueOf(Mobilizes).ShouldBe("");
        page = await page.Fill("Endre lappen", "Korte morgenmøter").PressAsync("Lagre");
        Notes(page).ShouldBe(["Korte morgenmøter"]);
        page = await page.PressAsync("Trekk tilbake");
        Notes(page).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_refused_stands_in_its_field_with_the_reason()
    {
        using var phone = app.Browser();
        var page = await WritingAsync(phone);
        var tooLong = new string('å', 501);
        page = await page.Fill(Mobilizes, tooLong).PressAsync("Legg til lapp: Mobiliserer");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ValueOf(Mobilizes).ShouldBe(tooLong);
        page.Messages.ShouldHaveSingleItem().ShouldContain("501");
        // A reload of the refused page leads back to the workshop.
        (await phone.OpenAsync($"{workshop.Page}/lapper")).Path.ShouldBe(workshop.Page);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_note()
    {
        using var phone = app.Browser();
        var page = await WritingAsync(phone);
        page.Fill(Mobilizes, "En gang");
        await page.PressAsync("Legg til lapp: Mobiliserer");
        Notes(await page.PressAsync("Legg til lapp: Mobiliserer")).ShouldBe(["En gang"]);
    }

    [Fact]
    public async Task Others_notes_are_hidden_until_the_group_shows_them()
    {
        using var kari = app.Browser();
        using var ola = app.Browser();
        using var other = app.Browser();
        var page = await WritingAsync(kari, "g1");
        await workshop.JoinAsync(ola, "g1");
        await workshop.JoinAsync(other, "g2");
        await page.Fill(Mobilizes, "Karis lapp").PressAsync("Legg til lapp: Mobiliserer");
        var seen = await ola.OpenAsync(workshop.Page);
        Notes(seen).ShouldBeEmpty();
        seen.Text.ShouldContain("Lapper: 1");
        seen = await seen.PressAsync("Ja, vis lappene nå");
        Notes(seen).ShouldBe(["Karis lapp"]);
        Notes(await kari.OpenAsync(workshop.Page)).ShouldBe(["Karis lapp"]);
        Notes(await other.OpenAsync(workshop.Page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_changes_or_takes_back_what_somebody_else_wrote()
    {
        using var kari = app.Browser();
        using var ola = app.Browser();
        var page = await WritingAsync(kari, "g1");
        await page.Fill(Mobilizes, "Karis lapp").PressAsync("Legg til lapp: Mobiliserer");
        var others = await workshop.JoinAsync(ola, "g1");
        var noteId = workshop.State.Notes.Keys.Single().ToString();
        var answer = await ola.PostAsync(others, $"{workshop.Page}/lapper/trekk", ("noteId", noteId));
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("annen enhet");
        Notes(await kari.OpenAsync(workshop.Page)).ShouldBe(["Karis lapp"]);
    }

    [Fact]
    public async Task Being_done_is_a_count_and_can_be_taken_back()
    {
        using var phone = app.Browser();
        var page = await WritingAsync(phone);
        page = await page.PressAsync("Jeg er ferdig");
        page.Text.ShouldContain("Ferdige: 1 av 1");
        page = await page.PressAsync("Ikke ferdig likevel");
        page.Text.ShouldContain("Ferdige: 0 av 1");
    }

    [Fact]
    public async Task There_are_never_more_done_than_there_are_people()
    {
        using var stays = app.Browser();
        using var leaves = app.Browser();
        await workshop.JoinAsync(stays, "g1");
        await workshop.JoinAsync(leaves, "g1");
        await workshop.GoToAsync("question-1-write");
        await (await stays.OpenAsync(workshop.Page)).PressAsync("Jeg er ferdig");
        var page = await (await leaves.OpenAsync(workshop.Page)).PressAsync("Jeg er ferdig");
        page.Text.ShouldContain("Ferdige: 2 av 2");
        await page.PressAsync("Ja, forlat verkstedet");
        (await stays.OpenAsync(workshop.Page)).Text.ShouldContain("Ferdige: 1 av 1");
    }

    [Fact]
    public async Task An_earlier_question_still_takes_notes_and_marks_them_late()
    {
        using var phone = app.Browser();
        await workshop.JoinAsync(phone);
        await workshop.GoToAsync("question-2-write");
        var page = await phone.OpenAsync(workshop.Page);
        page = await page.FollowAsync("Spørsmål 1");
        page.Heading.ShouldBe("Spørsmål 1");
        page.Text.ShouldContain("Verkstedet er nå på «Spørsmål 2");
        page = await page.Fill(Mobilizes, "Kom på det nå").PressAsync("Legg til lapp: Mobiliserer");
        page.Heading.ShouldBe("Spørsmål 1");
        page.Text.ShouldContain("Kom etter tida");
        (await page.FollowAsync("Gå dit")).Heading.ShouldStartWith("Spørsmål 2");
    }

    [Fact]
    public async Task Who_is_at_the_device_and_the_group_can_be_changed()
    {
        using var phone = app.Browser();
        var page = await workshop.JoinAsync(phone, "g1");
        page = await page.Fill("Vi er to", "2").PressAsync("Lagre");
        page.Text.ShouldContain("Dere er 2 ved denne enheten");
        page = await page.Fill("Gruppe", "g3").PressAsync("Bytt");
        page.Text.ShouldContain("Gruppe 3");
        workshop.State.HeadsByGroup["g3"].ShouldBe(2);
        workshop.State.HeadsByGroup["g1"].ShouldBe(0);
    }

    [Fact]
    public async Task Leaving_forgets_the_device()
    {
        using var phone = app.Browser();
        var page = await workshop.JoinAsync(phone);
        page = await page.PressAsync("Ja, forlat verkstedet");
        page.Path.ShouldBe("/bli-med");
        workshop.State.Heads.ShouldBe(0);
        (await phone.OpenAsync(workshop.Page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_client_gets_the_live_part_alone_and_with_the_same_rights()
    {
        using var phone = app.Browser();
        await workshop.JoinAsync(phone);
        phone.Client.DefaultRequestHeaders.Add("Endre-Part", "board");
        var html = await phone.Client.GetStringAsync(new Uri(workshop.Page, UriKind.Relative));
        html.ShouldStartWith("<div id=\"board\"");
        html.ShouldContain($"data-sequence=\"{workshop.State.Sequence}\"");
    }

    [Theory]
    [InlineData("nb", "nb")]
    [InlineData("nn", "nn")]
    [InlineData("en", "en")]
    public async Task Every_step_is_there_in_every_language(string asked, string shown)
    {
        using var phone = app.Browser().Speaks(asked);
        var page = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        var button = page.Document.QuerySelector("form[action^='/bli-med'] button")!.TextContent.Trim();
        page = await page.PressAsync(button);
        while (true)
        {
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Language.ShouldBe(shown);
            page.Document.QuerySelectorAll("h1").Length.ShouldBe(1, workshop.State.Current.Id);
            if (workshop.State.CurrentStep + 1 == workshop.State.Plan.Steps.Length)
            {
                break;
            }
            await workshop.ChangeAsync(new NextStep());
            page = await phone.OpenAsync(workshop.Page);
        }
        await workshop.ChangeAsync(new Domain.Workshops.Closing.CloseWorkshop());
        (await phone.OpenAsync(workshop.Page)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<TestPage> WritingAsync(TestBrowser browser, string? groupId = null)
    {
        await workshop.JoinAsync(browser, groupId);
        await workshop.GoToAsync(Write);
        return await browser.OpenAsync(workshop.Page);
    }

    private static List<string> Notes(TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll("#board li[data-note] [data-slot=text]")
                .Where(slot => slot is not AngleSharp.Html.Dom.IHtmlTextAreaElement)
                .Select(slot => slot.TextContent.Trim()),
        ];
}
