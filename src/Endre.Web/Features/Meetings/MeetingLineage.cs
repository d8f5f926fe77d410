using Endre.Domain.Lineage;
using Endre.Web.Access;
using Endre.Web.Lineage;

namespace Endre.Web.Features.Meetings;

/// <summary>Meetings in the lineage: action items come from them.</summary>
internal sealed class MeetingLineage(MeetingSight sight, CurrentPerson person) : ILineageArea
{
    public IReadOnlyList<RecordKind> Kinds { get; } = [RecordKind.Meeting];

    public async Task<IReadOnlyList<SeenRecord>> SeeAsync(
        IReadOnlyCollection<RecordReference> wanted,
        CancellationToken ct
    )
    {
        if (!person.IsSignedIn)
            return [];
        var found = new List<SeenRecord>();
        foreach (var record in wanted)
        {
            if (await sight.FindAsync(record.Id, ct) is { Meeting: var meeting })
            {
                found.Add(
                    new SeenRecord(
                        new RecordReference(RecordKind.Meeting, meeting.Id),
                        meeting.Title,
                        MeetingLinks.One(meeting.Id)
                    )
                );
            }
        }
        return found;
    }

    /// <summary>What stands on an agenda comes there by itself; a meeting is not made out of it.</summary>
    public Task<Onward?> OnwardAsync(RecordReference from, CancellationToken ct) => Task.FromResult<Onward?>(null);
}
