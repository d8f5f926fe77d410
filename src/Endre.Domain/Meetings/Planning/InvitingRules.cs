using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Planning;

/// <summary>Who may be asked to a meeting, and what they may answer.</summary>
public static partial class InvitingRules
{
    /// <summary>The most people at one table.</summary>
    public const int MostPeople = 300;

    /// <summary>Decides a command on who is asked.</summary>
    /// <param name="meeting">As it is stored now.</param>
    /// <param name="command">What is wanted.</param>
    /// <returns>
    /// The event; none when it has happened already. Refused: <c>TooManyInvited</c>, what <see cref="ReadGuest"/>
    /// says, <c>PlaceAtTableTaken</c>, <c>NotInvited</c>, <c>MeetingBegun</c>, <c>MeetingIsCanceled</c>.
    /// </returns>
    public static Decision<MeetingEvent> Decide(Meeting meeting, PlanningCommand command)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return command switch
        {
            Invite invite => Ask(meeting, invite),
            Disinvite off => TakeOff(meeting, off),
            AskPeople ask => Ask(meeting, ask),
            AnswerInvitation answer => Answer(meeting, answer),
            _ => throw new ArgumentException($"Nobody decides {command?.GetType().Name}.", nameof(command)),
        };
    }

    /// <summary>The meeting after an event.</summary>
    /// <param name="meeting">Before.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Meeting Evolve(Meeting meeting, PlanningEvent happened)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return happened switch
        {
            PersonInvited invited => meeting with { People = meeting.People.Add(invited.Attendance) },
            PersonDisinvited off => meeting with { People = meeting.People.RemoveAll(place => place.Id == off.Id) },
            PeopleAsked asked => meeting with { People = After(meeting.People, asked) },
            InvitationAnswered answered => meeting with
            {
                People =
                [
                    .. meeting.People.Select(place =>
                        place.Id != answered.Id
                            ? place
                            : place with
                            {
                                HasAccepted = answered.Comes,
                                Presence = answered.Comes ? Presence.Unknown : Presence.Excused,
                            }
                    ),
                ],
            },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };
    }

    /// <summary>Reads the name and the address of a guest without an account.</summary>
    /// <param name="typedName">As it came from outside.</param>
    /// <param name="typedEmail">As it came from outside.</param>
    /// <param name="name">On one line, made safe to keep.</param>
    /// <param name="email">An address, or empty.</param>
    /// <returns>Null; or <c>GuestMissing</c> or what <see cref="FreeText"/> says (field <c>guest</c>), <c>GuestAddressUnusable</c> (field <c>email</c>).</returns>
    public static Refusal? ReadGuest(string? typedName, string? typedEmail, out string name, out string email)
    {
        email = typedEmail?.Trim() ?? "";
        if (
            FreeText.Require(typedName?.ReplaceLineEndings(" "), Attendance.LongestName, "guest", out name) is { } fault
        )
        {
            return fault.Reason == "TextMissing" ? new Refusal("GuestMissing", "guest") : fault;
        }
        return email.Length > 0 && (email.Length > Attendance.LongestEmail || !Address().IsMatch(email))
            ? new Refusal("GuestAddressUnusable", "email")
            : null;
    }

    /// <summary>The place as if nothing had been answered; who was there already, was.</summary>
    /// <param name="place">The place at the table.</param>
    public static Attendance Unanswered(Attendance place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Presence is Presence.Unknown or Presence.Excused
            ? place with
            {
                HasAccepted = false,
                Presence = Presence.Unknown,
            }
            : place;
    }

    private static Decision<MeetingEvent> Ask(Meeting meeting, Invite invite)
    {
        if (meeting.People.Any(place => place.Id == invite.Id || (place.PersonId is { } id && id == invite.PersonId)))
        {
            return Decision<MeetingEvent>.Happened();
        }
        if (meeting.People.Length >= MostPeople)
        {
            return new Refusal("TooManyInvited", "guest", MostPeople.ToString(CultureInfo.InvariantCulture));
        }
        if (invite.PersonId is not null)
        {
            return new PersonInvited(new Attendance(invite.Id, invite.PersonId, "", invite.Role, Presence.Unknown));
        }
        return ReadGuest(invite.Name, invite.Email, out var name, out var email) is { } wrong
            ? wrong
            : new PersonInvited(new Attendance(invite.Id, null, name, invite.Role, Presence.Unknown) { Email = email });
    }

    private static Decision<MeetingEvent> TakeOff(Meeting meeting, Disinvite off) =>
        meeting.People.FirstOrDefault(place => place.Id == off.Id) switch
        {
            null => Decision<MeetingEvent>.Happened(),
            { Presence: Presence.Unknown or Presence.Excused } => new PersonDisinvited(off.Id),
            _ => Refusal.Because("PlaceAtTableTaken"),
        };

    private static Decision<MeetingEvent> Ask(Meeting meeting, AskPeople ask)
    {
        if (meeting.State is MeetingState.Running or MeetingState.Held)
        {
            return Decision<MeetingEvent>.Happened();
        }
        var off = meeting
            .People.Where(place =>
                place.Presence is Presence.Unknown or Presence.Excused
                && !ask.Wanted.Any(wanted => IsSame(wanted, place))
                && (place.Role != AttendeeRole.Guest || ask.Former.Any(former => IsSame(former, place)))
            )
            .Select(place => place.Id)
            .ToImmutableArray();
        var asked = ImmutableArray.CreateBuilder<Attendance>();
        foreach (var wanted in ask.Wanted)
        {
            var there = meeting.People.FirstOrDefault(place => IsSame(wanted, place));
            if (there is null && meeting.People.Length - off.Length + asked.Count < MostPeople)
            {
                asked.Add(wanted);
            }
            else if (there is not null && there.Role != wanted.Role && there.Role != AttendeeRole.Guest)
            {
                asked.Add(there with { Role = wanted.Role });
            }
        }
        return asked.Count == 0 && off.IsEmpty
            ? Decision<MeetingEvent>.Happened()
            : new PeopleAsked(asked.ToImmutable(), off);
    }

    private static Decision<MeetingEvent> Answer(Meeting meeting, AnswerInvitation answer)
    {
        if (meeting.State != MeetingState.Planned)
        {
            return Refusal.Because(meeting.State == MeetingState.Canceled ? "MeetingIsCanceled" : "MeetingBegun");
        }
        if (meeting.People.FirstOrDefault(place => place.PersonId == answer.PersonId) is not { } mine)
        {
            return Refusal.Because("NotInvited");
        }
        var isSaid = answer.Comes
            ? mine is { HasAccepted: true, Presence: not Presence.Excused }
            : mine is { HasAccepted: false, Presence: Presence.Excused };
        return isSaid ? Decision<MeetingEvent>.Happened() : new InvitationAnswered(mine.Id, answer.Comes);
    }

    private static ImmutableArray<Attendance> After(ImmutableArray<Attendance> people, PeopleAsked asked)
    {
        var changed = asked.Asked.ToDictionary(place => place.Id);
        var kept = people
            .Where(place => !asked.Off.Contains(place.Id))
            .Select(place => changed.Remove(place.Id, out var now) ? now : place)
            .ToList();
        return [.. kept, .. asked.Asked.Where(place => changed.ContainsKey(place.Id))];
    }

    private static bool IsSame(Attendance one, Attendance other) =>
        one.PersonId is { } person
            ? other.PersonId == person
            : other.PersonId is null && one.Name == other.Name && one.Email == other.Email;

    // No more than mail needs: something, an @, something with a point, and nothing that could begin another header.
    [GeneratedRegex(
        @"^[^\s@<>,;:""\\]{1,64}@[^\s@<>,;:""\\]+\.[^\s@<>,;:""\\.]{2,}$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Address();
}
