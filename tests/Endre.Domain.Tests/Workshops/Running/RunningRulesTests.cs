using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Running;
using static Endre.Domain.Tests.Workshops.Given;

namespace Endre.Domain.Tests.Workshops.Running;

public sealed class RunningRulesTests
{
    [Fact]
    public void A_new_workshop_waits_at_its_first_step()
    {
        var workshop = AWorkshop().Workshop;
        (workshop.Code, workshop.Language, workshop.Groups.Count).ShouldBe(("482913", "nb", 3));
        (workshop.Current.Kind, workshop.Clock, workshop.IsJoinOpen).ShouldBe((StepKind.Welcome, Countdown.None, true));
        (workshop.Seat, workshop.IsClosed).ShouldBe((Siv.Id, false));
    }

    public static TheoryData<CreateWorkshop, string, string> Bad =>
        new()
        {
            { Create() with { Title = " " }, "TextMissing", "title" },
            { Create() with { Title = new string('x', 201) }, "TextTooLong", "title" },
            { Create() with { Groups = 0 }, "GroupCountOutOfRange", "groups" },
            { Create() with { Groups = 61 }, "GroupCountOutOfRange", "groups" },
            { Create() with { Language = "se" }, "LanguageUnknown", "language" },
            { Create() with { Code = "12345" }, "CodeMalformed", "code" },
            { Create() with { Code = "12345a" }, "CodeMalformed", "code" },
            { Create() with { Code = "１２３４５６" }, "CodeMalformed", "code" },
            { Create() with { Plan = new WorkshopPlan([], []) }, "PlanEmpty", "steps" },
        };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void A_workshop_is_made_by_its_rules(CreateWorkshop command, string reason, string field) =>
        Nothing().When(Siv, command).ThenRefused(reason, field);

    [Fact]
    public void A_workshop_is_made_once() => AWorkshop().When(Siv, Create()).ThenRefused("WorkshopExists");

    [Fact]
    public void A_step_starts_with_its_clock()
    {
        var given = AWorkshop();
        var started = given.When(Siv, new NextStep()).Then<StepStarted>();
        started.ShouldBe(new StepStarted(1, "write-1", Countdown.Start(7, given.Now)));
    }

    [Fact]
    public void A_button_pressed_twice_goes_on_once()
    {
        var given = AWorkshop().And(Siv, new NextStep("welcome"));
        given.When(Siv, new NextStep("welcome")).ThenNothing();
        given.When(Siv, new PreviousStep("welcome")).ThenNothing();
        given.When(Siv, new PreviousStep("write-1")).Then<StepStarted>().Index.ShouldBe(0);
    }

    [Fact]
    public void There_is_nothing_before_the_first_step_and_nothing_after_the_last()
    {
        AWorkshop().When(Siv, new PreviousStep()).ThenRefused("FirstStep");
        AWorkshop().At("close").When(Siv, new NextStep()).ThenRefused("NoMoreSteps");
    }

    [Fact]
    public void Going_back_forgets_nothing()
    {
        var workshop = AWorkshop().At("sort").At("write-1").Workshop;
        (workshop.CurrentStep, workshop.FurthestStep).ShouldBe((1, 2));
    }

    [Fact]
    public void Writing_stays_hidden_and_sorting_reveals_it()
    {
        var given = AWorkshop().At("write-1");
        given.Workshop.BoardOf("g1", "q1").IsRevealed.ShouldBeFalse();
        given
            .When(Siv, new NextStep())
            .ThenAll(typeof(StepStarted), typeof(NotesRevealed), typeof(NotesRevealed), typeof(NotesRevealed))
            .Audiences.ShouldBe([Audience.Everyone, Audience.Group("g1"), Audience.Group("g2"), Audience.Group("g3")]);
        given.Workshop.BoardOf("g3", "q1").IsRevealed.ShouldBeTrue();
        given.Workshop.BoardOf("g3", "q2").IsRevealed.ShouldBeFalse();
    }

