using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Look;

/// <summary>Stores a change of the look with its entry in the history, and shows it from then on.</summary>
internal sealed class StoreLook(
    EndreContext database,
    CurrentLook current,
    ThemeGenerator generator,
    AuditLog audit,
    TimeProvider clock
)
{
    private const int MostTries = 10;

    /// <param name="change">What the look becomes. It is asked again on top of what somebody else has stored meanwhile.</param>
    /// <param name="personId">Who changes it, or null for Endre itself.</param>
    /// <param name="logo">A logo that the change uses for the first time.</param>
    /// <param name="ct">Whether to go on.</param>
    public async Task HandleAsync(
        Func<OrganizationLook, OrganizationLook> change,
        Guid? personId,
        Logo? logo,
        CancellationToken ct
    )
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await TryAsync(change, personId, logo, ct);
                await current.RefreshAsync(ct);
                return;
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Somebody else was first, with a change or with the very first row.
                database.ChangeTracker.Clear();
            }
        }
    }

    private async Task TryAsync(
        Func<OrganizationLook, OrganizationLook> change,
        Guid? personId,
        Logo? logo,
        CancellationToken ct
    )
    {
        var row = await database.Looks.SingleOrDefaultAsync(ct);
        var before = row?.ToLook() ?? OrganizationLook.Plain;
        var after = change(before);
        await KeepLogoAsync(after, logo, ct);
        if (after == before && row is not null)
        {
            await database.SaveChangesAsync(ct);
            return;
        }
        if (row is null)
        {
            row = new LookRow { Language = after.Language };
            database.Add(row);
        }
        row.Take(after);
        row.Sheet = ThemeSheet.Of(after.Colors, generator);
        row.SheetMaker = ThemeSheet.Maker;
        database.Add(LookChange.Of(before, after, personId, clock.GetUtcNow()));
        if (personId is not null)
        {
            Record(before, after);
        }
        if (before.LogoId is { } old && old != after.LogoId)
        {
            database.RemoveRange(await database.Logos.Where(one => one.Id == old).ToListAsync(ct));
        }
        await database.SaveChangesAsync(ct);
    }

    private void Record(OrganizationLook before, OrganizationLook after) =>
        audit.Record(
            "ChangeLook",
            "organization",
            subjectId: null,
            // What it is called stands in the look's own history.
            ("name", before.Name == after.Name ? null : "changed"),
            ("language", before.Language == after.Language ? null : after.Language),
            (
                "cycles",
                before.CallsCyclesPdsa == after.CallsCyclesPdsa ? null
                : after.CallsCyclesPdsa ? "pdsa"
                : "regulation"
            ),
            ("main", Changed(before.Colors.Main, after.Colors.Main)),
            ("support", Changed(before.Colors.Support, after.Colors.Support)),
            ("secondSupport", Changed(before.Colors.SecondSupport, after.Colors.SecondSupport)),
            ("logo", before.LogoId == after.LogoId ? null : after.LogoId ?? "removed")
        );

    private static string? Changed(HexColor? before, HexColor? after) =>
        before == after ? null : after?.ToString() ?? "own";

    private async Task KeepLogoAsync(OrganizationLook after, Logo? logo, CancellationToken ct)
    {
        if (logo is null || logo.Id != after.LogoId)
        {
            return;
        }
        if (await database.Logos.SingleOrDefaultAsync(one => one.Id == logo.Id, ct) is { } known)
        {
            // The same file again may bring the picture that was missing.
            known.Picture = logo.Picture ?? known.Picture;
        }
        else
        {
            database.Add(logo);
        }
    }
}
