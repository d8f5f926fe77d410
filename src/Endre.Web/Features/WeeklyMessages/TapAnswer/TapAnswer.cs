using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.WeeklyMessages;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;
using Endre.Web.Weekly;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.WeeklyMessages.TapAnswer;

/// <summary>
/// <c>/svar/{token}</c>: one answer from the weekly message, without signing in. To look changes nothing, however often and
/// whoever looks; it is given by the button on the page, once, and decided as if the leader had signed in.
/// </summary>
internal sealed class TapAnswer(EndreContext database, DecisionLinks links, PersonScopes people, TimeProvider clock)
{
    public static async Task<IResult> ShowAsync(string token, TapAnswer tap, CancellationToken ct) =>
        await tap.OpenAsync(
            token,
            (found, _) => Task.FromResult<IResult>(Page.Of<TapAnswerPage>(found.Parameters)),
            ct
        );

    public static async Task<IResult> HandleAsync(HttpContext context, string token, TapAnswer tap)
    {
        var ct = context.RequestAborted;
        var text = (await context.Request.ReadFormAsync(ct)).Text("text");
        return await tap.OpenAsync(token, (found, services) => tap.GiveAsync(found, text, services, ct), ct);
    }

    private async Task<IResult> OpenAsync(
        string token,
        Func<Found, IServiceProvider, Task<IResult>> then,
        CancellationToken ct
    )
    {
        if (links.Read(token) is not { } hash)
            return ErrorResult.NotFound;
        var link = await database.DecisionLinks.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, ct);
        if (link is null)
            return Ended(new TapEnd(TapEndState.Expired, WeeklyLinks.Mine));
        await using var scope = await people.OpenAsync(link.PersonId);
        if (scope is not { } own)
            return Ended(new TapEnd(TapEndState.Expired, WeeklyLinks.Mine));
        var services = own.ServiceProvider;
        var area = services.GetRequiredService<Decisions>().Area(link.Area);
        var address = area?.AddressOf(link.SubjectId) ?? WeeklyLinks.Mine;
        if (link.UsedAt is { } usedAt)
            return Ended(new TapEnd(TapEndState.Used, address, usedAt));
        if (link.ExpiresAt <= clock.GetUtcNow())
            return Ended(new TapEnd(TapEndState.Expired, address));
        if (
            area is null
            || await area.FindAsync(link.SubjectId, ct) is not { } decision
            || decision.Choices.SingleOrDefault(one => one.Word == link.Choice) is not { } choice
        )
            return Ended(new TapEnd(TapEndState.Settled, address));
        var view = new TapView(decision, choice, link.Seen, WeeklyLinks.Tap(token), address)
        {
            Name = services.GetRequiredService<CurrentPerson>().Name,
        };
        return await then(new Found(link, area, view), services);
    }

    private async Task<IResult> GiveAsync(Found found, string? text, IServiceProvider services, CancellationToken ct)
    {
        var (link, area, view) = found;
        var own = services.GetRequiredService<EndreContext>();
        await using var transaction = await own.Database.BeginTransactionAsync(ct);
        // The link is taken before anything is done: of two who press at once, one waits here and finds it used.
        var now = clock.GetUtcNow();
        var taken = await own
            .DecisionLinks.Where(row => row.Hash == link.Hash && row.UsedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(to => to.SetProperty(row => row.UsedAt, now), ct);
        if (taken == 0)
            return Page.SeeOther(view.Form);
        var answer = new WeeklyAnswer(link.Choice, text, link.Seen);
        if (await area.AnswerAsync(view.Decision, answer, ct) is { } refusal)
        {
            await transaction.RollbackAsync(ct);
            return Page.Refused<TapAnswerPage>(new { View = Again(view, text, refusal) });
        }
        await transaction.CommitAsync(ct);
        return Page.SeeOther(view.Form);
    }

    internal static TapView Again(TapView view, string? text, Refusal refusal)
    {
        var sentence = RefusalTexts.Sentence(refusal);
        return view with
        {
            Text = text,
            Faults = refusal.Field == "text" ? FormFaults.None.Add("text", sentence) : FormFaults.None,
            Refused = refusal.Field == "text" ? null : sentence,
        };
    }

    // 410: whoever follows it, and a program that checks links, is told that it is over.
    private static IResult Ended(TapEnd end) =>
        Page.Of<TapEndPage>(
            new { End = end },
            end.State == TapEndState.Expired ? StatusCodes.Status410Gone : StatusCodes.Status200OK
        );

    private sealed record Found(DecisionLinkRow Link, IWeeklyDecisions Area, TapView View)
    {
        public object Parameters => new { View };
    }
}
