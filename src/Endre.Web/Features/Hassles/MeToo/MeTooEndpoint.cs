using System.Text.Json.Serialization;
using Endre.Domain.Hassles.MeToos;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Access;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Hassles.MeToo;

/// <summary><c>POST /api/v1/hassles/me-too</c> and <c>…/undo</c>, with a person's token or a device's own secret.</summary>
internal static class MeTooEndpoint
{
    public static void Map(IEndpointRouteBuilder api)
    {
        Describe(api.MapPost(MeTooLinks.Api, MarkAsync))
            .WithSummary("«Meg også»: somebody meets this hassle too, instead of saying it again.")
            .WithDescription(
                "With a person's token: counts that person once. Without: deviceSecret is one that the program made and "
                    + "keeps (32 random bytes in URL-safe base64), and placeCode the code at the door; only a hash that "
                    + "leads neither back nor to other hassles is stored. Hits is how many meet it, merged ones counted; "
                    + "left out where so few work that it would tell who."
            )
            .Produces<Counted>()
            .MayAnswer(StatusCodes.Status404NotFound, "urn:endre:problem:hassle-unknown")
            .MayAnswer(
                StatusCodes.Status422UnprocessableEntity,
                "urn:endre:problem:device-missing, urn:endre:problem:hassle-withdrawn, urn:endre:problem:me-too-after-gone"
            );
        Describe(api.MapPost(MeTooLinks.ApiUndo, TakeBackAsync))
            .WithSummary("Takes «meg også» back; also what was not said, and what is out of sight by now.")
            .WithDescription("With a person's token, or with the device's secret.")
            .Produces<Undone>()
            .MayAnswer(StatusCodes.Status422UnprocessableEntity, "urn:endre:problem:device-missing");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder route) =>
        route
            .AllowAnonymous()
            .NeedsNoToken()
            // When somebody presses is nobody's to count.
            .DisableHttpMetrics()
            .Takes<Input>()
            .MayAnswer(
                StatusCodes.Status400BadRequest,
                "urn:endre:problem:body-malformed, urn:endre:problem:field-malformed"
            )
            .MayAnswer(StatusCodes.Status415UnsupportedMediaType, "urn:endre:problem:content-type-unknown");

    private static async Task<IResult> MarkAsync(
        HttpContext context,
        MeTooSight sight,
        ReadHits hits,
        CurrentPerson person,
        EndreContext database
    )
    {
        var (input, by, refusal) = await ReadAsync(context, person);
        if (refusal is not null)
        {
            return HassleProblem.Of(refusal);
        }
        var ct = context.RequestAborted;
        if (await sight.FindAsync(input!.HassleId, input.PlaceCode, ct) is null)
        {
            return HassleProblem.Of(Refusal.Because("HassleUnknown"));
        }
        return await database.SayMeTooAsync(input.HassleId, by, ct) is { } refused
            ? HassleProblem.Of(refused)
            : Results.Ok(new Counted((await hits.ReadAsync([input.HassleId], ct))(input.HassleId).Shown));
    }

    // Whoever has the secret may take back what it said, also to what it no longer sees; others take back nothing.
    private static async Task<IResult> TakeBackAsync(HttpContext context, CurrentPerson person, EndreContext database)
    {
        var (input, by, refusal) = await ReadAsync(context, person);
        if (refusal is not null)
        {
            return HassleProblem.Of(refusal);
        }
        await database.TakeMeTooBackAsync(input!.HassleId, by, context.RequestAborted);
        return Results.Ok(new Undone(IsCounted: false));
    }

    private static async Task<(Input? Input, MeTooBy By, Refusal? Refusal)> ReadAsync(
        HttpContext context,
        CurrentPerson person
    )
    {
        var nobody = new MeTooBy(PersonId: null, Secret: null);
        // A token that nobody has (any more) must not turn somebody with an account into a device.
        if (
            context.Request.Headers.Authorization.Count > 0
            && !person.IsSignedIn
            && !ApiTokenHandler.IsOfNobody(context.Request)
        )
        {
            return (null, nobody, Refusal.Because("TokenMissing"));
        }
        var (input, unreadable) = await ApiBody.ReadAsync<Input>(context);
        if (input is null)
        {
            return (null, nobody, unreadable);
        }
        var by = new MeTooBy(person.Id, Domain.Hassles.MeToos.DeviceSecret.Read(input.DeviceSecret));
        return (input, by, by.IsNobody ? new Refusal("DeviceMissing", "deviceSecret") : null);
    }

    /// <summary>Who meets what.</summary>
    /// <param name="HassleId">Which hassle.</param>
    /// <param name="DeviceSecret">The device's own secret, where there is no person's token.</param>
    /// <param name="PlaceCode">The code at the door, where there is no person's token.</param>
    internal sealed record Input(Guid HassleId, string? DeviceSecret = null, string? PlaceCode = null);

    /// <summary>That it counts.</summary>
    /// <param name="Hits">How many meet it.</param>
    internal sealed record Counted([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Hits);

    /// <summary>That it counts no longer.</summary>
    /// <param name="IsCounted">Always false.</param>
    internal sealed record Undone(bool IsCounted);
}
