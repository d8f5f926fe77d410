using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Endre.Web.Lineage;

namespace Endre.Web.Features.Lineage.ShowLineage;

/// <summary><c>/sammenheng/{record}</c>: where something comes from and all that became of it, drawn and as a list.</summary>
internal static class ShowLineage
{
    public static async Task<IResult> HandleAsync(string record, RecordWalk walk, CancellationToken ct) =>
        RecordAddress.Read(record) is { } known && await walk.MapAsync(known, ct) is { } map
            ? Page.Of<ShowLineagePage>(new { Map = map })
            : ErrorResult.NotFound;
}
