using CsCheck;
using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Presenting;
using Endre.Domain.Workshops.Running;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Tests.Workshops.Properties;

/// <summary>
/// Anybody tries anything, as numbers that can be shrunk. Ids come from small pools, so that people meet on the same
/// notes, categories and boards, and much of what they try is not allowed.
/// </summary>
internal sealed record Move(int Who, int What, int X, int Y, int Z)
{
    /// <summary>Some notes, some steps further, and then anything; or a table that sorts, merges and undoes for long.</summary>
    public static readonly Gen<Move[]> Sequences = Gen.OneOf(
        Gen.Select(Of(0, 0).Array[0, 8], Steps(0, 4), Of(0, 99).Array[10, 40], Joined),
        Gen.Select(Of(0, 0).Array[3, 8], Steps(1, 1), Of(10, 59).Array[10, 40], Joined)
    );

    private static Gen<Move> Of(int first, int last) =>
        Gen.Select(
            Gen.Int[0, 11],
            Gen.Int[first, last],
            Gen.Int[0, 11],
            Gen.Int[0, 11],
            Gen.Int[0, 11],
            (who, what, x, y, z) => new Move(who, what, x, y, z)
        );

    private static Gen<Move[]> Steps(int fewest, int most) =>
        Gen.Const(new Move(Who: 11, What: 76, X: 0, Y: 0, Z: 1)).Array[fewest, most];

    private static Move[] Joined(Move[] notes, Move[] steps, Move[] moves) => [.. notes, .. steps, .. moves];

    /// <summary>Writing, sorting twice, choosing, presenting and interpreting, with a pause to talk.</summary>
    public static readonly WorkshopPlan Plan = new(
        [
            Plans.Step("welcome", StepKind.Welcome, 0),
            Plans.Step("write-1", StepKind.Write, 7, "q1", "q3"),
            Plans.Step("sort", StepKind.Categorize, 8, "q1"),
            Plans.Step("write-2", StepKind.Write, 7, "q2"),
            Plans.Step("choose", StepKind.Choose, 8, "q2"),
            Plans.Step("talk", StepKind.Talk, 2, "q2"),
            Plans.Step("present", StepKind.Present, 10),
            Plans.Step("interpret", StepKind.Interpret),
            Plans.Step("close", StepKind.Close),
        ],
        [Plans.Halved("q1"), Plans.Halved("q2"), Plans.Whole("q3")]
    );

    /// <summary>Five devices, of which four have joined; the one in the seat; and one who may be a co-facilitator.</summary>
    public Actor Actor =>
        Who switch
        {
            <= 7 => Device(Who % 5),
            8 => Given.Berit,
            _ => Given.Siv,
        };

    public static Actor.Device Device(int i) => new(Id(0xD, i), $"ep_{i}");

    public static Join JoinOf(int i) => new(Device(i).Id, $"Deltaker {i}", Mark.HashOf($"ep_{i}"), 1 + (i % 3));

    /// <summary>What is tried. Texts are never the same twice.</summary>
    /// <param name="workshop">The workshop as it stands: most try something on the board of their own group.</param>
    /// <param name="unique">A number that no other move has.</param>
    public WorkshopCommand ToCommand(Workshop workshop, int unique)
    {
        var (own, said) = ($"y{unique}y", $"x{unique}x");
        var group = Z == 11 ? $"g{Y}" : GroupOf(workshop);
        var one = Note(workshop, X, question: null);
        var question = What > 9 && workshop.Notes.TryGetValue(one, out var note) ? note.QuestionId : QuestionOf(X);
        var other = Note(workshop, Y, question);
        var (cluster, another) = (Cluster(workshop, Y), Cluster(workshop, Z));
        var proposal = Proposal(workshop, X);
        return What switch
        {
            <= 9 => new WriteNote(Id(0xA, X + Y), question, Half, Z == 10 ? "" : said, group, IsFromPaper: Y == 0),
            <= 12 => new EditNote(one, said),
            <= 16 => new WithdrawNote(one),
            <= 18 => new Reveal(Y % 2 == 0 ? null : group, Z % 2 == 0 ? null : question),
            <= 25 => new CreateCluster(Id(0xC, Y), group, question, [one, other], Z > 5 ? another : null),
            <= 27 => new RemoveCluster(cluster),
            <= 29 => new StartLabeling(group, question),
            <= 34 => new DescribeCluster(
                cluster,
                X < 6 ? own : null,
                (ClusterKind)(Z % 4),
                X > 6 ? [$"driver-{X}"] : null
            ),
            <= 40 => new MoveNotes(Z % 2 == 0 ? [one] : [one, other], Y > 3 ? cluster : null, Z > 3 ? another : null),
            <= 48 => new MergeNote(one, other),
            <= 50 => new SplitNote(one),
            <= 59 => new UndoSorting(group, question),
            <= 62 => new Propose(Id(0xB, Y), group, question, Z < 10 ? one : null, Z % 2 == 0 ? own : null),
            <= 64 => new ChangeProposal(proposal, Y % 2 == 0 ? own : null, own, (Reach)(Z % 3)),
            65 => Y % 3 == 0 ? new RemoveProposal(proposal) : new PlaceProposal(proposal, Y),
            <= 67 => new OpenVoting(Id(0xF, Y), group, question, (VotingMethod)(Z % 2), 1 + (Y % 4)),
            <= 71 => new CastVote(group, question, Z % 3 > 0 ? [one] : [one, other]),
            72 => new CloseVoting(group, question),
            73 => JoinOf(X % 7) with { GroupId = Y == 0 ? group : null },
            74 => Y == 0 ? new Leave() : new ChangeWhoIsHere(own, Z, IsScribe: false),
            75 => new MoveToGroup(Device(X % 5).Id, $"g{Y % 4}"),
            <= 80 => new NextStep(Z == 0 ? "sort" : null),
            81 => new PreviousStep(),
            82 => Clock,
            83 => Y % 4 == 0 ? new SetLock(X == 0) : new SetJoin(X > 0),
            84 => new SayDone(Plan.Steps[X % 9].Id, Z > 3),
            85 => new ChangeGroupCount(Y % 5),
            86 => Y % 2 == 0 ? new RenameGroup(group, own) : new SeatAtTables(group),
            87 => new ChangePlan(Changed(workshop.Plan)),
            88 => Show(group, question),
            <= 90 => Z == 0 ? new SplitTheme(Id(0x8, X)) : new SaveTheme(Theme(own, cluster, another)),
            <= 92 => Z == 0 ? new ShareInterpretation() : new WriteInterpretation(Id(0x9, X), own, [one, other]),
            <= 94 => new AnswerProposal(
                proposal,
                (AnswerKind)(Y % 3),
                own,
                own,
                Z == 0 ? null : new DateOnly(2026, 4, 1),
                own
            ),
            95 => Z == 0 ? new RemoveInterpretation(Id(0x9, X)) : new TellOutcome(proposal, (Standing)(Y % 4), own),
            96 => Z > 8 ? new CloseWorkshop() : new ShareInterpretation(),
            97 => new ReopenWorkshop(),
            98 => Y % 4 > 0
                ? new AddFacilitator(new Facilitator(Given.Berit.Id, "Berit"))
                : new HandOver(Given.Berit.Id),
            _ => Y % 2 == 0 ? new RenameWorkshop(own) : Given.Create(Y, Plan),
        };
    }

