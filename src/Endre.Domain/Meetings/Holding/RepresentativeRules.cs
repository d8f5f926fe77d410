using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Holding;

/// <summary>Which representatives the matters of a meeting need. Whoever is needed by one of them is asked to the meeting.</summary>
public static class RepresentativeRules
{
    /// <summary>As what those are to be asked whom the matters need.</summary>
    /// <param name="matters">The matters of a meeting.</param>
    public static IReadOnlySet<AttendeeRole> NeededBy(IEnumerable<Matter> matters)
    {
        ArgumentNullException.ThrowIfNull(matters);
        return matters.SelectMany(matter => matter.AsksFor).ToHashSet();
    }

    /// <summary>Those of a unit's representatives whom the matters need.</summary>
    /// <param name="representatives">All of them, by person.</param>
    /// <param name="needed">As what somebody is needed.</param>
    public static IEnumerable<KeyValuePair<Guid, AttendeeRole>> Among(
        IReadOnlyDictionary<Guid, AttendeeRole> representatives,
        IReadOnlySet<AttendeeRole> needed
    )
    {
        ArgumentNullException.ThrowIfNull(needed);
        return representatives.Where(one => needed.Contains(one.Value));
    }

    /// <summary>Decides that a matter needs representatives, or needs them no more.</summary>
    /// <param name="meeting">As it is stored now.</param>
    /// <param name="asking">What is wanted.</param>
    /// <returns>
    /// What changed of the agenda and of who is asked; none when nothing did. Refused: <c>MatterUnknown</c>,
    /// <c>TooManyInvited</c> (with how many may be asked).
    /// </returns>
    public static Decision<MeetingEvent> Decide(Meeting meeting, AskForRepresentatives asking)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(asking);
        var agenda = ArrangingRules.Now(meeting, asking.Agenda);
        if (agenda.FirstOrDefault(matter => matter.Id == asking.Id) is not { } before)
        {
            return Refusal.Because("MatterUnknown");
        }
        var after = before with { AsksUnion = asking.Union, AsksSafety = asking.Safety };
        var matters = agenda.Replace(before, after);
        var needed = NeededBy(matters);
        var asked = Among(asking.Representatives, needed)
            .Where(one => meeting.People.All(place => place.PersonId != one.Key))
            .Select(one => new Attendance(
                DerivedId.Of(meeting.Id, one.Key.ToByteArray()),
                one.Key,
                "",
                one.Value,
                Presence.Unknown
            ))
            .ToImmutableArray();
        var off = meeting
            .People.Where(place => IsNeededNoMore(meeting, place, asking, needed))
            .Select(place => place.Id)
            .ToImmutableArray();
        if (meeting.People.Length + asked.Length - off.Length > InvitingRules.MostPeople)
        {
            return new Refusal(
                "TooManyInvited",
                Field: null,
                InvitingRules.MostPeople.ToString(CultureInfo.InvariantCulture)
            );
        }
        var happened = new List<MeetingEvent>();
        if (after != before)
        {
            happened.AddRange(ArrangingRules.Arranged(meeting, new MattersArranged(matters)).Events);
        }
        if (asked.Length > 0 || off.Length > 0)
        {
            happened.Add(new PeopleAsked(asked, off));
        }
        return Decision<MeetingEvent>.Happened([.. happened]);
    }

    // Whoever was there, is a guest, or works there stays.
    private static bool IsNeededNoMore(
        Meeting meeting,
        Attendance place,
        AskForRepresentatives asking,
        IReadOnlySet<AttendeeRole> needed
    ) =>
        !meeting.ConcernsWork
        && place.Role is AttendeeRole.UnionRepresentative or AttendeeRole.SafetyRepresentative
        && place.Presence is Presence.Unknown or Presence.Excused
        && place.PersonId is { } person
        && asking.Representatives.ContainsKey(person)
        && !needed.Contains(place.Role)
        && !asking.Colleagues.Contains(person);
}
