using Endre.Domain.ActionItems;
using Endre.Domain.Improvements;
using Endre.Domain.Needs;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Storage.Improvements;
using Endre.Storage.Needs;
using Endre.Testing;
using Endre.Web.Access;
using Endre.Web.Tests.Features.Hassles;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Units;

/// <summary>What a unit works with goes on where the unit does, and an old link leads there.</summary>
public sealed class MergedWorkTests
{
    [Theory, EachDatabase]
    public async Task Needs_action_items_and_improvements_follow_their_unit(DatabaseKind database)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = database });
        var fjord = await Fjord.OnAsync(app);
        var south = await fjord.UnitAsync("Team sør", fjord.Department);
        var siri = await fjord.PersonAsync("Siri Sør", south, UnitRole.Leader);
        await WorkAsync(app, fjord.Team, fjord.Administrator.Id);
        using var browser = app.As(siri);
        (await browser.OpenAsync("/behov")).Text.ShouldNotContain("å finne heisen");

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var change = scope.ServiceProvider.GetRequiredService<ChangeOrganization>();
            (await change.HandleAsync(new CloseUnit(fjord.Team, Version: null, south, south), default)).ShouldBeNull();
        }

        foreach (var reader in new[] { siri, fjord.Kari })
        {
            using var after = app.As(reader);
            (await after.OpenAsync("/behov")).Text.ShouldContain("å finne heisen");
            foreach (var unit in new[] { south, fjord.Team })
            {
                (await after.OpenAsync($"/tiltak?enhet={unit}")).Text.ShouldContain("Merke plassen");
                (await after.OpenAsync($"/forbedringer?enhet={unit}")).Text.ShouldContain("Henge nøklene ved døra");
            }
        }
        // Whoever led it no longer does: the one who leads where it went on decides.
        var need = (await browser.OpenAsync("/behov")).AddressOf("Nattevaktene trenger å finne heisen");
        (await browser.OpenAsync(need)).HasButton("Behovet er tydelig: gå til løsninger").ShouldBeTrue();
    }

    private static Task<int> WorkAsync(AppUnderTest app, Guid unit, Guid owner) =>
        app.InStorageAsync(async storage =>
        {
            var day = new DateOnly(2026, 3, 2);
            storage.Needs.Add(
                NeedRow.Of(
                    new Need(
                        Guid.CreateVersion7(),
                        unit,
                        new Statement("Nattevaktene", "å finne heisen", "de leter i ti minutter"),
                        new BltState(1, Diamond.Need),
                        [],
                        [],
                        [],
                        [],
                        CauseCategory.Defaults,
                        A3Sheet.Empty
                    )
                )
            );
            storage.ActionItems.Add(
                ActionItemRow.Of(
                    new ActionItem(
                        Guid.CreateVersion7(),
                        unit,
                        "Merke plassen",
                        FirstStep: "",
                        owner,
                        day.AddDays(30),
                        IsSmall: false,
                        ActionItemState.Open,
                        Ending: null,
                        Check: null
                    )
                )
            );
            await storage.SaveChangesAsync();
            var start = new StartImprovement(
                Guid.CreateVersion7(),
                unit,
                "Henge nøklene ved døra",
                "Vi leter mindre",
                day.AddDays(14),
                ImprovementSize.Pdca,
                owner
            );
            var hand = new Hand(PersonId: null, app.Time.GetUtcNow(), day);
            (await storage.StartImprovementAsync(start, origin: null, hand, CancellationToken.None)).ShouldBeNull();
            return 0;
        });
}
