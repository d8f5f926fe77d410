using Endre.Web.Components;
using Endre.Web.Features.Needs.Shared;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Needs.ShowNeed;

/// <summary><c>/behov/{id}</c>: the three diamonds, drawn and as a list.</summary>
internal sealed class ShowNeed(ReadNeed needs)
{
    public static async Task<IResult> HandleAsync(Guid id, ShowNeed show, CancellationToken ct) =>
        await show.FindAsync(id, ct) is { } view ? Page.Of<ShowNeedPage>(new { View = view }) : ErrorResult.NotFound;

    private Task<NeedView?> FindAsync(Guid id, CancellationToken ct) => needs.FindAsync(id, attempt: null, ct);
}
