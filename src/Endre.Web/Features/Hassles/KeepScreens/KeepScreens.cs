using Endre.Domain.Hassles.Removals;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Storage.Screens;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.ShowHappened;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.KeepScreens;

/// <summary>
/// <c>/enheter/{id}/dette-skjedde/skjermer</c>: the links of a unit's screens, and what they show, for those who answer for
/// the unit.
/// </summary>
internal sealed class KeepScreens(
    EndreContext database,
    HassleSight sight,
    UnitSeats seats,
    HappenedRows rows,
    CurrentPerson person
)
{
    /// <summary>A ward has a wall or three.</summary>
    internal const int MostScreens = 10;

    // Whoever takes texts off looks at what is newest; the screen shows no more than that.
    private const int MostListed = 100;

    public static Task<IResult> ShowAsync(Guid id, string? fjernet, KeepScreens keep, CancellationToken ct) =>
        keep.InUnitAsync(
            id,
            (tree, unit) => keep.PageAsync(tree, unit, new Shown(IsRemoved: fjernet is not null), ct),
            ct
        );

    public static async Task<IResult> MakeAsync(HttpContext context, Guid id, KeepScreens keep)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        return await keep.InUnitAsync(id, (tree, unit) => keep.MakeAsync(tree, unit, form.Text("name"), ct), ct);
    }

    public static Task<IResult> RemoveAsync(Guid id, Guid screenId, KeepScreens keep, CancellationToken ct) =>
        keep.InUnitAsync(id, (tree, unit) => keep.RemoveAsync(tree, unit, screenId, ct), ct);

    public static async Task<IResult> PutAsync(HttpContext context, Guid id, KeepScreens keep)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        return await keep.PutAsync(id, isShown: form.Text("vis") is "ja", ct);
    }

    private async Task<IResult> InUnitAsync(Guid id, Func<UnitTree, Unit, Task<IResult>> then, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        return scope.Known.Tree.Current(id) is { } unit && scope.Led.Contains(unit.Id)
            ? await then(scope.Known.Tree, unit)
            : ErrorResult.NotFound;
    }

    private async Task<IResult> MakeAsync(UnitTree tree, Unit unit, string? typed, CancellationToken ct)
    {
        var refusal = FreeText.Accept(typed, WallScreen.MaxNameLength, "name", out var name);
        if (refusal is null && name.Length == 0)
        {
            refusal = new Refusal("ScreenNameMissing", "name");
        }
        var ids = HappenedRows.IdsOf(tree, unit);
        if (
            refusal is null
            && await database.WallScreens.CountAsync(wall => ids.Contains(wall.UnitId), ct) >= MostScreens
        )
        {
            refusal = new Refusal("ScreensTooMany", "name", $"{MostScreens}");
        }
        if (refusal is not null)
        {
            return await PageAsync(tree, unit, new Shown { Typed = typed, Refusal = refusal }, ct);
        }
        var token = SecretText.New();
        database.Add(
            new WallScreen
            {
                UnitId = unit.Id,
                Name = name,
                Hash = SecretText.Hash(token),
                MadeOn = seats.Today,
                MadeById = person.RequiredId,
            }
        );
        await database.SaveChangesAsync(ct);
        // The link is in this answer and nowhere else, so there is no page to lead on to.
        return await PageAsync(tree, unit, new Shown { Made = name, Link = HappenedLinks.Wall(token) }, ct);
    }

    private async Task<IResult> RemoveAsync(UnitTree tree, Unit unit, Guid screenId, CancellationToken ct)
    {
        var ids = HappenedRows.IdsOf(tree, unit);
        var removed = await database
            .WallScreens.Where(wall => wall.Id == screenId && ids.Contains(wall.UnitId))
            .ExecuteDeleteAsync(ct);
        // A second press meets a screen that is gone already.
        return removed > 0 || !await database.WallScreens.AnyAsync(wall => wall.Id == screenId, ct)
            ? Page.SeeOther($"{HappenedLinks.Screens(unit.Id)}?fjernet=ja")
            : ErrorResult.NotFound;
    }

    private async Task<IResult> PutAsync(Guid id, bool isShown, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindAsync(database, id, ct) is not { } hassle || !scope.Led.Contains(hassle.UnitId))
        {
            return ErrorResult.NotFound;
        }
        // Withdrawn meanwhile: there is nothing left to show, and the list says so.
        await database.DoWithHassleAsync(id, new PutOnScreen(person.RequiredId, isShown), seats.Today, ct);
        var unit = scope.Known.Tree.Current(hassle.UnitId);
        return Page.SeeOther($"{HappenedLinks.Screens(unit?.Id ?? hassle.UnitId)}#vises");
    }

    private async Task<IResult> PageAsync(UnitTree tree, Unit unit, Shown shown, CancellationToken ct)
    {
        var ids = HappenedRows.IdsOf(tree, unit);
        var screens = await database
            .WallScreens.AsNoTracking()
            .Where(wall => ids.Contains(wall.UnitId))
            .OrderBy(wall => wall.Id)
            .ToListAsync(ct);
        var lines = (await rows.ReadAsync(tree, unit, ct)).Take(MostListed).ToList();
        var texts = await rows.HasslesAsync(lines, ct);
        return Page.Of<KeepScreensPage>(
            new
            {
                Unit = unit,
                Screens = (IReadOnlyList<WallScreen>)screens,
                Listed = (IReadOnlyList<ScreenText>)
                    [
                        .. texts.Select(hassle => new ScreenText(
                            hassle.Id,
                            hassle.Text,
                            HappenedRows.PartOf(hassle.State),
                            hassle.IsOffScreen
                        )),
                    ],
                shown.Made,
                shown.Link,
                shown.IsRemoved,
                Typed = shown.Typed,
                Faults = shown.Refusal is { } refusal
                    ? FormFaults.None.Add("name", RefusalTexts.Sentence(refusal))
                    : FormFaults.None,
            },
            shown.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private sealed record Shown(
        string? Made = null,
        string? Link = null,
        bool IsRemoved = false,
        string? Typed = null,
        Refusal? Refusal = null
    );
}

/// <summary>A text that may hang on the wall.</summary>
/// <param name="Id">Which hassle.</param>
/// <param name="Text">What was said.</param>
/// <param name="Part">Where it stands.</param>
/// <param name="IsOff">Whether it is kept off the screen.</param>
public sealed record ScreenText(Guid Id, string Text, HappenedPart Part, bool IsOff);
