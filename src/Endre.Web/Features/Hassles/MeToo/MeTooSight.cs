using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;
using Endre.Web.Features.Hassles.SimilarHassles;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.MeToo;

/// <summary>What one may say «meg også» to: what one sees, what one has said, and what the door one stands at shows.</summary>
internal sealed class MeTooSight(EndreContext database, HassleSight sight, UnitSeats seats, CurrentPerson person)
{
    /// <param name="id">Which hassle.</param>
    /// <param name="place">The code at the door, or null.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The hassle, or null when there is none or it is out of sight.</returns>
    public async Task<Hassle?> FindAsync(Guid id, string? place, CancellationToken ct)
    {
        if (person.Id is { } me)
        {
            if (await FindSeenAsync(id, ct) is { } seen)
                return seen;
            if (await database.FindHassleAsync(id, ct) is { } own && own.PersonId == me)
                return own;
        }
        var tree = (await seats.ReadAsync(ct)).Tree;
        return
            await PlaceDoor.FindAsync(database, tree, place, ct) is { Unit: var unit }
            && await IsAtDoorAsync(tree, unit, id, ct)
            ? await database.FindHassleAsync(id, ct)
            : null;
    }

    /// <summary>The hassle, where its page may be opened; for somebody who is signed in.</summary>
    public async Task<Hassle?> FindSeenAsync(Guid id, CancellationToken ct) =>
        await (await sight.OpenAsync(ct)).FindAsync(database, id, ct);

    private Task<bool> IsAtDoorAsync(UnitTree tree, Unit unit, Guid id, CancellationToken ct) =>
        DoorSight.In(database, tree, unit).AnyAsync(row => row.Id == id, ct);
}
