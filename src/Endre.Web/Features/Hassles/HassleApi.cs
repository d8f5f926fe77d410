using Endre.Web.Features.Hassles.SayHassle;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Hassles;

/// <summary>The API of hassles, and how it is described.</summary>
internal static class HassleApi
{
    private static readonly string[] Reasons =
    [
        "BodyMalformed",
        "FieldMalformed",
        "ContentTypeUnknown",
        "TokenMissing",
        "FieldMissing",
        "SpeakerUnknown",
        "UnitUnknown",
        "PlaceUnknown",
        "TextMissing",
        "TextTooLong",
        "NationalIdentityNumber",
        "NameMissing",
        "MinutesWrong",
        "TimesWrong",
        "PeopleWrong",
        "CategoryUnknown",
        "FixerUnknown",
        PersonHints.Health,
        PersonHints.Name,
        PersonHints.Both,
        "ClaimCodeMalformed",
        "IdTaken",
        "PersonChanged",
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        var say = api.MapPost(HassleLinks.Api, SayHassleEndpoint.HandleAsync)
            .AllowAnonymous()
            .NeedsNoToken()
            // A count of requests that is read every few seconds would tell when somebody spoke.
            .DisableHttpMetrics()
            .WithSummary("Say something to a unit: with name, with the name for its leader only, or anonymously.")
            .WithDescription(
                "With a person's token or without. The same id again is the same hassle: 200, and nothing is doubled. "
                    + "The claim code is shown in the first answer only, because only a slow hash of it is stored; a "
                    + "device that may lose an answer makes the code itself (16 of 0–9 and A–Z without I, L, O and U, the "
                    + "last a check symbol), sends it as claimCode and gets it confirmed each time. An id that tells the "
                    + "time (UUIDv7) is kept with name only; otherwise it is made anew, always the same, and the answer "
                    + "has the new one. Send a random id (UUIDv4) to keep it. The placeCode is a unit's own or that of a place "
                    + "in it, which is kept and told as place, also when it is retired: then it led to the unit. "
                    + "A device that several people use names the account that wrote it in the header Endre-Person: if somebody "
                    + "else is signed in by then, nothing is stored and the answer is 409."
            )
            .Takes<SayHassleEndpoint.Input>()
            .Produces<SayHassleEndpoint.Said>(StatusCodes.Status201Created)
            .Produces<SayHassleEndpoint.Said>();
        foreach (var same in Reasons.GroupBy(HassleProblem.StatusOf))
        {
            say.MayAnswer(same.Key, string.Join(", ", same.Select(RefusalProblem.TypeOf)));
        }
        say.MayAnswer(StatusCodes.Status413PayloadTooLarge, "A request is at most 64 KiB.");
        say.MayAnswer(
            StatusCodes.Status503ServiceUnavailable,
            "Nothing was stored; the same request may be sent again after Retry-After seconds."
        );
    }
}
