using System.Globalization;
using Endre.Domain.Improvements.Measures;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Improvements.Measures.ShowMeasure;

/// <summary><c>/forbedringer/{id}/maltall/{measureId}</c>: the curve, what it says, and every number.</summary>
internal sealed class ShowMeasure(
    EndreContext database,
    MeasureScope scope,
    ReadOwners people,
    Texts<MeasureTexts> texts
)
{
    private const int MostCorrections = 100;

    private static readonly string FrozenWord = StoredWord.OfEvent(typeof(BaselineFrozen));

    public static Task<IResult> HandleAsync(HttpContext context, Guid id, Guid measureId, ShowMeasure show) =>
        show.ShowAsync(id, measureId, context.Request.Query, context.RequestAborted);

    /// <summary>The page again, with what was refused.</summary>
    public Task<IResult> RefusedAsync(MeasureAt at, Attempt attempt, CancellationToken ct) =>
        PageAsync(at, attempt, QueryCollection.Empty, ct);

    private async Task<IResult> ShowAsync(Guid id, Guid measureId, IQueryCollection query, CancellationToken ct) =>
        await scope.SeeAsync(id, measureId, ct) is { } at
            ? await PageAsync(at, attempt: null, query, ct)
            : ErrorResult.NotFound;

    private async Task<IResult> PageAsync(MeasureAt at, Attempt? attempt, IQueryCollection query, CancellationToken ct)
    {
        var measure = at.Measure;
        var numbers = await database.MeasurementsOfAsync(measure.Id, ct);
        var correcting =
            Guid.TryParse(query["rett"], out var wanted) ? wanted
            : attempt?.Act.StartsWith("rett-", StringComparison.Ordinal) is true
            && Guid.TryParse(attempt.Act["rett-".Length..], out var refused)
                ? refused
            : Guid.Empty;
        var view = new MeasureView(
            at.Improvement,
            measure,
            MeasureReading.Of(measure, numbers),
            at.Hand.Today,
            at.Now,
            attempt
        )
        {
            MayWork = at.MayWork,
            Numbers = [.. numbers.Reverse()],
            Corrections = await CorrectionsAsync(numbers, ct),
            Frozen = measure.Baseline is null ? null : await FrozenAsync(measure.Id, ct),
            Correcting = at.MayWork ? numbers.FirstOrDefault(number => number.Id == correcting) : null,
            Done = DoneOf(query),
        };
        return attempt is null
            ? Page.Of<ShowMeasurePage>(new { View = view })
            : Page.Refused<ShowMeasurePage>(new { View = view });
    }

    private string? DoneOf(IQueryCollection query) =>
        int.TryParse(query["nye"], CultureInfo.InvariantCulture, out var added)
        && int.TryParse(query["rettet"], CultureInfo.InvariantCulture, out var replaced)
            ? texts["Imported", added, replaced]
        : query["lagret"] == "ja" ? texts["Saved"]
        : null;

    private async Task<IReadOnlyList<CorrectionLine>> CorrectionsAsync(
        IReadOnlyList<Measurement> numbers,
        CancellationToken ct
    )
    {
        if (numbers.Count == 0)
        {
            return [];
        }
        var measureId = numbers[0].MeasureId;
        var rows = await database
            .MeasurementChanges.AsNoTracking()
            .Where(change =>
                database.Measurements.Any(row => row.Id == change.MeasurementId && row.MeasureId == measureId)
            )
            .OrderByDescending(change => change.At)
            .ThenByDescending(change => change.Number)
            .Take(MostCorrections)
            .ToListAsync(ct);
        var byId = numbers.ToDictionary(number => number.Id);
        return
        [
            .. rows.Where(row => byId.ContainsKey(row.MeasurementId))
                .Select(row => new CorrectionLine(
                    byId[row.MeasurementId],
                    AmountOf(row.NumberBefore, row.OutOfBefore),
                    AmountOf(row.NumberAfter, row.OutOfAfter),
                    StoredWord.Read<Corrector>(row.Role),
                    row.At
                )),
        ];
    }

    private async Task<FrozenLine?> FrozenAsync(Guid measureId, CancellationToken ct)
    {
        var entry = await database
            .MeasureEvents.AsNoTracking()
            .Where(row => row.MeasureId == measureId && row.What == FrozenWord)
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync(ct);
        if (entry is null)
        {
            return null;
        }
        var names = await people.NamesAsync([entry.PersonId], ct);
        return new FrozenLine(entry.PersonId is { } person ? names.GetValueOrDefault(person) : null, entry.At);
    }

    private static Amount? AmountOf(decimal? number, decimal? outOf) =>
        number is { } many ? new Amount(many, outOf) : null;
}
