using Endre.Domain.Shared;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Hassles;

/// <summary>A refusal of this area as an answer of the API.</summary>
internal static class HassleProblem
{
    public static IResult Of(Refusal refusal) => RefusalProblem.Of(refusal, StatusOf(refusal.Reason));

    public static int StatusOf(string reason) =>
        reason switch
        {
            "TokenMissing" => StatusCodes.Status401Unauthorized,
            "BodyMalformed" or "FieldMalformed" => StatusCodes.Status400BadRequest,
            "ContentTypeUnknown" => StatusCodes.Status415UnsupportedMediaType,
            "UnitUnknown" or "PlaceUnknown" or "HassleUnknown" => StatusCodes.Status404NotFound,
            "IdTaken" or "PersonChanged" => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
}
