using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Testing;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Tests.Features.Improvements;

/// <summary>Improvements for tests, at the step a test needs.</summary>
internal static class Trials
{
    public static async Task<Guid> TryAsync(this AppUnderTest app, Guid unit, Guid owner, string trying)
    {
        var now = app.Time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var start = new StartImprovement(
            Guid.CreateVersion7(),
            unit,
            trying,
            "Vi leter mindre",
            today.AddDays(14),
            ImprovementSize.Pdca,
            owner
        );
        (
            await app.InStorageAsync(storage =>
                storage.StartImprovementAsync(start, null, new Hand(owner, now, today), CancellationToken.None)
            )
        ).ShouldBeNull();
        return start.Id;
    }

    public static Task BecomesAsync(this AppUnderTest app, Guid id, Func<Improvement, Improvement> change) =>
        app.InStorageAsync(async storage =>
        {
            var row = await storage.Improvements.SingleAsync(row => row.Id == id);
            row.Take(change(row.ToImprovement()));
            return await storage.SaveChangesAsync();
        });

    public static Task AdoptAsync(this AppUnderTest app, Guid id, DateOnly on) =>
        app.BecomesAsync(
            id,
            improvement => improvement with { State = ImprovementState.Adopted, Ending = new("Det virker", on) }
        );
}
