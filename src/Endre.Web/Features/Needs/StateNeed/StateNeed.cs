using Endre.Domain.Lineage;
using Endre.Storage;
using Endre.Storage.Needs;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Needs.Shared;
using Endre.Web.Hosting.Errors;
using Endre.Web.Lineage;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Needs.StateNeed;

/// <summary><c>/behov/nytt</c>: a need out of hassles, out of what a workshop came to, or out of nothing yet.</summary>
internal sealed class StateNeed(
    EndreContext database,
    NeedSight sight,
    ReadNeed needs,
    RecordWalk walk,
    TimeProvider clock
)
{
    private static readonly string[] Fields = ["who", "what", "why"];

    public static Task<IResult> ShowAsync(
        Guid? enhet,
        Guid? plunder,
        string? fra,
        StateNeed state,
        CancellationToken ct
    ) => state.OpenAsync(enhet, plunder, fra, ct);

    public static async Task<IResult> HandleAsync(HttpContext context, StateNeed state) =>
        await state.SaveAsync(await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private async Task<IResult> OpenAsync(Guid? unitId, Guid? hassleId, string? from, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (hassleId is { } hassle)
        {
            unitId = await scope
                .Hassles.In(database)
                .Where(row => row.Id == hassle)
                .Select(row => (Guid?)row.UnitId)
                .FirstOrDefaultAsync(ct);
            if (unitId is null)
            {
                return ErrorResult.NotFound;
            }
        }
        var origin = RecordAddress.Read(from) is { } record ? await walk.FindAsync(record, ct) : null;
        if (from is not null && origin is null)
        {
            return ErrorResult.NotFound;
        }
        var form = new StateNeedForm(Guid.CreateVersion7(), null, null, null, hassleId is { } id ? [id] : [], from);
        var units = UnitsOf(scope);
        var unit = unitId is { } chosen ? scope.Hassles.Tree.Current(chosen)?.Id ?? chosen : OnlyOne(units);
        return unit is { } its && !scope.MayChange(its)
            ? ErrorResult.NotFound
            : await PageAsync(scope, units, unit, origin, form, FormFaults.None, ct);
    }

    private async Task<IResult> SaveAsync(IFormCollection sent, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (
            sent.Id("unit") is not { } unit
            || !scope.MayChange(unit)
            || scope.Hassles.Tree.Find(unit) is not { IsOpen: true }
        )
        {
            return ErrorResult.NotFound;
        }
        var wanted = sent.Ids("hassles");
        var seen = await scope
            .Hassles.In(database)
            .Where(row => wanted.Contains(row.Id))
            .Select(row => row.Id)
            .ToListAsync(ct);
        var from = sent.Text("fra") is { Length: > 0 } name ? name : null;
        var origin = RecordAddress.Read(from) is { } record ? await walk.FindAsync(record, ct) : null;
        var form = new StateNeedForm(
            sent.Id("id") is { } id && id != Guid.Empty ? id : Guid.CreateVersion7(),
            sent.Text("who"),
            sent.Text("what"),
            sent.Text("why"),
            seen,
            from
        );
        var refusal = await database.StateNeedAsync(
            new Domain.Needs.StateNeed(form.Id, unit, form.Who, form.What, form.Why, [.. seen]),
            origin is { Reference.Kind: RecordKind.Note or RecordKind.Proposal } ? [origin.Reference] : [],
            new NeedRecords.Hand(scope.Hassles.PersonId, clock.GetUtcNow()),
            ct
        );
        if (refusal is null)
        {
            return Page.SeeOther(NeedLinks.One(form.Id));
        }
        var field = Fields.Contains(refusal.Field) ? refusal.Field! : Fields[0];
        var faults = FormFaults.None.Add(field, RefusalTexts.Sentence(refusal));
        return await PageAsync(scope, UnitsOf(scope), unit, origin, form, faults, ct);
    }

    private async Task<IResult> PageAsync(
        NeedSight.Scope scope,
        IReadOnlyList<Choice> units,
        Guid? unit,
        SeenRecord? origin,
        StateNeedForm form,
        FormFaults faults,
        CancellationToken ct
    ) =>
        Page.Of<StateNeedPage>(
            new
            {
                Units = units,
                Unit = unit is { } id ? new Choice($"{id}", scope.UnitOf(id)) : null,
                Offered = unit is { } its ? await needs.OfferedAsync(scope, its, [], ct) : [],
                Origin = origin,
                Form = form,
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static Guid? OnlyOne(IReadOnlyList<Choice> units) => units is [var only] ? Guid.Parse(only.Value) : null;

    private static IReadOnlyList<Choice> UnitsOf(NeedSight.Scope scope) =>
        [
            .. scope
                .Hassles.Tree.All.Where(unit => unit.IsOpen && scope.MayChange(unit.Id))
                .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Select(unit => new Choice($"{unit.Id}", unit.Name)),
        ];
}

/// <summary>What stands in the form.</summary>
/// <param name="Id">The same when the form is sent twice.</param>
/// <param name="Who">Who needs it.</param>
/// <param name="What">What they need.</param>
/// <param name="Why">Why.</param>
/// <param name="Hassles">What it stands on.</param>
/// <param name="From">The record it comes from, as an address names it, or null.</param>
public sealed record StateNeedForm(
    Guid Id,
    string? Who,
    string? What,
    string? Why,
    IReadOnlyList<Guid> Hassles,
    string? From
);
