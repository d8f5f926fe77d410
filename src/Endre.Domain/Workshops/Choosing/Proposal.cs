using System.Collections.Immutable;
using Endre.Domain.Shared;

namespace Endre.Domain.Workshops.Choosing;

/// <summary>Who can do something about a proposal.</summary>
public enum Reach
{
    /// <summary>Not said yet.</summary>
    Unsaid,

    /// <summary>Kan vi gjøre selv.</summary>
    OurOwn,

    /// <summary>Trenger noen andre.</summary>
    NeedsOthers,
}

/// <summary>One of a group's best proposals. Its place is its index in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="GroupId">The group.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Text">What is proposed, 1–500 characters.</param>
/// <param name="NoteId">The note it comes from, or null.</param>
/// <param name="Reason">Why it is among the best, ≤ 500 characters; may be empty until it is written.</param>
/// <param name="Reach">Who can do something about it.</param>
public sealed record Proposal(
    Guid Id,
    string GroupId,
    string QuestionId,
    string Text,
    Guid? NoteId,
    string Reason,
    Reach Reach
);

/// <summary>How a round is counted.</summary>
public enum VotingMethod
{
    /// <summary>Dots (fargeprikk): each puts one dot on so many notes.</summary>
    Dots,

    /// <summary>Ranks: each orders so many notes; the best of five gets five points (nominal group technique).</summary>
    Ranks,
}

/// <summary>One device's vote.</summary>
/// <param name="Heads">How many people it stands for.</param>
/// <param name="NoteIds">The notes; for ranks the best first.</param>
public sealed record Ballot(int Heads, ImmutableList<Guid> NoteIds);

/// <summary>A round of blind votes on a board. Nobody sees a count before it is closed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Method">How it is counted.</param>
/// <param name="Budget">How many notes each votes for, 1–10.</param>
/// <param name="IsOpen">Whether votes are taken.</param>
/// <param name="Ballots">The votes by the mark of the device that cast them.</param>
public sealed record VotingRound(
    Guid Id,
    VotingMethod Method,
    int Budget,
    bool IsOpen,
    [property: Concealed] ImmutableDictionary<string, Ballot> Ballots
)
{
    /// <summary>The result of a round that was counted elsewhere and came with a report, or null.</summary>
    public ImmutableArray<VoteResult>? Imported { get; init; }

    /// <summary>A round that is over, of which only the result is known.</summary>
    /// <param name="result">The result.</param>
    public static VotingRound Counted(ImmutableArray<VoteResult> result) =>
        new(Guid.Empty, VotingMethod.Dots, Budget: 1, IsOpen: false, ImmutableDictionary<string, Ballot>.Empty)
        {
            Imported = result,
        };

    /// <summary>
    /// The points of each note that got any, most first; equal points mean a tie and share a place. What lies under a note
    /// counts with it as long as it lies there, and what was withdrawn counts no more.
    /// </summary>
    /// <param name="workshop">Where the round was taken.</param>
    /// <returns>Empty while the round is open.</returns>
    public IReadOnlyList<VoteResult> Result(Workshop workshop)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        if (IsOpen)
        {
            return [];
        }
        // What was counted elsewhere is told as it was, until somebody here merges what it is about.
        if (Imported is { } counted && counted.All(r => IsStanding(workshop, r.NoteId)))
        {
            return counted;
        }
        var points = new Dictionary<Guid, int>();
        foreach (
            var (noteId, worth) in Imported is { } elsewhere ? elsewhere.Select(r => (r.NoteId, r.Points)) : Given()
        )
        {
            if (workshop.Notes.TryGetValue(noteId, out var note) && !note.IsWithdrawn)
            {
                var standing = note.MergedInto ?? note.Id;
                points[standing] = points.GetValueOrDefault(standing) + worth;
            }
        }
        return
        [
            .. points
                .OrderByDescending(p => p.Value)
                .ThenBy(p => p.Key)
                .Select(p => new VoteResult(p.Key, p.Value, 1 + points.Values.Count(other => other > p.Value))),
        ];
    }

    private static bool IsStanding(Workshop workshop, Guid noteId) =>
        workshop.Notes.TryGetValue(noteId, out var note) && note.IsStanding;

    private IEnumerable<(Guid NoteId, int Points)> Given() =>
        from ballot in Ballots.Values
        from voted in ballot.NoteIds.Select((noteId, at) => (noteId, at))
        select (voted.noteId, (Method == VotingMethod.Ranks ? Budget - voted.at : 1) * ballot.Heads);
}

/// <summary>How many points a note got.</summary>
/// <param name="NoteId">The note.</param>
/// <param name="Points">Its points, at least 1.</param>
/// <param name="Place">From 1; equal points share a place.</param>
public readonly record struct VoteResult(Guid NoteId, int Points, int Place);
