using System.Security.Claims;
using Endre.Domain.Organizations;
using Endre.Storage.Organizations;
using Endre.Storage.People;
using Endre.Storage.Provisioning;
using Endre.Web.Access;
using Endre.Web.Features.Demo;
using Endre.Web.Features.Provisioning.Scim;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Testing.Rights;

/// <summary>Somebody in a role, or nobody: a column of the matrix.</summary>
/// <param name="Role">As the column is called.</param>
/// <param name="Person">The one who is signed in, or null.</param>
/// <param name="Principal">As the policies see them.</param>
/// <param name="Token">What a program of theirs shows the API, or null.</param>
public sealed record Player(string Role, TestPerson? Person, ClaimsPrincipal Principal, string? Token)
{
    public const string Stranger = "stranger";
    public const string Participant = "participant";

    /// <summary>The program of an identity provider, which is no person.</summary>
    public const string Client = "provisioning client";

    /// <summary>Where those are who have a role of a unit. Nothing is under it.</summary>
    public const string Unit = DemoUnits.HomeCareNorth;

    public static readonly IReadOnlyList<string> WithoutAccount = [Stranger, Participant, Client];

    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    /// <summary>A column for each role there is: without an account, in the whole installation, in a unit.</summary>
    public static readonly IReadOnlyList<string> Roles =
    [
        .. WithoutAccount,
        .. Web.Access.Roles.All,
        .. UnitRole.All.Select(OfUnit),
    ];

    /// <summary>Everybody's role in a unit, as its column is called.</summary>
    public static string OfUnit(string role) => $"{role} of a unit";

    /// <summary>As a route sees them that asks for these ways to sign in, or for none in particular.</summary>
    public ClaimsPrincipal SeenBy(IReadOnlyList<string> schemes) =>
        schemes.Count > 0 == (Role == Client) ? Principal : Nobody;

    /// <summary>A person who has this role and no other.</summary>
    public static async Task<Player> InAsync(AppUnderTest app, string role)
    {
        if (role == Client)
            return await ClientAsync(app);
        if (WithoutAccount.Contains(role))
            return new Player(role, Person: null, Nobody, Token: null);
        var person = await app.PersonAsync(
            $"{role} {Guid.CreateVersion7():N}",
            Web.Access.Roles.All.Contains(role) ? [role] : []
        );
        if (UnitRole.All.FirstOrDefault(held => OfUnit(held) == role) is { } ofUnit)
            await JoinUnitAsync(app, person, ofUnit);
        await using var scope = app.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByIdAsync($"{person.Id}");
        var claims = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>();
        // Signed in after the place in the unit was given: what one leads stands in the cookie.
        var signedIn = person with
        {
            SignInCookie = await People.CookieAsync(scope.ServiceProvider, found!),
        };
        return new Player(role, signedIn, await claims.CreateAsync(found!), person.Token);
    }

    private static Task<int> JoinUnitAsync(AppUnderTest app, TestPerson person, string role) =>
        app.InStorageAsync(async storage =>
        {
            var unit = await storage.Units.SingleAsync(found => found.Name == Unit);
            storage.Memberships.Add(
                new Membership
                {
                    PersonId = person.Id,
                    UnitId = unit.Id,
                    Role = role,
                }
            );
            return await storage.SaveChangesAsync();
        });

    private static async Task<Player> ClientAsync(AppUnderTest app)
    {
        var token = SecretText.New(ScimTokenHandler.Prefix);
        var now = app.Time.GetUtcNow();
        var client = new ProvisioningClient
        {
            Name = "Entra ID",
            Hash = SecretText.Hash(token),
            CreatedAt = now,
            ExpiresAt = now.AddMonths(6),
        };
        await app.InStorageAsync(storage =>
        {
            storage.ProvisioningClients.Add(client);
            return storage.SaveChangesAsync();
        });
        var identity = new ClaimsIdentity(
            [new Claim(PersonClaims.Program, ScimTokenHandler.ProgramName)],
            ScimTokenHandler.SchemeName
        );
        return new Player(Client, Person: null, new ClaimsPrincipal(identity), token);
    }
}
