using System.Collections.Immutable;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Web.Features.Workshops.Boards;

/// <summary>Who won a round, when only so many can: those who clearly did, and those who share the last place.</summary>
/// <param name="Clear">The notes that are in whatever one says.</param>
/// <param name="Tied">Notes with equal points, more of them than there are places left; the group chooses.</param>
/// <param name="Left">How many of the tied ones there is room for.</param>
internal sealed record VoteBorder(ImmutableList<Guid> Clear, ImmutableList<Guid> Tied, int Left)
{
    public static VoteBorder Of(Workshop workshop, Board board, int places)
    {
        if (board.Voting is not { IsOpen: false } round)
        {
            return new VoteBorder([], [], places);
        }
        var result = round.Result(workshop);
        // A whole shared place is in when its last one still has a place.
        ImmutableList<Guid> clear =
        [
            .. result.Where(r => result.Count(o => o.Points >= r.Points) <= places).Select(r => r.NoteId),
        ];
        ImmutableList<Guid> tied =
        [
            .. result.Where(r => r.Place <= places && !clear.Contains(r.NoteId)).Select(r => r.NoteId),
        ];
        return new VoteBorder(clear, tied, places - clear.Count);
    }
}
