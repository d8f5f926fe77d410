using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.People;

internal sealed class ChangeRoles(UserManager<Person> people, Texts<PeopleTexts> texts)
{
    public static Task<IResult> ShowAsync(Guid id, bool? saved, ChangeRoles change) =>
        change.ShowAsync(id, saved is true);

    public static Task<IResult> HandleAsync(Guid id, [FromForm] RoleInput? input, ChangeRoles change) =>
        change.SaveAsync(id, [.. (input?.Role ?? []).Intersect(Roles.All)]);

    public static Task<IResult> MakeFacilitatorAsync(Guid id, ChangeRoles change) => change.AddFacilitatorAsync(id);

    private async Task<IResult> ShowAsync(Guid id, bool isSaved)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
            return ErrorResult.NotFound;
        var view = new PersonView(
            id,
            person.DisplayName,
            [.. await people.GetRolesAsync(person)],
            isSaved,
            FormFaults.None
        );
        return Page.Of<ChangeRolesPage>(new { Person = view });
    }

    private async Task<IResult> SaveAsync(Guid id, IReadOnlyList<string> wanted)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
            return ErrorResult.NotFound;
        var now = await people.GetRolesAsync(person);
        if (
            now.Contains(Roles.Administrator)
            && !wanted.Contains(Roles.Administrator)
            && await IsLastAdministratorAsync()
        )
        {
            var faults = new FormFaults().Add("role", texts["LastAdministrator"]);
            return Page.Refused<ChangeRolesPage>(
                new { Person = new PersonView(id, person.DisplayName, wanted, IsSaved: false, faults) }
            );
        }

        await people.RemoveFromRolesAsync(person, now.Except(wanted));
        await people.AddToRolesAsync(person, wanted.Except(now));
        await people.UpdateSecurityStampAsync(person);
        return Page.SeeOther(PeopleLinks.Saved(id));
    }

    private async Task<IResult> AddFacilitatorAsync(Guid id)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
            return ErrorResult.NotFound;
        if (!await people.IsInRoleAsync(person, Roles.Facilitator))
            await people.AddToRoleAsync(person, Roles.Facilitator);
        return Page.SeeOther(PeopleLinks.List);
    }

    private async Task<bool> IsLastAdministratorAsync() =>
        (await people.GetUsersInRoleAsync(Roles.Administrator)).Count < 2;
}

/// <summary>What somebody is, and what just happened to it.</summary>
public sealed record PersonView(Guid Id, string Name, IReadOnlyList<string> Roles, bool IsSaved, FormFaults Faults);

/// <summary>The roles that are ticked. A form without a ticked box binds to null.</summary>
internal sealed record RoleInput
{
    public string[]? Role { get; init; }
}
