using System.Collections.Immutable;
using Endre.Domain.Workshops.Groups;
using Endre.Domain.Workshops.Paper;
using Endre.Domain.Workshops.Plan;

namespace Endre.Domain.Tests.Workshops.Paper;

public sealed class SheetPlaceTests
{
    [Fact]
    public void Every_half_of_every_group_has_a_code_of_its_own_and_is_found_by_it()
    {
        var workshop = Given.AWorkshop(groups: 12).Workshop;
        var places = SheetPlace.AllOf(workshop).ToList();
        places.Count.ShouldBe(12 * 2 * 2);
        places.Select(p => p.Code).ShouldBeUnique();
        foreach (var place in places)
        {
            SheetPlace.Find(workshop, place.Code.ToString(), out var found).ShouldBeNull();
            found.ShouldBe(place);
        }
    }

    [Fact]
    public void Question_1_is_number_1_also_when_the_reflection_comes_before_it()
    {
        var plan = Plans.Of(
            Plans.Step("alone", StepKind.Write, 5, "reflection-a", "reflection-b"),
            Plans.Step("write", StepKind.Write, 5, "question-1", "question-2")
        );
        Numbers(Given.AWorkshop(plan: plan)).ShouldBe(["3", "4", "1", "2"]);
    }

    [Fact]
    public void Codes_stay_when_questions_are_reordered_added_and_taken_out()
    {
        var given = Given.AWorkshop();
        var before = given.Workshop;
        var added = Plans.Whole("sporsmal-0a1b2c3d4e5f");
        var changed = before.Plan with
        {
            Questions = [added, before.Plan.Questions[1]],
            Steps =
            [
                .. before
                    .Plan.Steps.Select(s => s with { QuestionIds = s.QuestionIds.Remove("q1") })
                    .Where(s => s.Id is not ("write-1" or "sort")),
                Plans.Step("write-3", StepKind.Write, 5, added.Id),
            ],
        };
        given.And(Given.Siv, new ChangePlan(changed));
        Numbers(given).ShouldBe(["3", "2"]);

        // What came back is what it was; what is printed with its number still leads to it.
        given.And(Given.Siv, new ChangePlan(before.Plan));
        Numbers(given).ShouldBe(["1", "2"]);
        Refused(given, "1-3").ShouldBe("SheetUnknown");
    }

    [Fact]
    public void Codes_stay_when_groups_come_go_and_get_names()
    {
        var given = Given.AWorkshop(groups: 2).And(Given.Siv, new RenameGroup("g2", "Natt"));
        Found(given, "2-1A").Group.Name.ShouldBe("Natt");
        given.And(Given.Siv, new ChangeGroupCount(1));
        Refused(given, "2-1A").ShouldBe("SheetUnknown");
        given.And(Given.Siv, new ChangeGroupCount(3));
        Found(given, "2-1A").Group.Id.ShouldBe("g2");
    }

    [Fact]
    public void A_sheet_of_another_workshop_is_refused_and_of_this_one_it_is_not()
    {
        var given = Given.AWorkshop();
        Found(given, "482 913 · 2-1B").Half!.Key.ShouldBe("b");
        var refusal = SheetPlace.Find(given.Workshop, "111 222 · 2-1B", out var place).ShouldNotBeNull();
        (refusal.Reason, refusal.Details[0]).ShouldBe(("SheetOfAnotherWorkshop", "111222"));
        place.ShouldBeNull();
    }

    [Fact]
    public void The_code_of_a_whole_question_asks_for_the_half() =>
        Refused(Given.AWorkshop(), "2-1").ShouldBe("SheetHalfMissing");

    [Fact]
    public void A_question_that_lost_its_halves_after_it_was_printed_is_one_place()
    {
        var given = Given.AWorkshop();
        var plan = given.Workshop.Plan;
        given.And(Given.Siv, new ChangePlan(plan with { Questions = plan.Questions.SetItem(0, Plans.Whole("q1")) }));
        var place = Found(given, "2-1B");
        (place.Half, place.Code.ToString()).ShouldBe((null, "2-1"));
    }

    [Fact]
    public void A_question_that_no_step_asks_has_no_sheet()
    {
        var plan = Plans.Deck with { Questions = Plans.Deck.Questions.Add(Plans.Whole("q9")) };
        var given = Given.AWorkshop(plan: plan);
        SheetPlace.QuestionsOf(given.Workshop).Select(q => q.Id).ShouldBe(["q1", "q2"]);
        Refused(given, "1-3").ShouldBe("SheetUnknown");
    }

    private static ImmutableArray<string> Numbers(Given given) =>
        [
            .. SheetPlace
                .QuestionsOf(given.Workshop)
                .Select(q => SheetPlace.CodeOf(given.Workshop, given.Workshop.Groups[0], q).ToString()[2..]),
        ];

    private static SheetPlace Found(Given given, string typed)
    {
        SheetPlace.Find(given.Workshop, typed, out var place).ShouldBeNull();
        return place!;
    }

    private static string Refused(Given given, string typed) =>
        SheetPlace.Find(given.Workshop, typed, out _).ShouldNotBeNull().Reason;
}
