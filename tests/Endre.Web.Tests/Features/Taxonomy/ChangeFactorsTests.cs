using System.Net;
using Endre.Domain.Workshops.Sorting;
using Endre.Testing;
using Endre.Web.Live;
using Endre.Web.Tests.Features.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Taxonomy;

public sealed class ChangeFactorsTests
{
    private const string List = "/drivere-og-barrierer";
    private const string Arrange = "/drivere-og-barrierer/rediger";
    private const string Leadership = $"{Arrange}/driver-leadership";

    [Theory, EachDatabase]
    public async Task What_an_administrator_words_is_read_by_all_and_stands_in_the_history(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        using var ada = app.As(await app.AdministratorAsync("Ada Fjell"));
        var page = await (await ada.OpenAsync(Arrange)).FollowAsync("Lederskap");
        page = await page.Fill("Kort navn på bokmål", "  Ledelse som ser folk ")
            .Fill("Forklaring på engelsk (valgfritt)", "")
            .PressAsync("Lagre");
        page.Text.ShouldContain("Endringen er lagret.");
        page.Text.ShouldContain("2. mars 2026 kl. 09:00 · Ada Fjell");
        page.Document.QuerySelectorAll("dt")
            .Select(e => e.TextContent)
            .ShouldBe(["Kort navn på bokmål", "Forklaring på engelsk"]);
        page.Document.QuerySelectorAll("dd del").Select(e => e.TextContent).ShouldBe(["Lederskap", "Leadership."]);
        page.Document.QuerySelectorAll("dd ins").Select(e => e.TextContent).ShouldBe(["Ledelse som ser folk"]);

        using var reader = app.Browser();
        (await reader.OpenAsync(List)).Headings.ShouldContain("Ledelse som ser folk");
        (await ada.OpenAsync($"{List}/historikk")).Text.ShouldContain("Ledelse som ser folk: Formulert på nytt");
    }

    [Theory, EachDatabase]
    public async Task The_second_of_two_administrators_is_told_and_keeps_what_was_typed(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        using var ada = app.As(await app.AdministratorAsync("Ada Først"));
        using var bo = app.As(await app.AdministratorAsync("Bo Etterpå"));
        var hers = await ada.OpenAsync(Leadership);
        var his = await bo.OpenAsync(Leadership);
        await hers.Fill("Kort navn på bokmål", "Ledelse").PressAsync("Lagre");
        his = await his.Fill("Kort navn på bokmål", "Leiing").PressAsync("Lagre");
        his.Status.ShouldBe(HttpStatusCode.Conflict);
        his.Text.ShouldContain("Ada Først lagret 2. mars 2026 kl. 09:00.");
        his.ValueOf("Kort navn på bokmål").ShouldBe("Leiing");
        his.Document.QuerySelector("table")!.TextContent.ShouldContain("Ledelse");
        his = await his.PressAsync("Lagre min versjon");
        his.Heading.ShouldBe("Leiing");
    }

    [Theory, EachDatabase]
    public async Task Everybody_who_changes_something_at_the_same_instant_gets_it_done(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        using var ada = app.As(await app.AdministratorAsync());
        var page = await ada.OpenAsync(Arrange);
        string[] names = ["Tid", "Tillit", "Nysgjerrighet", "Humor", "Ro", "Rom"];
        var answers = await Task.WhenAll(
            names.Select(name => ada.PostAsync(page, $"{List}/ny?slag=driver", ("nameNb", name)))
        );
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        var moved = await Task.WhenAll(
            ada.PostAsync(page, Arrange, ("act", "up"), ("id", "driver-openings"), ("place", "10")),
            ada.PostAsync(page, Arrange, ("act", "retire"), ("id", "driver-champions"), ("version", "1"))
        );
        moved.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        var rows = await app.InStorageAsync(storage =>
            storage.Factors.Where(f => f.Kind == "driver").OrderBy(f => f.Position).ToListAsync()
        );
        rows.Select(row => row.Position).Distinct().Count().ShouldBeGreaterThanOrEqualTo(rows.Count - names.Length + 1);
        rows.Count(row => names.Contains(row.Nb)).ShouldBe(names.Length);
        rows.Single(row => row.Id == "driver-openings").Position.ShouldBe(9);
        rows.Single(row => row.Id == "driver-champions").IsRetired.ShouldBeTrue();
    }

