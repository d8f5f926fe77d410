using System.Collections.Immutable;
using Endre.Domain.Shared;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Running;

namespace Endre.Domain.Workshops.Presenting;

/// <summary>The queue of groups that present.</summary>
/// <param name="Queue">All groups, in the order they present.</param>
/// <param name="Current">The group that presents now, or null.</param>
/// <param name="Done">The groups that have presented.</param>
/// <param name="Focus">The question the facilitator shows, or null for all of them.</param>
public sealed record Presentations(
    ImmutableList<string> Queue,
    string? Current,
    ImmutableHashSet<string> Done,
    string? Focus
)
{
    /// <summary>No groups yet.</summary>
    public static readonly Presentations None = new([], Current: null, [], Focus: null);

    /// <summary>The step they present in, or null before the first.</summary>
    public string? StepId { get; init; }

    /// <summary>The first group in the queue that has not presented, or null.</summary>
    public string? Next => Queue.Find(g => !Done.Contains(g) && g != Current);

    internal Presentations For(ImmutableList<Group> groups) =>
        this with
        {
            Queue =
            [
                .. Queue.Where(id => groups.Exists(g => g.Id == id)),
                .. groups.Select(g => g.Id).Where(id => !Queue.Contains(id)),
            ],
            Current = groups.Exists(g => g.Id == Current) ? Current : null,
            Done = Done.Intersect(groups.Select(g => g.Id)),
        };

    // Whoever stood there when the workshop moved on has presented; another step of presentations begins from the first.
    internal Presentations In(Step step) =>
        (step.Kind == StepKind.Present && step.Id != StepId)
            ? this with
            {
                Current = null,
                Done = [],
                Focus = null,
                StepId = step.Id,
            }
            : this with
            {
                Current = null,
                Done = Current is null ? Done : Done.Add(Current),
            };
}

/// <summary>Changes the order of the groups.</summary>
/// <param name="Queue">All groups, each once.</param>
public sealed record OrderPresentations(ImmutableList<string> Queue) : WorkshopCommand;

/// <summary>Lets a group present now, with a clock of its own. Everybody sees its boards from now on.</summary>
/// <param name="GroupId">The group, or null for the next in the queue.</param>
public sealed record StartPresentation(string? GroupId) : WorkshopCommand;

/// <summary>Shows one question of the group that presents, or all.</summary>
/// <param name="QuestionId">The question, or null for all.</param>
public sealed record ShowQuestion(string? QuestionId) : WorkshopCommand;

/// <summary>The order of the groups changed.</summary>
/// <param name="Queue">All groups.</param>
public sealed record PresentationsOrdered(ImmutableList<string> Queue) : WorkshopEvent;

/// <summary>A group presents.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Clock">Its clock.</param>
public sealed record PresentationStarted(string GroupId, Countdown Clock) : WorkshopEvent;

/// <summary>The facilitator shows one question, or all.</summary>
/// <param name="QuestionId">The question, or null for all.</param>
public sealed record QuestionShown(string? QuestionId) : WorkshopEvent;

/// <summary>How groups present in turn.</summary>
public static class PresentingRules
{
    internal static Decision<WorkshopEvent> Decide(Workshop workshop, OrderPresentations command)
    {
        var known = workshop.Groups.Select(g => g.Id).Order(StringComparer.Ordinal);
        if (!known.SequenceEqual(command.Queue.Order(StringComparer.Ordinal)))
        {
            return new Refusal("GroupUnknown", "queue");
        }
        return workshop.Presentations.Queue.SequenceEqual(command.Queue)
            ? Decision<WorkshopEvent>.Happened()
            : new PresentationsOrdered(command.Queue);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, StartPresentation command, DateTimeOffset now)
    {
        if (workshop.Current.Kind != StepKind.Present)
        {
            return Refusal.Because("NotPresenting");
        }
        var groupId = command.GroupId ?? workshop.Presentations.Next;
        if (groupId is null)
        {
            return Refusal.Because("AllHavePresented");
        }
        return workshop.GroupOf(groupId) is null
            ? new Refusal("GroupUnknown", "groupId")
            : new PresentationStarted(groupId, Countdown.Start(workshop.Current.Minutes, now));
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, ShowQuestion command) =>
        command.QuestionId is { } id && workshop.Plan.QuestionOf(id) is null
            ? new Refusal("QuestionUnknown", "questionId", id)
        : workshop.Presentations.Focus == command.QuestionId ? Decision<WorkshopEvent>.Happened()
        : new QuestionShown(command.QuestionId);

    internal static Workshop Evolve(Workshop workshop, PresentationStarted started)
    {
        var before = workshop.Presentations;
        var done = before.Current is { } last ? before.Done.Add(last) : before.Done;
        return workshop with
        {
            Clock = started.Clock,
            Presentations = before with
            {
                Current = started.GroupId,
                Done = done.Remove(started.GroupId),
                Focus = null,
            },
            Boards = workshop.Boards.SetItems(
                workshop
                    .Boards.Where(b => b.Value.GroupId == started.GroupId)
                    .Select(b => KeyValuePair.Create(b.Key, b.Value with { IsShared = true }))
            ),
        };
    }
}
