using Endre.Domain.Hassles;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.Photos;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.SayHassle;

/// <summary><c>/si-fra</c>: to whom, what, and how.</summary>
internal sealed class SayPages(SayHassle say, UnitSeats seats, ReadWhere where, ReadSayPlace places, SayStart start)
{
    private static readonly string[] Fields =
    [
        "text",
        "speaker",
        "name",
        "minutes",
        "timesPerWeek",
        "people",
        PhotoFile.Field,
    ];

    public static Task<IResult> ShowAsync(Guid? enhet, bool? velg, SayPages pages, CancellationToken ct) =>
        pages.OpenAsync(enhet, velg is true, ct);

    public static async Task<IResult> ShowPlaceAsync(string code, SayPages pages, CancellationToken ct)
    {
        var known = await pages.ReadAsync(ct);
        return await pages.DoorAsync(known, code, ct) is { } door
            ? await pages.FormAsync(
                known,
                door.Unit,
                code,
                SayForm.New() with
                {
                    PlaceId = door.PlaceInUse,
                },
                FormFaults.None,
                ct
            )
            : ErrorResult.NotFound;
    }

    public static async Task<IResult> SayAsync(HttpContext context, SayPages pages) =>
        await pages.SayAsync(await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private Task<PlaceDoor?> DoorAsync(UnitSeats.Known known, string code, CancellationToken ct) =>
        where.DoorAsync(known.Tree, code, ct);

    /// <summary>The form again as it was, from wherever it has been meanwhile.</summary>
    internal async Task<IResult> BackAsync(IFormCollection form, CancellationToken ct)
    {
        var known = await ReadAsync(ct);
        if (form.Id("unit") is not { } unitId || known.Tree.Current(unitId) is not { IsOpen: true } unit)
        {
            return ErrorResult.NotFound;
        }
        var input = SayForm.Read(form) with { KeptPhoto = (await SentPhoto.ReadAsync(form, ct)).Kept };
        return await FormAsync(known, unit, form.Text("place"), input, FormFaults.None, ct);
    }

    private Task<UnitSeats.Known> ReadAsync(CancellationToken ct) => seats.ReadAsync(ct);

    private async Task<IResult> OpenAsync(Guid? unitId, bool chooses, CancellationToken ct)
    {
        var known = await ReadAsync(ct);
        if (unitId is { } id)
        {
            return known.Tree.Current(id) is { IsOpen: true } unit
                ? await FormAsync(known, unit, place: null, SayForm.New(), FormFaults.None, ct)
                : ErrorResult.NotFound;
        }
        if (!chooses && await start.OwnAsync(known, ct) is { } own)
        {
            return await FormAsync(known, own, place: null, SayForm.New(), FormFaults.None, ct);
        }
        return Page.Of<ChooseUnitPage>(new { Units = SayStart.Choices(known.Tree) });
    }

    private async Task<IResult> SayAsync(IFormCollection form, CancellationToken ct)
    {
        var known = await ReadAsync(ct);
        if (form.Id("unit") is not { } unitId || known.Tree.Current(unitId) is not { IsOpen: true } unit)
        {
            return ErrorResult.NotFound;
        }
        var sent = await SentPhoto.ReadAsync(form, ct);
        var input = SayForm.Read(form) with { KeptPhoto = sent.Kept };
        // Back from «meg også», or from what resembles it, to go on writing.
        if (form.Text("again") is not null)
        {
            return await FormAsync(known, unit, form.Text("place"), input, FormFaults.None, ct);
        }
        if (sent.Refusal is { } unclear)
        {
            return await AgainAsync(unclear);
        }
        if (SpeakerWord.Read(input.Speaker) is not { } speaker)
        {
            return await AgainAsync(new Refusal("SpeakerMissing", "speaker"));
        }
        var at = await where.SentAsync(known.Tree, form, ct);
        var outcome = await say.HandleAsync(
            new Saying(input.Id, unit.Id, speaker, input.Text, input.ToEffort(), input.Name, input.ClaimCode)
            {
                PlaceId = at?.Id,
                Category = ServiceCategoryWord.Read(input.Category),
                Fixer = FixerWord.Read(input.Fixer),
                Photo = sent.Photo,
                IsSure = input.IsSure,
            },
            ct
        );
        if (outcome.Refusal is { } refusal)
        {
            return await AgainAsync(refusal);
        }
        return Page.Of<HassleSaidPage>(
            new
            {
                Unit = unit,
                Speaker = speaker,
                outcome.ClaimCode,
                IsMine = outcome.Hassle!.PersonId is not null,
                Leaders = ReadSayPlace.NamesOf(known, unit.Id),
                Place = form.Text("place"),
                Where = at?.Title,
            }
        );

        Task<IResult> AgainAsync(Refusal refused)
        {
            var field = Fields.Contains(refused.Field) ? refused.Field! : Fields[0];
            var faults = FormFaults.None.Add(field, RefusalTexts.Sentence(refused));
            var again = input with { IsAsked = PersonHints.Is(refused) };
            return FormAsync(known, unit, form.Text("place"), again, faults, ct);
        }
    }

    private async Task<IResult> FormAsync(
        UnitSeats.Known known,
        Unit unit,
        string? place,
        SayForm input,
        FormFaults faults,
        CancellationToken ct
    )
    {
        var view = await places.ReadAsync(known, unit, place, input.PlaceId, ct);
        return Page.Of<SayHasslePage>(
            new
            {
                Place = view,
                Input = input,
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }
}
