using System.Globalization;
using Endre.Domain.Improvements.RunCharts;
using Endre.Domain.Shared;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Texts;

namespace Endre.Web.Features.RunCharts.ShowRunChart;

/// <summary><c>/rundiagram</c>: type or paste some numbers, and see whether they are more than chance. Nothing is kept.</summary>
internal static class ShowRunChart
{
    public static IResult Handle(string? verdier, string? regler, string? bedre, string? utgangspunkt)
    {
        var typed = new RunChartInput(
            verdier ?? "",
            RunChartWords.Rules(regler) ?? RunChartRules.Anhoej,
            RunChartWords.IsHigherBetter(bedre),
            utgangspunkt?.Trim() ?? ""
        );
        if (verdier is null)
        {
            return Page.Of<ShowRunChartPage>(new { Typed = typed });
        }
        var refusal = Read(typed, out var chart, out var baseline);
        return refusal is null
            ? Page.Of<ShowRunChartPage>(
                new
                {
                    Typed = typed,
                    Chart = chart,
                    Baseline = baseline,
                }
            )
            : Page.Of<ShowRunChartPage>(
                new
                {
                    Typed = typed,
                    Faults = new FormFaults().Add(
                        refusal.Field == "baseline" ? "utgangspunkt" : "verdier",
                        RefusalTexts.Sentence(refusal)
                    ),
                },
                StatusCodes.Status422UnprocessableEntity
            );
    }

    private static Refusal? Read(RunChartInput typed, out RunChart? chart, out int? baseline)
    {
        (chart, baseline) = (null, null);
        if (TypedValues.Read(typed.Values, out var values) is { } unreadable)
        {
            return unreadable;
        }
        double? frozen = null;
        if (typed.Baseline.Length > 0)
        {
            // What is no number is none that can be frozen.
            _ = int.TryParse(typed.Baseline, CultureInfo.InvariantCulture, out var count);
            if (Baseline.Freeze(values, count, typed.Rules, out frozen) is { } refusal)
            {
                return refusal;
            }
            baseline = count;
        }
        return RunChart.Read(values, typed.Rules, frozen, out chart);
    }
}

/// <summary>What was typed.</summary>
/// <param name="Values">The values.</param>
/// <param name="Rules">By which rules they are read.</param>
/// <param name="IsHigherBetter">Whether higher is better; null when nobody has said.</param>
/// <param name="Baseline">How many are from before the change, as it was typed.</param>
public sealed record RunChartInput(string Values, RunChartRules Rules, bool? IsHigherBetter, string Baseline);
