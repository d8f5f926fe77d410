using Endre.Storage;
using Endre.Storage.Access;
using Endre.Storage.People;
using Endre.Web.Access;
using Endre.Web.Access.Providers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.SignIn.Providers;

/// <summary>Finds the person here whom a provider talks of, and gives them the roles it says.</summary>
internal sealed partial class ProviderPeople(
    EndreContext context,
    UserManager<Person> people,
    OneTimeLinks links,
    SignInRight right,
    TimeProvider time,
    ILogger<ProviderPeople> logger
)
{
    /// <summary>By the provider's own id first; by a verified address only if that is trusted; else made, or null.</summary>
    public async Task<(Person? Person, ProviderFault Fault)> FindAsync(SignInProvider provider, ProvidedPerson told)
    {
        if (await people.FindByLoginAsync(told.Issuer, told.Subject) is { } known)
            return (known, default);
        if (provider.TrustsEmail && told is { IsEmailVerified: true, Email: { } email })
        {
            if (await people.FindByEmailAsync(email) is { IsDemo: false } owner && await MayBeTakenAsync(owner))
                return await ConnectAsync(provider, told, owner) ? (owner, default) : await AgainAsync(told);
        }

        if (!provider.MakesPeople)
            return (null, ProviderFault.Unknown);
        // Perhaps by the same person, in another window, since we looked.
        if (told.Email is { } taken && await people.FindByEmailAsync(taken) is not null)
            return await AgainAsync(told);
        return await MakeAsync(provider, told) is { } made ? (made, default) : await AgainAsync(told);
    }

    /// <summary>The invited person, who chose the provider instead of a password; the invitation is used up.</summary>
    public async Task<(Person? Person, ProviderFault Fault)> InvitedAsync(
        SignInProvider provider,
        ProvidedPerson told,
        string invitation
    )
    {
        var owner = await people.FindByLoginAsync(told.Issuer, told.Subject);
        var link = await links.FindAsync(OneTimeLinkPurpose.ChoosePassword, invitation, CancellationToken.None);
        if (link is null || await people.FindByIdAsync($"{link.PersonId}") is not { } person)
            return owner is null ? (null, ProviderFault.Stale) : (owner, default);
        if (!right.Has(person))
            return (person, default);
        if (owner is not null && owner.Id != person.Id)
            return (null, ProviderFault.Connected);
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await links.UseAsync(link, CancellationToken.None);
            if (owner is null && !(await people.AddLoginAsync(person, Login(provider, told))).Succeeded)
                return (null, ProviderFault.Connected);
            await transaction.CommitAsync();
            return (person, default);
        }
        catch (DbUpdateException)
        {
            // Somebody used the link, or connected the account, in the same moment.
            return await AgainAsync(told);
        }
    }

    /// <summary>The roles the provider decides over become as it says; others are left alone.</summary>
    public async Task UpdateRolesAsync(SignInProvider provider, ProvidedPerson told, Person person)
    {
        var wanted = provider
            .Roles.Where(role => role.Value.Any(told.RoleValues.Contains))
            .Select(role => role.Key)
            .ToList();
        var now = await people.GetRolesAsync(person);
        var added = wanted.Except(now).ToList();
        var removed = provider.Roles.Keys.Except(wanted).Intersect(now).ToList();
        if (told.HasGroupsLeftOut && removed.Count > 0)
        {
            // Not told is not the same as no.
            LogGroupsLeftOut(provider.Id);
            removed.Clear();
        }

        if (added.Count + removed.Count == 0)
            return;
        await using var transaction = await context.Database.BeginTransactionAsync();
        await people.AddToRolesAsync(person, added);
        await people.RemoveFromRolesAsync(person, removed);
        // Sessions elsewhere get the new roles within a minute, by signing in again.
        await people.UpdateSecurityStampAsync(person);
        await transaction.CommitAsync();
        LogRoles(provider.Id, person.Id, string.Join(',', added), string.Join(',', removed));
    }

    // An address that another provider told, and did not vouch for, must not lead anybody into that person's account.
    private async Task<bool> MayBeTakenAsync(Person owner) =>
        owner.EmailConfirmed || (await people.GetLoginsAsync(owner)).Count == 0;

    private async Task<bool> ConnectAsync(SignInProvider provider, ProvidedPerson told, Person person)
    {
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            person.EmailConfirmed = true;
            var result = await people.AddLoginAsync(person, Login(provider, told));
            if (result.Succeeded)
                await transaction.CommitAsync();
            return result.Succeeded;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private async Task<Person?> MakeAsync(SignInProvider provider, ProvidedPerson told)
    {
        var person = new Person
        {
            Email = told.Email,
            EmailConfirmed = provider.TrustsEmail && told.IsEmailVerified,
            DisplayName = told.Name ?? PlaceholderFor(provider, told),
            CreatedAt = time.GetUtcNow(),
        };
        person.UserName = told.Email ?? person.Id.ToString();
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            var result = await people.CreateAsync(person);
            if (result.Succeeded)
                result = await people.AddLoginAsync(person, Login(provider, told));
            if (!result.Succeeded)
                return null;
            await people.AddToRoleAsync(person, Roles.Employee);
            await transaction.CommitAsync();
            LogMade(provider.Id, person.Id);
            return person;
        }
        catch (DbUpdateException)
        {
            return null;
        }
    }

    // Two windows of the same person came at once: the other was first.
    private async Task<(Person?, ProviderFault)> AgainAsync(ProvidedPerson told)
    {
        context.ChangeTracker.Clear();
        return (await people.FindByLoginAsync(told.Issuer, told.Subject), ProviderFault.EmailTaken);
    }

    /// <summary>What somebody is called until they tell their name, where the provider does not.</summary>
    public static string PlaceholderFor(SignInProvider provider, ProvidedPerson told) =>
        $"{provider.Name} {Convert.ToHexStringLower(SecretText.Hash(told.Subject))[..6]}";

    private static UserLoginInfo Login(SignInProvider provider, ProvidedPerson told) =>
        new(told.Issuer, told.Subject, provider.Name);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Person {Person} was made at a first sign-in through {Provider}."
    )]
    private partial void LogMade(string provider, Guid person);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Provider} gave person {Person} the roles [{Added}] and took [{Removed}]."
    )]
    private partial void LogRoles(string provider, Guid person, string added, string removed);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Provider} left out a person's groups because they are many; roles are kept as they were. Use app roles."
    )]
    private partial void LogGroupsLeftOut(string provider);
}
