using Endre.Storage;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.People;

/// <summary>The person's page, and what one is for the whole organization.</summary>
internal sealed class ChangeRoles(
    UserManager<Person> people,
    ReadPerson read,
    Departures departures,
    EndreContext database,
    AuditLog audit,
    Texts<PeopleTexts> texts
)
{
    public static Task<IResult> ShowAsync(Guid id, bool? saved, ChangeRoles change, CancellationToken ct) =>
        change.ShowAsync(id, saved is true, ct);

    public static Task<IResult> HandleAsync(
        Guid id,
        [FromForm] RoleInput? input,
        ChangeRoles change,
        CancellationToken ct
    ) => change.SaveAsync(id, [.. Roles.Given.Intersect(input?.Role ?? [])], ct);

    public static Task<IResult> MakeFacilitatorAsync(Guid id, ChangeRoles change, CancellationToken ct) =>
        change.AddFacilitatorAsync(id, ct);

    private async Task<IResult> ShowAsync(Guid id, bool isSaved, CancellationToken ct) =>
        await read.FindAsync(id, ct) is { } person
            ? Page.Of<ChangeRolesPage>(new { Person = person with { IsSaved = isSaved } })
            : ErrorResult.NotFound;

    private async Task<IResult> SaveAsync(Guid id, IReadOnlyList<string> wanted, CancellationToken ct)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
            return ErrorResult.NotFound;
        var now = (await people.GetRolesAsync(person)).Intersect(Roles.Given).ToList();
        if (
            now.Contains(Roles.Administrator)
            && !wanted.Contains(Roles.Administrator)
            && !await departures.IsAnotherAdministratorThereAsync(id, ct)
        )
        {
            var faults = new FormFaults().Add("role", texts["LastAdministrator"]);
            var view = (await read.FindAsync(id, ct))! with { Roles = wanted, Faults = faults };
            return Page.Refused<ChangeRolesPage>(new { Person = view });
        }

        await StoreAsync(person, [.. wanted.Except(now)], [.. now.Except(wanted)], ct);
        return Page.SeeOther(PeopleLinks.Saved(id));
    }

    private async Task<IResult> AddFacilitatorAsync(Guid id, CancellationToken ct)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
            return ErrorResult.NotFound;
        if (!await people.IsInRoleAsync(person, Roles.Facilitator))
            await StoreAsync(person, [Roles.Facilitator], [], ct);
        return Page.SeeOther(PeopleLinks.List);
    }

    private async Task StoreAsync(
        Person person,
        IReadOnlyList<string> added,
        IReadOnlyList<string> removed,
        CancellationToken ct
    )
    {
        if (added.Count + removed.Count == 0)
            return;
        await using var transaction = await database.Database.BeginTransactionAsync(ct);
        audit.Record(
            "ChangeRoles",
            "person",
            person.Id,
            ("given", added.Count == 0 ? null : string.Join(", ", added)),
            ("taken", removed.Count == 0 ? null : string.Join(", ", removed))
        );
        await people.RemoveFromRolesAsync(person, removed);
        await people.AddToRolesAsync(person, added);
        // Somebody who lost a right must sign in again; one who got one notices within a minute.
        if (removed.Count > 0)
            await people.UpdateSecurityStampAsync(person);
        await database.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}

/// <summary>The roles that are ticked. A form without a ticked box binds to null.</summary>
internal sealed record RoleInput
{
    public string[]? Role { get; init; }
}
