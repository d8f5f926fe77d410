using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Testing;

namespace Endre.Web.Tests.Features.Units;

public sealed class LargeTreeTests
{
    [Fact]
    public async Task Three_thousand_units_stand_on_one_page_and_are_found_by_name_and_code()
    {
        await using var app = await AppUnderTest.StartAsync();
        await app.InStorageAsync(async context =>
        {
            List<UnitRow> all = [new() { Name = "Storfylket", Kind = UnitKind.Municipality }];
            for (var i = 1; i < 3_000; i++)
            {
                all.Add(
                    new UnitRow
                    {
                        Name = $"Enhet {i}",
                        Kind = UnitKind.Team,
                        Code = $"K-{i}",
                        ParentId = all[(i - 1) / 9].Id,
                    }
                );
            }
            context.AddRange(all);
            return await context.SaveChangesAsync();
        });
        using var ada = app.As(await app.AdministratorAsync());
        var page = await ada.OpenAsync("/enheter");
        page.Links.Count(link => link.StartsWith("Enhet ", StringComparison.Ordinal)).ShouldBe(2_999);
        page.Document.QuerySelectorAll("details[open]").Length.ShouldBe(1, "Only the top is unfolded.");
        var found = await page.Fill("Søk etter navn eller kode", "k-2718").PressAsync("Søk");
        found.HasLink("Enhet 2718").ShouldBeTrue();
        found.Text.ShouldContain("K-2718 · Storfylket › Enhet");
    }
}
