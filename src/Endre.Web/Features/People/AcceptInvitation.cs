using System.Buffers.Text;
using System.Text;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Home;
using Endre.Web.Hosting.Errors;
using Endre.Web.Hosting.Limits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.People;

internal sealed class AcceptInvitation(SignInManager<Person> signIn, SignInGuesses guesses, AccountFaults account)
{
    public static Task<IResult> ShowAsync(Guid id, string token, HttpContext http, AcceptInvitation accept) =>
        accept.OpenAsync(id, token, http, (person, _) => Task.FromResult(Form(person, token, FormFaults.None)));

    public static Task<IResult> HandleAsync(
        Guid id,
        string token,
        [FromForm] string? password,
        HttpContext http,
        AcceptInvitation accept
    ) => accept.OpenAsync(id, token, http, (person, opened) => accept.SaveAsync(person, token, opened, password ?? ""));

    private async Task<IResult> OpenAsync(
        Guid id,
        string token,
        HttpContext http,
        Func<Person, string, Task<IResult>> then
    )
    {
        if (guesses.IsBlocked(http.Connection.RemoteIpAddress, out var retryAfter))
            return ErrorResult.TooManyAttempts(retryAfter);
        if (
            await signIn.UserManager.FindByIdAsync(id.ToString()) is { } person
            && await IsOpenAsync(person, token) is { } opened
        )
            return await then(person, opened);
        guesses.RecordWrong(http.Connection.RemoteIpAddress);
        return Page.Of<InvitationGonePage>(status: StatusCodes.Status404NotFound);
    }

    private async Task<string?> IsOpenAsync(Person person, string token)
    {
        if (!Base64Url.IsValid(token))
            return null;
        var opened = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        var people = signIn.UserManager;
        var isOpen = await people.VerifyUserTokenAsync(
            person,
            people.Options.Tokens.PasswordResetTokenProvider,
            UserManager<Person>.ResetPasswordTokenPurpose,
            opened
        );
        return isOpen ? opened : null;
    }

    private async Task<IResult> SaveAsync(Person person, string token, string opened, string password)
    {
        var result = await signIn.UserManager.ResetPasswordAsync(person, opened, password);
        if (!result.Succeeded)
        {
            var faults = new FormFaults();
            account.Add(faults, result);
            return Form(person, token, faults);
        }

        await signIn.SignInAsync(person, isPersistent: false);
        return Page.SeeOther(HomeLinks.Home);
    }

    private static IResult Form(Person person, string token, FormFaults faults) =>
        Page.Of<AcceptInvitationPage>(
            new
            {
                Name = person.DisplayName,
                Email = person.Email ?? "",
                Address = PeopleLinks.Accept(person.Id, token),
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}
