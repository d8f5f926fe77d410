using Endre.Web.Components;
using Endre.Web.Features.Needs.Shared;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Needs.ShowFishbone;

/// <summary><c>/behov/{id}/fiskebein</c>: the same causes, sorted by what they belong to.</summary>
internal static class ShowFishbone
{
    public static async Task<IResult> HandleAsync(Guid id, ReadNeed needs, CancellationToken ct) =>
        await needs.FindAsync(id, attempt: null, ct) is { } view
            ? Page.Of<FishbonePage>(new { View = view })
            : ErrorResult.NotFound;
}
