using System.Security.Claims;

namespace Endre.Web.Access;

/// <summary>The person who asks, as the sign-in or the token says. Nobody, when <see cref="Id"/> is null.</summary>
internal sealed class CurrentPerson(IHttpContextAccessor accessor)
{
    private ClaimsPrincipal? _actsAs;

    private ClaimsPrincipal? Principal => _actsAs ?? accessor.HttpContext?.User;

    public bool IsSignedIn => Id is not null;

    public Guid? Id => Guid.TryParse(Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The id where a policy has made sure that there is one.</summary>
    public Guid RequiredId => Id ?? throw new InvalidOperationException("Nobody is signed in on this route.");

    public string? Name => Principal?.FindFirstValue(PersonClaims.Name);

    /// <summary>The language the person has chosen, or null.</summary>
    public string? Language => Principal?.FindFirstValue(PersonClaims.Language);

    /// <summary>The program that asks when it is no person: a provisioning client. Null otherwise.</summary>
    public string? Program => Principal?.FindFirstValue(PersonClaims.Program);

    public bool IsAdministrator => Is(Roles.Administrator);

    /// <summary>May plan and run workshops.</summary>
    public bool IsFacilitator => Is(Roles.Facilitator) || IsAdministrator;

    public bool IsLeader => Is(Roles.Leader);

    public bool Is(string role) => Principal?.IsInRole(role) is true;

    /// <summary>From here on this scope is the person's, whoever sent the request: see <see cref="PersonScopes"/>.</summary>
    internal void Become(ClaimsPrincipal principal) => _actsAs = principal;
}
