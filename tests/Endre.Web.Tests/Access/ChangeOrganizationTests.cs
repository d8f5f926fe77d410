using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage.Organizations;
using Endre.Testing;
using Endre.Web.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Access;

public sealed class ChangeOrganizationTests
{
    [Theory, EachDatabase]
    public async Task Whatever_several_do_at_once_the_tree_stays_a_tree(DatabaseKind kind)
    {
        await using var app = await AppUnderTest.StartAsync(new AppSetup { Database = kind });
        var (top, closing, heir) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        (await DoAsync(app, new OpenUnit(New(top, null, "Kommunen")))).ShouldBeNull();
        (await DoAsync(app, new OpenUnit(New(closing, top, "Legges ned")))).ShouldBeNull();
        (await DoAsync(app, new OpenUnit(New(heir, top, "Tar over")))).ShouldBeNull();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(i => DoAsync(app, new OpenUnit(New(Guid.CreateVersion7(), closing, $"Ny {i}"))))
                .Append(DoAsync(app, new CloseUnit(closing, null, heir)))
                .Append(DoAsync(app, new MoveUnit(heir, null, closing)))
        );

        answers.OfType<Refusal>().ShouldAllBe(refusal => Expected.Contains(refusal.Reason));
        var tree = await app.InStorageAsync(context => context.ReadUnitTreeAsync(CancellationToken.None));
        foreach (var unit in tree.All.Where(unit => unit.IsOpen))
            tree.Ancestors(unit.Id).ShouldAllBe(above => above.IsOpen);
        tree.Whole(top).Count.ShouldBe(tree.All.Count());
        tree.All.Count().ShouldBe(3 + answers.Take(8).Count(answer => answer is null));
    }

    // Somebody was first, and what one wants no longer fits.
    private static readonly string[] Expected =
    [
        "UnitParentClosed",
        "HeirLiesUnder",
        "UnitUnderItself",
        "UnitIsClosed",
    ];

    private static async Task<Refusal?> DoAsync(AppUnderTest app, UnitCommand command)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ChangeOrganization>()
            .HandleAsync(command, CancellationToken.None);
    }

    private static NewUnit New(Guid id, Guid? parent, string name) => new(id, parent, name, UnitKind.Team);
}
