using Endre.Domain.Shared;
using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Notes;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Running;

namespace Endre.Domain.Tests.Workshops;

/// <summary>A workshop that something has happened in: given this, when that, then so.</summary>
internal sealed class Given
{
    public static readonly Actor.Leader Siv = new(Guid.CreateVersion7());
    public static readonly Actor.Leader Berit = new(Guid.CreateVersion7());

    private readonly List<Recorded> log = [];

    private Given() { }

    public Workshop Workshop { get; private set; } = Workshop.None;

    public DateTimeOffset Now { get; private set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<Recorded> Log => log;

    public static Given Nothing() => new();

    public static Given AWorkshop(int groups = 3, WorkshopPlan? plan = null) =>
        Nothing().And(Siv, Create(groups, plan));

    public static CreateWorkshop Create(int groups = 3, WorkshopPlan? plan = null) =>
        new(
            Guid.CreateVersion7(),
            "482913",
            "Endringshoder i Fjordvik",
            "nb",
            plan ?? Plans.Deck,
            groups,
            new Facilitator(Siv.Id, "Siv")
        );

    /// <summary>Something that happened before: it must not be refused.</summary>
    public Given And(Actor actor, WorkshopCommand command)
    {
        var refusal = When(actor, command).Refusal;
        refusal.ShouldBeNull($"{command.GetType().Name}: {refusal?.Reason}");
        return this;
    }

    /// <summary>A device that joined.</summary>
    public Given Joined(out Actor.Device device, string? group = null, int heads = 1, string? name = null)
    {
        device = new Actor.Device(Guid.CreateVersion7(), $"ep_{Guid.CreateVersion7():n}");
        return And(device, new Join(device.Id, name, Mark.HashOf(device.Token), heads, group));
    }

    /// <summary>So many devices in a group.</summary>
    public Given Joined(int devices, string group) =>
        Enumerable.Range(1, devices).Aggregate(this, (given, _) => given.Joined(out var _, group));

    /// <summary>The facilitator has moved on to a step.</summary>
    public Given At(string stepId)
    {
        while (Workshop.CurrentStep < Workshop.Plan.IndexOf(stepId))
        {
            And(Siv, new NextStep());
        }
        while (Workshop.CurrentStep > Workshop.Plan.IndexOf(stepId))
        {
            And(Siv, new PreviousStep());
        }
        return this;
    }

    public Given Later(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public Given Wrote(
        Actor actor,
        out Guid noteId,
        string text = "Sjefen spør",
        string question = "q1",
        string? half = "a"
    )
    {
        noteId = Guid.CreateVersion7();
        return And(actor, new WriteNote(noteId, question, half, text, GroupId: "g1"));
    }

    /// <summary>The act in question. What it makes happen has happened from here on.</summary>
    public Outcome When(Actor actor, WorkshopCommand command)
    {
        var decision = WorkshopRules.Decide(Workshop, command, actor, Now);
        var audiences = new List<Audience>();
        foreach (var happened in decision.Events)
        {
            log.Add(new Recorded(Workshop.Sequence + 1, Now, happened));
            Workshop = Workshop.Evolve(log[^1]);
            audiences.Add(Workshop.AudienceOf(happened));
        }
        return new Outcome(decision.Events, decision.Refusal, audiences, Workshop);
    }
}

/// <summary>What came of an act.</summary>
internal sealed record Outcome(
    IReadOnlyList<WorkshopEvent> Events,
    Refusal? Refusal,
    IReadOnlyList<Audience> Audiences,
    Workshop After
)
{
    /// <summary>It was refused, for this reason, at this field.</summary>
    public void ThenRefused(string reason, string? field = null, params string[] details)
    {
        Refusal.ShouldNotBeNull();
        (Refusal.Reason, Refusal.Field).ShouldBe((reason, field));
        if (details.Length > 0)
        {
            Refusal.Details.ShouldBe(details);
        }
    }

    /// <summary>It was fine, and there was nothing to do.</summary>
    public void ThenNothing()
    {
        Refusal.ShouldBeNull();
        Events.ShouldBeEmpty();
    }

    /// <summary>Exactly one thing happened.</summary>
    public TEvent Then<TEvent>()
        where TEvent : WorkshopEvent
    {
        Refusal.ShouldBeNull();
        return Events.ShouldHaveSingleItem().ShouldBeOfType<TEvent>();
    }

    /// <summary>Things of these kinds happened, in this order.</summary>
    public Outcome ThenAll(params Type[] kinds)
    {
        Refusal.ShouldBeNull();
        Events.Select(e => e.GetType()).ShouldBe(kinds);
        return this;
    }
}
