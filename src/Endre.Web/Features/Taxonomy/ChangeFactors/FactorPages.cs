using Endre.Domain.Insights;
using Endre.Domain.Shared;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Taxonomy.ChangeFactors;

/// <summary>The administrators' pages of the drivers and barriers.</summary>
internal static class FactorPages
{
    public static IEndpointRouteBuilder MapChangeFactors(this IEndpointRouteBuilder pages)
    {
        var all = pages.MapGroup("").RequireAuthorization(Policies.Administrator);
        all.MapGet(TaxonomyLinks.Arrange, ShowListAsync);
        all.MapPost(TaxonomyLinks.Arrange, ArrangeAsync);
        all.MapGet(TaxonomyLinks.Add, ShowNew);
        all.MapPost(TaxonomyLinks.Add, AddAsync);
        all.MapGet(TaxonomyLinks.OnePattern, ShowOneAsync);
        all.MapPost(TaxonomyLinks.OnePattern, RewordAsync);
        all.MapGet(TaxonomyLinks.History, ShowHistoryAsync);
        return pages;
    }

    private static Task<IResult> ShowListAsync(HttpContext context, ChangeFactors change) =>
        ListAsync(context, change, refusal: null);

    private static async Task<IResult> ArrangeAsync(HttpContext context, ChangeFactors change)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var id = form.Text("id") ?? "";
        var version = form.Number("version") ?? 0;
        FactorCommand? command = form.Text("act") switch
        {
            "up" => new MoveFactor(id, form.Number("place") ?? 0, IsUp: true),
            "down" => new MoveFactor(id, form.Number("place") ?? 0, IsUp: false),
            "retire" => new RetireFactor(id, version),
            "restore" => new RestoreFactor(id, version),
            _ => null,
        };
        if (command is null)
        {
            return ErrorResult.NotFound;
        }
        return await change.HandleAsync(command, context.RequestAborted) is { } refusal
            ? await ListAsync(context, change, refusal)
            : Page.SeeOther(TaxonomyLinks.ArrangedAt(id));
    }

    private static async Task<IResult> ListAsync(HttpContext context, ChangeFactors change, Refusal? refusal)
    {
        var list = await change.ReadAsync(context.RequestAborted);
        var parameters = new { List = list, Fault = refusal is null ? null : RefusalTexts.Sentence(refusal) };
        if (context.Request.WantsPart())
        {
            return Page.Of<FactorBoard>(parameters, StatusOf(refusal, StatusCodes.Status422UnprocessableEntity));
        }
        return Page.Of<ArrangeFactorsPage>(parameters, StatusOf(refusal, StatusCodes.Status409Conflict));
    }

    private static int StatusOf(Refusal? refusal, int refused) => refusal is null ? StatusCodes.Status200OK : refused;

    private static IResult ShowNew(string? slag) => New(FactorInput.Empty(KindOf(slag)), FormFaults.None);

    private static async Task<IResult> AddAsync(HttpContext context, ChangeFactors change, string? slag)
    {
        var input = FactorInput.Of(await context.Request.ReadFormAsync(context.RequestAborted), KindOf(slag));
        var id = Factor.NewId(input.Kind);
        var command = new AddFactor(id, input.Kind, input.Name, input.Description);
        return await change.HandleAsync(command, context.RequestAborted) is { } refusal
            ? New(input, input.FaultsOf(refusal))
            : Page.SeeOther(TaxonomyLinks.ArrangedAt(id));
    }

    private static string KindOf(string? word) => word == Factor.Barrier ? Factor.Barrier : Factor.Driver;

    private static IResult New(FactorInput input, FormFaults faults) =>
        Page.Of<AddFactorPage>(
            new { Input = input, Faults = faults },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );

    private static async Task<IResult> ShowOneAsync(
        HttpContext context,
        string id,
        string? lagret,
        ChangeFactors change,
        FactorHistory history
    )
    {
        if ((await change.ReadAsync(context.RequestAborted)).Find(id) is not { } now)
        {
            return ErrorResult.NotFound;
        }
        var (entries, _) = await history.ReadAsync(id, page: 1, context.RequestAborted);
        return Page.Of<RewordFactorPage>(new { View = FactorView.Of(now, entries, lagret is not null) });
    }

    private static async Task<IResult> RewordAsync(
        HttpContext context,
        string id,
        ChangeFactors change,
        FactorHistory history
    )
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var input = FactorInput.Of(form, kind: "");
        var command = new RewordFactor(id, form.Number("version") ?? 0, input.Name, input.Description);
        if (await change.HandleAsync(command, context.RequestAborted) is not { } refusal)
        {
            return Page.SeeOther(TaxonomyLinks.SavedOne(id));
        }
        if ((await change.ReadAsync(context.RequestAborted)).Find(id) is not { } now)
        {
            return ErrorResult.NotFound;
        }
        var (entries, _) = await history.ReadAsync(id, page: 1, context.RequestAborted);
        var isLate = refusal.Reason == "FactorChangedMeanwhile";
        var view = FactorView.Of(now, entries, isSaved: false) with
        {
            Input = input,
            Faults = isLate ? FormFaults.None : input.FaultsOf(refusal),
            IsChangedMeanwhile = isLate,
        };
        return Page.Of<RewordFactorPage>(
            new { View = view },
            isLate ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity
        );
    }

    private static async Task<IResult> ShowHistoryAsync(
        FactorHistory history,
        int side = 1,
        CancellationToken ct = default
    )
    {
        var page = Math.Clamp(side, 1, 10_000);
        var (entries, total) = await history.ReadAsync(factorId: null, page, ct);
        return Page.Of<FactorHistoryPage>(
            new
            {
                Entries = entries,
                Side = page,
                Last = Math.Max(1, (total + FactorHistory.PerPage - 1) / FactorHistory.PerPage),
            }
        );
    }
}
