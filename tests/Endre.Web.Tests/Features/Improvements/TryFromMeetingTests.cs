using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;

namespace Endre.Web.Tests.Features.Improvements;

/// <summary>Something is tried out of what a meeting talks of, and shows where it came from.</summary>
public sealed class TryFromMeetingTests
{
    private const string Link = "Prøv noe i liten skala";

    [Fact]
    public async Task From_a_matter_about_plunder_comes_an_improvement_of_that_plunder()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        await fjord.SayAsync(fjord.Kari, "Med navn", "Isskrapa mangler");
        using var leader = app.As(fjord.Leader);
        var page = await HoldAsync(leader);
        var form = await page.FollowAsync(Link);
        form.Text.ShouldContain("Isskrapa mangler");
        var improvement = await StartAsync(form);
        improvement.TextOf("Hva det henger sammen med").ShouldContain("Isskrapa mangler");
        improvement.Text.ShouldContain("Team nord");
        var hassle = await improvement.FollowAsync("Isskrapa mangler");
        hassle.TextOf("Hva det henger sammen med").ShouldContain("Henge skrapa ved døra");
    }

    [Fact]
    public async Task From_a_matter_about_nothing_else_comes_an_improvement_of_the_meeting()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        using var leader = app.As(fjord.Leader);
        var page = await leader.OpenAsync("/moter/nytt");
        page = await page.PressAsync("Lag møtet");
        page = await page.Fill("Hva gjelder det?", "Bilene om vinteren").PressAsync("Meld inn");
        page = await page.PressAsync("Start møtet");
        page.HasLink(Link).ShouldBeTrue();
        var improvement = await StartAsync(await page.FollowAsync(Link));
        improvement.TextOf("Hva det henger sammen med").ShouldContain("Tavlemøte");
        (await improvement.FollowAsync("Se hele sammenhengen"))
            .TextOf("Det samme som liste")
            .ShouldContain("Tavlemøte");

        // Whoever only follows the meeting works with what came out of it, as a colleague, and starts nothing from here.
        using var kari = app.As(fjord.Kari);
        (await kari.OpenAsync(page.Path)).HasLink(Link).ShouldBeFalse();
        (await kari.OpenAsync(improvement.Path)).Heading.ShouldBe("Henge skrapa ved døra");
    }

    private static async Task<TestPage> HoldAsync(TestBrowser leader)
    {
        var page = await leader.OpenAsync("/moter/nytt");
        page = await page.PressAsync("Lag møtet");
        return await page.PressAsync("Start møtet");
    }

    private static async Task<TestPage> StartAsync(TestPage form)
    {
        var page = await form.Fill("Hva prøver vi?", "Henge skrapa ved døra")
            .Fill("Hva tror vi skjer?", "Ingen leter")
            .PressAsync("Start");
        page.Heading.ShouldBe("Henge skrapa ved døra");
        return page;
    }
}
