using Endre.Storage.People;
using Endre.Web.Look;
using Endre.Web.Texts;
using Microsoft.AspNetCore.Identity;

namespace Endre.Web.Access;

/// <summary>
/// Work that is done as a person who is not the one signed in: what a leader is asked in mail, and the one act that a link
/// in it does. Everything is loaded and decided as if the person had signed in this moment, and as nobody else.
/// </summary>
internal sealed class PersonScopes(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <returns>The person's own scope, or null for whoever could not sign in now: has left, or is locked out.</returns>
    public async Task<AsyncServiceScope?> OpenAsync(Guid personId)
    {
        var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var people = services.GetRequiredService<UserManager<Person>>();
        if (
            await people.FindByIdAsync($"{personId}") is not { } person
            || !services.GetRequiredService<SignInRight>().Has(person)
            || person.LockoutEnd > clock.GetUtcNow()
        )
        {
            await scope.DisposeAsync();
            return null;
        }
        var claims = services.GetRequiredService<IUserClaimsPrincipalFactory<Person>>();
        services.GetRequiredService<CurrentPerson>().Become(await claims.CreateAsync(person));
        return scope;
    }

    /// <summary>The language in which the person of a scope is written to.</summary>
    public static Language LanguageOf(IServiceProvider services) =>
        Language.Find(services.GetRequiredService<CurrentPerson>().Language)
        ?? services.GetRequiredService<CurrentLook>().Language;
}
