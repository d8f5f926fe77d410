using System.Buffers.Text;
using System.Text;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.People;

/// <summary>
/// A one-time link that the administrator passes on. It holds Identity's token for a new password, which is bound to
/// the account's present state: using it, or making another, closes it. Nothing of it is stored.
/// </summary>
internal sealed class InvitePerson(UserManager<Person> people, AccountFaults account, ListeningAddress address)
{
    public static IResult Show() =>
        Page.Of<InvitePersonPage>(new { Input = new InvitePersonInput { Role = [Roles.Facilitator] } });

    public static Task<IResult> HandleAsync([FromForm] InvitePersonInput input, InvitePerson invite) =>
        invite.InviteAsync(input);

    public static Task<IResult> NewLinkAsync(Guid id, InvitePerson invite) => invite.RenewAsync(id);

    private async Task<IResult> InviteAsync(InvitePersonInput input)
    {
        var faults = new FormFaults();
        account.CheckName(faults, input.Name);
        account.CheckEmail(faults, input.Email);
        var person = new Person
        {
            UserName = input.Email?.Trim(),
            Email = input.Email?.Trim(),
            DisplayName = input.Name?.Trim() ?? "",
        };
        if (faults.IsEmpty)
            account.Add(faults, await people.CreateAsync(person));
        if (!faults.IsEmpty)
            return Page.Refused<InvitePersonPage>(new { Input = input, Faults = faults });
        await people.AddToRolesAsync(person, (input.Role ?? []).Intersect(Roles.All));
        return await ShowLinkAsync(person);
    }

    private async Task<IResult> RenewAsync(Guid id)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { IsDemo: false } person)
            return ErrorResult.NotFound;
        // Closes the links made before.
        await people.UpdateSecurityStampAsync(person);
        return await ShowLinkAsync(person);
    }

    private async Task<IResult> ShowLinkAsync(Person person)
    {
        var token = await people.GeneratePasswordResetTokenAsync(person);
        var path = PeopleLinks.Accept(person.Id, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token)));
        return Page.Of<ShowInvitationPage>(
            new { Name = person.DisplayName, Link = new Uri(address.ForPeople, path).ToString() }
        );
    }
}

/// <summary>The form of an invitation.</summary>
public sealed record InvitePersonInput
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string[]? Role { get; init; }
}
