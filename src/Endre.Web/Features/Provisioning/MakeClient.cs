using System.Globalization;
using Endre.Storage;
using Endre.Storage.Provisioning;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Provisioning.Scim;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning;

/// <summary>Lets a program tell who works here: makes its token, which is shown once, and closes it.</summary>
internal sealed class MakeClient(
    EndreContext database,
    AuditLog audit,
    ShowProvisioning overview,
    Texts<ProvisioningTexts> texts,
    ListeningAddress address,
    TimeProvider clock
)
{
    private static readonly int[] Lifetimes = [6, 12, 24];

    public static Task<IResult> HandleAsync(
        [FromForm] string? name,
        [FromForm] string? months,
        MakeClient make,
        CancellationToken ct
    ) => make.MakeAsync((name ?? "").Trim(), months, ct);

    public static Task<IResult> RevokeAsync(Guid id, MakeClient make, CancellationToken ct) => make.CloseAsync(id, ct);

    private async Task<IResult> MakeAsync(string name, string? months, CancellationToken ct)
    {
        var faults = new FormFaults();
        if (name.Length == 0)
            faults.Add("name", texts["ClientNameMissing"]);
        else if (name.Length > ProvisioningClient.MaxNameLength)
            faults.Add("name", texts["ClientNameTooLong", ProvisioningClient.MaxNameLength]);
        if (!int.TryParse(months, CultureInfo.InvariantCulture, out var lifetime) || !Lifetimes.Contains(lifetime))
            faults.Add("months", texts["LifetimeMissing"]);
        if (!faults.IsEmpty)
            return await overview.PageAsync(faults, ct, name);
        var now = clock.GetUtcNow();
        var token = SecretText.New(ScimTokenHandler.Prefix);
        var client = new ProvisioningClient
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            Hash = SecretText.Hash(token),
            CreatedAt = now,
            ExpiresAt = now.AddMonths(lifetime),
        };
        database.ProvisioningClients.Add(client);
        audit.Record("MakeClient", "provisioning-client", client.Id, ("months", $"{lifetime}"));
        await database.SaveChangesAsync(ct);
        return Page.Of<ClientTokenPage>(
            new
            {
                Name = name,
                Token = token,
                Address = new Uri(address.ForPeople, "scim/v2").ToString(),
            }
        );
    }

    private async Task<IResult> CloseAsync(Guid id, CancellationToken ct)
    {
        if (await database.ProvisioningClients.SingleOrDefaultAsync(client => client.Id == id, ct) is not { } client)
            return ErrorResult.NotFound;
        client.RevokedAt ??= clock.GetUtcNow();
        audit.Record("RevokeClient", "provisioning-client", id);
        await database.SaveChangesAsync(ct);
        return Page.SeeOther(ProvisioningLinks.Show);
    }
}
