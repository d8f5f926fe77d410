using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Web.Components.Forms;
using static Endre.Web.Features.Workshops.Boards.BoardAct;

namespace Endre.Web.Features.Workshops.Boards;

/// <summary>Blind rounds: dots and ranks.</summary>
internal static class VotingActs
{
    public static void MapVoting(this IEndpointRouteBuilder workshop)
    {
        workshop.MapAct(BoardLinks.OpenVoting, Open);
        workshop.MapAct(BoardLinks.Vote, Vote);
        workshop.MapAct(
            BoardLinks.CloseVoting,
            (form, _) => new CloseVoting(SortingActs.Group(form), SortingActs.Question(form))
        );
    }

    private static Asked Open(IFormCollection form, Workshop workshop) =>
        new OpenVoting(
            form.Id("newId") ?? Guid.CreateVersion7(),
            SortingActs.Group(form),
            SortingActs.Question(form),
            form.Text("method") == nameof(VotingMethod.Ranks) ? VotingMethod.Ranks : VotingMethod.Dots,
            form.Number("budget") ?? 0
        );

    private static Asked Vote(IFormCollection form, Workshop workshop)
    {
        var board = workshop.BoardOf(SortingActs.Group(form), SortingActs.Question(form));
        if (board.Voting?.Method != VotingMethod.Ranks)
        {
            return new CastVote(board.GroupId, board.QuestionId, form.Ids("vote"));
        }
        var ranks = Enumerable.Range(1, board.Voting.Budget).Select(rank => form.Id(RankField(rank))).ToImmutableList();
        var last = ranks.FindLastIndex(r => r is not null);
        var ranked = ranks.GetRange(0, last + 1);
        // Points follow the place, so an empty place above a filled one would say something nobody meant.
        return ranked.IndexOf(null) is var gap and >= 0
            ? new Refusal("RankMissing", RankField(gap + 1), (gap + 1).ToString(CultureInfo.InvariantCulture))
            : new CastVote(board.GroupId, board.QuestionId, [.. ranked.OfType<Guid>()]);
    }

    public static string RankField(int rank) => $"rank{rank.ToString(CultureInfo.InvariantCulture)}";
}
