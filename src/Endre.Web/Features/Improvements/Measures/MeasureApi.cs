using Endre.Domain.Improvements.Measures;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Improvements.Measures;
using Endre.Web.Access;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Improvements.Measures;

/// <summary><c>GET /api/v1/improvements/{id}/measures</c>: what is counted, every number, and what the curve says.</summary>
internal static class MeasureApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(MeasureLinks.ApiRoute, HandleAsync)
            .RequireAuthorization(Policies.SignedIn)
            .WithSummary("The measures of an improvement, with their numbers in the order of time.")
            .WithDescription(
                "A number that is missing is null, never zero. The median is that of the baseline where one is frozen. isBetter is "
                    + "null unless the numbers after a frozen baseline are more than chance."
            )
            .Produces<IReadOnlyList<MeasureJson>>()
            .MayAnswer(MeasureProblem.StatusOf("TokenMissing"), RefusalProblem.TypeOf("TokenMissing"))
            .MayAnswer(MeasureProblem.StatusOf("ImprovementUnknown"), RefusalProblem.TypeOf("ImprovementUnknown"));

    private static async Task<IResult> HandleAsync(
        Guid id,
        MeasureScope scope,
        EndreContext database,
        CancellationToken ct
    )
    {
        if (!await scope.SeesAsync(id, ct))
        {
            return RefusalProblem.Of(
                Refusal.Because("ImprovementUnknown"),
                MeasureProblem.StatusOf("ImprovementUnknown")
            );
        }
        var all = new List<MeasureJson>();
        foreach (var measure in await database.MeasuresOfAsync(id, ct))
        {
            var numbers = await database.MeasurementsOfAsync(measure.Id, ct);
            all.Add(MeasureJson.Of(measure, MeasureReading.Of(measure, numbers)));
        }
        return Results.Ok(all);
    }
}

/// <summary>A measure for programs.</summary>
internal sealed record MeasureJson(
    Guid Id,
    string Name,
    string Definition,
    string Unit,
    string Kind,
    string Type,
    string Rhythm,
    string Better,
    decimal? Target,
    string Rules,
    DateOnly? BaselineUntil,
    double? Median,
    string Story,
    bool? IsBetter,
    bool IsInUse,
    IReadOnlyList<MeasurementJson> Numbers
)
{
    internal static MeasureJson Of(Measure measure, MeasureReading reading) =>
        new(
            measure.Id,
            measure.Wording.Name,
            measure.Wording.Definition,
            measure.Wording.Unit,
            StoredWord.Of(measure.Kind),
            StoredWord.Of(measure.Type),
            StoredWord.Of(measure.Rhythm),
            measure.IsUpBetter ? "up" : "down",
            measure.Wording.Target,
            StoredWord.Of(measure.Rules),
            measure.Baseline?.Until,
            reading.Chart?.Median,
            StoredWord.Of(reading.Story.Kind),
            reading.Story.IsBetter,
            measure.IsInUse,
            [
                .. reading.Series.Points.Select(point => new MeasurementJson(
                    point.On,
                    point.Measurement?.At,
                    point.Measurement?.Amount?.Value,
                    point.Measurement?.Amount?.Number,
                    point.Measurement?.Amount?.OutOf
                )),
            ]
        );
}

/// <summary>A number for programs.</summary>
/// <param name="On">Its day; the Monday, where it is of a week.</param>
/// <param name="At">Its time of the day, or null.</param>
/// <param name="Value">In the curve; of a proportion in per cent. Null when it is missing.</param>
/// <param name="Number">How many.</param>
/// <param name="OutOf">Of how many; null where it is no proportion.</param>
internal sealed record MeasurementJson(DateOnly On, TimeOnly? At, decimal? Value, decimal? Number, decimal? OutOf);
