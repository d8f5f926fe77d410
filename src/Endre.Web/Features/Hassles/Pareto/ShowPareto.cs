using Endre.Domain.Hassles;
using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Storage.Privacy;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.Numbers;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.Pareto;

/// <summary>
/// <c>/plunder/pareto</c>: what there is most of. By unit it tells everybody what <c>/tall</c> tells, by the same rules for
/// small groups and the same months, so that no number can be worked out from the two. By anything else it counts what the
/// reader sees one by one.
/// </summary>
internal sealed class ShowPareto(
    EndreContext database,
    HassleSight sight,
    UnitSeats seats,
    HassleCounts hassles,
    CountPlaces places,
    Texts<ParetoTexts> texts
)
{
    private const int MostBars = 8;

    /// <summary>What can be counted by, as words in the address; another way is a word here and a line in <c>CountAsync</c>.</summary>
    public static readonly IReadOnlyList<string> Ways = ["enhet", "svar", "tema", ByPlace];

    internal const string ByPlace = "sted";

    public static async Task<IResult> HandleAsync(Guid? enhet, string? etter, ShowPareto show, CancellationToken ct) =>
        await show.ReadAsync(enhet, etter, ct) is { } view
            ? Page.Of<ParetoPage>(new { View = view })
            : ErrorResult.NotFound;

    public static async Task<IResult> DownloadAsync(
        HttpContext context,
        Guid? enhet,
        string? etter,
        ShowPareto show,
        ParetoFile file
    ) =>
        await show.ReadAsync(enhet, etter, context.RequestAborted) is { Pareto: not null } view
            ? file.Of(context, view)
            : ErrorResult.NotFound;

    /// <returns>Null when there is no such unit.</returns>
    private async Task<ParetoView?> ReadAsync(Guid? unitId, string? way, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var tree = scope.Known.Tree;
        var by = Ways.Contains(way) ? way! : Ways[0];
        var period = CountingPeriod.On(seats.Today);
        var limit = await database.ReadSmallGroupLimitAsync(ct);
        var unit = unitId is { } id ? tree.Current(id) : await OwnAsync(scope, ct) ?? tree.Tops.FirstOrDefault();
        if (unitId is not null && unit is null)
        {
            return null;
        }
        if (unit is null)
        {
            return new ParetoView(null, by, null, HasHidden: false, SeesAll: true, period, limit, []);
        }
        var (pareto, hasHidden) = by switch
        {
            "svar" => (await ByAnswerAsync(scope, unit, period, ct), false),
            "tema" => (await ByCategoryAsync(scope, unit, period, ct), false),
            ByPlace => (await places.CountAsync(scope, unit, period, MostBars, ct), false),
            _ => await ByUnitAsync(scope, unit, period, limit, ct),
        };
        var seesAll = by == Ways[0] || tree.Whole(unit.Id).All(scope.Seen.Contains);
        return new ParetoView(unit, by, pareto, hasHidden, seesAll, period, limit, Choices(tree));
    }

    private async Task<(Domain.Insights.Pareto?, bool HasHidden)> ByUnitAsync(
        HassleSight.Scope scope,
        Unit unit,
        CountingPeriod period,
        SmallGroupLimit limit,
        CancellationToken ct
    )
    {
        var counts = await hassles.CountAsync(scope, period, ct);
        var shown = counts.Decide(CountingPeriod.Levels, limit, scope.Seen).All;
        if (shown.Whole(unit.Id, 0, 0) is not { } whole)
        {
            return (null, true);
        }
        var parts = counts
            .Under(unit.Id)
            .OrderBy(part => part.Name, StringComparer.CurrentCulture)
            .Select(part => (part.Name, Count: shown.Whole(part.Id, 0, 0)))
            .ToList();
        var itself = shown.Own(unit.Id, 0, 0) is { } own
            ? own + counts.Apart(unit.Id, CountingPeriod.Levels[0], 0).All
            : (int?)null;
        parts.Add((texts["Itself", unit.Name], itself));
        var bars = parts.Where(part => part.Count is not null).Select(part => (part.Name, part.Count!.Value)).ToList();
        // What is hidden is many enough together, or none of it would be shown.
        var hidden = Math.Max(0, whole - bars.Sum(bar => bar.Value));
        return (Domain.Insights.Pareto.Of(bars, MostBars, hidden), hidden > 0);
    }

    private async Task<Domain.Insights.Pareto> ByAnswerAsync(
        HassleSight.Scope scope,
        Unit unit,
        CountingPeriod period,
        CancellationToken ct
    )
    {
        var states = await SeenIn(scope, unit, period)
            .GroupBy(row => row.State)
            .Select(rows => new { rows.Key, Count = rows.Count() })
            .ToListAsync(ct);
        return Domain.Insights.Pareto.Of(
            states
                .Select(row => (State: HassleWords.Read(row.Key) ?? HassleState.Waiting, row.Count))
                .OrderBy(row => row.State)
                .Select(row => (texts[$"State_{row.State}"], row.Count)),
            MostBars
        );
    }

    // Where nobody chose, it may be anything: it is «annet», and last.
    private async Task<Domain.Insights.Pareto> ByCategoryAsync(
        HassleSight.Scope scope,
        Unit unit,
        CountingPeriod period,
        CancellationToken ct
    )
    {
        var counted = (
            await SeenIn(scope, unit, period)
                .GroupBy(row => row.Category)
                .Select(rows => new { rows.Key, Count = rows.Count() })
                .ToListAsync(ct)
        ).ToLookup(row => ServiceCategoryWord.Read(row.Key), row => row.Count);
        return Domain.Insights.Pareto.Of(
            ServiceCategoryWord.All.Select(category =>
                (texts[$"Category_{ServiceCategoryWord.Of(category)}"], counted[category].Sum())
            ),
            MostBars,
            counted[null].Sum()
        );
    }

    private IQueryable<HassleRow> SeenIn(HassleSight.Scope scope, Unit unit, CountingPeriod period)
    {
        var units = scope.Known.Tree.Whole(unit.Id);
        var (from, until) = (period.From, period.Until);
        return scope.In(database).Where(row => units.Contains(row.UnitId) && row.Week >= from && row.Week < until);
    }

    private async Task<Unit?> OwnAsync(HassleSight.Scope scope, CancellationToken ct) =>
        (await seats.OfAsync(scope.PersonId, ct))
            .OrderBy(membership => membership.Role is UnitRole.Leader or UnitRole.Deputy ? 0 : 1)
            .ThenBy(membership => membership.Id)
            .Select(membership => scope.Known.Tree.Current(membership.UnitId))
            .FirstOrDefault(unit => unit is { IsOpen: true });

    private static IReadOnlyList<Choice> Choices(UnitTree tree)
    {
        var choices = new List<Choice>();
        Add(parent: null, depth: 0);
        return choices;

        void Add(Guid? parent, int depth)
        {
            foreach (var unit in tree.OpenChildren(parent))
            {
                choices.Add(new Choice($"{unit.Id}", new string('\u2003', depth) + unit.Name));
                Add(unit.Id, depth + 1);
            }
        }
    }
}
