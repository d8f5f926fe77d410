using Endre.Domain.Meetings.Planning;
using Endre.Storage.Meetings;

namespace Endre.Testing.Rights;

internal sealed partial class NewRows
{
    /// <summary>A meeting of the unit in which the players are, to which nobody of them is asked.</summary>
    public async Task<string> MeetingAsync()
    {
        var now = app.Time.GetUtcNow();
        var plan = new PlanMeeting(
            Guid.CreateVersion7(),
            await UnitIdAsync(),
            Series: null,
            "Tavlemøte",
            now.AddHours(1),
            Minutes: 20,
            "",
            ""
        );
        var hand = new MeetingRecords.Hand(PersonId: null, now);
        var refusal = await app.InStorageAsync(storage => storage.PlanMeetingAsync(plan, hand, CancellationToken.None));
        return refusal is null ? $"{plan.Id}" : throw new InvalidOperationException($"Nobody can plan it: {refusal}.");
    }
}
