using System.Collections.Frozen;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Importing;
using Endre.Domain.Workshops.Notes;
using Endre.Storage.EventLog;
using Endre.Storage.Workshops;

namespace Endre.Web.Live;

/// <summary>A workshop read from its log.</summary>
/// <param name="State">As it stands.</param>
/// <param name="Answered">The commands that have been answered, with the sequence of their answer.</param>
/// <param name="Feeds">What each audience may see of the past.</param>
internal sealed record LoadedWorkshop(Workshop State, Dictionary<Guid, long> Answered, WorkshopFeeds Feeds)
{
    private const int Page = 5_000;

    /// <summary>Reads a whole log, oldest first.</summary>
    public static async Task<LoadedWorkshop> ReadAsync(Guid id, IEventLog log, TimeProvider clock, CancellationToken ct)
    {
        var state = Workshop.None;
        var answered = new Dictionary<Guid, long>();
        var feeds = new WorkshopFeeds(clock);
        while (true)
        {
            var page = await log.ReadAsync(id, state.Sequence, Page, ct);
            var shown = new List<(Recorded, Audience)>(page.Count);
            foreach (var stored in page)
            {
                var recorded = stored.ToRecorded();
                state = state.Evolve(recorded);
                shown.Add((recorded, new Audience(stored.Audience)));
                if (stored.CommandId is { } commandId)
                {
                    answered[commandId] = stored.Sequence;
                }
            }
            feeds.Show(shown);
            if (page.Count < Page)
            {
                return new LoadedWorkshop(state, answered, feeds);
            }
        }
    }
}

/// <summary>How the log's rows and the workshop meet.</summary>
internal static class StoredWorkshop
{
    // Most events are neither, and need not be read to see it.
    private static readonly FrozenSet<string> TakenBackKinds = new[]
    {
        typeof(NoteWritten),
        typeof(NoteEdited),
        typeof(ProposalsChanged),
        typeof(WorkshopImported),
        typeof(ParticipantJoined),
        typeof(ParticipantChanged),
    }
        .Select(WorkshopEventJson.KindOf)
        .ToFrozenSet(StringComparer.Ordinal);

    public static Recorded ToRecorded(this StoredEvent stored) =>
        new(stored.Sequence, stored.At, WorkshopEventJson.Read(stored.Kind, stored.Payload.Span));

    /// <summary>The payload of a stored event without what is taken back, or null when it has none of it.</summary>
    public static byte[]? Without(this TakenBack takenBack, StoredEvent stored) =>
        TakenBackKinds.Contains(stored.Kind)
        && stored.ToRecorded() is var recorded
        && takenBack.Without(recorded.Sequence, recorded.Event) is { } without
            ? WorkshopEventJson.Store(without)
            : null;

    public static WorkshopRow ToRow(this Workshop workshop) =>
        new()
        {
            Id = workshop.Id,
            Code = workshop.Code,
            Title = workshop.Title,
            State = workshop.IsClosed ? WorkshopRow.Closed : WorkshopRow.Open,
            OwnerId = workshop.Facilitators.Count > 0 ? workshop.Facilitators[0].PersonId : null,
            Facilitators = string.Join(' ', workshop.Facilitators.Select(f => f.PersonId.ToString("N"))),
            Language = workshop.Language,
            CreatedAt = workshop.CreatedAt,
            ClosedAt = workshop.ClosedAt,
            LastSequence = workshop.Sequence,
        };
}
