using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Routines;

namespace Endre.Domain.Tests.Meetings;

public sealed class HoldingRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    [Fact]
    public void Ticking_goes_on_to_the_next_and_ends_where_all_are_through()
    {
        var meeting = Running();
        meeting.CurrentMatterId.ShouldBe(First);
        meeting.CurrentEndsAt.ShouldBe(Now.AddMinutes(5));
        meeting = Do(meeting, new GiveMoreTime(First, 2));
        meeting.CurrentEndsAt.ShouldBe(Now.AddMinutes(7));
        meeting = Do(meeting, new TickMatter(First));
        meeting.CurrentMatterId.ShouldBe(Second);
        meeting = Do(meeting, new TickMatter(Second));
        meeting.CurrentMatterId.ShouldBeNull();
        meeting = Do(meeting, new PickMatter(First));
        meeting.Matters[0].IsTicked.ShouldBeFalse();
        HoldingRules.Decide(meeting, new PickMatter(First), Now).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_meeting_does_not_end_while_virket_det_waits_for_an_answer()
    {
        var refusal = HoldingRules.Decide(Running(), new EndMeeting { Unanswered = [First] }, Now).Refusal;
        refusal!.Reason.ShouldBe("EffectsUnanswered");
        refusal.Details.ShouldBe(["1"]);
        var held = Do(Running(), new EndMeeting());
        held.State.ShouldBe(MeetingState.Held);
        HoldingRules.Decide(held, new EndMeeting(), Now).Events.ShouldBeEmpty();
        Reason(held, new TickMatter(First)).ShouldBe("MeetingIsOver");
        Reason(held, new BeginMeeting(First)).ShouldBe("MeetingIsOver");
    }

    [Fact]
    public void Two_who_write_at_the_same_time_lose_nothing()
    {
        var meeting = Do(Running(), new WriteText(First, "Vi prøver i mars", ""));
        Reason(meeting, new WriteText(First, "Noe annet", "")).ShouldBe("MatterTextChanged");
        HoldingRules.Decide(meeting, new WriteText(First, "Vi prøver i mars", ""), Now).Events.ShouldBeEmpty();
        Do(meeting, new WriteText(First, "Vi prøver i mars og april", "Vi prøver i mars"))
            .Matters[0]
            .Text.ShouldBe("Vi prøver i mars og april");
    }

    [Fact]
    public void A_decision_is_written_once_and_can_be_taken_back()
    {
        var id = Guid.CreateVersion7();
        var meeting = Do(Running(), new DecideInMeeting(id, First, "Nøklene henger på basen"));
        HoldingRules
            .Decide(meeting, new DecideInMeeting(id, First, "Nøklene henger på basen"), Now)
            .Events.ShouldBeEmpty();
        meeting.Decisions.ShouldHaveSingleItem().At.ShouldBe(Now);
        Do(meeting, new WithdrawDecision(id, First)).Decisions.ShouldBeEmpty();
    }

    [Fact]
    public void What_came_by_itself_or_is_talked_of_is_not_taken_off()
    {
        var meeting = Do(Running(), new AddMatter(Guid.CreateVersion7(), "Kaffe", null, null));
        meeting.Matters[^1].Minutes.ShouldBe(5);
        Do(meeting, new RemoveMatter(meeting.Matters[^1].Id)).Matters.Length.ShouldBe(2);
        Reason(meeting, new RemoveMatter(First)).ShouldBe("MatterIsTalkedOf");
        var effect = meeting.Matters[0] with { Id = Guid.CreateVersion7(), Kind = MatterKind.EffectCheck };
        Reason(meeting with { Matters = [effect] }, new RemoveMatter(effect.Id)).ShouldBe("MatterComesByItself");
    }

    [Fact]
    public void Presence_is_marked_one_by_one_and_for_all_the_rest()
    {
        Attendance[] people =
        [
            new(First, null, "Ola", AttendeeRole.Guest, Presence.Unknown),
            new(Second, null, "Liv", AttendeeRole.Guest, Presence.Unknown),
        ];
        var meeting = Do(Running() with { People = [.. people] }, new MarkPresence(First, Presence.Excused));
        meeting = Do(meeting, new MarkRestPresent());
        meeting.People.Select(place => place.Presence).ShouldBe([Presence.Excused, Presence.Present]);
        HoldingRules.Decide(meeting, new MarkRestPresent(), Now).Events.ShouldBeEmpty();
        Reason(meeting, new MarkPresence(Guid.CreateVersion7(), Presence.Present)).ShouldBe("PlaceAtTableUnknown");
    }

    [Theory]
    [InlineData("", null, "TextMissing")]
    [InlineData("01017012345", null, "NationalIdentityNumber")]
    [InlineData("Biler", 0, "MatterMinutesOutOfRange")]
    [InlineData("Biler", 121, "MatterMinutesOutOfRange")]
    public void What_cannot_stand_on_an_agenda_is_refused(string title, int? minutes, string reason) =>
        Reason(Running(), new AddMatter(Guid.CreateVersion7(), title, minutes, null)).ShouldBe(reason);

    [Fact]
    public void A_routine_is_kept_changed_or_stopped_and_the_longest_unasked_comes_first()
    {
        var routine = new Routine(First, Second, "Nattevakten fyller bilene", Today.AddDays(-90), true, null);
        Answer(routine, RoutineAnswer.Keep, null).AnsweredOn.ShouldBe(Today);
        Answer(routine, RoutineAnswer.Change, "Kveldsvakten fyller bilene").Text.ShouldBe("Kveldsvakten fyller bilene");
        var stopped = Answer(routine, RoutineAnswer.Stop, null);
        stopped.IsUsed.ShouldBeFalse();
        RoutineRules
            .Answer(stopped, new AnswerRoutine(RoutineAnswer.Keep, null, stopped.Text), Today)
            .Refusal!.Reason.ShouldBe("RoutineStopped");
        RoutineRules
            .Answer(routine, new AnswerRoutine(RoutineAnswer.Keep, null, "Noe annet"), Today)
            .Refusal!.Reason.ShouldBe("RoutineChanged");
        var many = Enumerable
            .Range(0, 9)
            .Select(age => routine with { Id = Guid.CreateVersion7(), AnsweredOn = Today.AddDays(-age) })
            .ToList();
        Routine
            .ToAsk(many, answered: 2)
            .Select(one => one.AnsweredOn)
            .ShouldBe([Today.AddDays(-8), Today.AddDays(-7), Today.AddDays(-6)]);
    }

    private static Routine Answer(Routine routine, RoutineAnswer answer, string? text) =>
        RoutineRules.Evolve(
            routine,
            RoutineRules
                .Answer(routine, new AnswerRoutine(answer, text, routine.Text), Today)
                .Events.ShouldHaveSingleItem()
        );

    private static string? Reason(Meeting meeting, HoldingCommand command) =>
        HoldingRules.Decide(meeting, command, Now).Refusal?.Reason;

    private static Meeting Running() =>
        Do(
            new Meeting
            {
                Id = Guid.CreateVersion7(),
                UnitId = Guid.CreateVersion7(),
                Title = "Tavlemøte",
                StartsAt = Now,
                Minutes = 20,
            },
            new BeginMeeting(Guid.CreateVersion7())
            {
                Agenda =
                [
                    new Matter(First, MatterKind.Own, "Nøkler", null, 5),
                    new Matter(Second, MatterKind.Own, "Biler", null, 5),
                ],
            }
        );

    private static Meeting Do(Meeting meeting, HoldingCommand command)
    {
        var decision = HoldingRules.Decide(meeting, command, Now);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(meeting, MeetingRules.Evolve);
    }
}
