using System.Text.Json;
using Endre.Domain.Shared;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Hosting;

/// <summary>A refusal as <c>application/problem+json</c>, in the person's language.</summary>
internal static class RefusalProblem
{
    public static IResult Of(Refusal refusal, int status)
    {
        var problem = new ProblemDetails
        {
            Status = status,
            Type = TypeOf(refusal.Reason),
            Title = RefusalTexts.Title,
            Detail = RefusalTexts.Sentence(refusal),
        };
        if (refusal.Field is { } field)
        {
            problem.Extensions["field"] = field;
        }
        return Results.Problem(problem);
    }

    /// <summary>What programs know a reason by: <c>urn:endre:problem:text-too-long</c>.</summary>
    public static string TypeOf(string reason) =>
        $"urn:endre:problem:{JsonNamingPolicy.KebabCaseLower.ConvertName(reason)}";
}
