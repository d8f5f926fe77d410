using System.Text.Json;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Plan;

namespace Endre.Web.Live;

/// <summary>Counts, never names: how far each group is with the current step.</summary>
/// <param name="Step">The current step's id.</param>
/// <param name="Heads">How many people are in the workshop.</param>
/// <param name="Connected">How many devices follow it on this node.</param>
/// <param name="Groups">Each group.</param>
public sealed record Progress(string Step, int Heads, int Connected, IReadOnlyList<GroupProgress> Groups)
{
    /// <summary>How progress is written on the stream.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The progress of a workshop as it stands.</summary>
    /// <param name="workshop">The workshop.</param>
    /// <param name="feeds">Its feeds, to count who follows it.</param>
    public static Progress Of(Workshop workshop, WorkshopFeeds feeds)
    {
        var step = workshop.Current;
        var done = workshop.Done.GetValueOrDefault(step.Id);
        var doneBy = done
            ?.Values.GroupBy(m => m.GroupId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(m => m.Heads), StringComparer.Ordinal);
        var groups = workshop.Groups.ConvertAll(g => new GroupProgress(
            g.Id,
            workshop.HeadsByGroup.GetValueOrDefault(g.Id),
            feeds.Of(WorkshopFeeds.Group(g.Id)).Streams,
            NotesOf(workshop, g.Id, step),
            // A mark leads to nobody, so it stands when its device has left or changed groups.
            Math.Min(doneBy?.GetValueOrDefault(g.Id) ?? 0, workshop.HeadsByGroup.GetValueOrDefault(g.Id)),
            VotesOf(workshop, g.Id, step)
        ));
        return new Progress(step.Id, workshop.Heads, groups.Sum(g => g.Connected), groups);
    }

    private static int NotesOf(Workshop workshop, string groupId, Step step) =>
        step.QuestionIds.Sum(q => workshop.BoardOf(groupId, q).NoteIds.Count);

    private static int VotesOf(Workshop workshop, string groupId, Step step) =>
        step.QuestionIds.Sum(q => workshop.BoardOf(groupId, q).Voting?.Ballots.Values.Sum(b => b.Heads) ?? 0);
}

/// <summary>How far one group is.</summary>
/// <param name="Id">The group.</param>
/// <param name="Heads">How many people it has.</param>
/// <param name="Connected">How many of its devices follow on this node.</param>
/// <param name="Notes">How many notes it has written on the current step's questions, also hidden ones.</param>
/// <param name="Done">How many have said that they are done.</param>
/// <param name="Votes">How many have voted in the round on the current step's questions.</param>
public sealed record GroupProgress(string Id, int Heads, int Connected, int Notes, int Done, int Votes);
