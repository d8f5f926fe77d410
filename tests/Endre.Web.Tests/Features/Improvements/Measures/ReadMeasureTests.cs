using System.Net;
using Endre.Domain.Organizations;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;

namespace Endre.Web.Tests.Features.Improvements.Measures;

/// <summary>Who sees an improvement without working with it reads what was counted, and changes nothing.</summary>
public sealed class ReadMeasureTests
{
    [Fact]
    public async Task A_representative_who_was_told_follows_the_curve_to_its_numbers()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        // Of a team under the unit that tries it.
        var tuva = await fjord.PersonAsync("Tuva Tillitsvalgt", fjord.Team, UnitRole.UnionRepresentative);
        var id = await app.TryAsync(fjord.Department, fjord.Leader.Id, "Ny vaktliste");
        using var leader = app.As(fjord.Leader);
        var own = await leader.OpenAsync($"/forbedringer/{id}");
        own = await (await own.FollowAsync("Nytt måltall"))
            .Fill("Hva teller vi?", "Doble vakter")
            .PressAsync("Lag måltallet");
        own = await own.Fill("Hvor mange?", "4").PressAsync("Lagre");
        var address = own.Path.Split('?')[0];
        using var told = app.As(tuva);
        (await told.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        await (await leader.OpenAsync($"/forbedringer/{id}")).Tick("Ja").PressAsync("Lagre svaret");

        var page = await (await told.OpenAsync($"/forbedringer/{id}")).FollowAsync("Doble vakter");
        page.Heading.ShouldBe("Doble vakter");
        page.TextOf("Tallene").ShouldContain("4");
        page.Document.QuerySelector("svg desc")!.TextContent.ShouldEndWith("Tabellen viser hvert tall.");
        page.HasButton("Lagre").ShouldBeFalse();
        page.HasPart("Innstillinger").ShouldBeFalse();
        page.Document.QuerySelector("a[href*='rett=']").ShouldBeNull();
        (await told.OpenAsync($"{address}?rett={Guid.CreateVersion7()}")).HasButton("Lagre").ShouldBeFalse();
        foreach (var file in new[] { "rundiagram.svg", "rundiagram.docx" })
        {
            using var answer = await told.Client.GetAsync($"{address}/{file}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        (await told.Client.GetStringAsync($"/api/v1/improvements/{id}/measures")).ShouldContain("Doble vakter");
        (await told.OpenAsync($"{address}/ark")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await told.OpenAsync($"{address}/import")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var act in new[] { "tall", "endre", "ny-lenke", "bruk", "utgangspunkt" })
        {
            (await told.PostAsync(page, $"{address}/{act}", ("number", "9"))).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }
}
