using Endre.Domain.Needs;
using static Endre.Domain.Tests.Needs.Given;

namespace Endre.Domain.Tests.Needs;

public sealed class SheetRulesTests
{
    [Fact]
    public void The_sheet_has_a_theme_a_goal_and_a_follow_up_within_their_limits()
    {
        var need = ANeed().After(new DescribeSheet("Heisen er borte", "Under ett minutt", "Uke 14"));
        (need.Sheet.Theme, need.Sheet.Goal, need.Sheet.FollowUp).ShouldBe(
            ("Heisen er borte", "Under ett minutt", "Uke 14")
        );
        need.ShouldChangeNothing(new DescribeSheet("Heisen er borte", " Under ett minutt", "Uke 14"));
        need.ShouldRefuse(new DescribeSheet(new string('x', 121), "", ""), "TextTooLong", "theme");
        need.ShouldRefuse(new DescribeSheet("", new string('x', 601), ""), "TextTooLong", "goal");
        need.ShouldRefuse(new DescribeSheet("", "", new string('x', 601)), "TextTooLong", "followUp");
    }

    [Fact]
    public void The_plan_says_who_does_what_and_when()
    {
        var id = New();
        var due = new DateOnly(2026, 4, 1);
        var need = ANeed().After(new WritePlanLine(id, "Merke plassen", "Fatima", due, IsDone: false));
        need.ShouldChangeNothing(new WritePlanLine(id, "Merke plassen", "Fatima", due, IsDone: false));
        need.After(new WritePlanLine(id, "Merke plassen", "Fatima", due, IsDone: true))
            .Sheet.Plan[0]
            .IsDone.ShouldBeTrue();
        need.ShouldRefuse(new WritePlanLine(New(), "", "Fatima", due, IsDone: false), "TextMissing", "step");
        need.ShouldRefuse(new WritePlanLine(New(), "Merke", null, due, IsDone: false), "TextMissing", "responsible");
        need.ShouldRefuse(new WritePlanLine(null, "Merke", "Kari", due, IsDone: false), "PlanLineUnknown");
        need.After(new RemovePlanLine(id)).Sheet.Plan.ShouldBeEmpty();
        need.ShouldChangeNothing(new RemovePlanLine(New()));
        for (var i = 1; i < PlanLine.Most; i++)
        {
            need = need.After(new WritePlanLine(New(), $"Steg {i}", "Kari", null, IsDone: false));
        }
        need.ShouldRefuse(new WritePlanLine(New(), "Til", "Kari", null, IsDone: false), "TooManyPlanLines", "step");
    }
}
