using Endre.Domain.Shared;
using Endre.Web.Access;

namespace Endre.Web.Features.Workshops;

/// <summary>What the API answers those it cannot serve.</summary>
internal static class ApiAccess
{
    /// <summary>
    /// 401 for whoever shows no token at all; 404 for whoever's token opens other doors, the same whether there is such a
    /// workshop or not.
    /// </summary>
    public static IResult Stranger(HttpContext context)
    {
        var isAnybody =
            context.Request.Headers.Authorization.Count > 0
            || context.RequestServices.GetRequiredService<CurrentPerson>().IsSignedIn;
        return WorkshopProblem.Of(Refusal.Because(isAnybody ? "WorkshopUnknown" : "TokenMissing"));
    }
}
