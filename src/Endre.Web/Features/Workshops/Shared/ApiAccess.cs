using Endre.Domain.Shared;
using Endre.Web.Access;
using Endre.Web.Texts;

namespace Endre.Web.Features.Workshops;

/// <summary>What the API answers those it cannot serve.</summary>
internal static class ApiAccess
{
    /// <summary>401 for whoever shows no token at all; 404 for whoever's token opens other doors.</summary>
    public static int StatusOfStranger(HttpContext context)
    {
        var isAnybody =
            context.Request.Headers.Authorization.Count > 0
            || context.RequestServices.GetRequiredService<CurrentPerson>().IsSignedIn;
        return isAnybody ? StatusCodes.Status404NotFound : StatusCodes.Status401Unauthorized;
    }

    public static IResult Stranger(HttpContext context) => Results.StatusCode(StatusOfStranger(context));

    /// <summary>400: the body is not the JSON it should be.</summary>
    public static IResult Malformed() =>
        Results.Problem(
            statusCode: StatusCodes.Status400BadRequest,
            type: "urn:endre:problem:body-malformed",
            title: RefusalTexts.Title,
            detail: RefusalTexts.Sentence(Refusal.Because("BodyMalformed"))
        );
}
