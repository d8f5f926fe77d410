using Endre.Storage;
using Endre.Storage.Access;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Account;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Administration;

internal sealed class CreateFirstAdministrator(
    EndreContext context,
    SignInManager<Person> signIn,
    AccountFaults account,
    AuditLog audit,
    TimeProvider time
)
{
    public static async Task<IResult> ShowAsync(
        string secret,
        HttpContext http,
        SignInGuesses guesses,
        FirstAdministratorInvitation invitation
    )
    {
        if (guesses.IsBlocked(http.Connection.RemoteIpAddress, out var retryAfter))
            return ErrorResult.TooManyAttempts(retryAfter);
        if (await invitation.FindAsync(secret, http.RequestAborted) is not null)
            return Page.Of<CreateFirstAdministratorPage>(
                new { Secret = secret, Input = new FirstAdministratorInput() }
            );
        guesses.RecordWrong(http.Connection.RemoteIpAddress);
        return Gone();
    }

    public static async Task<IResult> HandleAsync(
        string secret,
        [FromForm] FirstAdministratorInput? input,
        HttpContext http,
        SignInGuesses guesses,
        FirstAdministratorInvitation invitation,
        CreateFirstAdministrator create
    )
    {
        if (guesses.IsBlocked(http.Connection.RemoteIpAddress, out var retryAfter))
            return ErrorResult.TooManyAttempts(retryAfter);
        var link = await invitation.FindAsync(secret, http.RequestAborted);
        if (link is not null)
            return await create.CreateAsync(secret, link, input ?? new FirstAdministratorInput(), http.RequestAborted);
        guesses.RecordWrong(http.Connection.RemoteIpAddress);
        return Gone();
    }

    private async Task<IResult> CreateAsync(
        string secret,
        FirstAdministratorLink link,
        FirstAdministratorInput input,
        CancellationToken ct
    )
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
        try
        {
            if (faults.IsEmpty && await SaveAsync(link, person, input.Password ?? "", faults, ct))
            {
                await signIn.SignInAsync(person, isPersistent: false);
                return Page.SeeOther(AccountLinks.Account);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody used the link in the same moment.
            return Gone();
        }

        return Page.Refused<CreateFirstAdministratorPage>(
            new
            {
                Secret = secret,
                Input = input,
                Faults = faults,
            }
        );
    }

    private async Task<bool> SaveAsync(
        FirstAdministratorLink link,
        Person person,
        string password,
        FormFaults faults,
        CancellationToken ct
    )
    {
        await using var transaction = await context.Database.BeginTransactionAsync(ct);
        link.UsedAt = time.GetUtcNow();
        await context.SaveChangesAsync(ct);
        var result = await signIn.UserManager.CreateAsync(person, password);
        account.Add(faults, result);
        if (!result.Succeeded)
            return false;
        audit.Record(nameof(CreateFirstAdministrator), "person", person.Id);
        await signIn.UserManager.AddToRoleAsync(person, Roles.Administrator);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static IResult Gone() => Page.Of<LinkGonePage>(status: StatusCodes.Status404NotFound);
}

/// <summary>The form of the first administrator.</summary>
public sealed record FirstAdministratorInput
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Password { get; init; }
}
