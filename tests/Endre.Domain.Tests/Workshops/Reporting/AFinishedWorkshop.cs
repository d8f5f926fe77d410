using Endre.Domain.Insights;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Reporting;
using Endre.Domain.Workshops.Sorting;
using static Endre.Domain.Tests.Workshops.Given;

namespace Endre.Domain.Tests.Workshops.Reporting;

/// <summary>A workshop where everything that a report tells has happened, and some of what it must not tell.</summary>
internal sealed class AFinishedWorkshop
{
    public static readonly IReadOnlyList<FactorName> Factors = [.. Taxonomy.All.Select(f => f.ToName())];

    public AFinishedWorkshop(bool shared = true)
    {
        Given = AWorkshop(groups: 2)
            .Joined(out var kari, "g1", heads: 2, name: "Kari Nordmann")
            .Joined(out var per, "g2");
        (Kari, Per) = (kari, per);
        Given.And(Siv, new RenameGroup("g2", "Nattskiftet")).At("write-1");
        Given.Wrote(kari, out var time, "Tid").Wrote(kari, out var moreTime, "Mer tid", half: "b");
        Given.Wrote(kari, out var regretted, "Dette angrer jeg på").At("sort");
        (Time, MoreTime, Regretted, Cluster) = (time, moreTime, regretted, Guid.CreateVersion7());
        Given
            .And(kari, new CreateCluster(Cluster, "g1", "q1", [time, moreTime]))
            .And(kari, new MergeNote(moreTime, time))
            .And(kari, new StartLabeling("g1", "q1"))
            .And(
                kari,
                new DescribeCluster(
                    Cluster,
                    "Tid",
                    ClusterKind.Barrier,
                    ["barrier-annual-budgets", "barrier-of-our-own"]
                )
            )
            .At("write-2")
            .Wrote(kari, out var board, "Tavlemøte", "q2")
            .At("choose");
        Given
            .And(kari, new OpenVoting(Guid.CreateVersion7(), "g1", "q2", VotingMethod.Dots, 3))
            .And(kari, new CastVote("g1", "q2", [board]))
            .And(kari, new CloseVoting("g1", "q2"))
            .And(kari, new Propose(Proposal, "g1", "q2", board, null))
            .And(kari, new ChangeProposal(Proposal, Reason: "Lett å få til", Reach: Reach.OurOwn))
            .And(kari, new WithdrawNote(regretted))
            .Wrote(per, out _, "Skrevet sent", "q1")
            .At("interpret")
            .And(
                Siv,
                new SaveTheme(
                    new Theme(Guid.CreateVersion7(), "Tid", ClusterKind.Barrier, [Cluster], ["driver-leadership"])
                )
            )
            .And(Siv, new WriteInterpretation(Guid.CreateVersion7(), "Tid går igjen.", [time]));
        if (shared)
        {
            Given.And(Siv, new ShareInterpretation());
        }
        Given
            .At("close")
            .And(
                Siv,
                new AnswerProposal(
                    Proposal,
                    AnswerKind.TakenFurther,
                    "Åse",
                    "Bestille tavle",
                    new DateOnly(2026, 3, 20),
                    null
                )
            )
            .And(Siv, new TellOutcome(Proposal, Standing.Started, "Bestilt"))
            .And(Siv, new CloseWorkshop());
    }

    public Given Given { get; }
    public Actor.Device Kari { get; }
    public Actor.Device Per { get; }
    public Guid Time { get; }
    public Guid MoreTime { get; }
    public Guid Regretted { get; }
    public Guid Cluster { get; }
    public Guid Proposal { get; } = Guid.CreateVersion7();

    public WorkshopReport Report(bool includeUnshared = false) =>
        WorkshopReport.Of(
            includeUnshared ? AsFacilitator(Given.Workshop) : new Sight(Given.Workshop, Actor: null),
            Factors
        );

    /// <summary>What the facilitator in the seat may see.</summary>
    public static Sight AsFacilitator(Workshop workshop) => new(workshop, new Actor.Leader(workshop.Seat));
}