    private Theme Theme(string title, Guid one, Guid other) =>
        new(Id(0x8, X), title, ClusterKind.Both, one == other ? [one] : [one, other], ["driver-leadership"]);

    private static string QuestionOf(int i) =>
        i switch
        {
            <= 6 => "q1",
            <= 9 => "q2",
            10 => "q3",
            _ => "q9",
        };

    private string? Half =>
        Z switch
        {
            11 => "c",
            10 => null,
            > 5 => "b",
            _ => "a",
        };

    private WorkshopCommand Clock =>
        Y switch
        {
            0 => new PauseClock(),
            1 => new ResumeClock(),
            _ => new AddTime((X - 2) * 60),
        };

    private string GroupOf(Workshop workshop) =>
        Actor is Actor.Device device && workshop.Participants.TryGetValue(device.Id, out var who) ? who.GroupId : "g1";

    private WorkshopCommand Show(string group, string question) =>
        Z switch
        {
            0 => new OrderPresentations(["g2", "g1"]),
            1 => new ShowQuestion(question),
            2 => new StartPresentation(group),
            _ => new StartPresentation(GroupId: null),
        };

    private WorkshopPlan Changed(WorkshopPlan plan) =>
        Z switch
        {
            0 => plan with { Steps = [] },
            1 => plan with { Steps = plan.Steps.RemoveAt(Math.Min(X, plan.Steps.Length - 1)) },
            2 => plan with { Questions = [Plans.Whole("q1"), Plans.Halved("q2"), Plans.Halved("q3")] },
            3 => plan with
            {
                Steps = plan.Steps.Insert(
                    Math.Min(X + Y, plan.Steps.Length),
                    Plans.Step($"new-{X}", StepKind.Share, 3, "q3")
                ),
            },
            _ => plan with { Steps = [.. plan.Steps.Reverse()] },
        };

    // Mostly something of the actor's own group, at times of another, at times nothing that is there.
    private Guid Note(Workshop workshop, int i, string? question)
    {
        var group = GroupOf(workshop);
        var notes = workshop
            .Notes.Values.Where(n => i > 9 || (n.GroupId == group && (question ?? n.QuestionId) == n.QuestionId))
            .OrderBy(n => n.Sequence)
            .ToList();
        return notes.Count == 0 || i == 11 ? Id(0xA, i) : notes[i % notes.Count].Id;
    }

    private Guid Cluster(Workshop workshop, int i)
    {
        var clusters = Own(workshop, i).SelectMany(b => b.Clusters).ToList();
        return clusters.Count == 0 || i == 11 ? Id(0xC, i) : clusters[i % clusters.Count].Id;
    }

    private Guid Proposal(Workshop workshop, int i)
    {
        var proposals = Own(workshop, i).SelectMany(b => b.Proposals).ToList();
        return proposals.Count == 0 || i == 11 ? Id(0xB, i) : proposals[i % proposals.Count].Id;
    }

    private IEnumerable<Board> Own(Workshop workshop, int i) =>
        workshop
            .Boards.Values.Where(b => i > 9 || b.GroupId == GroupOf(workshop))
            .OrderBy(b => b.Key, StringComparer.Ordinal);

    private static Guid Id(byte kind, int i) => new(0x019a0000 + kind, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)i);
}
