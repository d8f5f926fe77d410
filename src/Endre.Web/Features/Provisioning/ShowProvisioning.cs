using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Provisioning;

/// <summary>Who may tell who works here, what their groups give, and who left without a successor.</summary>
internal sealed class ShowProvisioning(
    EndreContext database,
    Departures departures,
    ListeningAddress address,
    Formats formats,
    TimeProvider clock
)
{
    public static async Task<IResult> HandleAsync(ShowProvisioning show, CancellationToken ct) =>
        await show.PageAsync(FormFaults.None, ct);

    /// <summary>The page, with what could not be used in one of its forms.</summary>
    public async Task<IResult> PageAsync(FormFaults faults, CancellationToken ct, string? name = null)
    {
        var now = clock.GetUtcNow();
        var clients = await database.ProvisioningClients.AsNoTracking().OrderBy(client => client.Id).ToListAsync(ct);
        var view = new ProvisioningView(
            new Uri(address.ForPeople, "scim/v2").ToString(),
            [
                .. clients.Select(client => new ListedClient(
                    client.Id,
                    client.Name,
                    client.RevokedAt is not null ? "Revoked"
                        : client.ExpiresAt <= now ? "Expired"
                        : "Open",
                    formats.Date(client.ExpiresAt),
                    client.LastUsedOn is { } used ? formats.Date(used) : null
                )),
            ],
            await ListGroupsAsync(ct),
            await ListLeftAsync(ct),
            faults,
            name
        );
        return Page.Of<ProvisioningPage>(
            new { View = view },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    private async Task<IReadOnlyList<ListedGroup>> ListGroupsAsync(CancellationToken ct)
    {
        var tree = await database.ReadUnitTreeAsync(ct);
        var groups = await database
            .ProvisionedGroups.AsNoTracking()
            .OrderBy(group => group.NormalizedName)
            .ToListAsync(ct);
        var counts = await database
            .ProvisionedGroupMembers.GroupBy(member => member.GroupId)
            .Select(same => new { same.Key, Count = same.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        return
        [
            .. groups.Select(group => new ListedGroup(
                group.Id,
                group.DisplayName,
                counts.GetValueOrDefault(group.Id),
                group.Role,
                group.UnitId is { } unit ? UnitPaths.Of(tree, unit) : null,
                group.UnitRole
            )),
        ];
    }

    // Those who left, have something open, and whom nobody follows.
    private async Task<IReadOnlyList<LeftPerson>> ListLeftAsync(CancellationToken ct)
    {
        var gone = await database
            .Users.AsNoTracking()
            .Where(person => person.DeactivatedAt != null && person.SuccessorId == null)
            .OrderBy(person => person.DisplayName)
            .Select(person => new { person.Id, person.DisplayName })
            .ToListAsync(ct);
        var left = new List<LeftPerson>();
        foreach (var person in gone)
        {
            if (await departures.CountOpenAsync(person.Id, ct) is > 0 and var open)
                left.Add(new LeftPerson(person.Id, person.DisplayName, open));
        }

        return left;
    }
}

/// <summary>A unit with those above it, as a text.</summary>
internal static class UnitPaths
{
    public static string Of(UnitTree tree, Guid id) =>
        tree.Find(id) is { } unit
            ? string.Join(" / ", tree.Ancestors(id).Reverse().Append(unit).Select(one => one.Name))
            : "";

    public static IReadOnlyList<UnitChoice> All(UnitTree tree) =>
        [
            .. tree
                .All.Where(unit => unit.IsOpen)
                .Select(unit => new UnitChoice(unit.Id, Of(tree, unit.Id)))
                .OrderBy(choice => choice.Path, StringComparer.CurrentCulture),
        ];
}

/// <summary>What the page shows.</summary>
public sealed record ProvisioningView(
    string Address,
    IReadOnlyList<ListedClient> Clients,
    IReadOnlyList<ListedGroup> Groups,
    IReadOnlyList<LeftPerson> Left,
    FormFaults Faults,
    string? Name
);

/// <summary>A provisioning client in the list.</summary>
public sealed record ListedClient(Guid Id, string Name, string State, string ExpiresOn, string? LastUsedOn);

/// <summary>A group of the provider in the list.</summary>
public sealed record ListedGroup(Guid Id, string Name, int Members, string? Role, string? Unit, string? UnitRole);

/// <summary>Somebody who left with something open.</summary>
public sealed record LeftPerson(Guid Id, string Name, int Open);

/// <summary>A unit to choose.</summary>
public sealed record UnitChoice(Guid Id, string Path);
