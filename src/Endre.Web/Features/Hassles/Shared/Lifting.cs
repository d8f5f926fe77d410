using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Hassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles;

/// <summary>Reads who is away, which decides who gets what is lifted.</summary>
internal sealed class ReadLifting(EndreContext database, UnitSeats seats)
{
    public async Task<Lifting> ReadAsync(UnitSeats.Known known, CancellationToken ct)
    {
        var today = seats.Today;
        var away = await database
            .Absences.AsNoTracking()
            .Where(absence => absence.Since <= today && absence.Until >= today)
            .ToDictionaryAsync(absence => absence.PersonId, absence => absence.Until, ct);
        return new Lifting(known, away);
    }

    /// <summary>
    /// What waits for the one who asks. Something that was merged and has been written more about waits as the one that it
    /// was merged into.
    /// </summary>
    public async Task<HashSet<Guid>> WaitingAsync(HassleSight.Scope scope, Lifting lift, CancellationToken ct)
    {
        var rows = await scope
            .In(database)
            .AsNoTracking()
            .Where(row => HassleWords.Unanswered.Contains(row.State))
            .ToListAsync(ct);
        var roots = new HashSet<Guid>();
        foreach (var row in rows.Where(row => lift.WaitsFor(row.ToHassle([]), scope.PersonId)))
        {
            roots.Add(await RootOfAsync(row, ct));
        }
        return roots;
    }

    private async Task<Guid> RootOfAsync(HassleRow row, CancellationToken ct)
    {
        var (id, into) = (row.Id, row.MergedIntoId);
        while (into is { } next)
        {
            id = next;
            into = await database
                .Hassles.Where(one => one.Id == next)
                .Select(one => one.MergedIntoId)
                .SingleOrDefaultAsync(ct);
        }
        return id;
    }
}

/// <summary>Who waits for whom today, and who is one level up.</summary>
/// <param name="Known">The units, and who answers for them.</param>
/// <param name="Away">Who is away, and the last day of it.</param>
internal sealed record Lifting(UnitSeats.Known Known, IReadOnlyDictionary<Guid, DateOnly> Away)
{
    private readonly List<LeadingSeat> _leading =
    [
        .. Known
            .Seats.SelectMany(unit => unit.Select(seat => (UnitId: unit.Key, Seat: seat)))
            .Where(at => at.Seat.Role is UnitRole.Leader or UnitRole.Deputy)
            .OrderBy(at => at.Seat.Name, StringComparer.CurrentCulture)
            .Select(at => new LeadingSeat(
                at.Seat.PersonId,
                at.UnitId,
                at.Seat.Role == UnitRole.Deputy,
                Away.ContainsKey(at.Seat.PersonId)
            )),
    ];

    /// <summary>The one leader to whom this person may lift it, or null.</summary>
    public LiftTarget? Next(Hassle hassle, Guid personId) =>
        hassle.State == HassleState.Lifted && !WaitsFor(hassle, personId)
            ? null
            : LiftPath.Next(
                Known.Tree,
                hassle.AnsweringUnitId,
                hassle.LiftedOn is null ? null : hassle.AnswererId,
                personId,
                _leading
            );

    /// <summary>
    /// Whether it waits for this person: what was lifted to them, or to somebody in whose unit they are leader, deputy or
    /// change agent; and what was said to a unit that they answer for.
    /// </summary>
    public bool WaitsFor(Hassle hassle, Guid personId)
    {
        if (!hassle.IsUnanswered)
            return false;
        if (hassle.AnswererId == personId)
            return true;
        if (hassle.AnswererId is not { } answerer)
            return Known.AnswerersOf(hassle.AnsweringUnitId).Any(seat => seat.PersonId == personId);
        return hassle.LiftedOn is not null && UnitOf(hassle, answerer) is { } unit && SitsIn(unit, personId);
    }

    public string NameOf(Guid personId) =>
        Known.Seats.SelectMany(unit => unit).FirstOrDefault(seat => seat.PersonId == personId)?.Name ?? "–";

    // The nearest unit, from the one that answers and up, that this person leads.
    private Guid? UnitOf(Hassle hassle, Guid leader)
    {
        var open = Known.Tree.Current(hassle.AnsweringUnitId)?.Id ?? hassle.AnsweringUnitId;
        return Known
            .Tree.Ancestors(open)
            .Select(unit => unit.Id)
            .Prepend(open)
            .Where(unit => _leading.Exists(seat => seat.UnitId == unit && seat.PersonId == leader))
            .Select(unit => (Guid?)unit)
            .FirstOrDefault();
    }

    private bool SitsIn(Guid unit, Guid personId) => Known.Seats[unit].Any(seat => seat.PersonId == personId);
}
