using System.Collections.Immutable;
using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;

namespace Endre.Domain.Meetings.Minutes;

/// <summary>What the minutes are made of besides the meeting itself.</summary>
/// <param name="Unit">What the unit is called.</param>
/// <param name="Names">The names of people by id; who is gone is not there.</param>
/// <param name="Made">The action items that were made in the meeting.</param>
/// <param name="Checked">Action items that matters are about, by id.</param>
/// <param name="Routines">What was answered to «som før?».</param>
/// <param name="Day">The day of the meeting for people here.</param>
public sealed record MinutesSources(
    string Unit,
    IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyList<MadeInMeeting> Made,
    IReadOnlyDictionary<Guid, ActionItem> Checked,
    IReadOnlyList<MinutesRoutine> Routines,
    DateOnly Day
);

/// <summary>An action item that was made in a meeting.</summary>
/// <param name="Item">The action item.</param>
/// <param name="MatterId">The matter it was made in; null when that is not known.</param>
public sealed record MadeInMeeting(ActionItem Item, Guid? MatterId);

/// <summary>Makes the minutes of a meeting, at any time while it is planned, goes on or is over.</summary>
public static class MinutesDraft
{
    /// <summary>What the minutes say as the meeting stands now.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="sources">What else they are made of.</param>
    public static MinutesContent Of(Meeting meeting, MinutesSources sources)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(sources);
        var matters = meeting.Matters.Select(matter => matter.Id).ToHashSet();
        return new MinutesContent
        {
            MeetingId = meeting.Id,
            UnitId = meeting.UnitId,
            Unit = sources.Unit,
            Title = meeting.Title,
            Place = meeting.Place,
            StartsAt = meeting.StartsAt,
            BegunAt = meeting.BegunAt,
            EndedAt = meeting.EndedAt,
            Chair = NameOf(meeting.ChairId, sources),
            People = [.. meeting.People.Select(place => PersonOf(place, sources))],
            Matters = [.. meeting.Matters.Select(matter => Of(meeting, matter, sources))],
            Actions = ActionsOf(sources, made => made.MatterId is not { } its || !matters.Contains(its)),
            Routines = PlanningOf(meeting) is null ? [.. sources.Routines] : [],
        };
    }

    private static MinutesMatter Of(Meeting meeting, Matter matter, MinutesSources sources) =>
        new(matter.Id, matter.Kind, matter.Title, matter.Text)
        {
            Decisions =
            [
                .. meeting
                    .Decisions.Where(decision => decision.MatterId == matter.Id)
                    .Select(decision => decision.Text),
            ],
            Actions = ActionsOf(sources, made => made.MatterId == matter.Id),
            Effect = EffectOf(matter, sources),
            Routines = PlanningOf(meeting) == matter.Id ? [.. sources.Routines] : [],
            IsCarried = matter.CarriedFrom is not null,
            Returns = Returns(matter),
            Ground = matter.AccessGround,
            Asked =
            [
                .. meeting
                    .People.Where(place => matter.AsksFor.Contains(place.Role))
                    .Select(place => PersonOf(place, sources)),
            ],
            Missed = [.. matter.AsksFor.Where(role => meeting.People.All(place => place.Role != role))],
        };

    private static MinutesPerson PersonOf(Attendance place, MinutesSources sources) =>
        new(place.Name.Length > 0 ? place.Name : NameOf(place.PersonId, sources) ?? "", place.Role, place.Presence);

    private static Guid? PlanningOf(Meeting meeting) =>
        meeting.Matters.FirstOrDefault(matter => matter.Kind == MatterKind.Planning)?.Id;

    // What stands on every agenda by itself is not carried over to it.
    private static bool Returns(Matter matter) =>
        matter.Kind is not (MatterKind.LookBack or MatterKind.Planning)
        && (!matter.IsTicked || matter.IsRecurring || matter.IsPinned);

    private static MinutesEffect? EffectOf(Matter matter, MinutesSources sources) =>
        matter.Subject is { Kind: RecordKind.ActionItem, Id: var id }
        && sources.Checked.TryGetValue(id, out var item)
        && item.Check is { } check
        && check.On == sources.Day
            ? new MinutesEffect(check.Effect, check.Seen)
            : null;

    private static ImmutableArray<MinutesAction> ActionsOf(MinutesSources sources, Func<MadeInMeeting, bool> which) =>
        [
            .. sources
                .Made.Where(which)
                .Select(made => made.Item)
                .OrderBy(item => item.DueOn)
                .ThenBy(item => item.Id)
                .Select(item => new MinutesAction(
                    item.Id,
                    item.What,
                    NameOf(item.OwnerId, sources),
                    item.DueOn,
                    item.FirstStep
                )),
        ];

    private static string? NameOf(Guid? person, MinutesSources sources) =>
        person is { } id ? sources.Names.GetValueOrDefault(id) : null;
}
