using System.Net;
using System.Security.Claims;
using Endre.Domain.Organizations;
using Endre.Storage;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Endre.Testing;

/// <summary>Somebody with an account, who is signed in in <see cref="AppUnderTest.As"/> and has a token for the API.</summary>
public sealed record TestPerson(Guid Id, string Name, string Email, string Token, Cookie SignInCookie)
{
    public const string Password = "fjorden er blå i mars";
}

public static class People
{
    public static Task<TestPerson> AdministratorAsync(this AppUnderTest app, string name = "Ada Administrator") =>
        app.PersonAsync(name, Roles.Administrator);

    public static Task<TestPerson> FacilitatorAsync(this AppUnderTest app, string name = "Frode Prosessleder") =>
        app.PersonAsync(name, Roles.Facilitator);

    public static Task<TestPerson> EmployeeAsync(this AppUnderTest app, string name = "Mari Medarbeider") =>
        app.PersonAsync(name, Roles.Employee);

    /// <summary>Somebody who leads a unit of their own, which is made for it.</summary>
    public static Task<TestPerson> LeaderAsync(this AppUnderTest app, string name = "Lise Leder") =>
        app.PersonAsync(name, Roles.Leader);

    /// <summary>Makes a person with these roles and signs them in. A leader gets a unit to lead.</summary>
    public static async Task<TestPerson> PersonAsync(this AppUnderTest app, string name, params string[] roles)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var people = services.GetRequiredService<UserManager<Person>>();
        var email = $"{name.ToLowerInvariant().Replace(' ', '.')}@example.no";
        var person = new Person
        {
            UserName = email,
            Email = email,
            DisplayName = name,
        };
        Require(await people.CreateAsync(person, TestPerson.Password));
        if (roles.Except([Roles.Leader]).ToList() is { Count: > 0 } given)
            Require(await people.AddToRolesAsync(person, given));
        if (roles.Contains(Roles.Leader))
            await LeadAsync(services.GetRequiredService<EndreContext>(), person);
        var token = await services
            .GetRequiredService<PersonTokens>()
            .CreateAsync(services.GetRequiredService<EndreContext>(), person.Id, "test", CancellationToken.None);
        return new TestPerson(person.Id, name, email, token, await CookieAsync(services, person));
    }

    // One leads by one's place in a unit, and in no other way.
    private static async Task LeadAsync(EndreContext database, Person person)
    {
        var unit = new UnitRow { Name = $"Enheten til {person.DisplayName}", Kind = UnitKind.Team };
        database.Units.Add(unit);
        database.Memberships.Add(
            new Membership
            {
                PersonId = person.Id,
                UnitId = unit.Id,
                Role = UnitRole.Leader,
            }
        );
        await database.SaveChangesAsync();
    }

    /// <summary>What the browser of somebody who has just signed in keeps.</summary>
    internal static async Task<Cookie> CookieAsync(IServiceProvider services, Person person)
    {
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(person);
        var options = services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(principal),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan },
            IdentityConstants.ApplicationScheme
        );
        return new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
