using Endre.Domain.Hassles;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Features.Hassles.MeToo;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.Hassles.SimilarHassles;

/// <summary><c>GET /api/v1/hassles/similar</c>, while somebody types.</summary>
internal static class SimilarHasslesEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(HassleLinks.Similar, HandleAsync)
            .AllowAnonymous()
            .NeedsNoToken()
            // When somebody begins to write is nobody's to count.
            .DisableHttpMetrics()
            .WithSummary("What has been said already that resembles a text, while somebody writes it.")
            .WithDescription(
                "At most five, the most similar first, of what the one who asks may see in the unit, under it and above it "
                    + "(unitId, or placeCode), or in all their units. The score is how much of the text stands in it, from "
                    + "0 to 1; the state is waiting, will-do, will-not or needs-more; hits is how many meet it, where there are "
                    + "several and so many work there that it does not tell who. Whoever is not signed in gets what the screen "
                    + "on the wall of the unit with that placeCode may show, which has been answered, and else an empty list."
            )
            .Produces<Found>()
            .MayAnswer(StatusCodes.Status404NotFound, "urn:endre:problem:unit-unknown, urn:endre:problem:place-unknown")
            .MayAnswer(
                StatusCodes.Status422UnprocessableEntity,
                "urn:endre:problem:field-missing, urn:endre:problem:text-too-long"
            )
            .MayAnswer(
                StatusCodes.Status429TooManyRequests,
                "Faster than anybody types; wait as long as Retry-After says."
            );

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        string? q,
        string? unitId,
        string? placeCode,
        SimilarHassles similar,
        CurrentPerson person
    )
    {
        if (q is null)
        {
            return HassleProblem.Of(new Refusal("FieldMissing", "q", "q"));
        }
        if (FreeText.Accept(q, Hassle.LongestText, "q", out var text) is { Reason: "TextTooLong" } fault)
        {
            return HassleProblem.Of(fault);
        }
        var address = context.Connection.RemoteIpAddress;
        if (!context.RequestServices.GetRequiredService<SimilarLimit>().Lets(person.Id, address))
        {
            return ErrorResult.TooManyAttempts(TimeSpan.FromSeconds(1));
        }
        var ct = context.RequestAborted;
        var tree = (await context.RequestServices.GetRequiredService<UnitSeats>().ReadAsync(ct)).Tree;
        var isOfUnit = unitId is not null || placeCode is not null;
        var unit =
            Guid.TryParse(unitId, out var wanted) ? tree.Current(wanted)
            : placeCode is not null ? (await PlaceDoor.FindAsync(Database(context), tree, placeCode, ct))?.Unit
            : null;
        if (isOfUnit && unit is null)
        {
            return HassleProblem.Of(
                unitId is null ? new Refusal("PlaceUnknown", "placeCode") : new Refusal("UnitUnknown", "unitId")
            );
        }
        var by = MeTooDevice.Known(context.Request, person);
        return Results.Ok(new Found(await similar.FindAsync(text, unit, placeCode is not null, by, ct)));
    }

    private static EndreContext Database(HttpContext context) =>
        context.RequestServices.GetRequiredService<EndreContext>();

    /// <summary>What has been said already.</summary>
    /// <param name="Items">At most five, the most similar first.</param>
    internal sealed record Found(IReadOnlyList<SimilarHassle> Items);
}
