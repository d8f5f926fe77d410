using System.Net;
using Endre.Domain.Workshops.Sorting;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Workshops;

public sealed class InterpretTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task All_groups_stand_side_by_side_with_the_taxonomy_as_a_frame()
    {
        var (full, browser) = await BeginAsync();
        var page = await browser.OpenAsync(Address(full));
        page.Headings.Count(h => h.StartsWith("Gruppe 2", StringComparison.Ordinal)).ShouldBe(2);
        page.Text.ShouldContain("Ingen tar imot");
        var row = page
            .Document.QuerySelectorAll("tbody tr")
            .Single(r => r.TextContent.Contains("Uklart ansvar", StringComparison.OrdinalIgnoreCase));
        row.QuerySelectorAll("td")[^1].TextContent.ShouldStartWith("3 kategorier, ");
    }

    [Fact]
    public async Task Categories_are_joined_across_groups_and_taken_apart_again()
    {
        var (full, browser) = await BeginAsync();
        var page = await browser.OpenAsync(Address(full));
        var barriers = full.Clusters.Where(c => c.Kind == ClusterKind.Barrier).ToList();
        page = await browser.PostAsync(
            page,
            $"{Address(full)}/tema",
            [
                ("title", "Ingen vet hvem som tar imot"),
                ("kind", "Barrier"),
                ("factorIds", "barrier-unclear-responsibility"),
                .. barriers.Select(c => ("clusterIds", $"{c.Id}")),
            ]
        );
        page.Headings.ShouldContain("Ingen vet hvem som tar imot");
        page.Text.ShouldContain("3 grupper, ");
        full.Live.State.Interpretation.Themes.Single().ClusterIds.Count.ShouldBe(3);
        page = await page.PressAsync("Skill fra hverandre: Ingen vet hvem som tar imot");
        page.Headings.ShouldNotContain("Ingen vet hvem som tar imot");
        full.Clusters.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_theme_of_nothing_is_refused_and_what_was_typed_is_kept()
    {
        var (full, browser) = await BeginAsync();
        var page = await browser.OpenAsync(Address(full));
        page = await page.Fill("Navn på temaet", "Tomt tema").PressAsync("Slå sammen til et tema");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Velg minst én først."]);
        page.ValueOf("Navn på temaet").ShouldBe("Tomt tema");
    }

    [Fact]
    public async Task An_interpretation_quotes_notes_that_lead_back_to_it()
    {
        var (full, browser) = await BeginAsync();
        var notes = full.Live.State.Notes.Values.Where(n => n.Half == "b").OrderBy(n => n.Sequence).Take(2).ToList();
        var page = await browser.OpenAsync(Address(full));
        page = await browser.PostAsync(
            page,
            $"{Address(full)}/siter",
            ("text", "Det mangler noen som tar imot."),
            ("noteIds", $"{notes[0].Id}")
        );
        page.Document.QuerySelector($"a[href='#note-{notes[0].Id}']").ShouldNotBeNull();
        page.HasLink("Sitert i tolkningen").ShouldBeTrue();
        var section = full.Live.State.Interpretation.Sections.Single();
        page = await browser.PostAsync(
            page,
            $"{Address(full)}/siter",
            ("into", $"{section.Id}"),
            ("noteIds", $"{notes[1].Id}")
        );
        full.Live.State.Interpretation.Sections.Single().NoteIds.ShouldBe([notes[0].Id, notes[1].Id]);
        page = await browser.PostAsync(
            page,
            $"{Address(full)}/avsnitt",
            ("sectionId", $"{section.Id}"),
            ("text", "Omskrevet."),
            ("noteIds", $"{notes[1].Id}")
        );
        full.Live.State.Interpretation.Sections.Single().NoteIds.ShouldBe([notes[1].Id]);
        await browser.PostAsync(page, $"{Address(full)}/ta-bort", ("sectionId", $"{section.Id}"));
        full.Live.State.Interpretation.Sections.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_interpretation_is_refused_and_the_ticked_notes_are_still_ticked()
    {
        var (full, browser) = await BeginAsync();
        var note = full.Live.State.Notes.Values.First(n => n.Half == "b");
        var page = await browser.OpenAsync(Address(full));
        page = await browser.PostAsync(page, $"{Address(full)}/siter", ("text", " "), ("noteIds", $"{note.Id}"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["Skriv noe her først."]);
        page.Document.GetElementById($"siter-{note.Id}")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task An_interpretation_is_the_facilitators_until_it_is_shared()
    {
        var (full, browser) = await BeginAsync();
        await full.InterpretAsync();
        using var device = shared.App.Api(full.Devices[0].Token);
        (await device.GetStringAsync($"/verksted/{full.Id}/rapport")).ShouldNotContain("hver sin kant");
        var page = await (await browser.OpenAsync(Address(full))).PressAsync("Del med deltakerne");
        page.Text.ShouldContain("Delt med deltakerne");
        (await device.GetStringAsync($"/verksted/{full.Id}/rapport")).ShouldContain("hver sin kant");
    }

    [Fact]
    public async Task Every_id_on_the_page_stands_once()
    {
        var (full, browser) = await BeginAsync();
        await full.InterpretAsync();
        var page = await browser.OpenAsync(Address(full));
        page.Document.QuerySelectorAll("[id]").Select(e => e.Id!).ShouldBeUnique();
    }

    [Fact]
    public async Task Others_do_not_interpret()
    {
        var (full, _) = await BeginAsync();
        using var other = shared.App.As(await shared.App.FacilitatorAsync($"Ola {Guid.CreateVersion7():N}"));
        (await other.OpenAsync(Address(full))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.OpenAsync($"/verksted/{full.Id}/logg")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_log_tells_which_device_moved_what_and_names_nobody()
    {
        var (full, browser) = await BeginAsync();
        var page = await browser.OpenAsync($"/verksted/{full.Id}/logg");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Enhet A");
        page.Text.ShouldContain("Enhet C");
        page.Text.ShouldNotContain("Enhet D");
        page.Text.ShouldContain("la «Ledere som spør hva vi trenger, og kommer tilbake med svar» under");
        page.Text.ShouldContain("kalte Kategori 1 for Svar og tid (Suksessfaktor)");
        page.Document.QuerySelectorAll("tbody tr")[0].TextContent.ShouldContain("Gruppe 3");
        foreach (var device in full.Devices)
        {
            page.Document.DocumentElement.OuterHtml.ShouldNotContain($"{device.Id}");
        }
    }

    [Fact]
    public async Task A_withdrawn_note_is_not_quoted_by_the_log()
    {
        var (full, browser) = await BeginAsync();
        foreach (var note in full.Live.State.Notes.Values.Where(n => n.MergedInto is not null))
        {
            await full.DoAsync(new Domain.Workshops.Notes.WithdrawNote(note.Id));
        }
        var page = await browser.OpenAsync($"/verksted/{full.Id}/logg");
        page.Text.ShouldContain("la en lapp som er trukket tilbake under");
    }

    private static string Address(FullWorkshop full) => $"/verksted/{full.Id}/tolk";

    private async Task<(FullWorkshop Full, TestBrowser Browser)> BeginAsync()
    {
        var full = await FullWorkshop.WithBoardsAsync(shared.App);
        return (full, shared.App.As(full.Facilitator));
    }
}
