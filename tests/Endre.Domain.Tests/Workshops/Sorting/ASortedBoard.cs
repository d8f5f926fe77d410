using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Sorting;

namespace Endre.Domain.Tests.Workshops.Sorting;

/// <summary>Three notes of group 1 on question 1, revealed for sorting; two devices at the board and one in another group.</summary>
internal sealed class ASortedBoard
{
    public ASortedBoard()
    {
        Given = Given.AWorkshop().Joined(out var kari, "g1").Joined(out var ola, "g1").Joined(out var per, "g2");
        (Kari, Ola, Per) = (kari, ola, per);
        Given.At("write-1").Wrote(kari, out var first, "Tid").Wrote(kari, out var second, "Ros");
        Given.Wrote(ola, out var third, "Mer tid").At("sort");
        (First, Second, Third) = (first, second, third);
    }

    public Given Given { get; }
    public Actor.Device Kari { get; }
    public Actor.Device Ola { get; }
    public Actor.Device Per { get; }
    public Guid First { get; }
    public Guid Second { get; }
    public Guid Third { get; }

    public Board Board => Given.Workshop.BoardOf("g1", "q1");

    public Note Note(Guid id) => Given.Workshop.Notes[id];

    public Outcome When(Actor actor, WorkshopCommand command) => Given.When(actor, command);

    public ASortedBoard And(Actor actor, WorkshopCommand command)
    {
        Given.And(actor, command);
        return this;
    }

    public ASortedBoard WithCluster(Actor actor, out Guid clusterId, params Guid[] notes)
    {
        clusterId = Guid.CreateVersion7();
        return And(actor, new CreateCluster(clusterId, "g1", "q1", [.. notes]));
    }

    public ASortedBoard Labeling() => And(Kari, new StartLabeling("g1", "q1"));

    public ASortedBoard Undo(Actor actor) => And(actor, new UndoSorting("g1", "q1"));
}
