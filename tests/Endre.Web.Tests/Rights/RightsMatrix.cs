using System.Text;
using Endre.Testing;
using Endre.Testing.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Endre.Web.Tests.Rights;

/// <summary>What a role meets at an act.</summary>
public enum Right
{
    /// <summary>May.</summary>
    Yes,

    /// <summary>May whoever knows what stands in the address.</summary>
    Key,

    /// <summary>May, where it is theirs; what is somebody else's does not exist for them.</summary>
    Own,

    /// <summary>The row is never theirs.</summary>
    NotFound,

    /// <summary>Knows who asks, and says no.</summary>
    No,

    /// <summary>Asks who it is.</summary>
    SignIn,
}

/// <summary>Who may do what, as the routes of the running program say it.</summary>
internal sealed class RightsMatrix
{
    private readonly Dictionary<(Act Act, string Role), Right> _rights = [];

    private RightsMatrix(IReadOnlyList<Act> acts, IReadOnlyList<string> roles) => (Acts, Roles) = (acts, roles);

    public IReadOnlyList<Act> Acts { get; }

    public IReadOnlyList<string> Roles { get; }

    public Right this[Act act, string role] => _rights[(act, role)];

    public static async Task<RightsMatrix> OfAsync(AppUnderTest app, IReadOnlyList<Player> players)
    {
        var acts = Act.Of(app.Services.GetRequiredService<EndpointDataSource>());
        var matrix = new RightsMatrix(acts, [.. players.Select(player => player.Role)]);
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var act in acts)
        foreach (var player in players)
            matrix._rights[(act, player.Role)] = await RightAsync(scope.ServiceProvider, act, player);
        return matrix;
    }

    private static async Task<Right> RightAsync(IServiceProvider services, Act act, Player player)
    {
        if (await PolicyAsync(services, act) is { } policy)
        {
            var seen = player.SeenBy(policy.AuthenticationSchemes);
            var authorization = services.GetRequiredService<IAuthorizationService>();
            if (!(await authorization.AuthorizeAsync(seen, resource: null, policy)).Succeeded)
                return seen.Identity is { IsAuthenticated: true } ? Right.No : Right.SignIn;
        }
        if (Rows.KindOf(act) != RowKind.Private)
            return IsKey(act) ? Right.Key : Right.Yes;
        return player.Role is not (Player.Stranger or Player.Client) ? Right.Own
            : act.IsApi && player.Role == Player.Stranger ? Right.SignIn
            : Right.NotFound;
    }

    // The secret of a link, the code of a workshop; metrics ask for a token or for this very machine.
    private static bool IsKey(Act act) =>
        act.Endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name is "secret" or "token" or "code")
        || act.Pattern == "/metrics";

    private static async Task<AuthorizationPolicy?> PolicyAsync(IServiceProvider services, Act act)
    {
        var said = act.Endpoint.Metadata;
        if (said.GetMetadata<IAllowAnonymous>() is not null)
            return null;
        var policies = services.GetRequiredService<IAuthorizationPolicyProvider>();
        return await AuthorizationPolicy.CombineAsync(
                policies,
                said.GetOrderedMetadata<IAuthorizeData>(),
                said.GetOrderedMetadata<AuthorizationPolicy>()
            ) ?? await policies.GetFallbackPolicyAsync();
    }

    /// <summary>docs/rights.md</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder(
            """
            # Rights

            Who may do what. This file is made from the routes of the running program and is never written by hand: a test
            fails when the two differ, and `RightsTests` calls every line as every role. After a change, write it anew with

                REWRITE_DOCS=1 ./test web "*RightsTests*"

            | in a cell | means |
            | --- | --- |
            | yes | may |
            | key | may whoever holds the key that stands in the address: a one-time link, a workshop's code; `/metrics` asks for its token, or this very machine |
            | own | may where it is theirs: what one leads, takes part in, has saved, has said, or is to answer for one's unit. What is somebody else's does not exist for them (404), the same answer as for what never was |
            | – | never theirs: 404 |
            | no | is told that it is not for them (403) |
            | sign in | is asked who they are (401, or the sign-in page) |

            A *participant* has no account, only the token of one workshop. A *provisioning client* is the program of an
            identity provider, and no person: its token opens SCIM and nothing else, and nothing else opens SCIM. A role *of
            a unit* is held in a unit, the others in the whole organization; a person has the sum of their roles. An act may
            still be refused by a rule of the domain, such as «the voting is closed»; that is no right and stands with the
            rules.


            """.ReplaceLineEndings("\n")
        );
        foreach (var area in Acts.GroupBy(act => act.Area))
        {
            text.Append($"## {area.Key}\n\n| act | | address |");
            text.AppendJoin("", Roles.Select(role => $" {role} |"));
            text.Append("\n| --- | --- | --- |").Append(string.Concat(Roles.Select(_ => " --- |"))).Append('\n');
            foreach (var act in area)
            {
                text.Append($"| {act.Name} | {act.Method} | `{act.Address}` |");
                text.AppendJoin("", Roles.Select(role => $" {Word(this[act, role])} |")).Append('\n');
            }
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Word(Right right) =>
        right switch
        {
            Right.Yes => "yes",
            Right.Key => "key",
            Right.Own => "own",
            Right.NotFound => "–",
            Right.No => "no",
            _ => "sign in",
        };
}
