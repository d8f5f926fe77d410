using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Components;
using Endre.Web.Features.Hassles.AnswerTime;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.ListHassles;

/// <summary>What has been said to the units one sees: what waits first, then the newest week.</summary>
internal sealed class ListHassles(
    EndreContext database,
    HassleSight sight,
    ReadLifting lifting,
    ReadStandings standings,
    ReadHits hits,
    ReadAnswerTimes times
)
{
    private const int PerPage = 50;

    private static readonly string Withdrawn = HassleWords.Of(HassleState.Withdrawn);

    public static async Task<IResult> HandleAsync(ListHassles list, CancellationToken ct, int side = 1) =>
        Page.Of<ListHasslesPage>(new { List = await list.ReadAsync(Math.Clamp(side, 1, 10_000), ct) });

    private async Task<HassleList> ReadAsync(int page, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var all = await scope
            .In(database)
            .AsNoTracking()
            .Select(row => new Line(row.Id, row.Week, row.State, row.MergedIntoId))
            .ToListAsync(ct);
        // What was merged stands on the page of the one it was merged into, if that may be read.
        var ids = all.Select(line => line.Id).ToHashSet();
        var shown = all.Where(line => line.State != Withdrawn)
            .Where(line => line.MergedIntoId is not { } into || !ids.Contains(into))
            .OrderBy(line => IsWaiting(line) ? 0 : 1)
            .ThenByDescending(line => line.Week)
            // Within a week in no order that tells which came first.
            .ThenBy(line => HassleId.Shuffled(line.Id), StringComparer.Ordinal)
            .Select(line => line.Id)
            .ToList();
        var last = Math.Max(1, (shown.Count + PerPage - 1) / PerPage);
        page = Math.Min(page, last);
        var onPage = shown.Skip((page - 1) * PerPage).Take(PerPage).ToList();
        var lift = await lifting.ReadAsync(scope.Known, ct);
        return new HassleList(
            await ItemsAsync(scope, onPage, ct),
            all.Count,
            all.Count(IsWaiting),
            all.Count(line => line.State == Withdrawn),
            page,
            last,
            Doors(scope)
        )
        {
            WaitingForReader = (await lifting.WaitingAsync(scope, lift, ct)).Count,
            Times = await times.ReadAsync(scope.Known.Tree, OwnOf(scope), ct),
        };
    }

    private static bool IsWaiting(Line line) => HassleWords.Unanswered.Contains(line.State);

    // Where the reader works or leads, and not everything above and under it.
    private static List<Unit> OwnOf(HassleSight.Scope scope) =>
        [
            .. scope
                .Known.Tree.All.Where(unit => unit.IsOpen && scope.Own.Contains(unit.Id))
                .OrderBy(unit => unit.Name, StringComparer.CurrentCulture),
        ];

    private async Task<List<HassleItem>> ItemsAsync(HassleSight.Scope scope, List<Guid> ids, CancellationToken ct)
    {
        var hassles = await database.ReadHasslesAsync(ids, ct);
        var names = await database.NamesOfAsync(hassles.Values, ct);
        var read = await standings.ReadAsync(hassles.Values, ct);
        var met = await hits.ReadAsync(ids, ct);
        return
        [
            .. ids.Where(hassles.ContainsKey)
                .Select(id => hassles[id])
                .Select(hassle => new HassleItem(
                    HassleView
                        .Of(hassle, scope.UnitOf(hassle), field => scope.Sees(hassle, field), names)
                        .Met(met(hassle.Id)) with
                    {
                        Standing = read(hassle, scope.Sees(hassle, HassleField.Day)),
                    },
                    scope.MayAnswer(hassle)
                )),
        ];
    }

    private static List<Door> Doors(HassleSight.Scope scope) =>
        [
            .. scope
                .Known.Tree.All.Where(unit => unit.IsOpen && scope.Led.Contains(unit.Id))
                .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Select(unit => new Door(unit.Id, unit.Name, PlaceCode.Of(unit.Id))),
        ];

    private sealed record Line(Guid Id, DateOnly Week, string State, Guid? MergedIntoId);
}

/// <summary>The list as one reader sees it.</summary>
/// <param name="Items">What stands on this page.</param>
/// <param name="Said">How many have been said, withdrawn ones counted.</param>
/// <param name="Waiting">How many wait for an answer.</param>
/// <param name="Withdrawn">How many were withdrawn.</param>
/// <param name="Page">Which page.</param>
/// <param name="Last">The last page.</param>
/// <param name="Doors">The links for the doors of the units that the reader answers for.</param>
public sealed record HassleList(
    IReadOnlyList<HassleItem> Items,
    int Said,
    int Waiting,
    int Withdrawn,
    int Page,
    int Last,
    IReadOnlyList<Door> Doors
)
{
    /// <summary>How many wait for the reader to answer.</summary>
    public int WaitingForReader { get; init; }

    /// <summary>How long one usually waits, in each of the reader's units.</summary>
    public IReadOnlyList<UnitAnswerTime> Times { get; init; } = [];
}

/// <summary>A line of the list.</summary>
/// <param name="Hassle">The hassle.</param>
/// <param name="MayAnswer">Whether the reader may answer it.</param>
public sealed record HassleItem(HassleView Hassle, bool MayAnswer);

/// <summary>The link at a unit's door.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Code">Its place code.</param>
public sealed record Door(Guid UnitId, string Unit, string Code);
