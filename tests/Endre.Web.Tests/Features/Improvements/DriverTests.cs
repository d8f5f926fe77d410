using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Endre.Testing;
using Endre.Web.Components.Charts;
using Endre.Web.Tests.Features.Hassles;

namespace Endre.Web.Tests.Features.Improvements;

/// <summary>The driver diagram: drawn with plain forms, told in a list, and taken along.</summary>
public sealed class DriverTests
{
    [Theory, EachDatabase]
    public async Task From_the_aim_to_an_idea_that_is_tried(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Leite mindre etter nøkler");
        await app.BecomesAsync(
            id,
            one => one with { Aim = new("Under 5 minutter i uka", new DateOnly(2026, 6, 1), "") }
        );
        using var kari = app.As(fjord.Kari);
        var page = await (await kari.OpenAsync($"/forbedringer/{id}")).FollowAsync("Tegn driverdiagrammet");
        page = await page.PressAsync("Legg til primærdriver");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Messages.ShouldContain("Skriv noe her først.");
        page = await page.Fill("Primærdriver", "Nøklene har en fast plass")
            .Fill("Hvordan måler dere det? (valgfritt)", "Minutter vi leter")
            .PressAsync("Legg til primærdriver");
        page.Text.ShouldContain("Under 5 minutter i uka innen 1. juni 2026");
        page.Text.ShouldContain("måles ved: Minutter vi leter");
        page = await page.Fill("Sekundærdriver", "Knagger der vi går ut").PressAsync("Legg til sekundærdriver");
        page = await page.Fill("Idé", "Ti knagger ved døra").PressAsync("Legg til idé");
        page.HasLink("Prøv dette: Ti knagger ved døra").ShouldBeTrue();
        var started = await page.FollowAsync("Prøv dette: Ti knagger ved døra");
        started.ValueOf("Hva prøver vi?").ShouldBe("Ti knagger ved døra");
        started.HasButton("Start").ShouldBeTrue();

        var refused = await page.PressAsync("Fjern: Knagger der vi går ut");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Messages.ShouldContain("Noe står under denne. Flytt eller fjern det først.");
        page = await page.PressAsync("Fjern: Ti knagger ved døra");
        page.Text.ShouldNotContain("Ti knagger");
        (await kari.OpenAsync($"/forbedringer/{id}")).Text.ShouldContain("Kari Sier endret driverdiagrammet");

        var drawing = await kari.Client.GetAsync(new Uri($"/forbedringer/{id}/drivere.svg", UriKind.Relative));
        drawing.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        var svg = XDocument.Parse(await drawing.Content.ReadAsStringAsync());
        svg.Root!.Attribute("role")!.Value.ShouldBe("img");
        svg.Descendants().Select(part => part.Value).ShouldContain("Knagger der vi går ut");
        await using var word = await kari.Client.GetStreamAsync(
            new Uri($"/forbedringer/{id}/drivere.docx", UriKind.Relative)
        );
        using var zip = new ZipArchive(word);
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        (await reader.ReadToEndAsync()).ShouldContain("Knagger der vi går ut");
        zip.Entries.Select(entry => Path.GetExtension(entry.Name)).ShouldContain(".svg");
        zip.Entries.Select(entry => Path.GetExtension(entry.Name)).ShouldContain(".png");
    }

    [Fact]
    public async Task A_driver_is_seen_by_a_measure_that_the_improvement_has()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Leite mindre etter nøkler");
        using var kari = app.As(fjord.Kari);
        var page = await kari.OpenAsync($"/forbedringer/{id}/drivere");
        page.Text.ShouldNotContain("Hvilket måltall ser dere det på?");
        var measure = await (await (await kari.OpenAsync($"/forbedringer/{id}")).FollowAsync("Nytt måltall"))
            .Fill("Hva teller vi?", "Letinger")
            .PressAsync("Lag måltallet");
        var measureId = measure.Path.Split('/')[^1];
        page = await kari.OpenAsync($"/forbedringer/{id}/drivere");
        page = await page.Fill("Primærdriver", "Nøklene har en fast plass")
            .Fill("Hvilket måltall ser dere det på? (valgfritt)", measureId)
            .Fill("Eller med egne ord (valgfritt)", "Minutter vi leter")
            .PressAsync("Legg til primærdriver");
        page.Text.ShouldContain("måles ved: Letinger; Minutter vi leter");
        await measure.Fill("Hvor mange?", "4").PressAsync("Lagre");
        page = await kari.OpenAsync($"/forbedringer/{id}/drivere");
        page.Text.ShouldContain("måles ved: Letinger, sist 4, uke ");
        (await page.FollowAsync("Se kurven: Letinger")).Heading.ShouldBe("Letinger");
        var svg = await kari.Client.GetStringAsync(new Uri($"/forbedringer/{id}/drivere.svg", UriKind.Relative));
        svg.ShouldContain("Letinger, sist 4");

        // One of another improvement is none of this one's.
        var refused = await kari.PostAsync(
            page,
            $"/forbedringer/{id}/drivere/legg-til",
            ("node", $"{Guid.CreateVersion7()}"),
            ("kind", "primary"),
            ("text", "Alle vet det"),
            ("measureId", $"{Guid.CreateVersion7()}")
        );
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Velg et av måltallene i forbedringen.");

        // Out of use it stays where it is shown, and is not chosen anew.
        await measure.PressAsync("Ta ut av bruk");
        page = await kari.OpenAsync($"/forbedringer/{id}/drivere");
        page.Text.ShouldContain("måles ved: Letinger, sist 4");
    }

    [Fact]
    public async Task Those_out_of_sight_find_nothing()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        var id = await app.TryAsync(fjord.Team, fjord.Kari.Id, "Leite mindre");
        using var outsider = app.As(fjord.Outsider);
        foreach (var ending in new[] { "", ".svg", ".docx" })
        {
            (await outsider.OpenAsync($"/forbedringer/{id}/drivere{ending}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        using var kari = app.As(fjord.Kari);
        var page = await kari.OpenAsync($"/forbedringer/{id}/drivere");
        (await kari.PostAsync(page, $"/forbedringer/{id}/drivere/mal", ("text", "x"))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public void Boxes_lie_apart_and_an_idea_that_serves_two_has_two_lines()
    {
        TreeNode[] nodes =
        [
            new("p1", null, "Nøklene har en fast plass"),
            new("p2", null, "Alle vet hvor den er"),
            new("s1", "p1", "Knagger"),
            new("s2", "p2", "Opplæring"),
            new("i1", "s1", new string('x', 150)),
        ];
        var layout = DriverLayout.Of("Målet", nodes, [("s2", "i1"), ("borte", "i1")], ["Mål", "P", "S", "I"]);
        layout.Headings.Select(heading => heading.Text).ShouldBe(["Mål", "P", "S", "I"]);
        layout.Tree.Lines.Count.ShouldBe(6);
        var boxes = layout.Tree.Boxes;
        boxes.Single(box => box.Key == "i1").Lines.ShouldAllBe(line => !line.EndsWith('…'));
        foreach (var one in boxes)
        {
            (one.X >= 0 && one.Y >= 0 && one.X + one.Width <= layout.Width).ShouldBeTrue();
            foreach (var other in boxes.Where(other => other.X == one.X && other != one))
                (one.Y + one.Height <= other.Y || other.Y + other.Height <= one.Y).ShouldBeTrue();
        }
        DriverLayout.Of("Målet", [], [], ["Mål", "P", "S", "I"]).Headings.Count.ShouldBe(1);
    }
}
