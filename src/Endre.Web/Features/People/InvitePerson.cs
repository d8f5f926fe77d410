using Endre.Storage;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.People;

/// <summary>
/// A one-time link that the administrator passes on, and that is mailed where there is a mail server: to a new person, and to one who has forgotten the password. Making
/// another closes it.
/// </summary>
internal sealed class InvitePerson(
    EndreContext database,
    UserManager<Person> people,
    SendInvitation invitation,
    AccountFaults account,
    AuditLog audit
)
{
    public static IResult Show() =>
        Page.Of<InvitePersonPage>(new { Input = new InvitePersonInput { Role = [Roles.Facilitator] } });

    public static Task<IResult> HandleAsync(
        [FromForm] InvitePersonInput? input,
        InvitePerson invite,
        TimeProvider clock
    ) =>
        // A form without any of the fields binds to null.
        invite.InviteAsync(input ?? new InvitePersonInput(), clock.GetUtcNow());

    public static Task<IResult> NewLinkAsync(Guid id, InvitePerson invite) => invite.RenewAsync(id);

    private async Task<IResult> InviteAsync(InvitePersonInput input, DateTimeOffset now)
    {
        var faults = new FormFaults();
        account.CheckName(faults, input.Name);
        account.CheckEmail(faults, input.Email);
        var person = new Person
        {
            UserName = input.Email?.Trim(),
            Email = input.Email?.Trim(),
            DisplayName = input.Name?.Trim() ?? "",
            CreatedAt = now,
        };
        if (!faults.IsEmpty || !await SaveAsync(person, [.. (input.Role ?? []).Intersect(Roles.Given)], faults))
            return Page.Refused<InvitePersonPage>(new { Input = input, Faults = faults });
        return await ShowLinkAsync(person);
    }

    private async Task<bool> SaveAsync(Person person, IReadOnlyList<string> roles, FormFaults faults)
    {
        await using var transaction = await database.Database.BeginTransactionAsync();
        account.Add(faults, await people.CreateAsync(person));
        if (!faults.IsEmpty)
            return false;
        audit.Record(nameof(InvitePerson), "person", person.Id, ("given", string.Join(", ", roles)));
        await database.SaveChangesAsync();
        await people.AddToRolesAsync(person, roles);
        await transaction.CommitAsync();
        return true;
    }

    private async Task<IResult> RenewAsync(Guid id)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { IsDemo: false, DeactivatedAt: null } person)
            return ErrorResult.NotFound;
        audit.Record("RenewInvitation", "person", person.Id);
        await database.SaveChangesAsync();
        return await ShowLinkAsync(person);
    }

    private async Task<IResult> ShowLinkAsync(Person person)
    {
        var sent = await invitation.MakeAsync(person, CancellationToken.None);
        return Page.Of<ShowInvitationPage>(
            new
            {
                Name = person.DisplayName,
                Link = sent.Link.ToString(),
                sent.ExpiresAt,
                MailedTo = sent.To,
            }
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
