using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Meetings.FollowMeeting;
using Endre.Web.Features.Meetings.Shared;
using Endre.Web.Hosting.Errors;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Meetings.ActInMeeting;

/// <summary>Does one thing on the page of a meeting, and shows it again.</summary>
internal sealed class ActInMeeting(
    EndreContext database,
    MeetingSight sight,
    ReadAgenda agendas,
    ComeOfMatter come,
    ShowMeeting.ShowMeeting show,
    TimeProvider clock
)
{
    public static Task<IResult> HandleAsync(
        HttpContext context,
        Guid id,
        string act,
        ActInMeeting acting,
        MeetingVersions versions
    ) => acting.AnswerAsync(context, id, act, versions);

    private async Task<IResult> AnswerAsync(HttpContext context, Guid id, string act, MeetingVersions versions)
    {
        var ct = context.RequestAborted;
        var form = await context.Request.ReadFormAsync(ct);
        if (await sight.FindAsync(id, ct) is not { } scope)
            return ErrorResult.NotFound;
        if (scope.MayHold && MeetingActs.TakesTextAlong(act) && await WriteAsync(scope, form, ct) is { } notWritten)
            return await show.AgainAsync(context, id, changing: null, new Attempt(MeetingActs.Write, notWritten, form));
        var (isKnown, refusal) = await DoAsync(scope, act, form, ct);
        if (!isKnown)
            return ErrorResult.NotFound;
        if (refusal is null)
        {
            await versions.LookAsync(id, ct);
            return Page.SeeOther(MeetingLinks.One(id));
        }
        var changing = act == MeetingActs.Change ? form.Id("matter") : null;
        return await show.AgainAsync(context, id, changing, new Attempt(act, InPlace(act, refusal), form));
    }

    // What was being written is stored first; where another has written meanwhile, nothing is gone on from.
    private async Task<Refusal?> WriteAsync(MeetingSight.Scope scope, IFormCollection form, CancellationToken ct)
    {
        if (form.Text("text") is null || form.Id("matter") is null || scope.Meeting.State != MeetingState.Running)
            return null;
        var write = MeetingActs.Read(MeetingActs.Write, form, scope, agenda: null)!;
        var hand = new MeetingRecords.Hand(scope.PersonId, clock.GetUtcNow());
        return await database.DoWithMeetingAsync(scope.Meeting.Id, write, hand, ct);
    }

    private async Task<(bool IsKnown, Refusal? Refusal)> DoAsync(
        MeetingSight.Scope scope,
        string act,
        IFormCollection form,
        CancellationToken ct
    )
    {
        if (!MayDo(scope, act, form))
            return (false, null);
        if (await come.DoAsync(scope, act, form, ct) is { } came)
            return came;
        var hand = new MeetingRecords.Hand(scope.PersonId, clock.GetUtcNow());
        if (MeetingActs.NeedsAgenda(act))
            return (true, await database.DoWithMeetingAsync(scope.Meeting.Id, OnItsAgendaAsync, hand, ct));
        var command =
            act == MeetingActs.End
                ? new EndMeeting { Unanswered = [.. await UnansweredAsync(scope, ct)] }
                : MeetingActs.Read(act, form, scope, agenda: null);
        if (command is null)
            return (false, null);
        return (true, await database.DoWithMeetingAsync(scope.Meeting.Id, command, hand, ct));

        // Made of the meeting that it is decided on: what another does with it at the same instant stands too.
        async Task<MeetingCommand> OnItsAgendaAsync(Meeting meeting) =>
            MeetingActs.Read(act, form, scope, await agendas.ReadAsync(meeting, scope.Unit, ct))!;
    }

    private static bool MayDo(MeetingSight.Scope scope, string act, IFormCollection form) =>
        scope.MayHold
        || (
            MeetingActs.IsForAll(act)
            && (
                act != MeetingActs.Remove
                || scope.Meeting.Matters.Any(matter =>
                    matter.Id == form.Id("matter") && matter.AskedById == scope.PersonId
                )
            )
        );

    // What is asked elsewhere while the meeting goes on is not this meeting's; what stood on its agenda is.
    private async Task<IReadOnlyList<Guid>> UnansweredAsync(MeetingSight.Scope scope, CancellationToken ct)
    {
        var asked = scope
            .Meeting.Matters.Where(matter => matter.Kind == MatterKind.EffectCheck)
            .Where(matter => matter.Subject is not null)
            .ToDictionary(matter => matter.Subject!.Id, matter => matter.Id);
        var ids = asked.Keys.ToList();
        var today = scope.Unit.Today;
        var waiting = await database
            .ActionItems.Where(row => ids.Contains(row.Id) && row.AsksFrom != null && row.AsksFrom <= today)
            .Select(row => row.Id)
            .ToListAsync(ct);
        return [.. waiting.Select(id => asked[id])];
    }

    // Two forms of the page have a title and minutes; each fault stands at its own.
    private static Refusal InPlace(string act, Refusal refusal) =>
        act == MeetingActs.Change && refusal.Field is ("title" or "minutes")
            ? new Refusal(refusal.Reason, $"new-{refusal.Field}", refusal.Details)
            : refusal;
}
