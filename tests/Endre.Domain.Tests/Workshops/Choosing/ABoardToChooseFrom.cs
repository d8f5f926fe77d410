using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Tests.Workshops.Choosing;

/// <summary>Three notes of group 1 on question 2, in the step where the three best are drawn out.</summary>
internal sealed class ABoardToChooseFrom
{
    public ABoardToChooseFrom()
    {
        Given = Given.AWorkshop().Joined(out var kari, "g1").Joined(out var ola, "g1").Joined(out var per, "g2");
        (Kari, Ola, Per) = (kari, ola, per);
        Given
            .At("write-2")
            .Wrote(kari, out var first, "Tavlemøte", "q2")
            .Wrote(kari, out var second, "Fast time", "q2");
        Given.Wrote(ola, out var third, "Ros i møtet", "q2", "b").At("choose");
        (First, Second, Third) = (first, second, third);
    }

    public Given Given { get; }
    public Actor.Device Kari { get; }
    public Actor.Device Ola { get; }
    public Actor.Device Per { get; }
    public Guid First { get; }
    public Guid Second { get; }
    public Guid Third { get; }

    public Board Board => Given.Workshop.BoardOf("g1", "q2");

    public Outcome When(Actor actor, WorkshopCommand command) => Given.When(actor, command);

    public ABoardToChooseFrom And(Actor actor, WorkshopCommand command)
    {
        Given.And(actor, command);
        return this;
    }

    public ABoardToChooseFrom Proposed(out Guid proposalId, Guid? note = null, string? text = null)
    {
        proposalId = Guid.CreateVersion7();
        return And(Kari, new Propose(proposalId, "g1", "q2", note, text));
    }

    public ABoardToChooseFrom Voting(VotingMethod method = VotingMethod.Dots, int budget = 3) =>
        And(Kari, new OpenVoting(Guid.CreateVersion7(), "g1", "q2", method, budget));

    public ABoardToChooseFrom Votes(Actor.Device device, params Guid[] notes) =>
        And(device, new CastVote("g1", "q2", [.. notes]));

    public IReadOnlyList<VoteResult> Counted()
    {
        And(Kari, new CloseVoting("g1", "q2"));
        return Result;
    }

    public IReadOnlyList<VoteResult> Result => Board.Voting!.Result(Given.Workshop);
}
