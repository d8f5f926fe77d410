using Endre.Domain.Organizations;
using Endre.Web.Components.Forms;

namespace Endre.Web.Features.Units.Reorganize;

/// <summary>The administrators' pages by which units end.</summary>
internal static class ReorganizePages
{
    public static IEndpointRouteBuilder MapReorganize(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(
            UnitLinks.MergePattern,
            (Guid id, Reorganize act, CancellationToken ct) => act.ShowAsync<MergeUnitsPage>(id, ct)
        );
        pages.MapPost(UnitLinks.MergePattern, MergeAsync);
        pages.MapGet(
            UnitLinks.SplitPattern,
            (Guid id, Reorganize act, CancellationToken ct) => act.ShowAsync<SplitUnitPage>(id, ct)
        );
        pages.MapPost(UnitLinks.SplitPattern, SplitAsync);
        pages.MapGet(
            UnitLinks.ClosePattern,
            (Guid id, Reorganize act, CancellationToken ct) => act.ShowAsync<CloseUnitPage>(id, ct)
        );
        pages.MapPost(UnitLinks.ClosePattern, CloseAsync);
        return pages;
    }

    private static async Task<IResult> MergeAsync(Guid id, HttpContext http, Reorganize act)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var input = ReorganizeInput.Of(form, id, parts: 1, act.NewId);
        return await act.HandleAsync<MergeUnitsPage>(
            input,
            _ => input.ToMerge(),
            SeenIn(form),
            "intoId",
            http.RequestAborted
        );
    }

    private static async Task<IResult> SplitAsync(Guid id, HttpContext http, Reorganize act)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var isMore = form.Text("step") == "more";
        var parts = (form.Number("parts") ?? 2) + (isMore ? 1 : 0);
        var input = ReorganizeInput.Of(form, id, Math.Max(2, parts), act.NewId);
        if (isMore)
            return await act.AgainAsync<SplitUnitPage>(input, http.RequestAborted);
        return await act.HandleAsync<SplitUnitPage>(
            input,
            draft => input.ToSplit(draft.Positions.Where(place => place.UnitId == id)),
            SeenIn(form),
            "parts",
            http.RequestAborted
        );
    }

    private static async Task<IResult> CloseAsync(Guid id, HttpContext http, Reorganize act)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var input = ReorganizeInput.Of(form, id, parts: 1, act.NewId);
        return await act.HandleAsync<CloseUnitPage>(
            input,
            _ => new CloseUnit(id, input.Version, input.IntoId, input.PeopleToId),
            SeenIn(form),
            "heirId",
            http.RequestAborted
        );
    }

    private static string? SeenIn(IFormCollection form) => form.Text("step") == "do" ? form.Text("seen") : null;
}
