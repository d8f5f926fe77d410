using Endre.Domain.Improvements;
using Endre.Domain.Improvements.Holding;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Storage.Improvements.Holding;
using Endre.Web.Access;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Holding;

/// <summary>The routines that a person answers for in the line, and what the person adopted that nobody answers for yet.</summary>
internal sealed class HeldByPerson(
    EndreContext database,
    Formats formats,
    TimeProvider clock,
    Texts<HoldingTexts> texts
) : IResponsibilities
{
    private static readonly string Adopted = StoredWord.Of(ImprovementState.Adopted);

    public string Tell(int count) => texts.Count("Held", count);

    public Task<int> CountAsync(Guid personId, CancellationToken ct) => Of(personId).CountAsync(ct);

    public async Task HandOverAsync(Guid from, Guid to, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hand = new Hand(PersonId: null, now, formats.Day(now));
        foreach (var id in await Of(from).Select(row => row.Id).ToListAsync(ct))
        {
            await database.DoWithHeldRoutineAsync(id, new ReplaceLineOwner(to), hand, ct);
        }
    }

    // What is asked about no more needs nobody who is asked.
    private IQueryable<ImprovementRow> Of(Guid personId)
    {
        var last = HeldRoutine.Months[^1];
        return database.Improvements.Where(row =>
            row.State == Adopted
            && !database.HeldRoutines.Any(held => held.ImprovementId == row.Id && held.LastAnswered >= last)
            && (
                database.HeldRoutines.Any(held => held.ImprovementId == row.Id && held.LineOwnerId == personId)
                || (
                    row.OwnerId == personId
                    && !database.HeldRoutines.Any(held => held.ImprovementId == row.Id && held.LineOwnerId != null)
                )
            )
        );
    }
}
