using System.Data;
using System.Data.Common;
using Endre.Domain.Organizations.Importing;
using Endre.Storage;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning.Import;

/// <summary>
/// Carries out what was shown, in one transaction, and nothing else: when the plan of now is not the plan that was shown,
/// nothing is stored and the new one is shown.
/// </summary>
internal sealed class CarryOutImport(
    EndreContext database,
    ImportPreviews previews,
    ImportStore store,
    ProvisionedDeparture departure,
    Formats formats,
    TimeProvider clock
)
{
    public static async Task<IResult> HandleAsync(
        Guid id,
        [FromForm] string? fingerprint,
        CarryOutImport carryOut,
        CancellationToken ct
    )
    {
        try
        {
            return await carryOut.TryAsync(id, fingerprint, ct);
        }
        catch (Exception fault) when (IsCollision(fault))
        {
            return await carryOut.ShowAgainAsync(id, ct);
        }
    }

    private async Task<IResult> TryAsync(Guid id, string? fingerprint, CancellationToken ct)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await previews.FindAsync(id, ct) is not { } preview)
            return ErrorResult.NotFound;
        var planned = await previews.PlanAsync(preview, ct);
        if (planned.Plan is not { } plan || plan.Fingerprint != fingerprint)
            return ImportPages.Preview(planned, hasChanged: planned.Plan is not null);
        await store.UseAsync(plan, formats.Day(clock.GetUtcNow()), ct);
        database.ImportPreviews.Remove(preview);
        await database.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        foreach (var person in store.Touched)
            await departure.SettleAsync(person, ct);
        return Page.SeeOther(
            ImportLinks.Done(
                Count(
                    plan,
                    c => c is ImportChange.UnitAdded or ImportChange.UnitReworded or ImportChange.UnitRelocated
                ),
                Count(
                    plan,
                    c => c is ImportChange.PersonAdded or ImportChange.PersonCorrected or ImportChange.PersonReturned
                ),
                Count(
                    plan,
                    c =>
                        c
                            is ImportChange.PlaceStarted
                                or ImportChange.PlaceMoved
                                or ImportChange.PlaceCorrected
                                or ImportChange.PlaceEnded
                ),
                Count(plan, c => c is ImportChange.PersonEnded)
            )
        );
    }

    private async Task<IResult> ShowAgainAsync(Guid id, CancellationToken ct)
    {
        database.ChangeTracker.Clear();
        return await previews.FindAsync(id, ct) is { } preview
            ? ImportPages.Preview(await previews.PlanAsync(preview, ct), hasChanged: true)
            : ErrorResult.NotFound;
    }

    private static int Count(ImportPlan plan, Func<ImportChange, bool> isOne) => plan.Changes.Count(isOne);

    // Somebody else stored something in the same moment: unique_violation, serialization_failure, deadlock_detected.
    private static bool IsCollision(Exception fault)
    {
        for (var at = fault; at is not null; at = at.InnerException)
        {
            if (at is DbUpdateConcurrencyException)
                return true;
            if (at is DbException { SqlState: "23505" or "40001" or "40P01" })
                return true;
            if (at is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19 })
                return true;
        }

        return false;
    }
}
