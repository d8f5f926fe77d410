using Endre.Domain.Hassles.Answering;
using Endre.Domain.Organizations;
using Endre.Web.Access;
using Endre.Web.Features.Hassles.ListToAnswer;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.AnswerTime;

/// <summary>How long one usually waits for an answer, on the page of the unit.</summary>
internal sealed class AnswerTimeFact(ReadAnswerTimes times, Texts<ToAnswerTexts> texts, Formats formats) : IUnitFacts
{
    public async Task<IReadOnlyList<UnitFact>> ReadAsync(UnitTree tree, Unit unit, CancellationToken ct)
    {
        var time = (await times.ReadAsync(tree, [unit], ct))[0];
        return
        [
            time.MedianDays is { } days
                ? new UnitFact(
                    texts["MedianTitle"],
                    Usually(texts, formats, days),
                    texts["MedianHow", AnswerTimes.Months]
                )
                : new UnitFact(texts["MedianTitle"], texts["MedianTooFew", time.Limit.Value]),
        ];
    }

    /// <summary>«Vanligvis etter 3 dager».</summary>
    internal static string Usually(Texts<ToAnswerTexts> texts, Formats formats, double days) =>
        days < 0.5 ? texts["MedianSameDay"]
        : days < 1.25 ? texts["MedianOne"]
        : texts["MedianMany", formats.Number(days, 1)];
}
