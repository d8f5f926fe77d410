using Endre.Web.Components;
using Endre.Web.Features.Improvements.Measures.Shared;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Improvements.Measures.TellByLink;

/// <summary><c>/forbedringer/{id}/maltall/{measureId}/ark</c>: the code to hang up where one counts.</summary>
internal static class PrintLink
{
    public static async Task<IResult> HandleAsync(Guid id, Guid measureId, MeasureScope scope, CancellationToken ct) =>
        await scope.FindAsync(id, measureId, ct) is { Measure.IsInUse: true } at
            ? Page.Of<PrintLinkPage>(new { at.Improvement, at.Measure })
            : ErrorResult.NotFound;
}
