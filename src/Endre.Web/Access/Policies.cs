using Microsoft.AspNetCore.Authorization;

namespace Endre.Web.Access;

/// <summary>
/// Who may use a group of routes: <c>app.MapGroup(…).RequireAuthorization(Policies.Facilitator)</c>.
/// A route without a policy is for everybody who is signed in.
/// </summary>
internal static class Policies
{
    public const string SignedIn = "signed-in";
    public const string Facilitator = "facilitator";
    public const string Leader = "leader";

    /// <summary>May lead a workshop that is theirs: a unit's leader does so in a meeting.</summary>
    public const string WorkshopLeader = "workshop-leader";
    public const string Administrator = "administrator";
    public const string SecurityReader = "security-reader";

    /// <summary>A program that tells who works here, and no person. Its rule stands with its way to sign in.</summary>
    public const string Provisioning = "provisioning";

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy;
        options.AddPolicy(SignedIn, options.DefaultPolicy);
        // An administrator of a small place is often the one who also leads the workshops.
        options.AddPolicy(Facilitator, policy => policy.RequireRole(Roles.Facilitator, Roles.Administrator));
        options.AddPolicy(
            WorkshopLeader,
            policy => policy.RequireRole(Roles.Facilitator, Roles.Administrator, Roles.Leader)
        );
        options.AddPolicy(Leader, policy => policy.RequireRole(Roles.Leader, Roles.Administrator));
        options.AddPolicy(Administrator, policy => policy.RequireRole(Roles.Administrator));
        options.AddPolicy(SecurityReader, policy => policy.RequireRole(Roles.SecurityReader));
    }
}
