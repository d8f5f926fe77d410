using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Agendas;
using Endre.Domain.Meetings.Holding;

namespace Endre.Domain.Tests.Meetings;

public sealed class AgendaTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly LastMatters Last = new(["Lyktes", "Forbedre", "Problemer"], "Som før?");

    [Fact]
    public void The_agenda_stands_in_the_order_of_the_kinds_and_new_hassles_have_a_limit()
    {
        var entries = new[]
        {
            MatterKind.NewHassle,
            MatterKind.Returned,
            MatterKind.EffectCheck,
            MatterKind.LateAnswer,
            MatterKind.ActionItem,
        }
            .Select(Entry)
            .Concat(Enumerable.Range(0, 9).Select(_ => Entry(MatterKind.NewHassle)))
            .ToList();
        var ground = Ground(entries);
        var agenda = Agenda.Of(Planned(), ground);
        agenda
            .Select(matter => matter.Kind)
            .Distinct()
            .ShouldBe([
                MatterKind.ActionItem,
                MatterKind.EffectCheck,
                MatterKind.LateAnswer,
                MatterKind.Returned,
                MatterKind.NewHassle,
                MatterKind.LookBack,
                MatterKind.Planning,
            ]);
        agenda.Count(matter => matter.Kind == MatterKind.NewHassle).ShouldBe(Agenda.MostNewHassles);
        ground.MoreNewHassles.ShouldBe(3);
        agenda.Count(matter => matter.Kind == MatterKind.LookBack).ShouldBe(3);
    }

    [Fact]
    public void The_same_ground_gives_the_same_ids_and_what_is_arranged_by_hand_stays()
    {
        var ground = Ground([Entry(MatterKind.ActionItem), Entry(MatterKind.EffectCheck)]);
        var meeting = Planned();
        var agenda = Agenda.Of(meeting, ground);
        Agenda.Of(meeting, ground).ShouldBe(agenda);
        meeting = Do(meeting, new MoveMatter(agenda[^1].Id, -9) { Agenda = agenda });
        meeting = Do(meeting, new ChangeMatter(agenda[0].Id, null, 7) { Agenda = Agenda.Of(meeting, ground) });
        meeting.Matters.ShouldAllBe(matter => matter.Title.Length == 0);
        var more = ground with { Entries = [.. ground.Entries, Entry(MatterKind.ActionItem)] };
        var arranged = Agenda.Of(meeting, more);
        arranged[0].Kind.ShouldBe(MatterKind.Planning);
        arranged[1].ShouldBe(agenda[0] with { Minutes = 7 });
        arranged[2].Kind.ShouldBe(MatterKind.ActionItem);
        // What is done is gone.
        Agenda.Of(meeting, more with { Entries = [] }).ShouldAllBe(matter => matter.Kind >= MatterKind.LookBack);
    }

    [Fact]
    public void What_somebody_put_there_after_the_page_was_read_is_not_lost_by_arranging_or_beginning()
    {
        var ground = Ground([Entry(MatterKind.ActionItem)]);
        var read = Agenda.Of(Planned(), ground);
        var meeting = Do(Planned(), new AddMatter(Guid.CreateVersion7(), "Sent", null, null));
        Do(meeting, new MoveMatter(read[0].Id, 1) { Agenda = read }).Matters.ShouldContain(m => m.Title == "Sent");
        var begun = Do(meeting, new BeginMeeting(Guid.CreateVersion7()) { Agenda = read });
        begun.Matters.ShouldContain(matter => matter.Title == "Sent");
        begun.CurrentMatterId.ShouldBe(read[0].Id);
    }

    [Theory]
    [InlineData(MatterKind.Own, false, false, false, false, true)]
    [InlineData(MatterKind.Own, true, false, false, false, false)]
    [InlineData(MatterKind.Own, true, true, false, false, true)]
    [InlineData(MatterKind.Own, true, false, true, false, false)]
    [InlineData(MatterKind.Own, true, false, false, true, true)]
    [InlineData(MatterKind.Information, true, false, true, false, true)]
    [InlineData(MatterKind.Information, true, false, false, false, false)]
    public void A_matter_returns_until_ticked_if_recurring_with_an_open_action_or_pinned(
        MatterKind kind,
        bool isTicked,
        bool isRecurring,
        bool isPinned,
        bool isOpen,
        bool returns
    )
    {
        var item = Guid.CreateVersion7();
        var matter = new Matter(Guid.CreateVersion7(), kind, "Biler", null, 5)
        {
            IsTicked = isTicked,
            IsRecurring = isRecurring,
            IsPinned = isPinned,
            ActionItems = [item],
        };
        var open = isOpen ? new HashSet<Guid> { item } : [];
        Agenda.Returns(matter, open).ShouldBe(returns);
        var ground = Ground([]) with
        {
            Earlier = [new EarlierMatter(matter, MeetingState.Held, IsMissed: false)],
            OpenActionItems = open,
        };
        Agenda.Of(Planned(), ground).Any(one => one.CarriedFrom == matter.Id).ShouldBe(returns);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(45)]
    public void Times_sum_to_the_length_of_the_meeting_and_each_matter_has_a_minute(int minutes)
    {
        var agenda = Agenda.Of(Planned(), Ground([Entry(MatterKind.ActionItem), Entry(MatterKind.NewHassle)]));
        var spread = AgendaTimes.Spread(agenda, minutes);
        spread.ShouldAllBe(matter => matter.Minutes >= 1);
        spread.Sum(matter => matter.Minutes!.Value).ShouldBe(Math.Max(minutes, agenda.Length));
        var timed = AgendaTimes.Spread([.. agenda.Select((m, at) => at == 0 ? m with { Minutes = 9 } : m)], minutes);
        timed[0].Minutes.ShouldBe(9);
    }

    /// <summary>Any series of meetings, some canceled, restored, missed or held: nothing is lost, nothing stands twice.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void No_matter_that_is_neither_ticked_nor_done_is_ever_lost(int seed)
    {
        var random = new Random(seed);
        var meetings = new List<Meeting>();
        var expected = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < 120; round++)
        {
            var meeting = Planned() with { StartsAt = Now.AddDays(round) };
            for (var number = random.Next(3); number > 0; number--)
            {
                var title = $"sak {round}.{number}";
                meeting = Do(meeting, new AddMatter(Guid.CreateVersion7(), title, null, null));
                expected.Add(title);
            }
            var ground = Ground([]) with { Earlier = EarlierOf(meetings) };
            var titles = Agenda.Of(meeting, ground).Where(m => m.Kind == MatterKind.Own).Select(m => m.Title).ToList();
            titles.ShouldBe(expected, ignoreOrder: true);
            if (random.Next(3) == 0)
            {
                meeting = Do(
                    meeting,
                    new MoveMatter(Agenda.Of(meeting, ground)[0].Id, 2) { Agenda = Agenda.Of(meeting, ground) }
                );
            }
            switch (random.Next(5))
            {
                case 0:
                    meeting = meeting with { State = MeetingState.Canceled };
                    break;
                case 1:
                    // Planned, and forgotten.
                    break;
                default:
                    meeting = Do(
                        meeting,
                        new BeginMeeting(Guid.CreateVersion7()) { Agenda = Agenda.Of(meeting, ground) }
                    );
                    foreach (var matter in meeting.Matters.Where(m => m.Kind == MatterKind.Own && random.Next(2) == 0))
                    {
                        meeting = Do(meeting, new TickMatter(matter.Id) { IsInPassing = true });
                        expected.Remove(matter.Title);
                    }
                    meeting = Do(meeting, new EndMeeting());
                    break;
            }
            // One that was canceled takes place after all: what went on elsewhere does not come back with it.
            if (random.Next(6) == 0 && meetings.FindIndex(m => m.State == MeetingState.Canceled) is var at and >= 0)
            {
                var others = meetings.Where((_, index) => index != at).Append(meeting);
                var back = meetings[at] with { State = MeetingState.Planned };
                var agenda = Agenda.Of(back, Ground([]) with { Earlier = EarlierOf(others) });
                agenda.Where(m => m.Kind == MatterKind.Own).Select(m => m.Title).ShouldBe(expected, ignoreOrder: true);
            }
            meetings.Add(meeting);
        }
    }

    private static List<EarlierMatter> EarlierOf(IEnumerable<Meeting> meetings) =>
        [
            .. meetings.SelectMany(meeting =>
                meeting.Matters.Select(matter => new EarlierMatter(matter, meeting.State, IsMissed: true))
            ),
        ];

    private static AgendaGround Ground(IReadOnlyList<AgendaEntry> entries) =>
        new(entries, [], new HashSet<Guid>(), Last);

    private static AgendaEntry Entry(MatterKind kind) =>
        new(kind, new RecordReference(RecordKind.Hassle, Guid.CreateVersion7()), $"{kind}");

    private static Meeting Planned() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Title = "Forbedringsmøte",
            StartsAt = Now,
            Minutes = 20,
        };

    private static Meeting Do(Meeting meeting, HoldingCommand command)
    {
        var decision = HoldingRules.Decide(meeting, command, Now);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(meeting, MeetingRules.Evolve);
    }
}
