using Endre.Domain.Improvements.Measures;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Microsoft.EntityFrameworkCore;

namespace Endre.Testing.Rights;

/// <summary>A measure of the improvement that was started last, with one number.</summary>
internal sealed class NewMeasures(AppUnderTest app)
{
    public async Task<string> MeasureAsync() => $"{(await MakeAsync()).Id}";

    public async Task<string> LinkAsync() => (await MakeAsync()).Link;

    public Task<string?> MeasurementAsync() =>
        app.InStorageAsync(async storage =>
            await storage.Measurements.OrderByDescending(row => row.Id).FirstOrDefaultAsync() is { } row
                ? $"{row.Id}"
                : null
        );

    private async Task<MeasureRow> MakeAsync()
    {
        var now = app.Time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var hand = new Hand(PersonId: null, now, today);
        var id = Guid.CreateVersion7();
        return await app.InStorageAsync(async storage =>
        {
            var improvement = await storage.Improvements.OrderByDescending(row => row.Id).FirstAsync();
            var refusal =
                await storage.MakeMeasureAsync(
                    new MakeMeasure(
                        id,
                        improvement.Id,
                        new TypedWording("Letinger", null, null, null, null),
                        MeasureKind.Outcome,
                        MeasureType.Count,
                        MeasureRhythm.Daily,
                        IsUpBetter: false,
                        $"{id:N}"
                    ),
                    hand,
                    CancellationToken.None
                )
                ?? await storage.EnterMeasurementAsync(
                    id,
                    new EnterMeasurement(Guid.CreateVersion7(), today.AddDays(-1), At: null, "3", OutOf: null),
                    by: null,
                    hand,
                    CancellationToken.None
                );
            return refusal is null
                ? await storage.Measures.SingleAsync(row => row.Id == id)
                : throw new InvalidOperationException($"Nobody can make it: {refusal}.");
        });
    }
}
