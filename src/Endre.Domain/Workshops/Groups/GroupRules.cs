using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Workshops.Groups;

/// <summary>Changes how many groups there are.</summary>
/// <param name="Count">1–60.</param>
public sealed record ChangeGroupCount(int Count) : WorkshopCommand;

/// <summary>Gives a group a name.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Name">≤ 60 characters; empty takes the name away.</param>
public sealed record RenameGroup(string GroupId, string? Name) : WorkshopCommand;

/// <summary>Moves a device to another group: the device itself, or a facilitator.</summary>
/// <param name="ParticipantId">The device.</param>
/// <param name="GroupId">The group it goes to.</param>
public sealed record MoveToGroup(Guid ParticipantId, string GroupId) : WorkshopCommand;

/// <summary>Seats a group at tables of four to six.</summary>
/// <param name="GroupId">The group.</param>
public sealed record SeatAtTables(string GroupId) : WorkshopCommand;

/// <summary>The groups changed.</summary>
/// <param name="Groups">All groups.</param>
/// <param name="Moved">Where devices of a removed group went.</param>
public sealed record GroupsChanged(ImmutableList<Group> Groups, ImmutableDictionary<Guid, string> Moved)
    : WorkshopEvent;

/// <summary>A device moved to another group.</summary>
/// <param name="ParticipantId">The device.</param>
/// <param name="GroupId">The group it went to.</param>
/// <param name="Table">The table there.</param>
public sealed record ParticipantMoved(Guid ParticipantId, string GroupId, int Table) : WorkshopEvent;

/// <summary>A group was seated at tables.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Tables">How many tables.</param>
/// <param name="Seats">The table of each device.</param>
public sealed record TablesSeated(string GroupId, int Tables, ImmutableDictionary<Guid, int> Seats) : WorkshopEvent;

/// <summary>How many groups there are, what they are called, who sits where.</summary>
public static class GroupRules
{
    /// <summary>The most groups a workshop may have.</summary>
    public const int MostGroups = 60;

