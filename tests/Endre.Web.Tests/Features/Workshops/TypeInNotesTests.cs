using System.Net;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Running;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

/// <summary>Typing in from paper, form by form, without JavaScript.</summary>
public sealed class TypeInNotesTests : IAsyncLifetime
{
    private const string Many = "Mange lapper";
    private const string AddMany = "Legg til lappene";
    private AppUnderTest app = null!;
    private WorkshopUnderTest workshop = null!;
    private TestBrowser browser = null!;

    private string TypeIn => $"{workshop.Page}/papir/skriv-inn";

    public async ValueTask InitializeAsync()
    {
        app = await AppUnderTest.StartAsync();
        workshop = await app.WorkshopAsync(groups: 3);
        browser = app.As(workshop.Facilitator);
        await workshop.GoToAsync("question-2-choose");
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_list_becomes_a_note_a_line_marked_as_from_paper_and_not_late()
    {
        var page = await browser.OpenAsync(TypeIn);
        page = await page.Fill("Arkkode", " 2 1 a").PressAsync("Gå til arket");
        page.Headings.ShouldContain("Gruppe 2 · Spørsmål 1");
        page = await page.Fill(Many, "Mer tid\r\n\r\nSjefen spør\r\nMer tid").PressAsync(AddMany);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("3 lapper er lagt til.");
        page.ValueOf(Many).ShouldBe("");
        Typed(page).ShouldBe(["Mer tid", "Sjefen spør", "Mer tid"]);
        workshop
            .State.Notes.Values.OrderBy(n => n.Sequence)
            .Select(n => (n.Text, n.GroupId, n.QuestionId, n.Half, n.IsFromPaper, n.IsLate))
            .ShouldBe([
                ("Mer tid", "g2", "question-1", "a", true, false),
                ("Sjefen spør", "g2", "question-1", "a", true, false),
                ("Mer tid", "g2", "question-1", "a", true, false),
            ]);
        page.HasLink("2-1A: 3 lapper").ShouldBeTrue();
    }

    [Fact]
    public async Task One_at_a_time_the_next_can_be_typed_at_once()
    {
        var page = await AtAsync("3-2B");
        page = await page.Fill("Én lapp om gangen", "Felles vaktliste").PressAsync("Legg til");
        page.Document.QuerySelector("[autofocus]")!.Id.ShouldBe("one");
        page = await page.Fill("Én lapp om gangen", "Tavlemøte").PressAsync("Legg til");
        Typed(page).ShouldBe(["Tavlemøte", "Felles vaktliste"]);
    }

    [Fact]
    public async Task What_is_refused_is_told_by_line_and_nothing_typed_is_lost_or_taken_twice()
    {
        var page = await AtAsync("1-1B");
        var typed = $"Skriveren\n\n{new string('x', 501)}\nRing Kari 01019012345\nRapporter";
        page = await page.Fill(Many, typed).PressAsync(AddMany);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Rett disse 2 linjene");
        page.Text.ShouldContain("Linje 3: xxx");
        page.Text.ShouldContain("501 tegn. Kort den ned til 500.");
        page.Text.ShouldContain("Linje 4: Ring Kari 01019012345 Teksten ser ut til å ha et fødselsnummer");
        page.ValueOf(Many).ShouldBe(typed);
        workshop.State.Notes.ShouldBeEmpty();

        page.Fill(Many, "Skriveren\n\nKortere\nRing Kari\nRapporter");
        await page.PressAsync(AddMany);
        page = await page.PressAsync(AddMany);
        Typed(page).ShouldBe(["Rapporter", "Ring Kari", "Kortere", "Skriveren"]);
        (await browser.OpenAsync($"{TypeIn}/linjer")).Path.ShouldBe(TypeIn);
    }

    [Fact]
    public async Task A_form_that_was_sent_before_adds_only_what_is_new_in_it()
    {
        var page = await AtAsync("1-1A");
        await page.Fill(Many, "Én\nTo").PressAsync(AddMany);
        Typed(await page.Fill(Many, "Én\nTo\nTre").PressAsync(AddMany)).ShouldBe(["Tre", "To", "Én"]);
        page.Fill("Én lapp om gangen", "Fire");
        await page.PressAsync("Legg til");
        Typed(await page.PressAsync("Legg til")).ShouldBe(["Fire", "Tre", "To", "Én"]);
    }

    [Fact]
    public async Task Nothing_and_far_too_much_are_refused_and_kept()
    {
        var page = await AtAsync("1-1A");
        page = await page.Fill(Many, " \n \n").PressAsync(AddMany);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Skriv noe her først.");
        var long300 = string.Join('\n', Enumerable.Repeat(new string('å', 500), 301));
        page = await page.Fill(Many, long300).PressAsync(AddMany);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Det er 301 linjer, og vi tar høyst 300 om gangen.");
        page.ValueOf(Many).ShouldBe(long300);
        workshop.State.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_is_refused_stands_in_its_field_with_the_reason()
    {
        var page = await AtAsync("1-1A");
        page = await page.Fill("Én lapp om gangen", new string('x', 501)).PressAsync("Legg til");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain("501");
        page.ValueOf("Én lapp om gangen").Length.ShouldBe(501);
    }

    [Fact]
    public async Task A_slip_is_taken_back()
    {
        var page = await AtAsync("1-1A");
        page = await page.Fill(Many, "Feil").PressAsync(AddMany);
        page = await page.PressAsync("Trekk tilbake");
        Typed(page).ShouldBeEmpty();
        workshop.State.Notes.Values.ShouldHaveSingleItem().IsWithdrawn.ShouldBeTrue();
    }

    [Theory]
    [InlineData("tull", "Det er ikke en arkkode.")]
    [InlineData("9-1A", "Ingen ark i verkstedet har koden 9-1A")]
    [InlineData("2-1", "2-1A eller 2-1B")]
    [InlineData("111222 2-1A", "Arket hører til et annet verksted")]
    public async Task A_code_that_leads_nowhere_says_why_and_stays(string code, string why)
    {
        var page = await browser.OpenAsync(TypeIn);
        page = await page.Fill("Arkkode", code).PressAsync("Gå til arket");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain(why);
        page.ValueOf("Arkkode").ShouldBe(code);
    }

    [Fact]
    public async Task A_question_that_is_not_reached_and_a_closed_workshop_are_refused_in_words()
    {
        var fresh = await app.WorkshopAsync(groups: 1);
        using var leader = app.As(fresh.Facilitator);
        var page = await leader.OpenAsync($"{fresh.Page}/papir/skriv-inn?ark=1-1A");
        page.Text.ShouldContain("Verkstedet er ikke kommet til dette spørsmålet.");
        page.HasButton(AddMany).ShouldBeFalse();

        var open = await AtAsync("1-1A");
        await workshop.ChangeAsync(new CloseWorkshop());
        var refused = await open.Fill(Many, "For sent").PressAsync(AddMany);
        refused.Status.ShouldBe(HttpStatusCode.Gone);
        refused.Text.ShouldContain("Verkstedet er avsluttet, og tar ikke imot flere lapper.");
        workshop.State.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_participant_types_in_for_its_own_group_and_no_other()
    {
        using var phone = app.Browser();
        var page = await workshop.JoinAsync(phone, "g2");
        page = await page.FollowAsync("Skriv inn fra papir");
        page.HasLink("2-1A: 0 lapper").ShouldBeTrue();
        page.HasLink("1-1A: 0 lapper").ShouldBeFalse();
        page = await page.FollowAsync("2-1A: 0 lapper");
        page = await page.Fill(Many, "Fra bordet").PressAsync(AddMany);
        Typed(page).ShouldBe(["Fra bordet"]);
        var note = workshop.State.Notes.Values.ShouldHaveSingleItem();
        (note.GroupId, note.IsFromPaper, note.IsLate).ShouldBe(("g2", true, false));

        var other = await phone.OpenAsync($"{workshop.Page}/fra-papir?ark=1-1A");
        other.Messages.ShouldHaveSingleItem().ShouldContain("hører til en annen gruppe");
        var forged = await phone.PostAsync(
            page,
            $"{workshop.Page}/fra-papir/linjer",
            ("ark", "1-1A"),
            ("lines", "Nei")
        );
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        workshop.State.Notes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_group_has_typed_in_is_silent_to_others_until_it_is_shown()
    {
        var quiet = await app.WorkshopAsync(groups: 1);
        await quiet.GoToAsync("question-1-write");
        using var leader = app.As(quiet.Facilitator);
        var page = await leader.OpenAsync($"{quiet.Page}/papir/skriv-inn?ark=1-1A");
        await page.Fill(Many, "Fra veggen").PressAsync(AddMany);
        using var phone = app.Browser();
        await quiet.JoinAsync(phone);
        (await phone.OpenAsync($"{quiet.Page}/fra-papir?ark=1-1A")).Text.ShouldNotContain("Fra veggen");
        await quiet.ChangeAsync(new Reveal(GroupId: null, QuestionId: null));
        var seen = await phone.OpenAsync($"{quiet.Page}/fra-papir?ark=1-1A");
        Typed(seen).ShouldBe(["Fra veggen"]);
        seen.HasButton("Trekk tilbake").ShouldBeFalse();
    }

    [Fact]
    public async Task A_stranger_types_in_nothing()
    {
        using var stranger = app.As(await app.FacilitatorAsync("Stine Stranger"));
        var form = await stranger.OpenAsync("/verksteder/nytt");
        using var phone = app.Browser();
        var joining = await phone.OpenAsync($"/bli-med/{workshop.Code}");
        foreach (var act in new[] { "linjer", "lapp", "trekk" })
        {
            (
                await stranger.PostAsync(form, $"{TypeIn}/{act}", ("ark", "1-1A"), ("lines", "x"), ("text", "x"))
            ).Status.ShouldBe(HttpStatusCode.NotFound, act);
            (
                await phone.PostAsync(joining, $"{workshop.Page}/fra-papir/{act}", ("ark", "1-1A"), ("lines", "x"))
            ).Status.ShouldBe(HttpStatusCode.NotFound, act);
        }
        workshop.State.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nn", "Skriv inn frå papir", "Mange lappar")]
    [InlineData("en", "Type in from paper", "Many notes")]
    public async Task The_page_speaks_the_readers_language(string language, string title, string field)
    {
        browser.Speaks(language);
        var page = await AtAsync("1-1A");
        page.Heading.ShouldBe(title);
        page.ValueOf(field).ShouldBe("");
    }

    private Task<TestPage> AtAsync(string code) => browser.OpenAsync($"{TypeIn}?ark={code}");

    private static IReadOnlyList<string> Typed(TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll("section[aria-labelledby=typed] li > p:first-child")
                .Select(p => p.TextContent.Trim()),
        ];
}