    [Fact]
    public void Presenting_reveals_all_that_has_been_asked()
    {
        var plan = Plans.Of(
            Plans.Step("write", StepKind.Write, 5, "q1"),
            Plans.Step("present", StepKind.Present),
            Plans.Step("more", StepKind.Write, 5, "q2")
        );
        var workshop = AWorkshop(plan: plan).At("present").Workshop;
        workshop.BoardOf("g1", "q1").IsRevealed.ShouldBeTrue();
        workshop.BoardOf("g1", "q2").IsRevealed.ShouldBeFalse();
        workshop.Clock.ShouldBe(Countdown.None);
    }

    [Fact]
    public void From_the_interpretation_on_all_groups_see_each_other()
    {
        var given = AWorkshop().At("interpret");
        given.Workshop.IsAllShared.ShouldBeTrue();
        given.Workshop.AudienceOf(given.Workshop.BoardOf("g1", "q1")).ShouldBe(Audience.Everyone);
        given.At("write-1").Workshop.IsAllShared.ShouldBeTrue();
    }

    [Fact]
    public void A_group_reveals_its_own_notes_and_no_other_s()
    {
        var given = AWorkshop().Joined(out var kari, "g1").At("write-1");
        given.When(kari, new Reveal("g2", null)).ThenRefused("NotYourGroup");
        given.When(kari, new Reveal(null, null)).Then<NotesRevealed>().ShouldBe(new NotesRevealed("g1", "q1"));
        given.When(kari, new Reveal("g1", "q1")).ThenNothing();
        given.Workshop.BoardOf("g2", "q1").IsRevealed.ShouldBeFalse();
    }

    [Fact]
    public void A_facilitator_reveals_for_one_group_or_for_all()
    {
        var given = AWorkshop().At("write-1");
        given.When(Siv, new Reveal("g2", "q1")).Then<NotesRevealed>().GroupId.ShouldBe("g2");
        given.When(Siv, new Reveal(null, "q1")).Events.Count.ShouldBe(2);
        given.When(Siv, new Reveal("g9", null)).ThenRefused("GroupUnknown", "groupId");
        given.When(Siv, new Reveal(null, "q9")).ThenRefused("QuestionUnknown", "questionId", "q9");
        given.When(Siv, new Reveal(null, "q2")).ThenRefused("QuestionNotOpen", "questionId");
    }

    [Fact]
    public void A_late_reveal_is_told_to_all_who_may_see()
    {
        var given = AWorkshop().At("interpret").And(Siv, new ChangeGroupCount(4));
        given.When(Siv, new Reveal("g4", "q1")).Audiences.ShouldBe([Audience.Everyone]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3601)]
    [InlineData(-3601)]
    public void Time_is_given_in_steps_of_at_most_an_hour(int seconds) =>
        AWorkshop().At("write-1").When(Siv, new AddTime(seconds)).ThenRefused("SecondsOutOfRange", "seconds", "3600");

    [Fact]
    public void The_clock_is_added_to_paused_and_let_run_on()
    {
        var given = AWorkshop().At("write-1");
        var end = given.Now.AddMinutes(7);
        given.When(Siv, new AddTime(120)).Then<ClockChanged>().Clock.EndsAt.ShouldBe(end.AddMinutes(2));
        given
            .Later(TimeSpan.FromMinutes(1))
            .When(Siv, new PauseClock())
            .Then<ClockChanged>()
            .Clock.Left.ShouldBe(TimeSpan.FromMinutes(8));
        given.When(Siv, new PauseClock()).ThenNothing();
        given.Later(TimeSpan.FromMinutes(5)).When(Siv, new ResumeClock()).Then<ClockChanged>();
        given.Workshop.Clock.EndsAt.ShouldBe(given.Now.AddMinutes(8));
        given.When(Siv, new ResumeClock()).ThenNothing();
    }

