using Endre.Domain.Hassles;
using Endre.Domain.Hassles.Answering;
using Endre.Domain.Organizations;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Hassles;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Hassles.Redact;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Hassles.ListToAnswer;

/// <summary><c>/plunder/a-svare</c>: what waits for the one who asks, easy first, with the four answers in the list.</summary>
internal sealed class ListToAnswer(
    EndreContext database,
    HassleSight sight,
    ReadLifting lifting,
    ReadStandings standings,
    GiveAnswer give,
    ReportedContent reported
)
{
    /// <summary>As many as one can look at between two other things.</summary>
    internal const int Handful = 5;

    private const int Most = 100;

    public static async Task<IResult> HandleAsync(
        string? vis,
        Guid? svart,
        Guid? flyttet,
        ListToAnswer list,
        CancellationToken ct
    )
    {
        var scope = await list.OpenAsync(ct);
        var view = await list.ReadAsync(scope, isAll: vis == "alle", ct);
        return Page.Of<ListToAnswerPage>(new { View = await list.WithDoneAsync(view, scope, svart, flyttet, ct) });
    }

    public static async Task<IResult> AnswerAsync(HttpContext context, Guid id, ListToAnswer list)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        var scope = await list.OpenAsync(ct);
        if (await list.FindAsync(scope, id, ct) is not { } hassle)
            return ErrorResult.NotFound;
        var word = form.Text("answer");
        var text = form.Text(FieldOf(word, id));
        var refusal = await list.GiveAsync(scope, hassle, word, text, form.Number("after") ?? -1, ct);
        return refusal is null
            ? Page.SeeOther(ToAnswerLinks.Answered(id))
            : await list.RefusedAsync(scope, id, word ?? "", text, refusal, ct);
    }

    /// <summary>The name of the field for the words of one answer to one hassle: a page has many.</summary>
    internal static string FieldOf(string? word, Guid id) => $"{word}-{id:N}";

    private Task<HassleSight.Scope> OpenAsync(CancellationToken ct) => sight.OpenAsync(ct);

    private async Task<Hassle?> FindAsync(HassleSight.Scope scope, Guid id, CancellationToken ct) =>
        await scope.FindAsync(database, id, ct) is { } hassle && scope.MayAnswer(hassle) ? hassle : null;

    private Task<Refusal?> GiveAsync(
        HassleSight.Scope scope,
        Hassle hassle,
        string? word,
        string? text,
        int after,
        CancellationToken ct
    ) => give.GiveAsync(scope, hassle, word, text, after, promise: null, ct);

    private async Task<IResult> RefusedAsync(
        HassleSight.Scope scope,
        Guid id,
        string word,
        string? text,
        Refusal refusal,
        CancellationToken ct
    )
    {
        var view = await ReadAsync(scope, isAll: true, ct);
        // Answered by another meanwhile, it no longer stands in the list; its page says so and keeps what was written.
        if (view.Items.All(item => item.Hassle.Id != id))
            return Page.SeeOther(HassleLinks.One(id));
        var faults = FormFaults.None.Add(FieldOf(word, id), RefusalTexts.Sentence(refusal));
        var items = view.Items.Select(item => item.Hassle.Id == id ? item with { Tried = word, Written = text } : item);
        return Page.Refused<ListToAnswerPage>(new { View = view with { Items = [.. items], Faults = faults } });
    }

    private async Task<ToAnswerView> ReadAsync(HassleSight.Scope scope, bool isAll, CancellationToken ct)
    {
        var lift = await lifting.ReadAsync(scope.Known, ct);
        var waiting = await WaitingAsync(scope, lift, ct);
        var read = await standings.ReadAsync(waiting, ct);
        var shown = waiting.Take(isAll ? Most : Handful).ToList();
        var names = await database.NamesOfAsync(shown, ct);
        var met = await standings.ReadHitsAsync([.. shown.Select(hassle => hassle.Id)], ct);
        return new ToAnswerView(
            [
                .. shown.Select(hassle =>
                {
                    var next = lift.Next(hassle, scope.PersonId);
                    return new ToAnswerItem(
                        HassleView
                            .Of(hassle, scope.UnitOf(hassle), field => scope.Sees(hassle, field), names)
                            .Met(met(hassle.Id)) with
                        {
                            Standing = read(hassle, scope.Sees(hassle, HassleField.Day)),
                        },
                        next is null ? null : lift.NameOf(next.PersonId),
                        next?.InsteadOf is { } away ? lift.NameOf(away) : null
                    );
                }),
            ],
            waiting.Count,
            waiting.Count(hassle => read(hassle, scope.Sees(hassle, HassleField.Day)).DaysLeft < 0),
            (await database.ReadAnswerLimitAsync(ct)).Days,
            AwayFor(scope, lift)
        )
        {
            Leads = IsLeading(scope),
            Reported = await reported.ReadAsync(scope, ct),
        };
    }

    private async Task<List<Hassle>> WaitingAsync(HassleSight.Scope scope, Lifting lift, CancellationToken ct)
    {
        var hassles = await database.ReadHasslesAsync(await lifting.WaitingAsync(scope, lift, ct), ct);
        return
        [
            .. EasyFirst.Order(
                hassles.Values.OrderBy(hassle => HassleId.Shuffled(hassle.Id), StringComparer.Ordinal),
                hassle => new Ease(
                    FixerWord.IsWithinReach(hassle.Fixer),
                    hassle.State == HassleState.Lifted,
                    hassle.Effort.Minutes,
                    AnswerDuty.Of(hassle, AnswerLimit.Default, scope.Sees(hassle, HassleField.Day)).SaidBy
                )
            ),
        ];
    }

    private async Task<ToAnswerView> WithDoneAsync(
        ToAnswerView view,
        HassleSight.Scope scope,
        Guid? answered,
        Guid? moved,
        CancellationToken ct
    )
    {
        if ((answered ?? moved) is not { } id)
            return view;
        var hassle = await scope.FindAsync(database, id, ct);
        return view with
        {
            Done = answered is null ? "Moved" : "Answered",
            DoneText = hassle?.Text,
            DoneId = hassle?.Id,
        };
    }

    private static bool IsLeading(HassleSight.Scope scope) =>
        scope
            .Known.Seats.SelectMany(unit => unit)
            .Any(seat => seat.PersonId == scope.PersonId && seat.Role is UnitRole.Leader or UnitRole.Deputy);

    private static List<AwayLeader> AwayFor(HassleSight.Scope scope, Lifting lift) =>
        [
            .. scope
                .Known.Seats.Where(unit => unit.Any(seat => seat.PersonId == scope.PersonId))
                .SelectMany(unit => unit)
                .Where(seat => seat.Role == UnitRole.Leader && seat.PersonId != scope.PersonId)
                .Where(seat => lift.Away.ContainsKey(seat.PersonId))
                .DistinctBy(seat => seat.PersonId)
                .OrderBy(seat => seat.Name, StringComparer.CurrentCulture)
                .Select(seat => new AwayLeader(seat.Name, lift.Away[seat.PersonId])),
        ];
}
