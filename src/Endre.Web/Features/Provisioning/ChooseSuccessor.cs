using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning;

/// <summary>Names who takes over from somebody who left when neither the provider nor the unit told.</summary>
internal sealed class ChooseSuccessor(
    EndreContext database,
    ProvisionedDeparture departure,
    AuditLog audit,
    ShowProvisioning overview,
    Texts<ProvisioningTexts> texts
)
{
    public static Task<IResult> HandleAsync(
        Guid id,
        [FromForm] string? email,
        ChooseSuccessor choose,
        CancellationToken ct
    ) => choose.SaveAsync(id, (email ?? "").Trim().Normalize().ToUpperInvariant(), ct);

    private async Task<IResult> SaveAsync(Guid id, string email, CancellationToken ct)
    {
        var person = await database.Users.SingleOrDefaultAsync(
            one => one.Id == id && one.DeactivatedAt != null && one.SuccessorId == null,
            ct
        );
        if (person is null)
            return ErrorResult.NotFound;
        var successor = await database.Users.FirstOrDefaultAsync(
            one => one.NormalizedEmail == email && one.DeactivatedAt == null,
            ct
        );
        if (successor is null)
            return await overview.PageAsync(new FormFaults().Add($"successor-{id}", texts["SuccessorUnknown"]), ct);
        person.SuccessorId = successor.Id;
        audit.Record("ChooseSuccessor", "person", id, ("successor", successor.Id.ToString()));
        await database.SaveChangesAsync(ct);
        await departure.SettleAsync(person, ct);
        return Page.SeeOther(ProvisioningLinks.Show);
    }
}
