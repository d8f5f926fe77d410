using Endre.Domain.Meetings.Series;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Meetings.Series;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.MeetingSeries.TellOfMeetings;
using Endre.Web.Hosting.Errors;

namespace Endre.Web.Features.MeetingSeries.MakeSeries;

/// <summary>
/// <c>/moter/serier/ny</c> and <c>/moter/serier/{id}/ny-rytme</c>: one form, whose dates are seen before anything is
/// stored.
/// </summary>
internal sealed class MakeSeries(
    EndreContext database,
    SeriesSight sight,
    SeriesTime time,
    RhythmWords words,
    TellOfSeries tell
)
{
    private const int Previewed = 5;
    private const int StandardMinutes = 30;

    private static readonly string[] Fields = ["title", "rule", "first", "time", "minutes", "place", "video"];

    public static Task<IResult> ShowAsync(Guid? enhet, MakeSeries make, CancellationToken ct) =>
        make.OpenAsync(enhet, ct);

    public static Task<IResult> ShowGoOnAsync(Guid id, MakeSeries make, CancellationToken ct) => make.GoOnAsync(id, ct);

    public static async Task<IResult> HandleAsync(HttpContext context, MakeSeries make) =>
        await make.SaveAsync(former: null, await Form(context), context.RequestAborted);

    public static async Task<IResult> HandleGoOnAsync(HttpContext context, Guid id, MakeSeries make) =>
        await make.SaveAsync(id, await Form(context), context.RequestAborted);

    private static Task<IFormCollection> Form(HttpContext context) =>
        context.Request.ReadFormAsync(context.RequestAborted);

    private async Task<IResult> OpenAsync(Guid? unit, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var units = scope.Planned();
        if (units.Count == 0 || (unit is { } asked && !units.Any(one => one.Value == $"{asked}")))
        {
            return ErrorResult.NotFound;
        }
        var chosen = unit ?? (units is [var only] ? Guid.Parse(only.Value) : null);
        var typed = new TypedSeries(
            Guid.CreateVersion7(),
            null,
            StoredWord.Of(Rhythm.MonthlyByWeekday),
            null,
            null,
            "09:00",
            $"{StandardMinutes}",
            null,
            null,
            IncludesUnder: chosen is { } its && scope.Units.Tree.OpenChildren(its).Any(),
            ConcernsWork: false
        );
        return Show(scope, chosen, former: null, typed, FormFaults.None, preview: null);
    }

    private async Task<IResult> GoOnAsync(Guid id, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindSeriesAsync(database, id, ct) is not { } series || !scope.MayPlan(series.UnitId))
        {
            return ErrorResult.NotFound;
        }
        var rhythm = RhythmRule.Read(series.Rule, series.FirstOn);
        var typed = new TypedSeries(
            Guid.CreateVersion7(),
            series.Title,
            StoredWord.Of(rhythm),
            rhythm == Rhythm.Own ? series.Rule : null,
            null,
            $"{series.Time:HH\\:mm}",
            $"{series.Minutes}",
            series.Place,
            series.VideoLink,
            series.IncludesUnder,
            series.ConcernsWork
        );
        return Show(scope, series.UnitId, series, typed, FormFaults.None, preview: null);
    }

    private async Task<IResult> SaveAsync(Guid? former, IFormCollection sent, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var before = former is { } id ? await scope.FindSeriesAsync(database, id, ct) : null;
        var unit = former is null ? sent.Id("unit") : before?.UnitId;
        if (unit is not { } its || !scope.MayPlan(its))
        {
            return ErrorResult.NotFound;
        }
        var typed = TypedSeries.Read(sent);
        var form = typed.ToForm();
        if (SeriesRules.CheckForm(form, time.Today, out var clean) is { } fault)
        {
            return Refused(scope, its, before, typed, fault);
        }
        var preview = new SeriesPreview(
            words.Of(clean.Rule!, clean.FirstOn!.Value),
            [
                .. time.Preview(clean.Rule!, clean.FirstOn.Value, Previewed)
                    .Select(day => new PreviewedDay(day, RedDays.Of(day, clean.Rule!))),
            ]
        );
        if (sent.Text("show") is not null)
        {
            return preview.Days.Count == 0
                ? Refused(scope, its, before, typed, new Refusal("RuleNeverComes", "rule"))
                : Show(scope, its, before, typed, FormFaults.None, preview);
        }
        var begin = new BeginSeries(typed.Id, its, form);
        var hand = time.Hand(scope.PersonId);
        var clock = time.Clock(tell.AddAsync);
        var refusal = before is null
            ? (await database.BeginSeriesAsync(begin, clock, hand, ct)).Refusal
            : (await database.ContinueSeriesAsync(before.Id, begin, clock, hand, ct)).Old.Refusal;
        return refusal is null
            ? Page.SeeOther(MeetingSeriesLinks.OneSeries(typed.Id))
            : Refused(scope, its, before, typed, refusal);
    }

    private static IResult Refused(
        SeriesSight.Scope scope,
        Guid unit,
        Domain.Meetings.Series.MeetingSeries? former,
        TypedSeries typed,
        Refusal refusal
    )
    {
        var field = Fields.Contains(refusal.Field) ? refusal.Field! : Fields[0];
        return Show(
            scope,
            unit,
            former,
            typed,
            FormFaults.None.Add(field, Texts.RefusalTexts.Sentence(refusal)),
            preview: null
        );
    }

    private static IResult Show(
        SeriesSight.Scope scope,
        Guid? unit,
        Domain.Meetings.Series.MeetingSeries? former,
        TypedSeries typed,
        FormFaults faults,
        SeriesPreview? preview
    ) =>
        Page.Of<MakeSeriesPage>(
            new
            {
                Units = scope.Planned(),
                Unit = unit is { } id ? new Choice($"{id}", scope.UnitOf(id)) : null,
                Former = former,
                HasUnder = unit is { } its && scope.Units.Tree.OpenChildren(its).Any(),
                Typed = typed,
                Faults = faults,
                Preview = preview,
            },
            faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
}