    [Fact]
    public async Task They_are_moved_one_place_at_a_time()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var page = await (await ada.OpenAsync(Arrange)).PressAsync("Flytt Medarbeiderskap opp");
        page.Headings.Skip(2).Take(2).ShouldBe(["Medarbeiderskap", "Lederskap"]);
        (await ada.OpenAsync(List)).Headings.Skip(2).Take(2).ShouldBe(["Medarbeiderskap", "Lederskap"]);
        (await ada.OpenAsync($"{List}/historikk")).Text.ShouldContain(
            "Medarbeiderskap: Flyttet fra plass 2 til plass 1"
        );
    }

    [Fact]
    public async Task A_move_on_an_old_page_is_not_done_twice()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var page = await ada.OpenAsync(Arrange);
        await page.PressAsync("Flytt Pådrivere opp");
        page = await page.PressAsync("Flytt Pådrivere opp");
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Text.ShouldContain("Rekkefølgen er endret etter at du åpnet siden.");
        page.Headings.Skip(2).Take(5).Last().ShouldBe("Synliggjøring av tjenesteinnovasjon");
    }

    [Fact]
    public async Task What_is_taken_out_of_use_stands_where_it_was_used_and_is_offered_no_more()
    {
        await using var app = await AppUnderTest.StartAsync();
        var facilitator = await app.FacilitatorAsync();
        using var workshop = await FacilitatedWorkshop.BeginAsync(app, facilitator);
        await SortAsync(app, workshop, "driver-champions");
        using var ada = app.As(await app.AdministratorAsync());
        var page = await (await ada.OpenAsync(Arrange)).PressAsync("Ta ut av bruk: Pådrivere");
        page.HasButton("Ta i bruk igjen: Pådrivere").ShouldBeTrue();

        (await ada.OpenAsync(List)).Headings.ShouldNotContain("Pådrivere");
        var report = await workshop.Browser.OpenAsync($"/verksted/{workshop.Id}/rapport");
        report.Text.ShouldContain("Pådrivere");
        var desk = await workshop.Browser.OpenAsync($"/verksted/{workshop.Id}/tolk");
        desk.Document.QuerySelector("#f-driver-leadership").ShouldNotBeNull();
        desk.Document.QuerySelector("#f-driver-champions").ShouldBeNull();

        page = await page.PressAsync("Ta i bruk igjen: Pådrivere");
        (await ada.OpenAsync(List)).Headings[6].ShouldBe("Pådrivere");
    }

    [Fact]
    public async Task A_new_barrier_can_be_chosen_at_once_and_is_shown_in_bokmål_where_nothing_else_is_said()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var page = await (await ada.OpenAsync(Arrange)).FollowAsync("Ny barriere");
        page = await page.Fill("Kort navn på bokmål", "For mange møter").PressAsync("Legg til barrieren");
        page.Path.ShouldBe(Arrange);
        page.Headings[^1].ShouldBe("For mange møter");
        using var reader = app.Browser().Speaks("en");
        (await reader.OpenAsync(List)).Headings[^1].ShouldBe("For mange møter");
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said_at_its_field_and_what_was_typed_stays()
    {
        await using var app = await AppUnderTest.StartAsync();
        using var ada = app.As(await app.AdministratorAsync());
        var page = await ada.OpenAsync($"{List}/ny?slag=barrier");
        page = await page.Fill("Kort navn på bokmål", "nullfeilkultur")
            .Fill("Forklaring på bokmål (valgfritt)", "Igjen")
            .PressAsync("Legg til barrieren");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldBe(["«nullfeilkultur» finnes allerede. Velg et annet navn."]);
        page.ValueOf("Forklaring på bokmål (valgfritt)").ShouldBe("Igjen");
        page = await page.Fill("Kort navn på bokmål", "")
            .Fill("Kort navn på nynorsk (valgfritt)", new string('n', 121))
            .PressAsync("Legg til barrieren");
        page.Messages.ShouldBe(["Skriv noe her først."]);
        page = await page.Fill("Kort navn på bokmål", "Tid").PressAsync("Legg til barrieren");
        page.Messages.ShouldBe(["Teksten er for lang: 121 tegn. Kort den ned til 120."]);
        page.Document.QuerySelector("[aria-invalid=true]")!.Id.ShouldBe("nameNn");
    }

    [PostgresFact]
    public async Task Another_node_reads_what_was_changed()
    {
        await using var storage = await TestDatabase.UpgradedAsync(DatabaseKind.Postgres);
        await using var first = await AppUnderTest.StartAsync(new AppSetup { Storage = storage });
        await using var second = await AppUnderTest.StartAsync(new AppSetup { Storage = storage });
        using var ada = first.As(await first.AdministratorAsync());
        await (await ada.OpenAsync(Arrange)).PressAsync("Ta ut av bruk: Lederskap");
        using var reader = second.Browser();
        TestPage page;
        do
        {
            second.Time.Advance(TimeSpan.FromSeconds(15));
            page = await reader.OpenAsync(List);
        } while (page.Headings.Contains("Lederskap"));
        page.Headings.ShouldContain("Medarbeiderskap");
    }

    private static async Task SortAsync(AppUnderTest app, FacilitatedWorkshop workshop, string factorId)
    {
        await workshop.GoToAsync("Spørsmål 1: Noter alle innspill");
        var (phone, _) = await workshop.JoinAsync("Kari", "g1");
        using (phone)
        {
            await workshop.WriteAsync(phone, "question-1", "a", "Noen drar i gang");
        }
        await workshop.GoToAsync("Spørsmål 1: Kategoriser");
        var live = await app
            .Services.GetRequiredService<LiveWorkshops>()
            .FindAsync(workshop.Id, CancellationToken.None);
        var note = live!.State.Notes.Keys.Single();
        var leader = new Domain.Workshops.Actor.Leader(live.State.Facilitators[0].PersonId);
        var clusterId = Guid.CreateVersion7();
        (
            await live.DecideAsync(new CreateCluster(clusterId, "g1", "question-1", [note]), leader)
        ).Refusal.ShouldBeNull();
        (await live.DecideAsync(new StartLabeling("g1", "question-1"), leader)).Refusal.ShouldBeNull();
        (
            await live.DecideAsync(
                new DescribeCluster(clusterId, "Ildsjeler", ClusterKind.SuccessFactor, [factorId]),
                leader
            )
        ).Refusal.ShouldBeNull();
    }
}
