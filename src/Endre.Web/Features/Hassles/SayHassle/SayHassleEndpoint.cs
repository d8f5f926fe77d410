using System.Text.Json.Serialization;
using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Places;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Web.Access;
using Endre.Web.Hosting;

namespace Endre.Web.Features.Hassles.SayHassle;

/// <summary>
/// <c>POST /api/v1/hassles</c>: 201 with the id and, for whoever has no account or wants to be nobody, the claim code;
/// 200 when it has been said before.
/// </summary>
internal static class SayHassleEndpoint
{
    public static async Task<IResult> HandleAsync(
        HttpContext context,
        SayHassle say,
        UnitSeats seats,
        CurrentPerson person,
        EndreContext database
    )
    {
        // A token that nobody has (any more) must not turn somebody with a name into a stranger.
        if (
            context.Request.Headers.Authorization.Count > 0
            && !person.IsSignedIn
            && !ApiTokenHandler.IsOfNobody(context.Request)
        )
        {
            return HassleProblem.Of(Refusal.Because("TokenMissing"));
        }
        // Written on a device that others use too: it is said by the one who wrote it, or by nobody.
        var writer = context.Request.Headers["Endre-Person"].ToString();
        if (writer.Length > 0 && !(Guid.TryParse(writer, out var id) && id == person.Id))
        {
            return HassleProblem.Of(Refusal.Because("PersonChanged"));
        }
        var (input, unreadable) = await ApiBody.ReadAsync<Input>(context);
        if (input is null)
        {
            return HassleProblem.Of(unreadable!);
        }
        if (input.Id == Guid.Empty)
        {
            return HassleProblem.Of(new Refusal("FieldMissing", "id", "id"));
        }
        if (SpeakerWord.Read(input.Speaker) is not { } speaker)
        {
            return HassleProblem.Of(new Refusal("SpeakerUnknown", "speaker"));
        }
        if (input.ClaimCode is not null && ClaimCode.Read(input.ClaimCode) is null)
        {
            return HassleProblem.Of(new Refusal("ClaimCodeMalformed", "claimCode"));
        }
        var (category, fixer) = (ServiceCategoryWord.Read(input.Category), FixerWord.Read(input.Fixer));
        if (input.Category is not null && category is null)
        {
            return HassleProblem.Of(new Refusal("CategoryUnknown", "category"));
        }
        if (input.Fixer is not null && fixer is null)
        {
            return HassleProblem.Of(new Refusal("FixerUnknown", "fixer"));
        }
        var tree = (await seats.ReadAsync(context.RequestAborted)).Tree;
        var door = input.PlaceCode is { } code
            ? await PlaceDoor.FindAsync(database, tree, code, context.RequestAborted)
            : null;
        if (UnitOf(input, door, tree) is not { } unit)
        {
            return HassleProblem.Of(
                input.UnitId is null && input.PlaceCode is null ? new Refusal("FieldMissing", "unitId", "unitId")
                : input.UnitId is null ? new Refusal("PlaceUnknown", "placeCode")
                : new Refusal("UnitUnknown", "unitId")
            );
        }
        // A device that kept it until there was a network was at the place, though its code has been retired since.
        var place = door?.Place ?? await PlaceOfAsync(database, input.PlaceId, context.RequestAborted);
        var outcome = await say.HandleAsync(
            new Saying(
                input.Id,
                unit.Id,
                speaker,
                input.Text,
                new Effort(input.Minutes, input.TimesPerWeek, input.People),
                input.Name,
                input.ClaimCode
            )
            {
                PlaceId = place?.Id,
                Category = category,
                Fixer = fixer,
                IsSure = input.Sure,
            },
            context.RequestAborted
        );
        if (outcome.Refusal is { } refusal)
        {
            return HassleProblem.Of(refusal);
        }
        var said = new Said(outcome.Hassle!.Id, outcome.ClaimCode, SaidAt.Of(outcome.Hassle.PlaceId, place));
        return outcome.IsRepeated ? Results.Ok(said) : Results.Json(said, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<Place?> PlaceOfAsync(EndreContext database, Guid? id, CancellationToken ct) =>
        id is { } chosen ? (await database.Places.FindAsync([chosen], ct))?.ToPlace() : null;

    private static Unit? UnitOf(Input input, PlaceDoor? door, UnitTree tree) =>
        input.UnitId is { } id
            ? tree.Current(id) is { IsOpen: true } unit
                ? unit
                : null
            : door?.Unit;

    /// <summary>What is answered.</summary>
    /// <param name="Id">The hassle's id; another than was sent when that one would have told the time.</param>
    /// <param name="ClaimCode">The code that opens the answer; left out for whoever finds it under their own name.</param>
    /// <param name="Place">The place of the code; left out when the code was the unit's own, or there was none.</param>
    internal sealed record Said(
        Guid Id,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClaimCode,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SaidAt? Place
    );

    /// <summary>The place that it was said at.</summary>
    /// <param name="Name">The place.</param>
    /// <param name="Equipment">The thing that the code is fixed to; left out when it is the place itself.</param>
    /// <param name="IsRetired">Whether the code is taken out of use: it leads to the unit, and another hangs there.</param>
    internal sealed record SaidAt(
        string Name,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Equipment,
        bool IsRetired
    )
    {
        internal static SaidAt? Of(Guid? stored, Place? place) =>
            place is not null && place.Id == stored ? new SaidAt(place.Name, place.Equipment, place.IsRetired) : null;
    }

    /// <summary>What somebody says.</summary>
    /// <param name="Id">A UUID that the device made; random (version 4) where nobody is to know when.</param>
    /// <param name="Text">1–500 characters.</param>
    /// <param name="UnitId">The unit it is said to.</param>
    /// <param name="PlaceCode">Instead of the unit, or with it: the code at the door, of the unit or of a place of it.</param>
    /// <param name="Speaker"><c>named</c>, <c>leader</c> or <c>anonymous</c>.</param>
    /// <param name="Minutes">Each time, 1–1440.</param>
    /// <param name="TimesPerWeek">0.01–500.</param>
    /// <param name="People">How many it hits, 1–100000.</param>
    /// <param name="Name">Whoever sends no token and is not anonymous says who it is.</param>
    /// <param name="ClaimCode">A code that the device made, so that it is not lost with an answer.</param>
    /// <param name="Category">What it is about: <c>people</c>, <c>routines</c>, <c>equipment</c>, <c>information</c>, <c>rooms</c> or <c>frames</c>.</param>
    /// <param name="Fixer">Who could do something about it: <c>ourselves</c>, <c>leader</c> or <c>others</c>.</param>
    /// <param name="Sure">True to keep a text that was answered with a hint of a name or of somebody's health.</param>
    /// <param name="PlaceId">Instead of its code: a place of the unit; one that is not there is left out.</param>
    internal sealed record Input(
        Guid Id,
        string? Text,
        Guid? UnitId,
        string? PlaceCode,
        string? Speaker,
        int? Minutes = null,
        double? TimesPerWeek = null,
        int? People = null,
        string? Name = null,
        string? ClaimCode = null,
        string? Category = null,
        string? Fixer = null,
        bool Sure = false,
        Guid? PlaceId = null
    );
}
