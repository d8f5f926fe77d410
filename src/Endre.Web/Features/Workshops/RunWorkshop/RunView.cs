using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Plan;
using Endre.Web.Components.Forms;
using Endre.Web.Live;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops.RunWorkshop;

/// <summary>What the facilitator's page shows, all of it from one state of the workshop.</summary>
/// <param name="Workshop">The state.</param>
/// <param name="Me">The facilitator who looks.</param>
/// <param name="Progress">Counts, never names.</param>
/// <param name="Now">The server's now.</param>
/// <param name="Candidates">People who could be added as facilitators.</param>
/// <param name="Attempt">What was refused just now, or null.</param>
public sealed record RunView(
    Workshop Workshop,
    Guid Me,
    Progress Progress,
    DateTimeOffset Now,
    IReadOnlyList<Facilitator> Candidates,
    Attempt? Attempt
)
{
    public Step Step => Workshop.Current;

    public Step? Next =>
        Workshop.CurrentStep + 1 < Workshop.Plan.Steps.Length ? Workshop.Plan.Steps[Workshop.CurrentStep + 1] : null;

    public Step? Previous => Workshop.CurrentStep > 0 ? Workshop.Plan.Steps[Workshop.CurrentStep - 1] : null;

    /// <summary>Whether the one who looks has the seat, and so moves the workshop on.</summary>
    public bool HasSeat => Workshop.Seat == Me && !Workshop.IsClosed;

    public string SeatName => Workshop.Facilitators.Find(f => f.PersonId == Workshop.Seat)?.Name ?? "";

    /// <summary>Whether some group works on a question of this step without seeing what it has written.</summary>
    public bool IsSomethingHidden => Workshop.Groups.Exists(IsHidden);

    public bool IsHidden(Group group) => Step.QuestionIds.Any(q => !Workshop.BoardOf(group.Id, q).IsRevealed);

    public GroupProgress Of(Group group) =>
        Progress.Groups.FirstOrDefault(g => g.Id == group.Id) ?? new GroupProgress(group.Id, 0, 0, 0, 0, 0);

    public int DoneHeads => Progress.Groups.Sum(g => g.Done);

    /// <summary>How many notes of a group came after their step.</summary>
    public int LateOf(Group group) =>
        Workshop.Notes.Values.Count(n => n.GroupId == group.Id && n.IsLate && !n.IsWithdrawn);

    public int BestOf(Group group) => Step.QuestionIds.Sum(q => Workshop.BoardOf(group.Id, q).Proposals.Count);

    public int CategoriesOf(Group group) => Step.QuestionIds.Sum(q => Workshop.BoardOf(group.Id, q).Clusters.Count);

    public int UnsortedOf(Group group) =>
        Step
            .QuestionIds.Select(q => Workshop.BoardOf(group.Id, q))
            .Where(board => board.IsRevealed)
            .SelectMany(board => board.NoteIds)
            .Select(id => Workshop.Notes[id])
            .Count(note => note.IsStanding && note.Clusters.IsEmpty);

    public IEnumerable<Participant> MembersOf(Group group) =>
        Workshop
            .Participants.Values.Where(p => p.GroupId == group.Id && !p.HasLeft)
            .OrderBy(p => p.Table)
            .ThenBy(p => p.Name is null)
            .ThenBy(p => p.Name, StringComparer.CurrentCulture)
            .ThenBy(p => p.Id);

    public int AnsweredProposals => Proposals.Count(p => Workshop.Answers.ContainsKey(p.Id));

    public IReadOnlyList<Domain.Workshops.Choosing.Proposal> Proposals { get; } =
    [.. Domain.Workshops.Closing.ClosingRules.ProposalsOf(Workshop)];

    public IReadOnlyList<DateTimeOffset?> Ends { get; } = PlanTimes.Ends(Workshop, Now);

    public string Act(string act) => WorkshopLinks.RunAct(Workshop.Id, act);

    public static string Say(Domain.Shared.Wording? wording) => wording?.In(Language.Current.Code) ?? "";
}
