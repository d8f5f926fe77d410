using Endre.Domain.Workshops;
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
    public static Recorded ToRecorded(this StoredEvent stored) =>
        new(stored.Sequence, stored.At, WorkshopEventJson.Read(stored.Kind, stored.Payload.Span));

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
