using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Plan;
using Endre.Domain.Workshops.Presenting;
using Endre.Domain.Workshops.Running;
using static Endre.Domain.Tests.Workshops.Given;

namespace Endre.Domain.Tests.Workshops.Presenting;

public sealed class PresentingRulesTests
{
    [Fact]
    public void Groups_present_in_turn_each_with_a_clock_of_its_own()
    {
        var given = AWorkshop().At("present");
        var started = given.When(Siv, new StartPresentation(GroupId: null)).Then<PresentationStarted>();
        started.ShouldBe(new PresentationStarted("g1", Countdown.Start(10, given.Now)));
        given.Later(TimeSpan.FromMinutes(12)).And(Siv, new StartPresentation(GroupId: null));
        given.Workshop.Presentations.Current.ShouldBe("g2");
        given.Workshop.Presentations.Done.ShouldBe(["g1"]);
        given.Workshop.Clock.EndsAt.ShouldBe(given.Now.AddMinutes(10));
        given.And(Siv, new StartPresentation(GroupId: null));
        given.When(Siv, new StartPresentation(GroupId: null)).ThenRefused("AllHavePresented");
    }

    [Fact]
    public void Everybody_sees_the_boards_of_a_group_that_presents_and_not_of_those_that_wait()
    {
        var given = AWorkshop().At("present");
        given.When(Siv, new StartPresentation("g2")).Audiences.ShouldBe([Audience.Everyone]);
        given.Workshop.AudienceOf(given.Workshop.BoardOf("g2", "q1")).ShouldBe(Audience.Everyone);
        given.Workshop.AudienceOf(given.Workshop.BoardOf("g1", "q1")).ShouldBe(Audience.Group("g1"));
    }

    [Fact]
    public void A_group_may_present_out_of_turn_and_once_more()
    {
        var given = AWorkshop().At("present").And(Siv, new StartPresentation("g3"));
        given.And(Siv, new StartPresentation(GroupId: null)).Workshop.Presentations.Current.ShouldBe("g1");
        given.And(Siv, new StartPresentation("g3")).Workshop.Presentations.Current.ShouldBe("g3");
        given.Workshop.Presentations.Next.ShouldBe("g2");
    }

    [Fact]
    public void The_queue_has_all_groups_once()
    {
        var given = AWorkshop();
        given.When(Siv, new OrderPresentations(["g3", "g1", "g2"])).Then<PresentationsOrdered>();
        given.When(Siv, new OrderPresentations(["g3", "g1", "g2"])).ThenNothing();
        given.When(Siv, new OrderPresentations(["g3", "g1"])).ThenRefused("GroupUnknown", "queue");
        given.When(Siv, new OrderPresentations(["g3", "g1", "g1"])).ThenRefused("GroupUnknown", "queue");
        given.At("present").And(Siv, new StartPresentation(GroupId: null));
        given.Workshop.Presentations.Current.ShouldBe("g3");
    }

    [Fact]
    public void Groups_present_in_the_step_for_it()
    {
        AWorkshop().At("choose").When(Siv, new StartPresentation("g1")).ThenRefused("NotPresenting");
        AWorkshop().At("present").When(Siv, new StartPresentation("g9")).ThenRefused("GroupUnknown", "groupId");
    }

    [Fact]
    public void The_facilitator_shows_one_question_or_all()
    {
        var given = AWorkshop().At("present").And(Siv, new StartPresentation(GroupId: null));
        given.When(Siv, new ShowQuestion("q2")).Then<QuestionShown>().QuestionId.ShouldBe("q2");
        given.When(Siv, new ShowQuestion("q2")).ThenNothing();
        given.When(Siv, new ShowQuestion("q9")).ThenRefused("QuestionUnknown", "questionId", "q9");
        given.And(Siv, new StartPresentation(GroupId: null)).Workshop.Presentations.Focus.ShouldBeNull();
    }

    [Fact]
    public void Who_presented_when_the_workshop_moved_on_has_presented()
    {
        var given = AWorkshop().At("present");
        for (var i = 0; i < 3; i++)
        {
            given.And(Siv, new StartPresentation(GroupId: null));
        }
        given.At("interpret").At("present");
        given.When(Siv, new StartPresentation(GroupId: null)).ThenRefused("AllHavePresented");
    }

    [Fact]
    public void Another_step_of_presentations_begins_from_the_first_group()
    {
        var plan = Plans.Of(
            Plans.Step("welcome", StepKind.Welcome),
            Plans.Step("present-1", StepKind.Present),
            Plans.Step("present-2", StepKind.Present)
        );
        var given = AWorkshop(groups: 1, plan).At("present-1").And(Siv, new StartPresentation(GroupId: null));
        given
            .At("present-2")
            .And(Siv, new StartPresentation(GroupId: null))
            .Workshop.Presentations.Current.ShouldBe("g1");
    }
}
