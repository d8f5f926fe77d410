using Endre.Storage;
using Endre.Storage.Access;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Home;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.People;

internal sealed class AcceptInvitation(
    EndreContext context,
    SignInManager<Person> signIn,
    OneTimeLinks links,
    SignInGuesses guesses,
    AccountFaults account
)
{
    public static Task<IResult> ShowAsync(string token, HttpContext http, AcceptInvitation accept) =>
        accept.OpenAsync(token, http, (person, link) => Task.FromResult(Form(person, link, token, FormFaults.None)));

    public static Task<IResult> HandleAsync(
        string token,
        [FromForm] string? password,
        HttpContext http,
        AcceptInvitation accept
    ) => accept.OpenAsync(token, http, (person, link) => accept.SaveAsync(person, link, token, password ?? ""));

    private async Task<IResult> OpenAsync(string token, HttpContext http, Func<Person, OneTimeLink, Task<IResult>> then)
    {
        if (guesses.IsBlocked(http.Connection.RemoteIpAddress, out var retryAfter))
            return ErrorResult.TooManyAttempts(retryAfter);
        if (
            await links.FindAsync(OneTimeLinkPurpose.ChoosePassword, token, http.RequestAborted) is { } link
            && await signIn.UserManager.FindByIdAsync($"{link.PersonId}") is { } person
            && await signIn.CanSignInAsync(person)
        )
            return await then(person, link);
        guesses.RecordWrong(http.Connection.RemoteIpAddress);
        return Gone();
    }

    private async Task<IResult> SaveAsync(Person person, OneTimeLink link, string token, string password)
    {
        var faults = new FormFaults();
        try
        {
            if (!await TakePasswordAsync(person, link, password, faults))
                return Form(person, link, token, faults);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody used the link in the same moment.
            return Gone();
        }

        await signIn.SignInAsync(person, isPersistent: false);
        return Page.SeeOther(HomeLinks.Home);
    }

    private async Task<bool> TakePasswordAsync(Person person, OneTimeLink link, string password, FormFaults faults)
    {
        var people = signIn.UserManager;
        await using var transaction = await context.Database.BeginTransactionAsync();
        await links.UseAsync(link, CancellationToken.None);
        await people.RemovePasswordAsync(person);
        var result = await people.AddPasswordAsync(person, password);
        account.Add(faults, result);
        if (!result.Succeeded)
            return false;
        // Whoever has the administrator's link has waited long enough.
        await people.SetLockoutEndDateAsync(person, null);
        await people.ResetAccessFailedCountAsync(person);
        await transaction.CommitAsync();
        return true;
    }

    private static IResult Gone() => Page.Of<InvitationGonePage>(status: StatusCodes.Status404NotFound);

    private static IResult Form(Person person, OneTimeLink link, string token, FormFaults faults) =>
        Page.Of<AcceptInvitationPage>(
            new
            {
                Name = person.DisplayName,
                Email = person.Email ?? "",
                Token = token,
                link.ExpiresAt,
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}
