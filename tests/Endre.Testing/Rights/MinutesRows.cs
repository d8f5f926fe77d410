using Endre.Domain.Meetings.Minutes;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Minutes;
using Endre.Web.Features.Minutes;

namespace Endre.Testing.Rights;

/// <summary>Minutes that an address can name, and whose they are.</summary>
internal static class MinutesRows
{
    /// <summary>Whether an address is one of minutes.</summary>
    public static bool IsOf(Act act) =>
        act.Pattern.Contains("/referat", StringComparison.Ordinal)
        || act.Pattern.Contains("/minutes", StringComparison.Ordinal);

    /// <summary>Copies for the public and packages for the archive are made by whoever leads the unit.</summary>
    public static bool IsForLeaders(Act act) =>
        act.Pattern.StartsWith(MinutesLinks.CopyRoute, StringComparison.Ordinal)
        || act.Pattern == MinutesLinks.ArchiveRoute;

    /// <summary>A meeting of a unit, with its minutes locked and a copy made for the public.</summary>
    public static async Task<string> LockedMinutesAsync(this AppUnderTest app, string unit)
    {
        var id = await app.HeldMeetingAsync(Guid.Parse(unit), "Møte om nøklene");
        var hand = new MeetingRecords.Hand(PersonId: null, app.Time.GetUtcNow());
        await app.InStorageAsync(storage =>
            storage.LockMinutesAsync(id, hand, DayOf, _ => Task.CompletedTask, CancellationToken.None)
        );
        var copy = new MakePublicCopy(Guid.CreateVersion7(), Request: null, [], WithNames: false);
        var refusal = await app.InStorageAsync(storage =>
            storage.AddToMinutesAsync(id, copy, hand, DayOf, CancellationToken.None)
        );
        return refusal is null ? $"{id}" : throw new InvalidOperationException($"Nobody can copy it: {refusal}.");
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
