using Endre.Domain.Insights.SmallGroups;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Privacy;
using Endre.Web.Access;

namespace Endre.Web.Features.Hassles.SayHassle;

/// <summary>What the form says of those who will read it, and what has been said to them before.</summary>
internal sealed class ReadSayPlace(
    EndreContext database,
    UnitSeats seats,
    CurrentPerson person,
    ReadWhere where,
    SimilarHassles.SimilarHassles similar
)
{
    /// <param name="known">The units, and who answers for them.</param>
    /// <param name="unit">To whom it is said.</param>
    /// <param name="code">The code that the person came by, or null.</param>
    /// <param name="chosen">The place that is chosen, or null.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<SayPlace> ReadAsync(
        UnitSeats.Known known,
        Unit unit,
        string? code,
        Guid? chosen,
        CancellationToken ct
    )
    {
        var parent = unit.ParentId is { } above ? known.Tree.Find(above) : null;
        // Under this many, the words may tell who it was.
        var limit = await database.ReadSmallGroupLimitAsync(ct);
        var workers = await seats.CountAsync(known.Tree.Whole(unit.Id), ct);
        var door = code is null ? null : await where.DoorAsync(known.Tree, code, ct);
        return new SayPlace(
            unit,
            parent is { IsOpen: true } ? parent : null,
            workers < limit.Value ? (SmallGroupLimit?)limit : null,
            NamesOf(known, unit.Id),
            person.IsSignedIn ? person.Name ?? "" : null,
            code,
            await where.ReadAsync(known.Tree, unit, door?.Place, chosen, ct)
        )
        {
            HasSimilar = await similar.HasAnyAsync(unit, door is not null, ct),
        };
    }

    /// <summary>The names of those who will answer.</summary>
    public static IReadOnlyList<string> NamesOf(UnitSeats.Known known, Guid unitId) =>
        [.. known.AnswerersOf(unitId).Select(seat => seat.Name)];
}
