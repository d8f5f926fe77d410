using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Choosing;
using Endre.Domain.Workshops.Closing;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Interpreting;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Running;
using Endre.Domain.Workshops.Sorting;
using Endre.Testing;
using Endre.Web.Features.Templates;
using Endre.Web.Features.Workshops;
using Endre.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.Workshops;

/// <summary>The deck's workshop with three groups, as far as a test wants to take it.</summary>
internal sealed class FullWorkshop
{
    private static readonly string[] Mobilizes =
    [
        "Ledere som spør hva vi trenger, og kommer tilbake med svar",
        "Ti minutter etter rapporten til å snakke om det som skurrer",
        "At noe faktisk blir gjort med det vi melder",
    ];

    private static readonly string[] HoldsBack =
    [
        "Vi vet ikke hvem vi skal si det til",
        "Alt må på skjema, og så hører vi ingenting",
        "Redd for å gjøre feil når alt blir målt",
    ];

    private static readonly string[] Tools =
    [
        "Tavle på vaktrommet der alle skriver det som er tungvint",
        "En ukentlig runde på fem minutter: hva stjal tid?",
        "Prøv i en uke, mål før og etter, og si hvordan det gikk",
    ];

    private readonly List<Actor.Device> devices = [];

    private FullWorkshop(LiveWorkshop live, TestPerson facilitator)
    {
        Live = live;
        Facilitator = facilitator;
    }

    public LiveWorkshop Live { get; }

    public Guid Id => Live.Id;

    public TestPerson Facilitator { get; }

    public IReadOnlyList<Actor.Device> Devices => devices;

    private Actor Leader => new Actor.Leader(Facilitator.Id);

    /// <summary>Created, joined by two devices in each of three groups.</summary>
    public static async Task<FullWorkshop> BeginAsync(AppUnderTest app, string title = "Hva mobiliserer oss på Åsen?")
    {
        var facilitator = await app.FacilitatorAsync($"Frode {Guid.CreateVersion7():N}");
        await using var scope = app.Services.CreateAsyncScope();
        var create =
            scope.ServiceProvider.GetRequiredService<Endre.Web.Features.Workshops.CreateWorkshop.CreateWorkshop>();
        var (live, refusal) = await create.HandleAsync(
            title,
            "nb",
            ShippedTemplates.Find("mdi")!.ToPlan(withOptional: false),
            groups: 3,
            new Facilitator(facilitator.Id, facilitator.Name)
        );
        refusal.ShouldBeNull();
        var full = new FullWorkshop(live!, facilitator);
        for (var i = 0; i < 6; i++)
        {
            await full.JoinAsync($"g{(i % 3) + 1}");
        }
        return full;
    }

    /// <summary>Notes on both questions, categories on the first and best on the second, all presented.</summary>
    public static async Task<FullWorkshop> WithBoardsAsync(AppUnderTest app)
    {
        var full = await BeginAsync(app);
        await full.ToAsync("question-1-write");
        await full.WriteAllAsync("question-1", Mobilizes, HoldsBack);
        await full.ToAsync("question-1-categorize");
        foreach (var groupId in full.Groups)
        {
            await full.CategorizeAsync(groupId);
        }
        await full.ToAsync("question-2-write");
        await full.WriteAllAsync("question-2", Tools, []);
        await full.ToAsync("question-2-choose");
        foreach (var groupId in full.Groups)
        {
            await full.ChooseAsync(groupId);
        }
        await full.DoAsync(
            full.devices[0],
            new WriteNote(New(), "question-1", "b", "Kommer på en til: turnusen", null, false)
        );
        await full.ToAsync("interpret");
        return full;
    }

    /// <summary>Interpreted, every proposal answered, closed.</summary>
    public static async Task<FullWorkshop> ClosedAsync(AppUnderTest app)
    {
        var full = await WithBoardsAsync(app);
        await full.InterpretAsync();
        await full.DoAsync(new ShareInterpretation());
        await full.ToAsync("close");
        await full.AnswerAllAsync();
        await full.DoAsync(new CloseWorkshop());
        await full.DoAsync(
            new TellOutcome(full.Proposals[0].Id, Standing.Started, "Tavla henger, og tolv lapper er skrevet.")
        );
        return full;
    }

    public IEnumerable<string> Groups => Live.State.Groups.Select(g => g.Id);

    public IReadOnlyList<Proposal> Proposals => [.. ClosingRules.ProposalsOf(Live.State)];

    public IReadOnlyList<Cluster> Clusters => [.. Live.State.Boards.Values.SelectMany(b => b.Clusters)];

    public Task DoAsync(WorkshopCommand command) => DoAsync(Leader, command);

    public async Task DoAsync(Actor actor, WorkshopCommand command)
    {
        var answered = await Live.DecideAsync(command, actor);
        answered.Refusal.ShouldBeNull();
    }

    public async Task<Actor.Device> JoinAsync(string groupId)
    {
        var device = new Actor.Device(New(), ParticipantToken.New());
        await DoAsync(device, new Join(device.Id, Name: null, Mark.HashOf(device.Token), Heads: 2, groupId));
        devices.Add(device);
        return device;
    }

