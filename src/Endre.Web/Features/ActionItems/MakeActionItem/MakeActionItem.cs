using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Storage.Lineage;
using Endre.Storage.Messages;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Lineage;
using Endre.Web.Texts;

namespace Endre.Web.Features.ActionItems.MakeActionItem;

/// <summary><c>/tiltak/nytt</c>: an action item out of a hassle, a need, a proposal or out of nothing.</summary>
internal sealed class MakeActionItem(
    EndreContext database,
    ActionItemSight sight,
    ReadOwners owners,
    RecordWalk walk,
    TellOwner.TellOwner tell,
    TimeProvider clock
)
{
    private const int DaysAhead = 14;

    private static readonly string[] Fields = ["what", "firstStep", "owner", "email", "due"];

    public static Task<IResult> ShowAsync(Guid? enhet, string? fra, MakeActionItem make, CancellationToken ct) =>
        make.OpenAsync(enhet, fra, ct);

    public static async Task<IResult> HandleAsync(HttpContext context, MakeActionItem make) =>
        await make.SaveAsync(await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private async Task<IResult> OpenAsync(Guid? unitId, string? from, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var origin = RecordAddress.Read(from) is { } record ? await walk.FindAsync(record, ct) : null;
        if ((from is not null && origin is null) || scope.Known.Worked.Count == 0)
        {
            return ErrorResult.NotFound;
        }
        var units = UnitsOf(scope);
        var unit =
            unitId ?? await UnitOfAsync(scope, origin, ct) ?? (units is [var only] ? Guid.Parse(only.Value) : null);
        if (unit is { } its)
        {
            unit = scope.Known.Hassles.Tree.Current(its)?.Id ?? its;
        }
        if (unit is { } chosen && !units.Any(choice => choice.Value == $"{chosen}"))
        {
            return ErrorResult.NotFound;
        }
        var form = new MakeActionItemForm(
            Guid.CreateVersion7(),
            What: null,
            FirstStep: null,
            Owner: null,
            Email: null,
            Due: $"{owners.Today.AddDays(DaysAhead):yyyy-MM-dd}",
            IsSmall: false,
            from
        );
        return await PageAsync(scope, units, unit, origin, form, FormFaults.None, ct);
    }

    private async Task<IResult> SaveAsync(IFormCollection sent, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var units = UnitsOf(scope);
        if (sent.Id("unit") is not { } unit || !units.Any(choice => choice.Value == $"{unit}"))
        {
            return ErrorResult.NotFound;
        }
        var from = sent.Text("fra") is { Length: > 0 } name ? name : null;
        var origin = RecordAddress.Read(from) is { } record ? await walk.FindAsync(record, ct) : null;
        var form = new MakeActionItemForm(
            sent.Id("id") is { } id && id != Guid.Empty ? id : Guid.CreateVersion7(),
            sent.Text("what"),
            sent.Text("firstStep"),
            sent.Text("owner"),
            sent.Text("email"),
            sent.Text("due"),
            sent.Text("small") == "true",
            from
        );
        var owner = await owners.FindAsync(sent.Id("owner"), form.Email, ct);
        var now = clock.GetUtcNow();
        var refusal =
            owner is null && form.Email is { Length: > 0 }
                ? new Domain.Shared.Refusal("OwnerUnknown", "email")
                : await database.TellingAsync(
                    () =>
                        database.MakeActionItemAsync(
                            new Domain.ActionItems.MakeActionItem(
                                form.Id,
                                unit,
                                form.What,
                                form.FirstStep,
                                owner,
                                FormReading.Day(form.Due),
                                form.IsSmall
                            ),
                            origin?.Reference,
                            new ActionItemRecords.Hand(scope.PersonId, now, owners.Today),
                            ct
                        ),
                    () => tell.AddAsync(form.Id, scope.PersonId, ct),
                    ct
                );
        if (refusal is null)
        {
            return Page.SeeOther(ActionItemLinks.One(form.Id));
        }
        var field = Fields.Contains(refusal.Field) ? refusal.Field! : Fields[0];
        var faults = FormFaults.None.Add(field, RefusalTexts.Sentence(refusal));
        return await PageAsync(scope, units, unit, origin, form, faults, ct);
    }

    private async Task<IResult> PageAsync(
        ActionItemSight.Scope scope,
        IReadOnlyList<Choice> units,
        Guid? unit,
        SeenRecord? origin,
        MakeActionItemForm form,
        FormFaults faults,
        CancellationToken ct
    ) =>
        Page.Of<MakeActionItemPage>(
            new
            {
                Units = units,
                Unit = unit is { } id ? new Choice($"{id}", scope.UnitOf(id)) : null,
                Owners = unit is { } its ? await owners.OfAsync(scope.Known.Hassles.Tree, its, ct) : [],
                Origin = origin,
                Form = form,
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    // Where whoever makes it has nothing to say, the unit is chosen.
    private async Task<Guid?> UnitOfAsync(ActionItemSight.Scope scope, SeenRecord? origin, CancellationToken ct)
    {
        var unit = await database.UnitOfAsync(origin?.Reference, ct);
        var tree = scope.Known.Hassles.Tree;
        return unit is { } found && scope.MayLead(tree.Current(found)?.Id ?? found) ? found : null;
    }

    private static IReadOnlyList<Choice> UnitsOf(ActionItemSight.Scope scope) =>
        [
            .. scope
                .Known.Hassles.Tree.All.Where(unit => unit.IsOpen && scope.MayLead(unit.Id))
                .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Select(unit => new Choice($"{unit.Id}", unit.Name)),
        ];
}

/// <summary>What stands in the form.</summary>
/// <param name="Id">The same when the form is sent twice.</param>
/// <param name="What">What is done.</param>
/// <param name="FirstStep">What one begins with.</param>
/// <param name="Owner">Who answers for it, of those in the list.</param>
/// <param name="Email">The address of somebody else.</param>
/// <param name="Due">The last day, as typed.</param>
/// <param name="IsSmall">Whether it can be done before the next meeting.</param>
/// <param name="From">The record it comes from, as an address names it, or null.</param>
public sealed record MakeActionItemForm(
    Guid Id,
    string? What,
    string? FirstStep,
    string? Owner,
    string? Email,
    string? Due,
    bool IsSmall,
    string? From
);
