using Endre.Domain.Improvements.RunCharts;
using Endre.Web.Texts;

namespace Endre.Web.Features.RunCharts;

/// <summary>What a run chart says, in sentences that a caretaker understands.</summary>
internal sealed class RunChartSentences(Texts<RunChartTexts> texts, Formats formats)
{
    /// <summary>The one sentence that matters.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="isHigherBetter">Whether higher is better; null when nobody has said.</param>
    /// <param name="hasBaseline">Whether its median was frozen before a change: only then may it be called better or worse.</param>
    public string Verdict(RunChart chart, bool? isHigherBetter, bool hasBaseline)
    {
        if (!chart.SaysSomething)
        {
            return texts["TooFew", chart.Useful, RunChart.FewestUseful];
        }
        if (chart.Signals.Count == 0)
        {
            return texts["Chance"];
        }
        // What is true of the last values is what people ask about.
        var last = chart.Signals.Where(signal => signal.IsUp is not null).MaxBy(signal => signal.Last);
        if (last is null)
        {
            return texts["MoreThanChance"];
        }
        var better =
            !hasBaseline || isHigherBetter is not { } up || last.Kind == RunSignalKind.Trend ? ""
            : up == last.IsUp ? $" {texts["Better"]}"
            : $" {texts["Worse"]}";
        return $"{Signal(last)} {texts["NotChance"]}{better}";
    }

    /// <summary>One thing that is more than chance.</summary>
    public string Signal(RunSignal signal) =>
        signal.Kind switch
        {
            RunSignalKind.LongRun or RunSignalKind.Shift => texts[
                signal.IsUp is true ? "RunAbove" : "RunBelow",
                signal.Count,
                signal.First!.Value + 1,
                signal.Last!.Value + 1
            ],
            RunSignalKind.Trend => texts[
                signal.IsUp is true ? "Rising" : "Falling",
                signal.Count,
                signal.First!.Value + 1,
                signal.Last!.Value + 1
            ],
            RunSignalKind.FewCrossings => texts["FewCrossings", signal.Count],
            RunSignalKind.FewRuns => texts["FewRuns", signal.Count],
            _ => texts["ManyRuns", signal.Count],
        };

    /// <summary>A value as it is written.</summary>
    public string Value(double value) => formats.Number(value, decimals: 3);
}
