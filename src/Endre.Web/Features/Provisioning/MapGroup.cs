using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Storage.Provisioning;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Provisioning.Scim;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning;

/// <summary>What the members of a provider's group get here: a role, a place in a unit, both or nothing.</summary>
internal sealed class MapGroup(
    EndreContext database,
    GroupGrants grants,
    AuditLog audit,
    Texts<ProvisioningTexts> texts,
    TimeProvider clock
)
{
    public static async Task<IResult> ShowAsync(Guid id, MapGroup map, CancellationToken ct) =>
        await map.FindAsync(id, ct) is { } group
            ? await map.PageAsync(
                group,
                new GroupMapping(group.Role, group.UnitId, group.UnitRole),
                FormFaults.None,
                ct
            )
            : ErrorResult.NotFound;

    public static Task<IResult> HandleAsync(
        Guid id,
        [FromForm] string? role,
        [FromForm] string? unit,
        [FromForm] string? unitRole,
        MapGroup map,
        CancellationToken ct
    ) => map.SaveAsync(id, role, unit, unitRole, ct);

    private async Task<IResult> SaveAsync(Guid id, string? role, string? unit, string? unitRole, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } group)
            return ErrorResult.NotFound;
        var faults = new FormFaults();
        if (!string.IsNullOrEmpty(role) && !Roles.All.Contains(role))
            faults.Add("role", texts["RoleGone"]);
        Guid? unitId = Guid.TryParse(unit, out var chosen) ? chosen : null;
        if (unitId is not null && !await database.Units.AnyAsync(one => one.Id == unitId && one.ClosedAt == null, ct))
            faults.Add("unit", texts["UnitGone"]);
        if (unitId is not null && !UnitRole.All.Contains(unitRole))
            faults.Add("unitRole", texts["UnitRoleMissing"]);
        var mapping = new GroupMapping(
            string.IsNullOrEmpty(role) ? null : role,
            unitId,
            unitId is null ? null : unitRole
        );
        if (!faults.IsEmpty)
            return await PageAsync(group, mapping, faults, ct);
        (group.Role, group.UnitId, group.UnitRole) = (mapping.Role, mapping.UnitId, mapping.UnitRole);
        group.ChangedAt = clock.GetUtcNow();
        group.Version++;
        var members = await database
            .ProvisionedGroupMembers.Where(member => member.GroupId == id)
            .Select(member => member.PersonId)
            .ToHashSetAsync(ct);
        await grants.ReconcileAsync(group, members, ct);
        audit.Record(
            "MapGroup",
            "group",
            id,
            ("role", mapping.Role),
            ("unit", mapping.UnitId?.ToString()),
            ("unitRole", mapping.UnitRole)
        );
        await database.SaveChangesAsync(ct);
        return Page.SeeOther(ProvisioningLinks.Show);
    }

    private Task<ProvisionedGroup?> FindAsync(Guid id, CancellationToken ct) =>
        database.ProvisionedGroups.SingleOrDefaultAsync(group => group.Id == id, ct);

    private async Task<IResult> PageAsync(
        ProvisionedGroup group,
        GroupMapping mapping,
        FormFaults faults,
        CancellationToken ct
    ) =>
        Page.Of<MapGroupPage>(
            new
            {
                group.Id,
                Name = group.DisplayName,
                Members = await database.ProvisionedGroupMembers.CountAsync(member => member.GroupId == group.Id, ct),
                Mapping = mapping,
                Units = UnitPaths.All(await database.ReadUnitTreeAsync(ct)),
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}

/// <summary>What a group gives.</summary>
public sealed record GroupMapping(string? Role, Guid? UnitId, string? UnitRole);
