using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Hassles.Numbers;

/// <summary><c>/tall</c>: how many were said and answered, unit by unit and month by month. For everybody signed in.</summary>
internal sealed class ShowNumbers(
    EndreContext database,
    HassleSight sight,
    UnitSeats seats,
    HassleCounts hassles,
    CurrentPerson person
)
{
    public static Task<IResult> HandleAsync(Guid? enhet, string? tid, ShowNumbers show, CancellationToken ct) =>
        show.ShowAsync(enhet, Math.Max(0, NumbersLinks.Levels.ToList().IndexOf(tid ?? "")), ct);

    private async Task<IResult> ShowAsync(Guid? unitId, int level, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var tree = scope.Known.Tree;
        var period = CountingPeriod.On(seats.Today);
        var counts = await hassles.CountAsync(scope, period, ct);
        var tops = counts.Under(null).Where(unit => IsListed(unit, period)).ToList();
        // An old link to a unit that has been closed shows where it went on.
        var unit =
            unitId is { } id ? tree.Current(id)
            : tops is [var only] ? only
            : null;
        if (unitId is not null && unit is null)
            return ErrorResult.NotFound;
        var limit = await database.ReadSmallGroupLimitAsync(ct);
        var shown = counts.Decide(CountingPeriod.Levels, limit, scope.Seen);
        return Page.Of<NumbersPage>(
            new
            {
                View = new NumbersView(
                    period,
                    limit,
                    level,
                    unit,
                    Above(counts, tree, unit),
                    tops.Count > 1,
                    await OwnAsync(tree, ct),
                    Rows(counts, shown, period, unit, level)
                ),
            }
        );
    }

    private static List<NumbersRow> Rows(
        CountTree counts,
        ShownParts shown,
        CountingPeriod period,
        Unit? unit,
        int level
    )
    {
        var under = counts
            .Under(unit?.Id)
            .Where(part => IsListed(part, period))
            .OrderBy(part => part.IsOpen ? 0 : 1)
            .ThenBy(part => part.Name, StringComparer.CurrentCulture)
            .Select(part => Row(part, NumbersRowKind.Under))
            .ToList();
        if (unit is null)
            return under;
        var whole = Row(unit, NumbersRowKind.Whole);
        return under.Count == 0 ? [whole] : [whole, Row(unit, NumbersRowKind.Itself), .. under];

        NumbersRow Row(Unit of, NumbersRowKind kind)
        {
            var isWhole = kind != NumbersRowKind.Itself;
            var groups = Enumerable.Range(0, CountingPeriod.Levels[level].Count).ToList();
            var coarser = Enumerable.Range(0, level).Reverse().Where(at => CountOf(at, 0) is not null);
            return CountOf(level, 0) is null
                ? new NumbersRow(of, kind, [], coarser.Select(at => (int?)at).FirstOrDefault())
                : new NumbersRow(of, kind, [.. groups.Select(group => CountOf(level, group)!)], CoarserLevel: null);

            NumbersCount? CountOf(int at, int group) =>
                isWhole ? Count(shown.All.Whole(of.Id, at, group), shown.Part.Whole(of.Id, at, group))
                : Count(shown.All.Own(of.Id, at, group), shown.Part.Own(of.Id, at, group)) is { } others
                    ? WithListed(others, counts.Apart(of.Id, CountingPeriod.Levels[at], group))
                : null;
        }
    }

    private static NumbersCount? Count(int? said, int? answered) =>
        said is { } number ? new NumbersCount(number, answered) : null;

    private static NumbersCount WithListed(NumbersCount others, (int All, int Part) listed) =>
        new(others.Said + listed.All, others.Answered + listed.Part);

    // Nothing can have been said in the period to a unit that was closed before it.
    private static bool IsListed(Unit unit, CountingPeriod period) =>
        unit.ClosedAt is not { } closed || DateOnly.FromDateTime(closed.UtcDateTime) >= period.From;

    private static List<Unit> Above(CountTree counts, UnitTree tree, Unit? unit)
    {
        var above = new List<Unit>();
        while (unit is not null && counts.ParentOf(unit) is { } id)
        {
            unit = tree.Find(id)!;
            above.Insert(0, unit);
        }
        return above;
    }

    private async Task<List<Unit>> OwnAsync(UnitTree tree, CancellationToken ct) =>
        [
            .. (await seats.OfAsync(person.RequiredId, ct))
                .Select(membership => tree.Current(membership.UnitId))
                .OfType<Unit>()
                .Where(unit => unit.IsOpen)
                .DistinctBy(unit => unit.Id)
                .OrderBy(unit => unit.Name, StringComparer.CurrentCulture),
        ];
}
