using Endre.Domain.Improvements;
using Endre.Storage;
using Endre.Storage.Improvements;
using Endre.Storage.Lineage;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Lineage;
using Endre.Web.Texts;

namespace Endre.Web.Features.Improvements.StartImprovement;

/// <summary><c>/forbedringer/ny</c>: three fields, out of a hassle, a need, a proposal, a meeting or out of nothing.</summary>
internal sealed class StartImprovement(
    EndreContext database,
    ImprovementSight sight,
    ReadOwners people,
    RecordWalk walk,
    TimeProvider clock
)
{
    private const int DaysAhead = 14;

    private static readonly string[] Fields = ["trying", "prediction", "lookOn"];

    public static Task<IResult> ShowAsync(
        Guid? enhet,
        string? fra,
        string? prover,
        StartImprovement start,
        CancellationToken ct
    ) => start.OpenAsync(enhet, fra, prover, ct);

    public static async Task<IResult> HandleAsync(HttpContext context, StartImprovement start) =>
        await start.SaveAsync(await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    private async Task<IResult> OpenAsync(Guid? unitId, string? from, string? trying, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var origin = RecordAddress.Read(from) is { } record ? await walk.FindAsync(record, ct) : null;
        var units = UnitsOf(scope);
        if (from is not null && origin is null)
        {
            return ErrorResult.NotFound;
        }
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
        var form = new StartImprovementForm(
            Guid.CreateVersion7(),
            trying,
            Prediction: null,
            LookOn: $"{people.Today.AddDays(DaysAhead):yyyy-MM-dd}",
            Size: null,
            from
        );
        return PageOf(scope, units, unit, origin, form, FormFaults.None);
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
        var form = new StartImprovementForm(
            sent.Id("id") is { } id && id != Guid.Empty ? id : Guid.CreateVersion7(),
            sent.Text("trying"),
            sent.Text("prediction"),
            sent.Text("lookOn"),
            sent.Text("size"),
            from
        );
        var refusal = await database.StartImprovementAsync(
            new Domain.Improvements.StartImprovement(
                form.Id,
                unit,
                form.Trying,
                form.Prediction,
                FormReading.Day(form.LookOn),
                StoredWord.Find<ImprovementSize>(form.Size),
                scope.PersonId
            ),
            origin?.Reference,
            new Hand(scope.PersonId, clock.GetUtcNow(), people.Today),
            ct
        );
        if (refusal is null)
        {
            return Page.SeeOther(ImprovementLinks.One(form.Id));
        }
        var field = Fields.Contains(refusal.Field) ? refusal.Field! : Fields[0];
        var faults = FormFaults.None.Add(field, RefusalTexts.Sentence(refusal));
        return PageOf(scope, units, unit, origin, form, faults);
    }

    private static IResult PageOf(
        ImprovementSight.Scope scope,
        IReadOnlyList<Choice> units,
        Guid? unit,
        SeenRecord? origin,
        StartImprovementForm form,
        FormFaults faults
    ) =>
        Page.Of<StartImprovementPage>(
            new
            {
                Units = units,
                Unit = unit is { } id ? new Choice($"{id}", scope.UnitOf(id)) : null,
                Origin = origin,
                Form = form,
                Faults = faults,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    // Where whoever makes it has nothing to say, the unit is chosen.
    private async Task<Guid?> UnitOfAsync(ImprovementSight.Scope scope, SeenRecord? origin, CancellationToken ct)
    {
        var unit = await database.UnitOfAsync(origin?.Reference, ct);
        var tree = scope.Known.Hassles.Tree;
        return unit is { } found && scope.MayStart(tree.Current(found)?.Id ?? found) ? found : null;
    }

    private static IReadOnlyList<Choice> UnitsOf(ImprovementSight.Scope scope) =>
        [
            .. scope
                .Known.Hassles.Tree.All.Where(unit => unit.IsOpen && scope.MayStart(unit.Id))
                .OrderBy(unit => unit.Name, StringComparer.CurrentCulture)
                .Select(unit => new Choice($"{unit.Id}", unit.Name)),
        ];
}

/// <summary>What stands in the form.</summary>
/// <param name="Id">The same when the form is sent twice.</param>
/// <param name="Trying">Hva prøver vi?</param>
/// <param name="Prediction">Hva tror vi skjer?</param>
/// <param name="LookOn">Når ser vi på det?, as typed.</param>
/// <param name="Size">How much of a method it takes, as a word.</param>
/// <param name="From">The record it comes from, as an address names it, or null.</param>
public sealed record StartImprovementForm(
    Guid Id,
    string? Trying,
    string? Prediction,
    string? LookOn,
    string? Size,
    string? From
);
