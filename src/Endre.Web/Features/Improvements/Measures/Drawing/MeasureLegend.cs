using Endre.Domain.Improvements.Measures;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.Measures.Drawing;

/// <summary>What the lines and flags of a run chart mean, in sentences beside it.</summary>
internal static class MeasureLegend
{
    public static IReadOnlyList<string> Of(
        Measure measure,
        MeasureReading reading,
        MeasureDrawing drawing,
        MeasureWords words,
        Texts<MeasureTexts> texts
    )
    {
        var lines = new List<string>();
        if (reading.Chart?.Median is { } median)
        {
            var middle = words.Value(measure, (decimal)median);
            lines.Add(
                measure.Baseline is { } baseline
                    ? texts["MiddleFrozen", middle, baseline.Points]
                    : texts["Middle", middle]
            );
        }
        if (measure.Wording.Target is { } target)
        {
            var line = texts["TargetIs", words.Value(measure, target)];
            lines.Add(measure.Wording.TargetWords.Length > 0 ? $"{line}: {measure.Wording.TargetWords}" : line);
        }
        foreach (var mark in drawing.Marks)
        {
            var day = words.Date(mark.On);
            lines.Add(
                mark.IsPhase ? texts["MarkPhase", mark.Sign, mark.Name, day]
                : mark.IsFilled ? texts["MarkBegun", mark.Sign, mark.Name, day]
                : texts[mark.IsAhead ? "MarkLooks" : "MarkLooked", mark.Sign, day]
            );
        }
        lines.Add(words.RulesOf(reading.Chart?.Rules ?? measure.Rules));
        return lines;
    }
}
