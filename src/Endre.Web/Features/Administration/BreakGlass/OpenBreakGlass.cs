using Endre.Storage;
using Endre.Storage.Access;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.People;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Administration.BreakGlass;

/// <summary>
/// The operator's link: whoever is named becomes a local administrator with a new password, unlocked. Somebody who has
/// left stays outside, for a link must not bring back who was let go.
/// </summary>
internal sealed partial class OpenBreakGlass(
    EndreContext context,
    SignInManager<Person> signIn,
    OneTimeLinks links,
    AccountFaults account,
    Texts<AdministrationTexts> texts,
    ILogger<OpenBreakGlass> logger
)
{
    public static async Task<IResult> ShowAsync(
        string secret,
        HttpContext http,
        SignInGuesses guesses,
        OneTimeLinks links
    )
    {
        if (guesses.IsBlocked(http.Connection.RemoteIpAddress, out var retryAfter))
            return ErrorResult.TooManyAttempts(retryAfter);
        if (await links.FindAsync(OneTimeLinkPurpose.BreakGlass, secret, http.RequestAborted) is not null)
            return Page.Of<BreakGlassPage>(new { Secret = secret, Input = new BreakGlassInput() });
        guesses.RecordWrong(http.Connection.RemoteIpAddress);
        return Gone();
    }

    public static async Task<IResult> HandleAsync(
        string secret,
        [FromForm] BreakGlassInput? input,
        HttpContext http,
        SignInGuesses guesses,
        OneTimeLinks links,
        AuditLog audit,
        OpenBreakGlass open
    )
    {
        if (guesses.IsBlocked(http.Connection.RemoteIpAddress, out var retryAfter))
            return ErrorResult.TooManyAttempts(retryAfter);
        var link = await links.FindAsync(OneTimeLinkPurpose.BreakGlass, secret, http.RequestAborted);
        if (link is not null)
            return await open.OpenAsync(secret, link, input ?? new BreakGlassInput(), audit);
        guesses.RecordWrong(http.Connection.RemoteIpAddress);
        return Gone();
    }

    private async Task<IResult> OpenAsync(string secret, OneTimeLink link, BreakGlassInput input, AuditLog audit)
    {
        var faults = new FormFaults();
        account.CheckEmail(faults, input.Email);
        try
        {
            if (faults.IsEmpty && await SaveAsync(link, input, faults, audit) is { } person)
            {
                LogUsed(person.Id);
                await signIn.SignInAsync(person, isPersistent: false);
                return Page.SeeOther(PeopleLinks.List);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody used the link in the same moment.
            return Gone();
        }

        return Page.Refused<BreakGlassPage>(
            new
            {
                Secret = secret,
                Input = input,
                Faults = faults,
            }
        );
    }

    private async Task<Person?> SaveAsync(OneTimeLink link, BreakGlassInput input, FormFaults faults, AuditLog audit)
    {
        var people = signIn.UserManager;
        await using var transaction = await context.Database.BeginTransactionAsync();
        await links.UseAsync(link, CancellationToken.None);
        var person = await people.FindByEmailAsync(input.Email!.Trim());
        if (person is { IsDemo: true } || (person is not null && !await signIn.CanSignInAsync(person)))
        {
            faults.Add(AccountFaults.Email, texts["BreakGlassDeactivated"]);
            return null;
        }

        var result = person is null
            ? await people.CreateAsync(person = NewPerson(input, link), input.Password ?? "")
            : await RenewAsync(person, input.Password ?? "");
        account.Add(faults, result);
        if (!result.Succeeded)
            return null;
        if (!await people.IsInRoleAsync(person, Roles.Administrator))
            await people.AddToRoleAsync(person, Roles.Administrator);
        audit.Record("OpenBreakGlass", "person", person.Id);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        return person;
    }

    // A new password gives a new security stamp: whoever else was signed in as this person is out.
    private async Task<IdentityResult> RenewAsync(Person person, string password)
    {
        var people = signIn.UserManager;
        await people.SetLockoutEndDateAsync(person, null);
        await people.ResetAccessFailedCountAsync(person);
        await people.RemovePasswordAsync(person);
        return await people.AddPasswordAsync(person, password);
    }

    private static Person NewPerson(BreakGlassInput input, OneTimeLink link)
    {
        var email = input.Email!.Trim();
        return new()
        {
            UserName = email,
            Email = email,
            DisplayName = email.Split('@')[0],
            CreatedAt = link.UsedAt,
        };
    }

    private static IResult Gone() => Page.Of<LinkGonePage>(status: StatusCodes.Status404NotFound);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A break-glass link was used: person {Person} is an administrator."
    )]
    private partial void LogUsed(Guid person);
}

/// <summary>The form behind the operator's link.</summary>
public sealed record BreakGlassInput
{
    public string? Email { get; init; }

    public string? Password { get; init; }
}
