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

namespace Endre.Domain.Tests.Workshops;

public sealed class WorkshopRulesTests
{
    public static TheoryData<WorkshopCommand> OfFacilitators =>
        [
            new NextStep(),
            new PreviousStep(),
            new AddTime(60),
            new PauseClock(),
            new ResumeClock(),
            new SetJoin(IsOpen: false),
            new SetLock(IsLocked: true),
            new RenameWorkshop("Vårt verksted"),
            new AddFacilitator(new Facilitator(Guid.CreateVersion7(), "Åse")),
            new HandOver(Guid.CreateVersion7()),
            new ChangePlan(Plans.Deck),
            new ChangeGroupCount(4),
            new RenameGroup("g1", "Natt"),
            new SeatAtTables("g1"),
            new OrderPresentations(["g3", "g2", "g1"]),
            new StartPresentation(GroupId: null),
            new ShowQuestion("q1"),
            new SplitTheme(Guid.CreateVersion7()),
            new SaveTheme(new Theme(Guid.CreateVersion7(), "Tid", ClusterKind.Barrier, [], [])),
            new WriteInterpretation(Guid.CreateVersion7(), "Det går igjen.", []),
            new RemoveInterpretation(Guid.CreateVersion7()),
            new ShareInterpretation(),
            new AnswerProposal(Guid.CreateVersion7(), AnswerKind.Parked, null, null, null, "Ikke nå"),
            new TellOutcome(Guid.CreateVersion7(), Standing.Done, "Ferdig"),
            new CloseWorkshop(),
            new ReopenWorkshop(),
        ];

    [Theory]
    [MemberData(nameof(OfFacilitators))]
    public void A_participant_does_not_lead(WorkshopCommand command) =>
        Given.AWorkshop().Joined(out var kari).When(kari, command).ThenRefused("NotFacilitator");

    [Theory]
    [MemberData(nameof(OfFacilitators))]
    public void Somebody_who_leads_other_workshops_does_not_lead_this_one(WorkshopCommand command) =>
        Given.AWorkshop().When(Given.Berit, command).ThenRefused("NotFacilitator");

    [Fact]
    public void Nothing_happens_in_a_workshop_that_does_not_exist() =>
        Given.Nothing().When(Given.Siv, new NextStep()).ThenRefused("WorkshopUnknown");

    [Fact]
    public void A_device_that_never_joined_is_unknown() =>
        Given
            .AWorkshop()
            .When(new Actor.Device(Guid.CreateVersion7(), "ep_stolen"), new Leave())
            .ThenRefused("ParticipantUnknown");

    [Fact]
    public void A_device_that_left_is_unknown() =>
        Given
            .AWorkshop()
            .Joined(out var kari)
            .And(kari, new Leave())
            .At("write-1")
            .When(kari, new WriteNote(Guid.CreateVersion7(), "q1", "a", "For sent"))
            .ThenRefused("ParticipantUnknown");

    public static TheoryData<WorkshopCommand> OfDevices =>
        [
            new SayDone("write-1", IsDone: true),
            new ChangeWhoIsHere("Kari", 2, IsScribe: false),
            new Leave(),
            new CastVote("g1", "q1", []),
        ];

    [Theory]
    [MemberData(nameof(OfDevices))]
    public void A_facilitator_is_no_participant(WorkshopCommand command) =>
        Given.AWorkshop().When(Given.Siv, command).ThenRefused("ParticipantUnknown");

    public static TheoryData<WorkshopCommand> OfTheSeat =>
        [
            new NextStep(),
            new PreviousStep(),
            new HandOver(Given.Siv.Id),
            new CloseWorkshop(),
            new StartPresentation(GroupId: null),
            new SetLock(IsLocked: true),
            new ShowQuestion("q1"),
        ];

    [Theory]
    [MemberData(nameof(OfTheSeat))]
    public void Only_the_one_in_the_seat_moves_the_workshop_on(WorkshopCommand command) =>
        Given
            .AWorkshop()
            .And(Given.Siv, new AddFacilitator(new Facilitator(Given.Berit.Id, "Åse")))
            .When(Given.Berit, command)
            .ThenRefused("NotInTheSeat");

    public static TheoryData<WorkshopCommand> OfOpenWorkshops =>
        [
            new NextStep(),
            new AddTime(60),
            new SetJoin(IsOpen: true),
            new RenameWorkshop("Nytt"),
            new ChangePlan(Plans.Deck),
            new ChangeGroupCount(2),
            new RenameGroup("g1", "Natt"),
            new SeatAtTables("g1"),
            new ShareInterpretation(),
            new Reveal("g1", "q1"),
            new UndoSorting("g1", "q1"),
            new CloseVoting("g1", "q1"),
            new Propose(Guid.CreateVersion7(), "g1", "q1", null, "Nytt"),
            new CreateCluster(Guid.CreateVersion7(), "g1", "q1", []),
        ];

    [Theory]
    [MemberData(nameof(OfOpenWorkshops))]
    public void A_closed_workshop_stays_as_it_is(WorkshopCommand command) =>
        Closed().When(Given.Siv, command).ThenRefused("WorkshopClosed");

    public static TheoryData<WorkshopCommand> OfDevicesInOpenWorkshops =>
        [
            new WriteNote(Guid.CreateVersion7(), "q1", "a", "For sent"),
            new SayDone("write-1", IsDone: true),
            new ChangeWhoIsHere("Kari", 2, IsScribe: false),
            new Reveal(GroupId: null, "q1"),
            new CastVote("g1", "q1", []),
        ];

    [Theory]
    [MemberData(nameof(OfDevicesInOpenWorkshops))]
    public void A_closed_workshop_takes_nothing_more_from_its_participants(WorkshopCommand command) =>
        Closed().When(Kari, command).ThenRefused("WorkshopClosed");

    [Fact]
    public void A_participant_of_a_closed_workshop_stays_in_the_group() =>
        Closed().When(Kari, new MoveToGroup(Kari.Id, "g2")).ThenRefused("WorkshopClosed");

    [Fact]
    public void What_somebody_says_is_stored_without_its_exact_time()
    {
        WorkshopState.IsVoice(new NoteWithdrawn(Guid.CreateVersion7())).ShouldBeTrue();
        WorkshopState.IsVoice(new ProposalsChanged("g1", "q1", [])).ShouldBeTrue();
        WorkshopState.IsVoice(new VoteCast("g1", "q1", "mark", 1, [])).ShouldBeTrue();
        WorkshopState.IsVoice(new NotesMoved("g1", "q1", "mark", [], null, null)).ShouldBeTrue();
        WorkshopState.IsVoice(new WorkshopClosed()).ShouldBeFalse();
    }

    private static readonly Actor.Device Kari = new(Guid.CreateVersion7(), "ep_kari");

    private static Given Closed() =>
        Given
            .AWorkshop()
            .And(Kari, new Join(Kari.Id, "Kari", Mark.HashOf(Kari.Token), GroupId: "g1"))
            .At("sort")
            .And(Given.Siv, new CloseWorkshop());
}
