using Endre.Domain.ActionItems;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Minutes;

namespace Endre.Domain.Tests.Meetings.Minutes;

public sealed class MinutesDraftTests
{
    [Fact]
    public void It_says_who_was_there_what_was_said_decided_and_is_to_be_done()
    {
        var content = MeetingWithMinutes.Content;
        (content.Unit, content.Chair, content.Place).ShouldBe(("Team nord", "Lise Leder", "Møterom Fjæra"));
        content
            .People.Select(person => (person.Name, person.Presence))
            .ShouldBe([
                ("Lise Leder", Presence.Present),
                ("Kari Nordmann", Presence.Present),
                ("Vaktmester Odd", Presence.Excused),
            ]);
        var light = content.Matters[0];
        light.Decisions.ShouldBe(["Alle rør byttes"]);
        light.Actions.Single().Owner.ShouldBe("Kari Nordmann");
        content.Matters[2].Effect.ShouldBe(new MinutesEffect(Effect.Partly, "Fem av sju"));
        content.Actions.ShouldBeEmpty();
        content.Names.ShouldBe(["Lise Leder", "Kari Nordmann", "Vaktmester Odd"]);
    }

    [Fact]
    public void What_is_not_ticked_or_recurs_comes_back_and_the_fixed_matters_are_not_told_to()
    {
        MeetingWithMinutes.Content.Matters.Select(matter => matter.Returns).ShouldBe([false, true, false, true, false]);
        MeetingWithMinutes.Content.Matters[1].IsCarried.ShouldBeTrue();
    }

    [Fact]
    public void An_action_item_of_no_known_matter_stands_by_itself_and_who_is_gone_has_no_name()
    {
        var made = new MadeInMeeting(MeetingWithMinutes.Item("Rydde", ""), MatterId: null);
        var content = MinutesDraft.Of(
            MeetingWithMinutes.Held,
            MeetingWithMinutes.Sources with
            {
                Made = [made],
                Names = new Dictionary<Guid, string>(),
            }
        );
        content.Actions.Single().ShouldBe(new MinutesAction(made.Item.Id, "Rydde", null, made.Item.DueOn, ""));
        (content.Chair, content.People[0].Name).ShouldBe((null, ""));
    }

    [Fact]
    public void Som_før_stands_with_planning_and_by_itself_where_there_is_none()
    {
        MeetingWithMinutes.Content.Routines.Single().Answer.ShouldBe("keep");
        var planning = new Matter(Guid.CreateVersion7(), MatterKind.Planning, "", null, 5);
        var meeting = MeetingWithMinutes.Held with { Matters = [.. MeetingWithMinutes.Held.Matters, planning] };
        var content = MinutesDraft.Of(meeting, MeetingWithMinutes.Sources);
        content.Routines.ShouldBeEmpty();
        content.Matters[^1].Routines.Single().Text.ShouldStartWith("Vakttelefonen");
    }

    [Fact]
    public void An_effect_that_was_told_another_day_is_not_this_meetings()
    {
        var sources = MeetingWithMinutes.Sources with { Day = MeetingWithMinutes.Day.AddDays(30) };
        MinutesDraft.Of(MeetingWithMinutes.Held, sources).Matters[2].Effect.ShouldBeNull();
    }

    [Theory]
    [InlineData(MeetingState.Planned, "MeetingNotOver")]
    [InlineData(MeetingState.Running, "MeetingNotOver")]
    [InlineData(MeetingState.Canceled, "MeetingIsCanceled")]
    [InlineData(MeetingState.Held, null)]
    public void Only_what_is_over_is_locked(MeetingState state, string? reason)
    {
        var meeting = MeetingWithMinutes.Held with { State = state };
        MeetingRules.Decide(meeting, new LockMinutes(), MeetingWithMinutes.Ended).Refusal?.Reason.ShouldBe(reason);
    }

    [Fact]
    public void From_the_lock_on_nothing_of_the_meeting_changes()
    {
        var now = MeetingWithMinutes.Ended;
        var happened = MeetingRules.Decide(MeetingWithMinutes.Held, new LockMinutes(), now).Events.Single();
        var locked = MeetingRules.Evolve(MeetingWithMinutes.Held, happened);
        locked.MinutesLockedAt.ShouldBe(now);
        // Sent twice, it is one lock; that it ended is no change either.
        MeetingRules.Decide(locked, new LockMinutes(), now.AddDays(1)).Events.ShouldBeEmpty();
        MeetingRules.Decide(locked, new LockMinutes(), now.AddDays(1)).Refusal.ShouldBeNull();
        MeetingRules.Decide(locked, new EndMeeting(), now).Refusal.ShouldBeNull();
        MeetingRules
            .Decide(locked, new MarkMatter(MeetingWithMinutes.Light, "internal"), now)
            .Refusal!.Reason.ShouldBe("MinutesAreLocked");
    }

    [Fact]
    public void A_matter_is_marked_with_a_ground_there_is()
    {
        var now = MeetingWithMinutes.Begun;
        var mark = new MarkMatter(MeetingWithMinutes.Light, "personnel");
        var happened = MeetingRules.Decide(MeetingWithMinutes.Held, mark, now).Events.Single();
        var marked = MeetingRules.Evolve(MeetingWithMinutes.Held, happened);
        marked.Matters[0].AccessGround.ShouldBe("personnel");
        MeetingRules.Decide(marked, mark, now).Events.ShouldBeEmpty();
        Reason(mark with { Ground = "fordi" }).ShouldBe("AccessGroundUnknown");
        Reason(mark with { MatterId = Guid.CreateVersion7() }).ShouldBe("MinutesMatterUnknown");

        string Reason(MarkMatter wanted) => MeetingRules.Decide(marked, wanted, now).Refusal!.Reason;
    }
}
