using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.People;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Privacy.ErasePerson;

/// <summary>
/// Erases somebody (GDPR article 17): the account, positions and names go, what the person did stays without a name, and
/// every count stays true.
/// </summary>
internal sealed class ErasePerson(
    EndreContext database,
    UserManager<Person> people,
    IEnumerable<IPersonalData> areas,
    Departures departures,
    AuditLog audit,
    CurrentPerson current
)
{
    public static async Task<IResult> ShowAsync(Guid id, ErasePerson erase, CancellationToken ct) =>
        await erase.FindAsync(id) is { } person
            ? Page.Of<ErasePersonPage>(new { View = await erase.ViewAsync(person, "", FormFaults.None, ct) })
            : ErrorResult.NotFound;

    public static async Task<IResult> HandleAsync(
        Guid id,
        [FromForm] string? name,
        ErasePerson erase,
        EndreContext database,
        ITraces traces,
        Texts<PrivacyTexts> texts,
        CancellationToken ct
    )
    {
        if (await erase.FindAsync(id) is not { } person)
            return ErrorResult.NotFound;
        var faults = new FormFaults();
        var typed = (name ?? "").Trim();
        if (!string.Equals(typed, person.DisplayName.Trim(), StringComparison.CurrentCultureIgnoreCase))
            faults.Add("name", texts["EraseNameOther", person.DisplayName]);
        else if (await erase.EraseAsync(id, ct) is { } refusal)
            faults.Add("name", RefusalTexts.Sentence(refusal));
        // On PostgreSQL whole tables are written anew for it, and that waits for the night.
        if (faults.IsEmpty && database.Database.IsSqlite())
            await traces.WipeAsync(ct);
        return faults.IsEmpty
            ? Page.SeeOther(PeopleLinks.List)
            : Page.Refused<ErasePersonPage>(new { View = await erase.ViewAsync(person, typed, faults, ct) });
    }

    /// <returns>
    /// Null when the person is erased, or was. Refused: <c>CannotEraseYourself</c>, <c>CannotEraseLastAdministrator</c>,
    /// <c>ResponsibilitiesOpen</c>.
    /// </returns>
    public async Task<Refusal?> EraseAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(ct);
        if (await FindAsync(id) is not { } person)
            return null;
        if (person.Id == current.Id)
            return Refusal.Because("CannotEraseYourself");
        if (await IsLastAdministratorAsync(person))
            return Refusal.Because("CannotEraseLastAdministrator");
        if (await departures.CountOpenAsync(id, ct) > 0)
            return Refusal.Because("ResponsibilitiesOpen");

        foreach (var area in areas)
        {
            await area.EraseAsync(id, person.DisplayName, ct);
        }
        audit.Record(nameof(ErasePerson), "person", id);
        var result = await people.DeleteAsync(person);
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Code)));
        await transaction.CommitAsync(ct);
        return null;
    }

    private Task<Person?> FindAsync(Guid id) => people.FindByIdAsync(id.ToString());

    private async Task<EraseView> ViewAsync(Person person, string typed, FormFaults faults, CancellationToken ct) =>
        new(person.Id, person.DisplayName, await departures.CountOpenAsync(person.Id, ct), typed, faults);

    private async Task<bool> IsLastAdministratorAsync(Person person) =>
        await people.IsInRoleAsync(person, Roles.Administrator)
        && (await people.GetUsersInRoleAsync(Roles.Administrator)).Count < 2;
}

/// <summary>Whom it is about, and what stands in the way.</summary>
public sealed record EraseView(Guid Id, string Name, int Open, string Typed, FormFaults Faults);