    public async Task ToAsync(string stepId)
    {
        while (Live.State.Current.Id != stepId)
        {
            await DoAsync(new NextStep());
        }
    }

    public async Task InterpretAsync()
    {
        var clusters = Clusters.Where(c => c.Kind == ClusterKind.Barrier).ToList();
        await DoAsync(
            new SaveTheme(
                new Theme(
                    New(),
                    "Ingen vet hvem som tar imot",
                    ClusterKind.Barrier,
                    [.. clusters.Select(c => c.Id)],
                    [.. clusters[0].FactorIds]
                )
            )
        );
        await DoAsync(
            new WriteInterpretation(
                New(),
                "Alle tre gruppene peker på det samme fra hver sin kant: det mangler ikke forslag, men noen som tar imot.\n\nDet koster lite å begynne.",
                [
                    .. Live
                        .State.Notes.Values.Where(n => n.Half == "b")
                        .OrderBy(n => n.Sequence)
                        .Take(2)
                        .Select(n => n.Id),
                ]
            )
        );
    }

    public async Task AnswerAllAsync()
    {
        var i = 0;
        foreach (var proposal in Proposals)
        {
            await DoAsync(
                (i++ % 3) switch
                {
                    0 => new AnswerProposal(
                        proposal.Id,
                        AnswerKind.TakenFurther,
                        "Åse i sone øst",
                        "Henger opp tavla mandag",
                        new DateOnly(2026, 3, 16),
                        Reason: null
                    ),
                    1 => new AnswerProposal(
                        proposal.Id,
                        AnswerKind.Parked,
                        null,
                        null,
                        null,
                        "Vi venter til ny turnus er på plass i mai"
                    ),
                    _ => new AnswerProposal(
                        proposal.Id,
                        AnswerKind.Declined,
                        null,
                        null,
                        null,
                        "Det gjør vi allerede på morgenmøtet"
                    ),
                }
            );
        }
    }

    private async Task WriteAllAsync(string questionId, string[] a, string[] b)
    {
        foreach (var device in devices)
        {
            foreach (var (text, half) in a.Select(t => (t, "a")).Concat(b.Select(t => (t, "b"))))
            {
                await DoAsync(device, new WriteNote(New(), questionId, half, text, null, false));
            }
        }
        await DoAsync(
            new WriteNote(New(), questionId, "a", "Skrevet på arket: tid til å tenke", "g2", IsFromPaper: true)
        );
    }

    private async Task CategorizeAsync(string groupId)
    {
        var device = devices.First(d => Live.State.Participants[d.Id].GroupId == groupId);
        var notes = Live.State.BoardOf(groupId, "question-1").NoteIds.Select(id => Live.State.Notes[id]).ToList();
        var (helps, brakes) = (New(), New());
        await DoAsync(device, new CreateCluster(helps, groupId, "question-1", Ids(notes.Where(n => n.Half == "a"))));
        await DoAsync(
            device,
            new CreateCluster(brakes, groupId, "question-1", Ids(notes.Where(n => n.Half == "b").Skip(1)))
        );
        var twins = notes.Where(n => n.Text == Mobilizes[0]).ToList();
        await DoAsync(device, new MergeNote(twins[1].Id, twins[0].Id));
        await DoAsync(device, new MoveNotes([notes.First(n => n.Half == "a").Id], From: null, brakes));
        await DoAsync(device, new StartLabeling(groupId, "question-1"));
        await DoAsync(
            device,
            new DescribeCluster(helps, "Svar og tid", ClusterKind.SuccessFactor, ["driver-leadership"])
        );
        await DoAsync(
            device,
            new DescribeCluster(brakes, "Ingen tar imot", ClusterKind.Barrier, ["barrier-unclear-responsibility"])
        );
    }

    private async Task ChooseAsync(string groupId)
    {
        var device = devices.First(d => Live.State.Participants[d.Id].GroupId == groupId);
        var notes = Live.State.BoardOf(groupId, "question-2").NoteIds.Select(id => Live.State.Notes[id]).ToList();
        await DoAsync(device, new OpenVoting(New(), groupId, "question-2", VotingMethod.Dots, Budget: 2));
        await DoAsync(device, new CastVote(groupId, "question-2", [notes[0].Id, notes[1].Id]));
        await DoAsync(device, new CloseVoting(groupId, "question-2"));
        foreach (var (note, i) in notes.Take(3).Select((n, i) => (n, i)))
        {
            var id = New();
            await DoAsync(device, new Propose(id, groupId, "question-2", note.Id, Text: null));
            await DoAsync(
                device,
                new ChangeProposal(
                    id,
                    Text: null,
                    "Alle går forbi den, også nattevakten.",
                    i == 2 ? Reach.NeedsOthers : Reach.OurOwn
                )
            );
        }
    }

    private static ImmutableList<Guid> Ids(IEnumerable<Note> notes) => [.. notes.Select(n => n.Id)];

    private static Guid New() => Guid.CreateVersion7();
}
