using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Removals;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.ShowHappened;

/// <summary>Where something stands on the page and on the screen.</summary>
public enum HappenedPart
{
    /// <summary>Borte.</summary>
    Gone,

    /// <summary>På vei.</summary>
    OnItsWay,

    /// <summary>Nei, fordi …</summary>
    No,

    /// <summary>Venter.</summary>
    Waiting,
}

/// <summary>What was said to a unit itself, and what became of it, in the order in which it is shown.</summary>
internal sealed class HappenedRows(EndreContext database, ReadHits hits)
{
    private static readonly string Withdrawn = HassleWords.Of(HassleState.Withdrawn);

    /// <summary>The lines of a unit; nothing that was withdrawn, and what was merged under what it was merged into.</summary>
    /// <param name="tree">All units.</param>
    /// <param name="unit">An open unit, or one that nobody took over.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<IReadOnlyList<HappenedLine>> ReadAsync(UnitTree tree, Unit unit, CancellationToken ct)
    {
        var ids = IdsOf(tree, unit);
        var rows = await database
            .Hassles.AsNoTracking()
            .Where(row => ids.Contains(row.UnitId) && row.State != Withdrawn && row.MergedIntoId == null)
            .Select(row => new
            {
                row.Id,
                row.State,
                row.Week,
                row.GoneWeek,
                row.GoneDay,
                row.IsOffScreen,
                Before = new Effort(row.Minutes, row.TimesPerWeek, row.People),
                Left = new Effort(row.LeftMinutes, row.LeftTimesPerWeek, row.LeftPeople),
            })
            .ToListAsync(ct);
        var met = await hits.ReadAsync([.. rows.Select(row => row.Id)], ct);
        return
        [
            .. rows.Select(row => new HappenedLine(
                    row.Id,
                    PartOf(HassleWords.Read(row.State)),
                    row.Week,
                    row.GoneDay ?? row.GoneWeek,
                    Price.Of(row.Before.HittingAtLeast(met(row.Id).InPrice), row.GoneWeek is null ? null : row.Left),
                    row.IsOffScreen,
                    met(row.Id)
                ))
                .OrderBy(line => line.Part)
                .ThenByDescending(line => line.GoneOn ?? default)
                // What waits longest, first; the rest newest first.
                .ThenBy(line => line.Part == HappenedPart.Waiting ? line.Week.DayNumber : -line.Week.DayNumber)
                // Within a week in no order that tells which came first.
                .ThenBy(line => HassleId.Shuffled(line.Id), StringComparer.Ordinal),
        ];
    }

    /// <summary>The hassles of these lines, in their order.</summary>
    public async Task<IReadOnlyList<Hassle>> HasslesAsync(IEnumerable<HappenedLine> lines, CancellationToken ct)
    {
        var ids = lines.Select(line => line.Id).ToList();
        var hassles = await database.ReadHasslesAsync(ids, ct);
        return [.. ids.Where(hassles.ContainsKey).Select(id => hassles[id])];
    }

    /// <summary>The unit itself and the closed ones that went on in it: under these ids lies what was said to it.</summary>
    public static IReadOnlyList<Guid> IdsOf(UnitTree tree, Unit unit) =>
        [.. tree.All.Where(one => tree.Current(one.Id)?.Id == unit.Id).Select(one => one.Id)];

    public static HappenedPart PartOf(HassleState? state) =>
        state switch
        {
            HassleState.Gone => HappenedPart.Gone,
            HassleState.WillDo => HappenedPart.OnItsWay,
            HassleState.WillNot => HappenedPart.No,
            _ => HappenedPart.Waiting,
        };
}

/// <summary>A line, before its texts are read.</summary>
/// <param name="Id">Which hassle.</param>
/// <param name="Part">Where it stands.</param>
/// <param name="Week">The Monday of the week in which it was said.</param>
/// <param name="GoneOn">The day on which it was said to be gone, or the Monday of that week; null while it is not.</param>
/// <param name="Price">What it cost, and costs.</param>
/// <param name="IsOffScreen">Whether it is kept off the screen.</param>
/// <param name="Hits">How many meet it.</param>
internal sealed record HappenedLine(
    Guid Id,
    HappenedPart Part,
    DateOnly Week,
    DateOnly? GoneOn,
    Price Price,
    bool IsOffScreen,
    Hits Hits
);
