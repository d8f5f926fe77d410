using CsCheck;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Planning;

namespace Endre.Domain.Tests.Meetings.Planning;

public sealed class PlanningRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid Kari = new("0199a000-0000-4000-8000-000000000001");

    [Theory]
    [InlineData("", 30, "", "", "TextMissing", "title")]
    [InlineData("Møte", 4, "", "", "MeetingMinutesOutOfRange", "minutes")]
    [InlineData("Møte", 481, "", "", "MeetingMinutesOutOfRange", "minutes")]
    [InlineData("Møte", 30, "Rom 01010112345", "", "NationalIdentityNumber", "place")]
    [InlineData("Møte", 30, "", "http://video.example/rom", "VideoLinkUnusable", "video")]
    [InlineData("Møte", 30, "", "javascript:alert(1)", "VideoLinkUnusable", "video")]
    [InlineData("Møte", 30, "Møterom 2", "https://video.example/rom", null, null)]
    public void What_cannot_be_used_is_refused_at_its_field(
        string title,
        int minutes,
        string place,
        string video,
        string? reason,
        string? field
    )
    {
        var plan = new PlanMeeting(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            null,
            title,
            Now.AddDays(1),
            minutes,
            place,
            video
        );

        var refusal = PlanningRules.Plan(plan, Now).Refusal;

        (refusal?.Reason, refusal?.Field).ShouldBe((reason, field));
    }

    [Fact]
    public void A_title_is_one_line()
    {
        var plan = new PlanMeeting(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            null,
            "Møte\r\nATTENDEE:mailto:x@example.com",
            Now.AddDays(1),
            30,
            "Rom\n2",
            ""
        );

        var meeting = ((MeetingPlanned)PlanningRules.Plan(plan, Now).Events[0]).Meeting;

        (meeting.Title, meeting.Place).ShouldBe(("Møte ATTENDEE:mailto:x@example.com", "Rom 2"));
    }

    [Fact]
    public void It_is_not_moved_to_what_has_been_or_too_far_ahead()
    {
        var meeting = Planned();

        meeting.Refused(new MoveMeeting(null, 30, "", "")).ShouldBe(("StartMissing", "start"));
        meeting.Refused(new MoveMeeting(Now.AddMinutes(-1), 30, "", "")).ShouldBe(("StartPast", "start"));
        meeting.Refused(new MoveMeeting(Now.AddYears(3), 30, "", "")).ShouldBe(("StartTooFarAhead", "start"));
    }

    [Fact]
    public void A_move_to_where_it_is_changes_nothing()
    {
        var meeting = Planned();

        meeting
            .After(new MoveMeeting(meeting.StartsAt, meeting.Minutes, meeting.Place, meeting.VideoLink))
            .ShouldBe(meeting);
    }

    [Fact]
    public void Moved_called_off_and_restored_twice_it_is_the_same_meeting()
    {
        var meeting = Planned();

        var after = meeting
            .After(new MoveMeeting(Now.AddDays(8), 30, "Kantina", ""))
            .After(new CancelMeeting("Mange er syke"))
            .After(new CancelMeeting("Mange er syke"))
            .After(new RestoreMeeting())
            .After(new MoveMeeting(Now.AddDays(9), 45, "Kantina", ""))
            .After(new CancelMeeting())
            .After(new RestoreMeeting());

        (after.Id, after.SlotAt, after.Matters, after.State).ShouldBe(
            (meeting.Id, meeting.SlotAt, meeting.Matters, MeetingState.Planned)
        );
        (after.StartsAt, after.Minutes, after.Place, after.CanceledBecause).ShouldBe(
            (Now.AddDays(9), 45, "Kantina", "")
        );
        // Calling off twice is once; the six others are news for a calendar.
        after.Sequence.ShouldBe(6);
    }

    [Fact]
    public void One_that_is_called_off_is_restored_before_it_is_moved()
    {
        var off = Planned().After(new CancelMeeting("Ferie"));

        off.CanceledBecause.ShouldBe("Ferie");
        off.Refused(new MoveMeeting(Now.AddDays(9), 30, "", "")).Reason.ShouldBe("MeetingIsCanceled");
        off.Refused(new AnswerInvitation(Kari, Comes: true)).Reason.ShouldBe("MeetingIsCanceled");
    }

    [Fact]
    public void One_that_has_begun_stays_where_it_is()
    {
        var running = Planned() with { State = MeetingState.Running };

        running.Refused(new MoveMeeting(Now.AddDays(9), 30, "", "")).Reason.ShouldBe("MeetingBegun");
        running.Refused(new CancelMeeting()).Reason.ShouldBe("MeetingBegun");
    }

    [Fact]
    public void A_reason_has_a_limit_and_no_identity_number()
    {
        Planned()
            .Refused(new CancelMeeting(new string('å', Meeting.LongestReason + 1)))
            .ShouldBe(("TextTooLong", "reason"));
        Planned().Refused(new CancelMeeting("01010112345 er syk")).ShouldBe(("NationalIdentityNumber", "reason"));
    }

    [Fact]
    public void Another_day_is_answered_anew_and_another_room_is_not()
    {
        var meeting = Planned().After(new AnswerInvitation(Kari, Comes: false));

        var room = meeting.After(new MoveMeeting(meeting.StartsAt, 30, "Kantina", ""));
        var day = room.After(new MoveMeeting(Now.AddDays(20), 30, "Kantina", ""));

        room.People.Single().Presence.ShouldBe(Presence.Excused);
        day.People.Single().Presence.ShouldBe(Presence.Unknown);
    }

    [Fact]
    public void Whatever_is_done_nothing_of_a_meeting_is_lost_and_calendars_hear_of_each_change()
    {
        var commands = Gen.OneOf(
            Gen.Int[1, 300].Select(days => (MeetingCommand)new MoveMeeting(Now.AddDays(days), 30, "Rom 2", "")),
            Gen.String[0, 20].Select(reason => (MeetingCommand)new CancelMeeting(reason)),
            Gen.Const((MeetingCommand)new RestoreMeeting()),
            Gen.Bool.Select(comes => (MeetingCommand)new AnswerInvitation(Kari, comes)),
            Gen.Bool.Select(concerns => (MeetingCommand)new MarkConcernsWork(concerns)),
            Gen.Const((MeetingCommand)new FollowSeries("Nytt navn", "Nytt rom", "", false))
        );

        commands
            .Array[0, 40]
            .Sample(all =>
            {
                var begin = Planned();
                var meeting = begin;
                foreach (var command in all)
                {
                    var decision = MeetingRules.Decide(meeting, command, Now);
                    var after = decision.Events.Aggregate(meeting, MeetingRules.Evolve);
                    var isNews =
                        (after.StartsAt, after.Minutes, after.State)
                        != (meeting.StartsAt, meeting.Minutes, meeting.State);
                    after.Sequence.ShouldBeGreaterThanOrEqualTo(meeting.Sequence + (isNews ? 1 : 0));
                    meeting = after;
                }
                (meeting.Id, meeting.SeriesId, meeting.SlotAt).ShouldBe((begin.Id, begin.SeriesId, begin.SlotAt));
                meeting.Matters.ShouldBe(begin.Matters);
                meeting.Decisions.ShouldBe(begin.Decisions);
                meeting.People.Select(place => place.Id).ShouldBe(begin.People.Select(place => place.Id));
            });
    }

    private static Meeting Planned() =>
        new()
        {
            Id = new("0199a000-0000-4000-8000-000000000002"),
            UnitId = new("0199a000-0000-4000-8000-000000000003"),
            SeriesId = new("0199a000-0000-4000-8000-000000000004"),
            SlotAt = Now.AddDays(1),
            Title = "Forbedringsmøte",
            StartsAt = Now.AddDays(1),
            Minutes = 30,
            Place = "Rom 1",
            Matters = [new Matter(new("0199a000-0000-4000-8000-000000000005"), MatterKind.Own, "Nøklene", null, 5)],
            People =
            [
                new Attendance(
                    new("0199a000-0000-4000-8000-000000000006"),
                    Kari,
                    "",
                    AttendeeRole.Member,
                    Presence.Unknown
                ),
            ],
        };
}

internal static class MeetingVerbs
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static Meeting After(this Meeting meeting, MeetingCommand command)
    {
        var decision = MeetingRules.Decide(meeting, command, Now);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(meeting, MeetingRules.Evolve);
    }

    public static (string? Reason, string? Field) Refused(this Meeting meeting, MeetingCommand command)
    {
        var refusal = MeetingRules.Decide(meeting, command, Now).Refusal;
        return (refusal?.Reason, refusal?.Field);
    }
}
