using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Sorting;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Workshops.Boards;

/// <summary>A board that is worked on: whose it is, what stands there, which page it is on, and what was just refused.</summary>
public sealed record BoardPlace(WorkshopScope Scope, Sight Sight, BoardLayout Layout, string Return, Attempt? Attempt)
{
    public static BoardPlace Of(
        HttpContext http,
        WorkshopScope scope,
        string groupId,
        string questionId,
        Attempt? attempt
    )
    {
        var sight = scope.Sight;
        var isMine = attempt?.Form.Text("groupId") == groupId && attempt.Form.Text("questionId") == questionId;
        return new BoardPlace(
            scope,
            sight,
            new BoardLayout(sight, groupId, questionId),
            ReturnOf(http, scope, attempt),
            isMine ? attempt : null
        );
    }

    public string GroupId => Layout.Board.GroupId;

    public string QuestionId => Layout.Board.QuestionId;

    public Workshop Workshop => Sight.Workshop;

    /// <summary>Whether anything can be changed on it now.</summary>
    public bool IsOpen => Layout.IsVisible && !Workshop.IsLocked && !Workshop.IsClosed;

    public string Act(string act) => WorkshopLinks.Act(Scope.Id, act);

    /// <summary>An id in the page that no other board on it has.</summary>
    public string IdOf(string what) => $"{what}-{GroupId}-{QuestionId}";

    /// <summary>What was refused in this form, told apart by one of its fields where it stands many times.</summary>
    public Attempt? Refused(string act, string? field = null, string? value = null) =>
        Attempt?.Act == act && (field is null || Attempt.Form.Text(field) == value) ? Attempt : null;

    /// <summary>What was refused and no form on the board tells by itself: it is not there any more, or has no place for it.</summary>
    public Attempt? Untold => Attempt is not null && !(IsOpen && HasFormOf(Attempt)) ? Attempt : null;

    private bool HasFormOf(Attempt attempt) =>
        attempt.Act switch
        {
            BoardLinks.Describe => Board.IsLabeling
                && Board.ClusterOf(attempt.Form.Id("clusterId") ?? Guid.Empty) is not null,
            BoardLinks.Propose => !attempt.Form.ContainsKey("pick"),
            BoardLinks.ChangeProposal => Board.Proposals.Exists(p => p.Id == attempt.Form.Id("proposalId")),
            BoardLinks.OpenVoting => Board.Voting is not { IsOpen: true },
            BoardLinks.Vote => Board.Voting is { IsOpen: true } && Scope.Actor is Actor.Device,
            _ => false,
        };

    private Board Board => Layout.Board;

    // A page that is shown again after a refusal stands at the address of the form, not at its own.
    private static string ReturnOf(HttpContext http, WorkshopScope scope, Attempt? attempt)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            return http.Request.Path + http.Request.QueryString;
        }
        return attempt?.Form.ContainsKey(BoardLinks.Return) is true ? BoardAct.AddressOf(attempt.Form, scope.Id)
            : scope.IsFacilitator ? WorkshopLinks.Run(scope.Id)
            : WorkshopLinks.Show(scope.Id);
    }
}
