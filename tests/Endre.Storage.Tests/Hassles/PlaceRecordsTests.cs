using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Places;
using Endre.Domain.Organizations;
using Endre.Storage.Hassles;
using Endre.Storage.Organizations;
using Endre.Storage.Places;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Tests.Hassles;

public sealed class PlaceRecordsTests
{
    private static readonly DateOnly Today = new(2026, 3, 4);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_place_is_found_by_its_code_and_what_is_said_there_keeps_it(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var context = await node.OpenAsync();
        var unit = await UnitAsync(context);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var room = context.AddPlace(Guid.CreateVersion7(), unit, new PlaceLine("Rom 2", null), Today, taken);
        var thing = context.AddPlace(Guid.CreateVersion7(), unit, new PlaceLine("Rom 2", "Vekt"), Today, taken);
        await context.SaveChangesAsync(Ct);
        taken.ShouldBe([room.Code, thing.Code], ignoreOrder: true);

        (await context.FindPlaceAsync($" {room.Code.ToLowerInvariant()[..4]}-{room.Code[4..]}", Ct))!.Id.ShouldBe(
            room.Id
        );
        (await context.FindPlaceAsync("AAAAAAAA", Ct)).ShouldBeNull();
        (await context.FindPlaceAsync("' or 1=1 --", Ct)).ShouldBeNull();
        (await context.ReadPlacesAsync([unit], Ct)).Count.ShouldBe(2);
        (await context.TitlesOfAsync([thing.Id, Guid.CreateVersion7()], Ct)).ShouldBe(
            new Dictionary<Guid, string> { [thing.Id] = "Rom 2 · Vekt" }
        );

        var say = new SayHassle(HassleId.New(), unit, Speaker.Anonymous, "Feil", Effort.Unknown, null, null, "hash")
        {
            PlaceId = thing.Id,
        };
        (await context.SayAsync(say, Today, Ct)).Hassle!.PlaceId.ShouldBe(thing.Id);
        thing.Take(PlaceRules.Retire(thing.ToPlace(), Today));
        await context.SaveChangesAsync(Ct);
        await context.DoWithHassleAsync(say.Id, new WithdrawHassle(), Today, Ct);
        context.ChangeTracker.Clear();
        (await context.FindHassleAsync(say.Id, Ct))!.PlaceId.ShouldBe(thing.Id);
        (await context.FindPlaceAsync(thing.Code, Ct))!.RetiredOn.ShouldBe(Today);
    }

    [Theory, EachDatabase]
    public async Task Two_who_change_a_place_at_once_are_told_apart_and_no_code_is_given_twice(DatabaseKind kind)
    {
        await using var node = await StorageNode.OnAsync(kind);
        await using var one = await node.OpenAsync();
        await using var other = await node.OpenAsync();
        var unit = await UnitAsync(one);
        var row = one.AddPlace(Guid.CreateVersion7(), unit, new PlaceLine("Rom 2", null), Today, new HashSet<string>());
        await one.SaveChangesAsync(Ct);
        var same = await other.Places.SingleAsync(place => place.Id == row.Id, Ct);
        row.Take(row.ToPlace() with { Name = "Rom 3", Version = 2 });
        same.Take(same.ToPlace() with { Name = "Rom 4", Version = 2 });
        await one.SaveChangesAsync(Ct);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Ct));

        one.Places.Add(
            new PlaceRow
            {
                UnitId = unit,
                Code = row.Code,
                Name = "Heis",
                MadeOn = Today,
            }
        );
        await Should.ThrowAsync<DbUpdateException>(() => one.SaveChangesAsync(Ct));
    }

    private static async Task<Guid> UnitAsync(EndreContext context)
    {
        var unit = new UnitRow { Name = "Team", Kind = UnitKind.Team };
        context.Units.Add(unit);
        await context.SaveChangesAsync(Ct);
        return unit.Id;
    }
}
