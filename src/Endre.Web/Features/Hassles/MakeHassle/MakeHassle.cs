using Endre.Domain.Hassles;
using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Storage.Lineage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Lineage;
using Endre.Web.Texts;

namespace Endre.Web.Features.Hassles.MakeHassle;

/// <summary>
/// <c>/plunder/fra</c>: what stands on a note or is a best proposal of a workshop is said to a unit, with the name of whoever
/// does it, and a link back.
/// </summary>
internal sealed class MakeHassle(EndreContext database, RecordWalk walk, UnitSeats seats, CurrentPerson person)
{
    public static async Task<IResult> ShowAsync(string? fra, MakeHassle make, CancellationToken ct) =>
        await make.FindAsync(fra, ct) is { } record
            ? make.PageOf(
                fra!,
                record,
                await make.UnitsAsync(ct),
                new MakeHassleForm(HassleId.New(), null, record.Text),
                FormFaults.None
            )
            : ErrorResult.NotFound;

    public static async Task<IResult> HandleAsync(HttpContext context, MakeHassle make) =>
        await make.MakeAsync(await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private async Task<IResult> MakeAsync(IFormCollection form, CancellationToken ct)
    {
        var name = form.Text("fra");
        if (await FindAsync(name, ct) is not { } record)
        {
            return ErrorResult.NotFound;
        }
        var units = await UnitsAsync(ct);
        var input = new MakeHassleForm(
            form.Id("id") is { } id && id != Guid.Empty ? id : HassleId.New(),
            form.Text("unit"),
            form.Text("text")
        );
        if (units.FirstOrDefault(unit => unit.Value == input.Unit) is not { } chosen)
        {
            return PageOf(
                name!,
                record,
                units,
                input,
                FormFaults.None.Add("unit", RefusalTexts.Sentence(new("UnitMissing", "unit")))
            );
        }
        // Stored in the same transaction as what it leads to.
        var link = new LineageLink(record.Reference, new RecordReference(RecordKind.Hassle, input.Id));
        await database.LinkAsync(link, ct);
        var said = await database.SayAsync(
            new Domain.Hassles.SayHassle(
                input.Id,
                Guid.Parse(chosen.Value),
                Speaker.Named,
                input.Text,
                Effort.Unknown,
                person.Name,
                person.RequiredId,
                ClaimHash: null
            ),
            seats.Today,
            ct
        );
        return said.Refusal is { } refusal
            ? PageOf(name!, record, units, input, FormFaults.None.Add("text", RefusalTexts.Sentence(refusal)))
            : Page.SeeOther(HassleLinks.OneOfMine(said.Hassle!.Id));
    }

    private async Task<SeenRecord?> FindAsync(string? name, CancellationToken ct) =>
        RecordAddress.Read(name) is { Kind: RecordKind.Note or RecordKind.Proposal } record
            ? await walk.FindAsync(record, ct)
            : null;

    private async Task<IReadOnlyList<Choice>> UnitsAsync(CancellationToken ct)
    {
        var choices = new List<Choice>();
        var tree = (await seats.ReadAsync(ct)).Tree;
        Add(parent: null, depth: 0);
        return choices;

        void Add(Guid? parent, int depth)
        {
            foreach (var unit in tree.OpenChildren(parent))
            {
                choices.Add(new Choice($"{unit.Id}", new string('\u2003', depth) + unit.Name));
                Add(unit.Id, depth + 1);
            }
        }
    }

    private IResult PageOf(
        string name,
        SeenRecord record,
        IReadOnlyList<Choice> units,
        MakeHassleForm form,
        FormFaults faults
    ) =>
        Page.Of<MakeHasslePage>(
            new
            {
                Name = name,
                Record = record,
                Units = units,
                Form = form,
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}

/// <summary>What stands in the form.</summary>
/// <param name="Id">Random, and the same when the form is sent twice.</param>
/// <param name="Unit">To whom it is said.</param>
/// <param name="Text">What is said.</param>
public sealed record MakeHassleForm(Guid Id, string? Unit, string? Text);
