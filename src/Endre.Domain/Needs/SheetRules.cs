using Endre.Domain.Shared;

namespace Endre.Domain.Needs;

/// <summary>What is written on the A3 itself.</summary>
internal static class SheetRules
{
    /// <returns>
    /// Null for what is not of this; otherwise the event or a refusal: <c>PlanLineUnknown</c>, <c>TooManyPlanLines</c>, or
    /// what <see cref="FreeText"/> says.
    /// </returns>
    public static Decision<NeedEvent>? Decide(Need need, NeedCommand command) =>
        command switch
        {
            DescribeSheet describe => Describe(need, describe),
            WritePlanLine write => Write(need, write),
            RemovePlanLine remove => need.Sheet.Plan.Find(line => line.Id == remove.Id) is { } gone
                ? new PlanLineRemoved(gone.Id)
                : Decision<NeedEvent>.Happened(),
            _ => (Decision<NeedEvent>?)null,
        };

    public static Need? Evolve(Need need, NeedEvent happened) =>
        happened switch
        {
            SheetDescribed described => need with
            {
                Sheet = need.Sheet with
                {
                    Theme = described.Theme,
                    Goal = described.Goal,
                    FollowUp = described.FollowUp,
                },
            },
            PlanLineWritten written => need with
            {
                Sheet = need.Sheet with { Plan = need.Sheet.Plan.Put(written.Line, one => one.Id == written.Line.Id) },
            },
            PlanLineRemoved removed => need with
            {
                Sheet = need.Sheet with { Plan = need.Sheet.Plan.RemoveAll(one => one.Id == removed.Id) },
            },
            _ => null,
        };

    private static Decision<NeedEvent> Describe(Need need, DescribeSheet describe)
    {
        if (
            (
                FreeText.Accept(describe.Theme, A3Sheet.LongestTheme, "theme", out var theme)
                ?? FreeText.Accept(describe.Goal, A3Sheet.LongestText, "goal", out _)
                ?? FreeText.Accept(describe.FollowUp, A3Sheet.LongestText, "followUp", out _)
            ) is
            { } fault
        )
        {
            return fault;
        }
        var after = new SheetDescribed(
            theme,
            FreeText.Tidy(describe.Goal ?? ""),
            FreeText.Tidy(describe.FollowUp ?? "")
        );
        return after == new SheetDescribed(need.Sheet.Theme, need.Sheet.Goal, need.Sheet.FollowUp)
            ? Decision<NeedEvent>.Happened()
            : after;
    }

    private static Decision<NeedEvent> Write(Need need, WritePlanLine write)
    {
        if (
            (
                FreeText.Require(write.What, PlanLine.LongestWhat, "step", out var what)
                ?? FreeText.Require(write.Who, PlanLine.LongestWho, "responsible", out _)
            ) is
            { } fault
        )
        {
            return fault;
        }
        if (write.Id is not { } id)
        {
            return Refusal.Because("PlanLineUnknown");
        }
        var before = need.Sheet.Plan.Find(line => line.Id == id);
        if (before is null && need.Sheet.Plan.Count >= PlanLine.Most)
        {
            return NeedRules.TooMany("TooManyPlanLines", "step", PlanLine.Most);
        }
        var after = new PlanLine(id, what, FreeText.Tidy(write.Who!), write.DueOn, write.IsDone);
        return after == before ? Decision<NeedEvent>.Happened() : new PlanLineWritten(after);
    }
}