    [Fact]
    public void A_clock_that_runs_out_ends_nothing()
    {
        var given = AWorkshop().At("write-1").Later(TimeSpan.FromHours(3));
        given.Workshop.Current.Id.ShouldBe("write-1");
        given.When(Siv, new AddTime(60)).Then<ClockChanged>().Clock.EndsAt.ShouldBe(given.Now.AddMinutes(1));
    }

    [Fact]
    public void Those_who_are_done_are_counted_and_never_named()
    {
        var given = AWorkshop().Joined(out var kari, "g1", heads: 2).Joined(out var ola, "g2").At("write-1");
        var said = given.When(kari, new SayDone("write-1", IsDone: true));
        said.Audiences.ShouldBe([Audience.Nobody]);
        said.Then<DoneSaid>().Mark.ShouldNotContain(kari.Id.ToString("N"));
        given.And(ola, new SayDone("write-1", IsDone: true));
        given.Workshop.Done["write-1"].Values.Sum(d => d.Heads).ShouldBe(3);
        given.When(kari, new SayDone("write-1", IsDone: true)).ThenNothing();
        given
            .And(kari, new SayDone("write-1", IsDone: false))
            .Workshop.Done["write-1"]
            .Values.Sum(d => d.Heads)
            .ShouldBe(1);
        given.When(kari, new SayDone("nowhere", IsDone: true)).ThenRefused("StepUnknown", "stepId");
    }

    [Fact]
    public void The_join_is_opened_and_closed()
    {
        var given = AWorkshop();
        given.When(Siv, new SetJoin(IsOpen: false)).Then<JoinSet>();
        given.When(Siv, new SetJoin(IsOpen: false)).ThenNothing();
        given.When(Siv, new SetJoin(IsOpen: true)).Then<JoinSet>();
        given.When(Siv, new SetLock(IsLocked: false)).ThenNothing();
        given.When(Siv, new SetLock(IsLocked: true)).Then<LockSet>();
    }

    [Fact]
    public void A_workshop_gets_another_title()
    {
        var given = AWorkshop();
        given
            .When(Siv, new RenameWorkshop(" Endring i Fjordvik "))
            .Then<WorkshopRenamed>()
            .Title.ShouldBe("Endring i Fjordvik");
        given.When(Siv, new RenameWorkshop("Endring i Fjordvik")).ThenNothing();
        given.When(Siv, new RenameWorkshop("")).ThenRefused("TextMissing", "title");
    }

    [Fact]
    public void The_seat_is_handed_over_by_the_one_who_has_it_and_by_nobody_else()
    {
        var given = AWorkshop();
        given.When(Siv, new HandOver(Berit.Id)).ThenRefused("FacilitatorUnknown", "personId");
        var added = given.When(Siv, new AddFacilitator(new Facilitator(Berit.Id, "Åse")));
        added.Then<FacilitatorAdded>();
        added.Audiences.ShouldBe([Audience.Facilitators]);
        given.When(Siv, new AddFacilitator(new Facilitator(Berit.Id, "Åse"))).ThenNothing();
        given.When(Berit, new HandOver(Berit.Id)).ThenRefused("NotInTheSeat");
        given.When(Siv, new HandOver(Siv.Id)).ThenNothing();
        given.When(Siv, new HandOver(Berit.Id)).Then<SeatHandedOver>();
        given.When(Siv, new NextStep()).ThenRefused("NotInTheSeat");
        given.When(Berit, new NextStep()).Then<StepStarted>();
    }

    [Fact]
    public void A_facilitator_who_is_not_in_the_seat_still_helps()
    {
        var given = AWorkshop().And(Siv, new AddFacilitator(new Facilitator(Berit.Id, "Åse"))).At("write-1");
        given.When(Berit, new AddTime(60)).Then<ClockChanged>();
        given.When(Berit, new Reveal(null, "q1")).Events.Count.ShouldBe(3);
        given.When(Berit, new ChangeGroupCount(4)).Then<GroupsChanged>();
    }
}
