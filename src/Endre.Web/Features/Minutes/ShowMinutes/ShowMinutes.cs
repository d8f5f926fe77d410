using Endre.Web.Components;
using Endre.Web.Features.Minutes.Shared;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Minutes.ShowMinutes;

/// <summary><c>/moter/{id}/referat</c>: a draft while the meeting goes on, and from the lock on what it said then.</summary>
internal static class ShowMinutes
{
    public static async Task<IResult> HandleAsync(Guid id, ReadMinutes minutes, CancellationToken ct) =>
        await minutes.ViewAsync(id, attempt: null, ct) is { } view
            ? Page.Of<ShowMinutesPage>(new { View = view })
            : ErrorResult.NotFound;
}
