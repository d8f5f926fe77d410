using Endre.Domain.Organizations;

namespace Endre.Web.Features.Units.ChangeUnit;

/// <summary>The administrators' pages that change one unit.</summary>
internal static class ChangeUnitPages
{
    public static IEndpointRouteBuilder MapChangeUnit(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(
            UnitLinks.Open,
            (Guid? under, ChangeUnit change, CancellationToken ct) => change.ShowNewAsync(under, ct)
        );
        pages.MapPost(UnitLinks.Open, OpenAsync);
        pages.MapGet(
            UnitLinks.RenamePattern,
            (Guid id, ChangeUnit change, CancellationToken ct) => change.ShowAsync<RenameUnitPage>(id, isOpen: true, ct)
        );
        pages.MapPost(UnitLinks.RenamePattern, RenameAsync);
        pages.MapGet(
            UnitLinks.MovePattern,
            (Guid id, ChangeUnit change, CancellationToken ct) => change.ShowAsync<MoveUnitPage>(id, isOpen: true, ct)
        );
        pages.MapPost(UnitLinks.MovePattern, MoveAsync);
        pages.MapGet(
            UnitLinks.ReopenPattern,
            (Guid id, ChangeUnit change, CancellationToken ct) =>
                change.ShowAsync<ReopenUnitPage>(id, isOpen: false, ct)
        );
        pages.MapPost(UnitLinks.ReopenPattern, ReopenAsync);
        return pages;
    }

    private static async Task<IResult> OpenAsync(HttpContext http, ChangeUnit change, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var id =
            Guid.TryParse(form["id"], out var given) && given.Version == 7
                ? given
                : Guid.CreateVersion7(clock.GetUtcNow());
        return await change.OpenAsync(UnitInput.Of(form, id), http.RequestAborted);
    }

    private static async Task<IResult> RenameAsync(Guid id, HttpContext http, ChangeUnit change)
    {
        var input = UnitInput.Of(await http.Request.ReadFormAsync(http.RequestAborted), id);
        var command = new RenameUnit(id, input.Version, input.Name, input.Kind, input.Code);
        return await change.HandleAsync<RenameUnitPage>(command, input, "name", http.RequestAborted);
    }

    private static async Task<IResult> MoveAsync(Guid id, HttpContext http, ChangeUnit change)
    {
        var input = UnitInput.Of(await http.Request.ReadFormAsync(http.RequestAborted), id);
        var command = new MoveUnit(id, input.Version, input.ParentId);
        return await change.HandleAsync<MoveUnitPage>(command, input, "parentId", http.RequestAborted);
    }

    private static async Task<IResult> ReopenAsync(Guid id, HttpContext http, ChangeUnit change)
    {
        var input = UnitInput.Of(await http.Request.ReadFormAsync(http.RequestAborted), id);
        var command = new ReopenUnit(id, input.Version, input.ParentId);
        return await change.HandleAsync<ReopenUnitPage>(command, input, "parentId", http.RequestAborted);
    }
}
