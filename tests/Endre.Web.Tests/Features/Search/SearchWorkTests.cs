using Endre.Domain.Needs;
using Endre.Storage.ActionItems;
using Endre.Storage.Needs;
using Endre.Testing;
using Endre.Web.Tests.Features.Hassles;

namespace Endre.Web.Tests.Features.Search;

/// <summary>What a unit works with is found by those who see it: needs and action items.</summary>
public sealed class SearchWorkTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory, EachDatabase]
    public async Task Needs_and_action_items_are_found_by_their_words_as_they_are_now(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var fjord = await Fjord.OnAsync(app);
        var need = await NeedAsync(fjord);
        var item = await ActionItemAsync(fjord, fjord.Kari.Id);
        using var browser = app.As(fjord.Colleague);
        var page = await browser.OpenAsync("/sok?q=løfteheis");
        page.TextOf("Behov").ShouldContain("Nattevaktene trenger å finne løfteheisen");
        page.TextOf("Tiltak").ShouldContain("Merke plassen til løfteheisen");
        (await page.FollowAsync("Merke plassen til løfteheisen")).Path.ShouldBe($"/tiltak/{item}");

        var solution = Guid.CreateVersion7();
        await app.InStorageAsync(async database =>
        {
            var hand = new NeedRecords.Hand(null, Now);
            await database.DoWithNeedAsync(need, new CloseDiamond(Diamond.Need), hand, CancellationToken.None);
            await database.DoWithNeedAsync(
                need,
                new WriteSolution(solution, "Gul strek i korridoren"),
                hand,
                CancellationToken.None
            );
            return await database.DoWithActionItemAsync(
                item,
                new Domain.ActionItems.FinishActionItem("Ommøblert i stedet"),
                new ActionItemRecords.Hand(null, Now, Today),
                CancellationToken.None
            );
        });
        (await browser.OpenAsync("/sok?q=korridor")).TextOf("Behov").ShouldContain("Gul strek i korridoren");
        page = await browser.OpenAsync("/sok?q=ommøblert");
        page.TextOf("Tiltak").ShouldContain("Gjort");
    }

    [Fact]
    public async Task Who_does_not_see_them_finds_nothing_but_what_is_their_own()
    {
        await using var app = await AppUnderTest.StartAsync();
        var fjord = await Fjord.OnAsync(app);
        await NeedAsync(fjord);
        var item = await ActionItemAsync(fjord, fjord.Kari.Id);
        using var browser = app.As(fjord.Outsider);
        (await browser.OpenAsync("/sok?q=løfteheisen")).Text.ShouldContain("Ingen treff på «løfteheisen»");
        await app.InStorageAsync(database =>
            database.DoWithActionItemAsync(
                item,
                new Domain.ActionItems.ReplaceOwner(fjord.Kari.Id, fjord.Outsider.Id),
                new ActionItemRecords.Hand(null, Now, Today),
                CancellationToken.None
            )
        );
        (await browser.OpenAsync("/sok?q=løfteheisen")).Text.ShouldContain("1 treff på «løfteheisen»");
    }

    [PostgresFact]
    public async Task Another_node_finds_them_some_seconds_later()
    {
        await using var storage = await TestDatabase.UpgradedAsync(DatabaseKind.Postgres);
        await using var first = await AppUnderTest.StartAsync(new AppSetup { Storage = storage });
        await using var second = await AppUnderTest.StartAsync(new AppSetup { Storage = storage });
        var fjord = await Fjord.OnAsync(first);
        using var there = second.As(fjord.Kari);
        (await there.OpenAsync("/sok?q=løfteheisen")).Text.ShouldContain("Ingen treff");
        await NeedAsync(fjord);
        second.Time.Advance(TimeSpan.FromSeconds(5));
        (await there.OpenAsync("/sok?q=løfteheisen")).Text.ShouldContain("1 treff");
    }

    private static async Task<Guid> NeedAsync(Fjord fjord)
    {
        var state = new StateNeed(
            Guid.CreateVersion7(),
            fjord.Team,
            "Nattevaktene",
            "å finne løfteheisen",
            "de leter hver natt",
            []
        );
        var refusal = await fjord.App.InStorageAsync(database =>
            database.StateNeedAsync(state, [], new NeedRecords.Hand(null, Now), CancellationToken.None)
        );
        refusal.ShouldBeNull();
        return state.Id;
    }

    private static async Task<Guid> ActionItemAsync(Fjord fjord, Guid owner)
    {
        var make = new Domain.ActionItems.MakeActionItem(
            Guid.CreateVersion7(),
            fjord.Team,
            "Merke plassen til løfteheisen",
            FirstStep: null,
            owner,
            Today.AddDays(7),
            IsSmall: true
        );
        var refusal = await fjord.App.InStorageAsync(database =>
            database.MakeActionItemAsync(
                make,
                origin: null,
                new ActionItemRecords.Hand(null, Now, Today),
                CancellationToken.None
            )
        );
        refusal.ShouldBeNull();
        return make.Id;
    }
}
