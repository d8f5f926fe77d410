using System.Collections.Immutable;
using Endre.Domain.Shared;

namespace Endre.Domain.Workshops.Groups;

/// <summary>A device joins.</summary>
/// <param name="ParticipantId">A new id.</param>
/// <param name="Name">What they call themselves (≤ 60 characters), or null.</param>
/// <param name="TokenHash">The hash of the token it gets (<see cref="Mark.HashOf"/>).</param>
/// <param name="Heads">How many people share the device, 1–30.</param>
/// <param name="GroupId">The group it asks for, or null for the smallest.</param>
/// <param name="IsScribe">Whether it writes for a table.</param>
public sealed record Join(
    Guid ParticipantId,
    string? Name,
    string TokenHash,
    int Heads = 1,
    string? GroupId = null,
    bool IsScribe = false
) : WorkshopCommand;

/// <summary>A device says again who is at it.</summary>
/// <param name="Name">The name (≤ 60 characters), or null for none.</param>
/// <param name="Heads">How many people share it, 1–30.</param>
/// <param name="IsScribe">Whether it writes for a table.</param>
public sealed record ChangeWhoIsHere(string? Name, int Heads, bool IsScribe) : WorkshopCommand;

/// <summary>A device leaves; its notes stay.</summary>
public sealed record Leave : WorkshopCommand;

/// <summary>A device joined.</summary>
/// <param name="Participant">As it joined.</param>
public sealed record ParticipantJoined(Participant Participant) : WorkshopEvent;

/// <summary>A device said again who is at it.</summary>
/// <param name="ParticipantId">The device.</param>
/// <param name="Name">The name, or null.</param>
/// <param name="Heads">How many people share it.</param>
/// <param name="IsScribe">Whether it writes for a table.</param>
public sealed record ParticipantChanged(Guid ParticipantId, string? Name, int Heads, bool IsScribe) : WorkshopEvent;

/// <summary>A device left.</summary>
/// <param name="ParticipantId">The device.</param>
public sealed record ParticipantLeft(Guid ParticipantId) : WorkshopEvent;

/// <summary>How devices come in, say who they are, and go.</summary>
public static class JoiningRules
{
    /// <summary>The most characters of a participant's name.</summary>
    public const int LongestName = 60;

    /// <summary>The most people one device may stand for.</summary>
    public const int MostHeads = 30;

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, Join command)
    {
        if (workshop.IsClosed)
        {
            return Refusal.Because("WorkshopClosed");
        }
        if (!workshop.IsJoinOpen)
        {
            return Refusal.Because("JoinClosed");
        }
        if (CheckWho(command.Name, command.Heads, out var name) is { } fault)
        {
            return fault;
        }
        if (command.GroupId is not null && workshop.GroupOf(command.GroupId) is null)
        {
            return new Refusal("GroupUnknown", "groupId");
        }
        if (workshop.Participants.ContainsKey(command.ParticipantId))
        {
            return Decision<WorkshopEvent>.Happened();
        }
        var group = command.GroupId ?? SmallestGroup(workshop);
        var table = SmallestTable(workshop, workshop.GroupOf(group)!);
        return new ParticipantJoined(
            new Participant(
                command.ParticipantId,
                name.Length == 0 ? null : name,
                group,
                command.Heads,
                table,
                command.TokenHash,
                command.IsScribe,
                HasLeft: false
            )
        );
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, ChangeWhoIsHere command, Participant who)
    {
        if (workshop.IsClosed)
        {
            return Refusal.Because("WorkshopClosed");
        }
        if (CheckWho(command.Name, command.Heads, out var name) is { } fault)
        {
            return fault;
        }
        var kept = name.Length == 0 ? null : name;
        return (who.Name, who.Heads, who.IsScribe) == (kept, command.Heads, command.IsScribe)
            ? Decision<WorkshopEvent>.Happened()
            : new ParticipantChanged(who.Id, kept, command.Heads, command.IsScribe);
    }

    internal static Workshop Evolve(Workshop workshop, ParticipantJoined joined) =>
        workshop with
        {
            Participants = workshop.Participants.SetItem(joined.Participant.Id, joined.Participant),
            ParticipantByToken = workshop.ParticipantByToken.SetItem(
                joined.Participant.TokenHash,
                joined.Participant.Id
            ),
            HeadsByGroup = Count(workshop.HeadsByGroup, joined.Participant, +1),
        };

    internal static Workshop Evolve(Workshop workshop, ParticipantChanged changed) =>
        Change(
            workshop,
            changed.ParticipantId,
            p => p with { Name = changed.Name, Heads = changed.Heads, IsScribe = changed.IsScribe }
        );

    internal static Workshop Evolve(Workshop workshop, ParticipantLeft left) =>
        Change(workshop, left.ParticipantId, p => p with { HasLeft = true });

    internal static Workshop Change(Workshop workshop, Guid participantId, Func<Participant, Participant> change)
    {
        if (!workshop.Participants.TryGetValue(participantId, out var before))
        {
            return workshop;
        }
        var after = change(before);
        return workshop with
        {
            Participants = workshop.Participants.SetItem(participantId, after),
            HeadsByGroup = Count(Count(workshop.HeadsByGroup, before, -1), after, +1),
        };
    }

    private static ImmutableDictionary<string, int> Count(
        ImmutableDictionary<string, int> heads,
        Participant participant,
        int sign
    ) =>
        participant.HasLeft
            ? heads
            : heads.SetItem(
                participant.GroupId,
                heads.GetValueOrDefault(participant.GroupId) + (sign * participant.Heads)
            );

    private static Refusal? CheckWho(string? name, int heads, out string clean)
    {
        var fault = FreeText.Accept(name, LongestName, "name", out clean);
        return fault ?? (heads is < 1 or > MostHeads ? new Refusal("HeadsOutOfRange", "heads", "30") : null);
    }

    // Groups fill evenly by people, not by devices; the lowest number wins a tie.
    private static string SmallestGroup(Workshop workshop) =>
        workshop.Groups.MinBy(g => (workshop.HeadsByGroup.GetValueOrDefault(g.Id), g.Number))!.Id;

    // One look at everybody, not one for each table: a hall of thousands has hundreds of tables.
    internal static int SmallestTable(Workshop workshop, Group group)
    {
        if (group.Tables == 1)
        {
            return 1;
        }
        var heads = new int[group.Tables];
        foreach (var (_, participant) in workshop.Participants)
        {
            if (!participant.HasLeft && participant.GroupId == group.Id && participant.Table <= group.Tables)
            {
                heads[participant.Table - 1] += participant.Heads;
            }
        }
        return Array.IndexOf(heads, heads.Min()) + 1;
    }
}
