using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Endre.Domain.Hassles;
using Endre.Storage.Hassles;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Hassles;

/// <summary>What one may tell besides the sentence, and where it is seen.</summary>
public sealed class SayMoreTests(SharedFjord shared) : IClassFixture<SharedFjord>, IAsyncLifetime
{
    private Fjord Fjord => shared.Fjord;

    public async ValueTask InitializeAsync() => await shared.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_may_be_left_out_is_closed_and_one_sentence_is_enough()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        var more = page.Document.QuerySelectorAll("details").Single(part => part.TextContent.Contains("Fortell mer"));
        more.HasAttribute("open").ShouldBeFalse();
        more.QuerySelectorAll("[required]").Length.ShouldBe(0);
        page = await page.Tick("Anonym").Fill("Hva er det?", "Skriveren står").PressAsync("Send");
        page.Heading.ShouldBe("Takk, det er sendt");
        var row = await shared.App.InStorageAsync(database => database.Hassles.SingleAsync());
        (row.Category, row.Fixer, row.Minutes).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task What_it_is_about_and_who_can_do_it_reach_those_who_answer()
    {
        using var browser = shared.App.Browser();
        var page = await browser.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page = await page.Tick("Anonym")
            .Fill("Hva er det?", "Løfteheisen er alltid i kjelleren")
            .Fill("Hva handler det om?", "equipment")
            .Fill("Hvem kan gjøre noe med det?", "others")
            .PressAsync("Send");
        page.Heading.ShouldBe("Takk, det er sendt");
        using var leader = shared.App.As(Fjord.Leader);
        foreach (var address in new[] { "/plunder/a-svare", "/plunder" })
        {
            page = await leader.OpenAsync(address);
            page.Text.ShouldContain("Utstyr og IT");
            page.Text.ShouldContain("trenger noen andre");
        }
    }

    [Fact]
    public async Task What_those_who_said_it_can_do_themselves_comes_first_and_what_needs_others_last()
    {
        await SaidAsync("Trenger noen andre", Fixer.Others);
        await SaidAsync("Ingen vet", null);
        await SaidAsync("Kan vi selv", Fixer.Ourselves);
        using var leader = shared.App.As(Fjord.Leader);
        var page = await leader.OpenAsync("/plunder/a-svare");
        page.Document.QuerySelectorAll(".endre-said")
            .Select(said => said.TextContent)
            .ShouldBe(["Kan vi selv", "Ingen vet", "Trenger noen andre"]);
    }

    [Fact]
    public async Task What_was_chosen_is_not_lost_when_the_form_comes_back_and_the_hours_are_told()
    {
        using var browser = shared.App.Browser().Speaks("nn");
        var page = await browser.OpenAsync($"/si-fra?enhet={Fjord.Team}");
        page = await page.Fill("Kva handlar det om?", "rooms")
            .Fill("Kven kan gjere noko med det?", "leader")
            .Fill("Minutt kvar gong", "10")
            .Fill("Kor ofte", "5")
            .Fill("Kor mange det gjeld", "8")
            .PressAsync("Send");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ValueOf("Kva handlar det om?").ShouldBe("rooms");
        page.ValueOf("Kven kan gjere noko med det?").ShouldBe("leader");
        page.Document.QuerySelector("details.endre-more")!.HasAttribute("open").ShouldBeTrue();
        page.Text.ShouldContain("Det blir ca. 307 timar i året.");
    }

    [Fact]
    public async Task A_program_may_tell_it_too_and_words_that_nobody_knows_are_refused()
    {
        (await PostAsync("equipment", "ourselves")).StatusCode.ShouldBe(HttpStatusCode.Created);
        var row = await shared.App.InStorageAsync(database => database.Hassles.SingleAsync());
        (row.Category, row.Fixer).ShouldBe(("equipment", "ourselves"));
        await ShouldRefuseAsync(await PostAsync("weather", null), "category-unknown");
        await ShouldRefuseAsync(await PostAsync(null, "somebody"), "fixer-unknown");
        (await shared.App.InStorageAsync(database => database.Hassles.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task By_what_it_is_about_what_nobody_chose_lies_last_however_many()
    {
        var unit = await Fjord.UnitAsync($"Ei øy {Guid.CreateVersion7():N}", parent: null);
        var its = await Fjord.PersonAsync("Ole Øyleder", unit, Endre.Domain.Organizations.UnitRole.Leader);
        await CountedAsync(unit, "routines", 2);
        await CountedAsync(unit, "equipment", 12);
        await CountedAsync(unit, null, 20);
        using var leader = shared.App.As(its);
        var page = await leader.OpenAsync($"/plunder/pareto?enhet={unit}&etter=tema");
        Rows(page).ShouldBe(["Utstyr og IT: 12", "Rutiner: 2", "Annet: 20"]);
        page.Text.ShouldContain("n = 34");
        page.Text.ShouldNotContain("for få til å slutte");
        using var outsider = shared.App.As(Fjord.Outsider);
        page = await outsider.OpenAsync($"/plunder/pareto?enhet={unit}&etter=tema");
        Rows(page).ShouldBeEmpty();
        page.Text.ShouldContain("Bare det du selv kan lese, er telt med.");
    }

    private static string[] Rows(TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll("tbody tr")
                .Select(row => $"{row.Children[0].TextContent}: {row.Children[1].TextContent}"),
        ];

    private async Task<HttpResponseMessage> PostAsync(string? category, string? fixer)
    {
        using var browser = shared.App.Browser();
        return await browser.Client.PostAsJsonAsync(
            "/api/v1/hassles",
            new
            {
                id = HassleId.New(),
                text = "Skriveren står",
                unitId = Fjord.Team,
                speaker = "anonymous",
                category,
                fixer,
            }
        );
    }

    private static async Task ShouldRefuseAsync(HttpResponseMessage answer, string type)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("type").GetString().ShouldBe($"urn:endre:problem:{type}");
    }

    private Task SaidAsync(string text, Fixer? fixer) =>
        shared.App.InStorageAsync(database =>
            database.SayAsync(
                new SayHassle(
                    HassleId.New(),
                    Fjord.Team,
                    Speaker.Anonymous,
                    text,
                    Effort.Unknown,
                    Name: null,
                    PersonId: null,
                    ClaimCode.HashOf(ClaimCode.New())
                )
                {
                    Fixer = fixer,
                },
                SharedFjord.Today,
                CancellationToken.None
            )
        );

    private Task CountedAsync(Guid unit, string? category, int count) =>
        shared.App.InStorageAsync(database =>
        {
            database.Hassles.AddRange(
                Enumerable
                    .Range(0, count)
                    .Select(_ => new HassleRow
                    {
                        Id = HassleId.New(),
                        UnitId = unit,
                        Speaker = "anonymous",
                        Text = "Noe tar tid",
                        Week = new DateOnly(2025, 5, 5),
                        State = "waiting",
                        Category = category,
                    })
            );
            return database.SaveChangesAsync();
        });
}
