using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;

namespace Endre.Web.Features.Hassles;

/// <summary>
/// The scope that hassles are loaded through: what one person may see and answer. Being an administrator gives nothing
/// here.
/// </summary>
internal sealed class HassleSight(CurrentPerson person, UnitSeats seats) : ISeenHassles
{
    public async Task<SeenHassles> ReadAsync(CancellationToken ct)
    {
        var scope = await OpenAsync(ct);
        return new SeenHassles(scope.PersonId, scope.Known.Tree, scope.Seen, scope.Led, scope.In);
    }

    public async Task<Scope> OpenAsync(CancellationToken ct)
    {
        var known = await seats.ReadAsync(ct);
        var represented = new HashSet<Guid>();
        var worked = new HashSet<Guid>();
        var led = new HashSet<Guid>();
        var own = new HashSet<Guid>();
        foreach (var membership in await seats.OfAsync(person.RequiredId, ct))
        {
            var unit = known.Tree.Current(membership.UnitId)?.Id ?? membership.UnitId;
            own.Add(unit);
            switch (membership.Role)
            {
                case UnitRole.UnionRepresentative or UnitRole.SafetyRepresentative:
                    represented.UnionWith(known.Tree.Whole(unit));
                    break;
                case UnitRole.Leader or UnitRole.Deputy or UnitRole.ChangeAgent:
                    led.UnionWith(known.Tree.Whole(unit));
                    goto default;
                // Whoever works in a unit, works in all it is a part of.
                default:
                    worked.UnionWith(known.Tree.Ancestors(unit).Select(above => above.Id).Prepend(unit));
                    break;
            }
        }

        // What was said to a unit that has been closed is seen where the unit went on.
        foreach (var closed in known.Tree.All.Where(unit => !unit.IsOpen))
        {
            if (worked.Contains(known.Tree.Current(closed.Id)?.Id ?? closed.Id))
                worked.Add(closed.Id);
        }

        worked.UnionWith(led);
        represented.UnionWith(worked);
        return new Scope(person.RequiredId, known, represented, worked, led) { Own = own };
    }

    /// <summary>What one person may see.</summary>
    /// <param name="PersonId">Who.</param>
    /// <param name="Known">The units, and who answers for them.</param>
    /// <param name="Seen">The units of which the texts are seen.</param>
    /// <param name="Worked">The units of which the person is a colleague or a leader.</param>
    /// <param name="Led">The units for which the person answers.</param>
    internal sealed record Scope(
        Guid PersonId,
        UnitSeats.Known Known,
        IReadOnlySet<Guid> Seen,
        IReadOnlySet<Guid> Worked,
        IReadOnlySet<Guid> Led
    )
    {
        /// <summary>The units in which the person has a place.</summary>
        public IReadOnlySet<Guid> Own { get; init; } = new HashSet<Guid>();

        /// <summary>All rows that are in sight.</summary>
        public IQueryable<HassleRow> In(EndreContext database) =>
            database.Hassles.Where(row =>
                Seen.Contains(row.UnitId)
                || (row.MovedToId != null && Seen.Contains(row.MovedToId.Value))
                || row.AnswererId == PersonId
            );

        /// <summary>The hassle, or null when there is none or it is out of sight.</summary>
        public async Task<Hassle?> FindAsync(EndreContext database, Guid id, CancellationToken ct) =>
            await database.FindHassleAsync(id, ct) is { } hassle && Sees(hassle) ? hassle : null;

        public bool MayAnswer(Hassle hassle) => Led.Contains(hassle.AnsweringUnitId) || hassle.AnswererId == PersonId;

        /// <summary>Whether something that is stored of the hassle is for this person to see.</summary>
        public bool Sees(Hassle hassle, HassleField field) =>
            Keeping.SeerOf(hassle.Speaker, field) switch
            {
                Seer.Unit => Sees(hassle),
                Seer.Colleagues => Worked.Contains(hassle.UnitId) || IsToAnswer(hassle),
                Seer.Leaders => IsToAnswer(hassle),
                _ => false,
            };

        public string UnitOf(Hassle hassle) => Known.Tree.Find(hassle.UnitId)?.Name ?? "–";

        private bool Sees(Hassle hassle) =>
            Seen.Contains(hassle.UnitId) || Seen.Contains(hassle.AnsweringUnitId) || hassle.AnswererId == PersonId;

        // The name was promised to those of the unit it was said to: who took over from one of them has it, and neither the
        // leader it was lifted to nor the unit it was moved to.
        private bool IsToAnswer(Hassle hassle) =>
            (hassle.AnswererId == PersonId && hassle.LiftedOn is null && hassle.MovedToId is null)
            || Known.AnswerersOf(hassle.UnitId).Any(seat => seat.PersonId == PersonId);
    }
}
