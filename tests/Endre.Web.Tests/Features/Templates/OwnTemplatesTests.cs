using System.Net;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Templates;

public sealed class OwnTemplatesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string List = "/verksteder/maler";

    [Fact]
    public async Task The_list_shows_what_ships_and_what_each_contains()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Lese Lina"));
        var page = await browser.OpenAsync("/verksteder/nytt");
        page = await page.FollowAsync("Se hva malene inneholder");
        page.Heading.ShouldBe("Maler");
        page.Headings.ShouldContain("Maler som følger med");
        page.Text.ShouldContain("min · 8 trinn · 2 spørsmål · 3 grupper");
        page = await page.FollowAsync("MDI-verksted");
        page.Headings.ShouldContain("Spørsmål 1: Noter alle innspill");
        page.Text.ShouldContain("10 min per gruppe");
        page.Text.ShouldContain("Hva kan mobilisere medarbeidernes initiativ");
        page.Text.ShouldContain("Valgfritt");
        page.HasLink("Slett malen").ShouldBeFalse();
        page = await page.FollowAsync("Start et verksted");
        page.Heading.ShouldBe("Nytt verksted");
        page.ValueOf(LabelOf(page, "mdi")).ShouldBe("mdi");
    }

    [Fact]
    public async Task A_copy_of_a_shipped_template_is_one_s_own_to_name_and_describe()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Kopi Kaja"));
        var page = await CopyAsync(browser, "1-2-4-Alle");
        page.ValueOf("Navn på malen").ShouldBe("Kopi av 1-2-4-Alle");
        page = await page.Fill("Navn på malen", "Morgenmøtet")
            .Fill("Hva er den god til? (valgfritt)", "Tolv minutter <b>før</b> rapporten.")
            .PressAsync("Lagre");
        page.Heading.ShouldBe("Morgenmøtet");
        page.Text.ShouldContain("Endringen er lagret.");
        page.Text.ShouldContain("Tolv minutter <b>før</b> rapporten.");
        page.Text.ShouldContain("12 min · 6 trinn");
        page.Text.ShouldContain("Lagret av Kopi Kaja");
        var list = await browser.OpenAsync(List);
        list.HasLink("Morgenmøtet").ShouldBeTrue();
        page = await list.FollowAsync("Start et verksted av Morgenmøtet");
        page = await page.Fill("Navn på verkstedet", "Mandag").PressAsync("Lag verkstedet");
        page.Heading.ShouldBe("Mandag");
    }

    [Fact]
    public async Task The_same_press_twice_copies_once()
    {
        var facilitator = await shared.App.FacilitatorAsync("Dobbel Dag");
        using var browser = shared.App.As(facilitator);
        var page = await browser.OpenAsync($"{List}/mdi");
        var first = await page.PressAsync("Ta en kopi av MDI-verksted");
        var again = await page.PressAsync("Ta en kopi av MDI-verksted");
        again.Path.ShouldBe(first.Path);
        var kept = await shared.App.InStorageAsync(context =>
            context.Templates.CountAsync(t => t.OwnerId == facilitator.Id)
        );
        kept.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_form_from_two_people_is_a_copy_for_each()
    {
        var form = $"{Guid.CreateVersion7()}";
        var owners = new List<Guid>();
        foreach (var name in new[] { "Delt Ære", "Delt Øyvind" })
        {
            var facilitator = await shared.App.FacilitatorAsync(name);
            using var browser = shared.App.As(facilitator);
            var page = await browser.OpenAsync($"{List}/mdi");
            (await browser.PostAsync(page, $"{List}/mdi/kopi", ("commandId", form))).Status.ShouldBe(HttpStatusCode.OK);
            owners.Add(facilitator.Id);
        }
        var kept = await shared.App.InStorageAsync(context =>
            context.Templates.Where(t => owners.Contains(t.OwnerId!.Value)).Select(t => t.OwnerId!.Value).ToListAsync()
        );
        kept.ShouldBe(owners, ignoreOrder: true);
    }

    [Fact]
    public async Task Languages_stay_where_the_words_are_left_alone()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Språk Siv"));
        var page = await CopyAsync(browser, "1-2-4-Alle");
        page = await page.Fill("Navn på malen", "Vår egen").PressAsync("Lagre");
        var address = page.Path.Split('?')[0];
        var english = await browser.Speaks("en").OpenAsync(address);
        english.Heading.ShouldBe("Vår egen");
        english.Text.ShouldContain("12 min · 6 steps");
        english.Text.ShouldNotContain("tanker");
        (await browser.Speaks("nn").OpenAsync(address)).Text.ShouldContain("Start ein verkstad");
    }

    [Theory]
    [InlineData("", "Skriv")]
    [InlineData("Snakk med 13097248022 om det", "fødselsnummer")]
    public async Task A_name_that_cannot_be_is_refused_and_kept_as_typed(string name, string why)
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync($"Navn {name.Length}"));
        var page = await CopyAsync(browser, "MDI-verksted");
        page = await page.Fill("Navn på malen", name).PressAsync("Lagre");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldHaveSingleItem().ShouldContain(why);
        page.ValueOf("Navn på malen").ShouldBe(name);
    }

    [Fact]
    public async Task Two_who_change_it_at_once_are_told_and_nothing_typed_is_lost()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Samtidig Sara"));
        using var other = shared.App.As(await shared.App.AdministratorAsync("Admin Samtidig"));
        var mine = await CopyAsync(browser, "MDI-verksted");
        var theirs = await other.OpenAsync(mine.Path);
        var deleting = await browser.OpenAsync(mine.Path.Replace("/rediger", "/slett", StringComparison.Ordinal));
        await theirs.Fill("Navn på malen", "Først ute").PressAsync("Lagre");
        mine = await mine.Fill("Navn på malen", "Sist ute").PressAsync("Lagre");
        mine.Status.ShouldBe(HttpStatusCode.Conflict);
        mine.Headings.ShouldContain("Noen andre endret malen mens du holdt på");
        mine.Text.ShouldContain("Først ute");
        mine.ValueOf("Navn på malen").ShouldBe("Sist ute");
        var late = await deleting.PressAsync("Slett malen");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Heading.ShouldBe("Slette malen «Først ute»?");
        (await mine.PressAsync("Lagre min versjon")).Heading.ShouldBe("Sist ute");
    }

    [Fact]
    public async Task A_deleted_template_is_offered_no_more_and_can_be_brought_back()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Slette Sol"));
        using var other = shared.App.As(await shared.App.FacilitatorAsync("Annen Alf"));
        var page = await CopyAsync(browser, "1-2-4-Alle");
        page = await page.Fill("Navn på malen", "Kan slettes").PressAsync("Lagre");
        var address = page.Path.Split('?')[0];
        var made = await (await page.FollowAsync("Start et verksted"))
            .Fill("Navn på verkstedet", "Lever videre")
            .PressAsync("Lag verkstedet");

        page = await (await browser.OpenAsync(address)).FollowAsync("Slett malen");
        page.Heading.ShouldBe("Slette malen «Kan slettes»?");
        page = await page.PressAsync("Slett malen");
        page.Text.ShouldContain("Malen «Kan slettes» er slettet.");
        page.HasLink("Kan slettes").ShouldBeFalse();
        (await browser.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync("/verksteder/nytt")).Text.ShouldNotContain("Kan slettes");
        (await other.OpenAsync(List)).Text.ShouldNotContain("Kan slettes");
        (await browser.OpenAsync(made.Path)).Heading.ShouldBe("Lever videre");

        page = await page.PressAsync("Hent tilbake Kan slettes");
        page.Heading.ShouldBe("Kan slettes");
        (await other.OpenAsync(List)).HasLink("Kan slettes").ShouldBeTrue();
    }

    [Fact]
    public async Task Others_may_use_and_copy_it_but_not_change_it()
    {
        using var browser = shared.App.As(await shared.App.FacilitatorAsync("Eier Eva"));
        using var other = shared.App.As(await shared.App.FacilitatorAsync("Låner Lars"));
        var describe = (await CopyAsync(browser, "MDI-verksted")).Path;
        var address = describe.Replace("/rediger", "", StringComparison.Ordinal);
        var page = await other.OpenAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.HasLink("Slett malen").ShouldBeFalse();
        foreach (var act in new[] { "rediger", "slett" })
        {
            (await other.OpenAsync($"{address}/{act}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        foreach (var act in new[] { "rediger", "slett", "hent-tilbake" })
        {
            var refused = await other.PostAsync(page, $"{address}/{act}", ("version", "1"), ("name", "Stjålet"));
            refused.Status.ShouldBe(HttpStatusCode.NotFound);
        }
        page = await page.PressAsync("Ta en kopi av Kopi av MDI-verksted");
        page.ValueOf("Navn på malen").ShouldBe("Kopi av Kopi av MDI-verksted");
        (await browser.OpenAsync(describe)).ValueOf("Navn på malen").ShouldBe("Kopi av MDI-verksted");
    }

    [Fact]
    public async Task Shipped_templates_are_nobody_s_to_change_and_employees_see_none()
    {
        using var admin = shared.App.As(await shared.App.AdministratorAsync("Admin Sendt"));
        (await admin.OpenAsync($"{List}/mdi/rediger")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.OpenAsync($"{List}/finnes-ikke")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var mari = shared.App.As(await shared.App.EmployeeAsync("Mari Mal"));
        (await mari.OpenAsync(List)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var nobody = shared.App.Browser();
        (await nobody.OpenAsync($"{List}/mdi")).Heading.ShouldBe("Logg inn");
    }

    private static async Task<TestPage> CopyAsync(TestBrowser browser, string name)
    {
        var list = await browser.OpenAsync(List);
        var page = await (await list.FollowAsync(name)).PressAsync($"Ta en kopi av {name}");
        page.Heading.ShouldBe("Navn og beskrivelse");
        return page;
    }

    private static string LabelOf(TestPage page, string value) =>
        string.Join(
            ' ',
            page.Document.QuerySelector($"input[value='{value}']")!
                .Closest("label")!
                .TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
