using Endre.Web.Components;
using Endre.Web.Features.Needs.Shared;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Needs.ShowCauses;

/// <summary><c>/behov/{id}/arsaker</c>: the why tree, drawn and as a list one works in.</summary>
internal static class ShowCauses
{
    public static async Task<IResult> HandleAsync(Guid id, ReadNeed needs, CancellationToken ct) =>
        await needs.FindAsync(id, attempt: null, ct) is { } view
            ? Page.Of<CausesPage>(new { View = view })
            : ErrorResult.NotFound;
}
