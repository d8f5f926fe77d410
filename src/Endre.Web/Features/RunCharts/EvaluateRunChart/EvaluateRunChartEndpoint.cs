using System.Text.Json;
using Endre.Domain.Improvements.RunCharts;
using Endre.Domain.Shared;
using Endre.Web.Hosting;

namespace Endre.Web.Features.RunCharts.EvaluateRunChart;

/// <summary><c>POST /api/v1/run-charts</c>: what a run chart of these values says. Nothing is stored.</summary>
internal static class EvaluateRunChartEndpoint
{
    private static readonly string[] Reasons =
    [
        "BodyMalformed",
        "FieldMalformed",
        "ContentTypeUnknown",
        "ValuesMissing",
        "TooManyValues",
        "ValueOutOfRange",
        "RunChartRulesUnknown",
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        var evaluate = api.MapPost(RunChartLinks.Api, (Delegate)HandleAsync)
            .AllowAnonymous()
            .NeedsNoToken()
            .WithSummary("Read values in the order of time as a run chart. Stateless.")
            .WithDescription(
                "A value that is missing is null. Rules: anhoej (the default) or perla. Points exactly on the median are no "
                    + "useful observations. Under ten useful observations the limits are null and there is no signal."
            )
            .Takes<Input>()
            .Produces<Answer>();
        foreach (var same in Reasons.GroupBy(StatusOf))
        {
            evaluate.MayAnswer(same.Key, string.Join(", ", same.Select(RefusalProblem.TypeOf)));
        }
        evaluate.MayAnswer(StatusCodes.Status413PayloadTooLarge, "A request is at most 64 KiB.");
    }

    public static async Task<IResult> HandleAsync(HttpContext context)
    {
        var (input, unreadable) = await ApiBody.ReadAsync<Input>(context);
        if (input is null)
        {
            return Problem(unreadable!);
        }
        if (RunChartWords.Rules(input.Rules) is not { } rules)
        {
            return Problem(new Refusal("RunChartRulesUnknown", "rules"));
        }
        return RunChart.Read(input.Values ?? [], rules, frozenMedian: null, out var chart) is { } refusal
            ? Problem(refusal)
            : Results.Ok(Answer.Of(chart!));
    }

    private static IResult Problem(Refusal refusal) => RefusalProblem.Of(refusal, StatusOf(refusal.Reason));

    private static int StatusOf(string reason) =>
        reason switch
        {
            "BodyMalformed" or "FieldMalformed" => StatusCodes.Status400BadRequest,
            "ContentTypeUnknown" => StatusCodes.Status415UnsupportedMediaType,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    /// <summary>Values to read.</summary>
    /// <param name="Values">In the order of time; null where one is missing.</param>
    /// <param name="Rules"><c>anhoej</c>, the default, or <c>perla</c>.</param>
    public sealed record Input(IReadOnlyList<double?>? Values, string? Rules);

    /// <summary>What the chart says.</summary>
    public sealed record Answer(
        int Useful,
        double? Median,
        int LongestRun,
        int? LongestRunLimit,
        int Crossings,
        int? CrossingsLimit,
        int Runs,
        int? RunsLower,
        int? RunsUpper,
        IReadOnlyList<string> Signals
    )
    {
        internal static Answer Of(RunChart chart) =>
            new(
                chart.Useful,
                chart.Median,
                chart.LongestRun,
                chart.Limits?.LongestRun,
                chart.Crossings,
                chart.Limits?.FewestCrossings,
                chart.Runs.Count,
                chart.Limits?.FewestRuns,
                chart.Limits?.MostRuns,
                [
                    .. chart
                        .Signals.Select(signal => JsonNamingPolicy.KebabCaseLower.ConvertName($"{signal.Kind}"))
                        .Distinct(),
                ]
            );
    }
}
