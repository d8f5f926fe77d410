using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Workshops;

/// <summary>
/// What somebody may see of a workshop. Pages, the API, exports and streams all look through it, so that what is silent
/// is silent everywhere.
/// </summary>
/// <param name="Workshop">The workshop.</param>
/// <param name="Actor">Who looks, or null for the big screen.</param>
public sealed record Sight(Workshop Workshop, Actor? Actor)
{
    /// <summary>The group of the device that looks, or null for facilitators and the big screen.</summary>
    public string? GroupId =>
        Actor is Actor.Device device ? Workshop.Participants.GetValueOrDefault(device.Id)?.GroupId : null;

    /// <summary>Whether a facilitator looks.</summary>
    public bool IsFacilitator => Actor is Actor.Leader leader && Workshop.IsFacilitator(leader.Id);

    /// <summary>What the one who looks belongs to, as audiences name it.</summary>
    public IReadOnlyCollection<string> Memberships =>
        IsFacilitator ? ["everyone", "facilitators"]
        : GroupId is { } groupId ? ["everyone", $"group:{groupId}"]
        : ["everyone"];

    /// <summary>Whether all that stands on the board may be seen.</summary>
    /// <param name="board">The board.</param>
    public bool Sees(Board board) => Workshop.AudienceOf(board).Reaches(Memberships);

    /// <summary>
    /// The notes on a board that may be seen, in the order they were written: all of them once the board is revealed,
    /// until then only one's own. Withdrawn notes are gone for everybody.
    /// </summary>
    /// <param name="board">The board.</param>
    public IEnumerable<Note> NotesOn(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        var seesAll = Sees(board);
        foreach (var id in board.NoteIds)
        {
            var note = Workshop.Notes[id];
            if (!note.IsWithdrawn && (seesAll || IsOwn(note)))
            {
                yield return note;
            }
        }
    }

    /// <summary>Whether the one who looks wrote the note, and so may change it.</summary>
    /// <param name="note">The note.</param>
    public bool IsOwn(Note note) =>
        Actor is not null && (GroupId is null || GroupId == note.GroupId) && note.IsWrittenBy(Actor);

    /// <summary>The boards that may be seen whole, by group and question.</summary>
    public IEnumerable<Board> Boards =>
        from g in Workshop.Groups
        from question in Workshop.Plan.Questions
        let board = Workshop.BoardOf(g.Id, question.Id)
        where Sees(board)
        select board;
}
