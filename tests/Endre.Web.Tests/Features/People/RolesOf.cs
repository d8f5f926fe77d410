using System.Security.Claims;
using Endre.Storage.People;
using Endre.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Features.People;

/// <summary>What a sign-in of a person would carry now.</summary>
internal static class RolesOf
{
    public static async Task<List<string>> Async(AppUnderTest app, Guid id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByIdAsync(id.ToString());
        var principal = await scope
            .ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>()
            .CreateAsync(person!);
        return [.. principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value)];
    }
}
