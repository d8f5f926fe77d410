using System.Buffers.Text;
using Endre.Storage.People;
using Endre.Web.Components;
using Endre.Web.Hosting.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Endre.Web.Features.Account;

/// <summary>A passkey gets another name, or is removed. Only the person's own are found.</summary>
internal static class ChangePasskey
{
    private const int LongestName = 60;

    public static async Task<IResult> ShowAsync(
        string key,
        HttpContext http,
        UserManager<Person> people,
        ShowAccount show
    ) =>
        await FindAsync(await show.PersonAsync(http), people, key) is { } found
            ? Page.Of<RenamePasskeyPage>(new { Key = key, found.Name })
            : ErrorResult.NotFound;

    public static async Task<IResult> RenameAsync(
        string key,
        [FromForm] string? passkeyName,
        HttpContext http,
        UserManager<Person> people,
        ShowAccount show
    )
    {
        var person = await show.PersonAsync(http);
        if (await FindAsync(person, people, key) is not { } found)
            return ErrorResult.NotFound;
        found.Name = NameFrom(passkeyName);
        await people.AddOrUpdatePasskeyAsync(person, found);
        return Page.SeeOther(AccountLinks.Done("RenamedPasskey"));
    }

    public static async Task<IResult> RemoveAsync(
        [FromForm] string? passkey,
        HttpContext http,
        UserManager<Person> people,
        ShowAccount show
    )
    {
        var person = await show.PersonAsync(http);
        if (await FindAsync(person, people, passkey ?? "") is { } found)
            await people.RemovePasskeyAsync(person, found.CredentialId);
        return Page.SeeOther(AccountLinks.Done("RemovedPasskey"));
    }

    /// <summary>The name as it is kept: without blanks around it, no longer than it may be, or none.</summary>
    public static string? NameFrom(string? typed) =>
        typed?.Trim() is { Length: > 0 } name ? name[..Math.Min(LongestName, name.Length)].Trim() : null;

    private static async Task<UserPasskeyInfo?> FindAsync(Person person, UserManager<Person> people, string key) =>
        (await people.GetPasskeysAsync(person)).FirstOrDefault(found =>
            Base64Url.EncodeToString(found.CredentialId) == key
        );
}
