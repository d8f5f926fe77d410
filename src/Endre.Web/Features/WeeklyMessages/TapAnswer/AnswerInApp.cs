using Endre.Storage;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Weekly;

namespace Endre.Web.Features.WeeklyMessages.TapAnswer;

/// <summary>The same answer by somebody who is signed in, from the page that shows the week's message.</summary>
internal sealed class AnswerInApp(EndreContext database, Decisions decisions)
{
    public static async Task<IResult> ShowAsync(
        string area,
        Guid id,
        string choice,
        AnswerInApp answer,
        CancellationToken ct
    ) =>
        await answer.FindAsync(area, id, choice, ct) is { View: { } view }
            ? Page.Of<TapAnswerPage>(new { View = view })
            : ErrorResult.NotFound;

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        string area,
        Guid id,
        string choice,
        AnswerInApp answer
    )
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        if (await answer.FindAsync(area, id, choice, ct) is not { } found)
            return ErrorResult.NotFound;
        var (text, seen) = (form.Text("text"), form.Number("seen") ?? -1);
        await using var transaction = await answer.BeginAsync(ct);
        if (await found.Area.AnswerAsync(found.View.Decision, new WeeklyAnswer(choice, text, seen), ct) is { } refusal)
            return Page.Refused<TapAnswerPage>(new { View = TapAnswer.Again(found.View, text, refusal) });
        await transaction.CommitAsync(ct);
        return Page.SeeOther(WeeklyLinks.Answered);
    }

    private Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> BeginAsync(CancellationToken ct) =>
        database.Database.BeginTransactionAsync(ct);

    private async Task<Found?> FindAsync(string word, Guid id, string choice, CancellationToken ct) =>
        decisions.Area(word) is { } area
        && await area.FindAsync(id, ct) is { } decision
        && decision.Choices.SingleOrDefault(one => one.Word == choice) is { } chosen
            ? new Found(
                area,
                new TapView(decision, chosen, decision.Seen, WeeklyLinks.Answer(word, id, choice), area.AddressOf(id))
            )
            : null;

    private sealed record Found(IWeeklyDecisions Area, TapView View);
}
