using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Features.People;

/// <summary>Opens an account that many wrong passwords have locked, before its time.</summary>
internal static class UnlockPerson
{
    public static async Task<IResult> HandleAsync(Guid id, UserManager<Person> people, AuditLog audit)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
            return ErrorResult.NotFound;
        audit.Record("UnlockPerson", "person", id);
        await people.SetLockoutEndDateAsync(person, null);
        await people.ResetAccessFailedCountAsync(person);
        return Page.SeeOther(PeopleLinks.Person(id));
    }
}
