using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;

namespace Endre.Testing.Rights;

/// <summary>Improvements, which nobody of the players answers for.</summary>
internal sealed class NewImprovements(AppUnderTest app)
{
    public async Task<string> ImprovementAsync(string unitId, Guid owner)
    {
        var now = app.Time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var start = new StartImprovement(
            Guid.CreateVersion7(),
            Guid.Parse(unitId),
            "Henge nøklene ved døra",
            "Vi leter mindre",
            today.AddDays(14),
            ImprovementSize.Pdca,
            owner
        );
        var refusal = await app.InStorageAsync(storage =>
            storage.StartImprovementAsync(
                start,
                origin: null,
                new Hand(PersonId: null, now, today),
                CancellationToken.None
            )
        );
        return refusal is null
            ? $"{start.Id}"
            : throw new InvalidOperationException($"Nobody can start it: {refusal}.");
    }
}
