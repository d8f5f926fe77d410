using Endre.Domain.Workshops;
using Endre.Domain.Workshops.Plan;

namespace Endre.Web.Features.Workshops;

/// <summary>How long steps are meant to take, and when they will come.</summary>
internal static class PlanTimes
{
    /// <summary>
    /// When each step from the current one on is expected to end: the current one when its clock does, the rest as
    /// planned after it. Null for what lies behind.
    /// </summary>
    public static IReadOnlyList<DateTimeOffset?> Ends(Workshop workshop, DateTimeOffset now)
    {
        var ends = new DateTimeOffset?[workshop.Plan.Steps.Length];
        var at = CurrentEnd(workshop, now);
        for (var i = workshop.CurrentStep; i < ends.Length; i++)
        {
            at =
                i == workshop.CurrentStep
                    ? at
                    : at.AddMinutes(workshop.Plan.Steps[i].MinutesFor(workshop.Groups.Count));
            ends[i] = at;
        }
        return ends;
    }

    private static DateTimeOffset CurrentEnd(Workshop workshop, DateTimeOffset now)
    {
        if (workshop.Current.Kind == StepKind.Present)
        {
            var left = workshop.Groups.Count - workshop.Presentations.Done.Count;
            var waiting = workshop.Presentations.Current is null ? left : left - 1;
            return ClockEnd(workshop, now, 0).AddMinutes(Math.Max(0, waiting) * workshop.Current.Minutes);
        }
        return ClockEnd(workshop, now, workshop.Current.Minutes);
    }

    private static DateTimeOffset ClockEnd(Workshop workshop, DateTimeOffset now, int minutes)
    {
        var end = workshop.Clock.EndsAt ?? now + (workshop.Clock.Left ?? TimeSpan.FromMinutes(minutes));
        return end < now ? now : end;
    }
}
