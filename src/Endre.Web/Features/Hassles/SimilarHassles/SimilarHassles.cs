using System.Text.Json.Serialization;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.MeToos;
using Endre.Domain.Organizations;
using Endre.Norwegian.Searching;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;
using Endre.Web.Features.Hassles.SearchHassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.SimilarHassles;

/// <summary>What has been said already that resembles what somebody is writing.</summary>
internal sealed class SimilarHassles(
    EndreContext database,
    HassleSight sight,
    UnitSeats seats,
    HassleIndex index,
    ReadHits hits,
    CurrentPerson person
)
{
    private const int Most = 5;
    private const int MostLookedAt = 40;

    // Under this, the words in common say nothing of what it is about.
    private const double Least = 0.4;

    private static readonly string Withdrawn = HassleWords.Of(HassleState.Withdrawn);

    /// <summary>Those that the one who asks may see, the most similar first.</summary>
    /// <param name="text">What is being written.</param>
    /// <param name="unit">To which unit; null is any.</param>
    /// <param name="isAtDoor">Whether the one who asks came by the unit's code.</param>
    /// <param name="by">Who would say «meg også».</param>
    /// <param name="ct">Stops it.</param>
    public async Task<IReadOnlyList<SimilarHassle>> FindAsync(
        string text,
        Unit? unit,
        bool isAtDoor,
        MeTooBy by,
        CancellationToken ct
    )
    {
        var query = TextQuery.Read(text);
        if (query.IsEmpty || await SeenAsync(unit, isAtDoor, ct) is not var (seen, units))
        {
            return [];
        }
        var known = await index.CatchUpAsync(database, ct);
        var ids = known
            .Find(query, MostLookedAt, new TextScope(units, new HashSet<Guid>()), Matching.Half)
            .Hits.Select(hit => hit.Id)
            .ToList();
        var rows = await seen.AsNoTracking()
            .Where(row => ids.Contains(row.Id) && row.State != Withdrawn)
            .Select(row => new Found(row.Id, row.Text, row.State))
            .ToListAsync(ct);
        var best = rows.Where(row => query.IsTouchedBy(row.Text))
            .Select(row => (Row: row, Score: Math.Round(query.ScoreOf(row.Text), 2)))
            .Where(scored => scored.Score >= Least)
            .OrderByDescending(scored => scored.Score)
            .ThenBy(scored => ids.IndexOf(scored.Row.Id))
            .Take(Most)
            .ToList();
        var bestIds = best.Select(scored => scored.Row.Id).ToList();
        var met = await hits.ReadAsync(bestIds, ct);
        var groups = await database.ReadVoicedAsync(bestIds, ct);
        return
        [
            .. best.Select(scored => new SimilarHassle(scored.Row.Id, scored.Row.Text, scored.Score, scored.Row.State)
            {
                Hits = met(scored.Row.Id).Shown,
                IsCounted = groups.TryGetValue(scored.Row.Id, out var group) && MeTooRules.Counts([.. group], by),
            }),
        ];
    }

    /// <summary>Whether there is anything at all to find for the one who asks.</summary>
    public async Task<bool> HasAnyAsync(Unit unit, bool isAtDoor, CancellationToken ct) =>
        person.IsSignedIn || (await SeenAsync(unit, isAtDoor, ct) is var (seen, _) && await seen.AnyAsync(ct));

    // Whoever is not signed in sees what the door shows, and only at a door.
    private async Task<(IQueryable<HassleRow> Rows, IReadOnlySet<Guid> Units)?> SeenAsync(
        Unit? unit,
        bool isAtDoor,
        CancellationToken ct
    )
    {
        if (person.IsSignedIn)
        {
            var scope = await sight.OpenAsync(ct);
            return (scope.In(database), unit is null ? scope.Seen : Near(scope, unit.Id));
        }
        if (unit is null || !isAtDoor)
        {
            return null;
        }
        var tree = (await seats.ReadAsync(ct)).Tree;
        return (DoorSight.In(database, tree, unit), DoorSight.UnitsOf(tree, unit));
    }

    // The unit with what is under it, and those above, as far as one sees.
    private static HashSet<Guid> Near(HassleSight.Scope scope, Guid unit) =>
        scope
            .Known.Tree.Ancestors(unit)
            .Select(above => above.Id)
            .Concat(scope.Known.Tree.Whole(unit))
            .Where(scope.Seen.Contains)
            .ToHashSet();

    private sealed record Found(Guid Id, string Text, string State);
}

/// <summary>Something that has been said already.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What was said.</param>
/// <param name="Score">How much of what is being written stands in it, from 0 to 1.</param>
/// <param name="State">Where it stands: <c>waiting</c>, <c>will-do</c>, <c>will-not</c>, <c>needs-more</c>.</param>
public sealed record SimilarHassle(Guid Id, string Text, double Score, string State)
{
    /// <summary>How many meet it; left out where it is one, or where it may not be told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Hits { get; init; }

    /// <summary>Whether the one who asks counts among them; left out where not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCounted { get; init; }
}
