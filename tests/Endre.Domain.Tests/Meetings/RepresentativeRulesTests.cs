using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Agendas;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Planning;

namespace Endre.Domain.Tests.Meetings;

public sealed class RepresentativeRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid Tone = Guid.CreateVersion7();
    private static readonly Guid Vidar = Guid.CreateVersion7();
    private static readonly Matter Rota = new(Guid.CreateVersion7(), MatterKind.Own, "Ny turnus", null, null);
    private static readonly Matter Cars = new(Guid.CreateVersion7(), MatterKind.Own, "Bilene", null, null);

    private static readonly Dictionary<Guid, AttendeeRole> Both = new()
    {
        [Tone] = AttendeeRole.UnionRepresentative,
        [Vidar] = AttendeeRole.SafetyRepresentative,
    };

    [Fact]
    public void Those_whom_a_matter_needs_are_asked_and_no_others()
    {
        var meeting = Do(Planned(), Rota, union: false, safety: true);
        meeting.People.ShouldHaveSingleItem().PersonId.ShouldBe(Vidar);
        meeting.Matters.Single(matter => matter.Id == Rota.Id).AsksSafety.ShouldBeTrue();
        MeetingRules.Decide(meeting, Ask(meeting, Rota, union: false, safety: true), Now).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_another_matter_needs_works_there_or_came_stays()
    {
        var meeting = Do(Planned(), Rota, union: true, safety: true);
        meeting = Do(meeting, Cars, union: true, safety: false);
        meeting = Do(meeting, Rota, union: false, safety: false);
        meeting.People.ShouldHaveSingleItem().PersonId.ShouldBe(Tone);
        var off = Ask(meeting, Cars, union: false, safety: false);
        Do(meeting, off with { Colleagues = new HashSet<Guid> { Tone } }).People.Length.ShouldBe(1);
        Do(meeting with { People = [meeting.People[0] with { Presence = Presence.Present }] }, off)
            .People.Length.ShouldBe(1);
        Do(meeting with { ConcernsWork = true }, off).People.Length.ShouldBe(1);
        Do(meeting, off).People.ShouldBeEmpty();
    }

    [Fact]
    public void What_came_by_itself_keeps_what_it_needs_while_the_meeting_has_not_begun()
    {
        var news = new Matter(Guid.CreateVersion7(), MatterKind.NewHassle, "Isskrapa", null, null);
        var empty = Planned() with { Matters = [] };
        var meeting = Do(empty, Ask(empty, news, union: true, safety: false) with { Agenda = [news] });
        // Its words are read anew each time.
        meeting.Matters.ShouldHaveSingleItem().Title.ShouldBeEmpty();
        meeting.Matters[0].AsksUnion.ShouldBeTrue();
    }

    [Fact]
    public void A_matter_that_is_carried_on_still_needs_them()
    {
        var left = Rota with { AsksSafety = true };
        var earlier = new EarlierMatter(left, MeetingState.Held, IsMissed: false);
        var carried = Agenda.Carried(Planned(), [earlier], new HashSet<Guid>()).ShouldHaveSingleItem();
        RepresentativeRules.NeededBy([carried]).ShouldBe([AttendeeRole.SafetyRepresentative]);
        Agenda
            .Carried(Planned(), [earlier with { Matter = left with { IsTicked = true } }], new HashSet<Guid>())
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_is_over_called_off_or_unknown_needs_nobody()
    {
        Reason(Planned() with { State = MeetingState.Held }, Rota).ShouldBe("MeetingIsOver");
        Reason(Planned() with { State = MeetingState.Canceled }, Rota).ShouldBe("MeetingIsCanceled");
        Reason(Planned(), Rota with { Id = Guid.CreateVersion7() }).ShouldBe("MatterUnknown");
        var full = Planned() with
        {
            People =
            [
                .. Enumerable
                    .Range(0, InvitingRules.MostPeople)
                    .Select(_ => new Attendance(
                        Guid.CreateVersion7(),
                        Guid.CreateVersion7(),
                        "",
                        AttendeeRole.Member,
                        Presence.Unknown
                    )),
            ],
        };
        Reason(full, Rota).ShouldBe("TooManyInvited");
    }

    private static AskForRepresentatives Ask(Meeting meeting, Matter matter, bool union, bool safety) =>
        new(matter.Id, union, safety) { Agenda = meeting.Matters, Representatives = Both };

    private static Meeting Do(Meeting meeting, Matter matter, bool union, bool safety) =>
        Do(meeting, Ask(meeting, matter, union, safety));

    private static Meeting Do(Meeting meeting, AskForRepresentatives command)
    {
        var decision = MeetingRules.Decide(meeting, command, Now);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(meeting, MeetingRules.Evolve);
    }

    private static string? Reason(Meeting meeting, Matter matter) =>
        MeetingRules.Decide(meeting, Ask(meeting, matter, union: false, safety: true), Now).Refusal?.Reason;

    private static Meeting Planned() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Title = "Tavlemøte",
            StartsAt = Now,
            Minutes = 20,
            Matters = [Rota, Cars],
        };
}
