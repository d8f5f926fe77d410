using System.Net;
using Endre.Domain.Insights;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Taxonomy;

public sealed class ListFactorsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Address = "/drivere-og-barrierer";

    [Fact]
    public async Task Whoever_comes_by_reads_the_drivers_and_barriers_in_the_order_of_the_deck()
    {
        using var stranger = shared.App.Browser();
        var page = await (await stranger.OpenAsync("/")).FollowAsync("Drivere og barrierer");
        page.Path.ShouldBe(Address);
        page.Document.QuerySelectorAll("main h3")
            .Select(h => h.TextContent)
            .ShouldBe(Domain.Insights.Taxonomy.All.Select(f => f.Name.Nb));
        page.Text.ShouldContain("At det er risikovilje til stede.");
        page.HasLink("Rediger lista").ShouldBeFalse();
    }

    [Theory]
    [InlineData("nn", "Drivarar og barrierar", "Leiarskap")]
    [InlineData("en", "Drivers and barriers", "Leadership")]
    public async Task They_are_told_in_the_language_of_the_reader(string language, string heading, string first)
    {
        using var reader = shared.App.Browser().Speaks(language);
        var page = await reader.OpenAsync(Address);
        page.Heading.ShouldBe(heading);
        page.Headings.ShouldContain(first);
    }

    [Fact]
    public async Task What_would_only_say_the_name_again_is_left_out()
    {
        using var reader = shared.App.Browser();
        var page = await reader.OpenAsync(Address);
        page.Document.QuerySelectorAll($"#{Domain.Insights.Taxonomy.Drivers[0].Id} p").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/rediger")]
    [InlineData("/rediger/driver-leadership")]
    [InlineData("/ny")]
    [InlineData("/historikk")]
    public async Task Only_administrators_edit_them_and_see_who_did(string page)
    {
        using var frode = shared.App.As(await shared.App.FacilitatorAsync($"Frode {page.Length}"));
        (await frode.OpenAsync(Address + page)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = shared.App.Browser();
        (await stranger.OpenAsync(Address + page)).Heading.ShouldBe("Logg inn");
    }

    [Fact]
    public async Task One_that_does_not_exist_is_not_found()
    {
        using var ada = shared.App.As(await shared.App.AdministratorAsync("Ada Søker"));
        (await ada.OpenAsync($"{Address}/rediger/{Factor.Driver}-nei")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