    /// <summary>The most people at one table: larger ones lose ideas to waiting for the word.</summary>
    public const int LargestTable = 6;

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, ChangeGroupCount command)
    {
        if (command.Count is < 1 or > MostGroups)
        {
            return new Refusal("GroupCountOutOfRange", "groups", MostGroups.ToString(CultureInfo.InvariantCulture));
        }
        if (command.Count == workshop.Groups.Count)
        {
            return Decision<WorkshopEvent>.Happened();
        }
        var groups = workshop.Groups.Take(command.Count).ToImmutableList();
        for (var number = groups.Count + 1; number <= command.Count; number++)
        {
            groups = groups.Add(New(number));
        }
        var gone = workshop.Groups.Skip(command.Count).Select(g => g.Id).ToHashSet(StringComparer.Ordinal);
        if (workshop.Groups.Find(g => gone.Contains(g.Id) && HasMade(workshop, g)) is { } busy)
        {
            return new Refusal("GroupHasNotes", "groups", busy.Number.ToString(CultureInfo.InvariantCulture));
        }
        var heads = groups.ToDictionary(
            g => g.Id,
            g => workshop.HeadsByGroup.GetValueOrDefault(g.Id),
            StringComparer.Ordinal
        );
        var moved = ImmutableDictionary.CreateBuilder<Guid, string>();
        foreach (
            var participant in workshop.Participants.Values.Where(p => gone.Contains(p.GroupId)).OrderBy(p => p.Id)
        )
        {
            var to = groups.MinBy(g => (heads[g.Id], g.Number))!.Id;
            heads[to] += participant.HasLeft ? 0 : participant.Heads;
            moved[participant.Id] = to;
        }
        return new GroupsChanged(groups, moved.ToImmutable());
    }

    // What a group has worded or sorted anew is its own too, without a note behind it.
    private static bool HasMade(Workshop workshop, Group group) =>
        workshop.Boards.Values.Any(b =>
            b.GroupId == group.Id && !(b.NoteIds.IsEmpty && b.Clusters.IsEmpty && b.Proposals.IsEmpty)
        );

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, RenameGroup command)
    {
        if (workshop.GroupOf(command.GroupId) is not { } before)
        {
            return new Refusal("GroupUnknown", "groupId");
        }
        if (FreeText.Accept(command.Name, JoiningRules.LongestName, "name", out var name) is { } fault)
        {
            return fault;
        }
        var renamed = before with { Name = name.Length == 0 ? null : name };
        return renamed == before
            ? Decision<WorkshopEvent>.Happened()
            : new GroupsChanged(workshop.Groups.Replace(before, renamed), ImmutableDictionary<Guid, string>.Empty);
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, MoveToGroup command, Actor actor)
    {
        if (actor is Actor.Device device && device.Id != command.ParticipantId)
        {
            return Refusal.Because("NotFacilitator");
        }
        if (!workshop.Participants.TryGetValue(command.ParticipantId, out var participant))
        {
            return new Refusal("ParticipantUnknown", "participantId");
        }
        if (workshop.IsClosed)
        {
            return Refusal.Because("WorkshopClosed");
        }
        if (workshop.GroupOf(command.GroupId) is not { } group)
        {
            return new Refusal("GroupUnknown", "groupId");
        }
        return participant.GroupId == group.Id
            ? Decision<WorkshopEvent>.Happened()
            : new ParticipantMoved(participant.Id, group.Id, JoiningRules.SmallestTable(workshop, group));
    }

    internal static Decision<WorkshopEvent> Decide(Workshop workshop, SeatAtTables command)
    {
        if (workshop.GroupOf(command.GroupId) is null)
        {
            return new Refusal("GroupUnknown", "groupId");
        }
        // Phones that many share are seated first, so that the rest can even the tables out.
        var members = workshop
            .Participants.Values.Where(p => p.GroupId == command.GroupId && !p.HasLeft)
            .OrderByDescending(p => p.Heads)
            .ThenBy(p => p.Id)
            .ToList();
        var tables = TablesFor(members.Sum(p => p.Heads));
        ImmutableDictionary<Guid, int>? seats;
        while ((seats = Seat(members, tables)) is null)
        {
            tables++;
        }
        return new TablesSeated(command.GroupId, tables, seats);
    }

    // Null when a table gets too full. Those who share one phone are never parted, however many they are.
    private static ImmutableDictionary<Guid, int>? Seat(List<Participant> members, int tables)
    {
        var heads = new int[tables];
        var seats = ImmutableDictionary.CreateBuilder<Guid, int>();
        foreach (var participant in members)
        {
            var table = Array.IndexOf(heads, heads.Min());
            if (heads[table] > 0 && heads[table] + participant.Heads > LargestTable)
            {
                return null;
            }
            heads[table] += participant.Heads;
            seats[participant.Id] = table + 1;
        }
        return seats.ToImmutable();
    }

    /// <summary>How many tables so many people sit at: as few as six at a table allow.</summary>
    /// <param name="heads">How many people.</param>
    public static int TablesFor(int heads) => Math.Max(1, (heads + LargestTable - 1) / LargestTable);

    internal static ImmutableList<Group> First(int count) => [.. Enumerable.Range(1, count).Select(New)];

    private static Group New(int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"g{number}"), number, Name: null);

    internal static Workshop Evolve(Workshop workshop, GroupsChanged changed) =>
        changed.Moved.Aggregate(
            workshop with
            {
                Groups = changed.Groups,
                Presentations = workshop.Presentations.For(changed.Groups),
                // A group that comes back later comes back silent.
                Boards = workshop.Boards.RemoveRange(
                    workshop.Boards.Where(b => !changed.Groups.Exists(g => g.Id == b.Value.GroupId)).Select(b => b.Key)
                ),
            },
            (now, move) => JoiningRules.Change(now, move.Key, p => p with { GroupId = move.Value, Table = 1 })
        );

    internal static Workshop Evolve(Workshop workshop, ParticipantMoved moved) =>
        JoiningRules.Change(
            workshop,
            moved.ParticipantId,
            p => p with { GroupId = moved.GroupId, Table = moved.Table }
        );

    internal static Workshop Evolve(Workshop workshop, TablesSeated seated) =>
        seated.Seats.Aggregate(
            workshop with
            {
                Groups = workshop.Groups.ConvertAll(g =>
                    g.Id == seated.GroupId ? g with { Tables = seated.Tables } : g
                ),
            },
            (now, seat) => JoiningRules.Change(now, seat.Key, p => p with { Table = seat.Value })
        );
}
