using Endre.Domain.Hassles.Removals;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;

namespace Endre.Web.Features.Hassles.RemoveHassle;

/// <summary>The writer says that it is gone, or is not, whichever way in.</summary>
internal sealed class WritersRemoval(EndreContext database, UnitSeats seats)
{
    public Task<Refusal?> RemoveAsync(Guid id, RemovalForm form, CancellationToken ct) =>
        database.DoWithHassleAsync(id, form.ToRemove(Witness.Writer, personId: null), seats.Today, ct);

    public Task<Refusal?> ReturnAsync(Guid id, RemovalForm form, CancellationToken ct) =>
        database.DoWithHassleAsync(id, form.ToReturn(Witness.Writer, personId: null), seats.Today, ct);

    /// <summary>The way in with an account.</summary>
    public static RemovalDoor DoorOf(Guid id) =>
        new(RemovalLinks.MineGone(id), RemovalLinks.MineBack(id), HassleLinks.OneOfMine(id));

    /// <summary>The way in with the code, which goes along in the forms and never in an address.</summary>
    public static RemovalDoor DoorOf(string code) =>
        new(RemovalLinks.ClaimGone, RemovalLinks.ClaimBack, HassleLinks.Claim, code);
}
