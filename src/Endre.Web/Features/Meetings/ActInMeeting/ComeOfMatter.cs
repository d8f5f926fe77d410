using Endre.Domain.ActionItems;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Meetings.Routines;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Routines;
using Endre.Web.Components.Forms;
using Endre.Web.Meetings;

namespace Endre.Web.Features.Meetings.ActInMeeting;

/// <summary>What comes of a matter: an action item, the end of one, an answer to «virket det?» or «som før?», a live board.</summary>
internal sealed class ComeOfMatter(
    EndreContext database,
    IMonthBoards boards,
    NeedRepresentatives representatives,
    TimeProvider clock
)
{
    private static readonly Refusal NoMatter = Refusal.Because("MatterUnknown");

    /// <returns>Null when the act is about the meeting alone; otherwise whether there is such a thing, and why not.</returns>
    public async Task<(bool IsKnown, Refusal? Refusal)?> DoAsync(
        MeetingSight.Scope scope,
        string act,
        IFormCollection form,
        CancellationToken ct
    )
    {
        var matter = scope.Meeting.Matters.FirstOrDefault(one => one.Id == form.Id("matter"));
        var occasion = new RoutineRecords.Occasion(scope.Meeting.Id, scope.Unit.Today);
        switch (act)
        {
            case MeetingActs.Make:
                return (true, matter is null ? NoMatter : await MakeAsync(scope, matter, form, ct));
            case MeetingActs.Representatives:
                return (true, await representatives.DoAsync(scope, form, ct));
            case MeetingActs.Finish:
                return (true, await SettleAsync(scope, matter, new FinishActionItem(form.Text("happened")), ct));
            case MeetingActs.Check:
                var effect = ActionItemWords.Effect(form.Text("effect"));
                return (true, await SettleAsync(scope, matter, new CheckEffect(effect, form.Text("seen")), ct));
            case MeetingActs.AsBefore:
                return await AnswerAsync(scope, occasion, form, ct);
            case MeetingActs.NewRoutine:
                var id = form.Id("id") ?? Guid.CreateVersion7();
                var add = new AddRoutine(id, scope.Unit.Unit.Id, form.Text("routine"));
                return (true, await database.AddRoutineAsync(add, occasion, ct));
            case MeetingActs.Board:
                return (true, await AttachAsync(scope, form, ct));
            case MeetingActs.Chair:
                return (true, await HandOverAsync(scope, form.Id("chair"), ct));
            default:
                return null;
        }
    }

    private async Task<Refusal?> MakeAsync(
        MeetingSight.Scope scope,
        Matter matter,
        IFormCollection form,
        CancellationToken ct
    )
    {
        // One of those who were asked to the meeting: nobody is given something they have not heard of.
        var owner = form.Id("owner");
        var isThere = owner == scope.PersonId || scope.Meeting.People.Any(place => place.PersonId == owner);
        var make = new MakeActionItem(
            form.Id("id") is { } id && id != Guid.Empty ? id : Guid.CreateVersion7(),
            scope.Unit.Unit.Id,
            form.Text("what"),
            form.Text("firstStep"),
            isThere ? owner : null,
            FormReading.Day(form.Text("due")),
            form.Text("small") == "true"
        );
        return await database.MakeActionItemInMeetingAsync(scope.Meeting.Id, matter.Id, make, HandOf(scope), ct);
    }

    private async Task<Refusal?> SettleAsync(
        MeetingSight.Scope scope,
        Matter? matter,
        ActionItemCommand command,
        CancellationToken ct
    ) =>
        matter is null ? NoMatter
        : scope.Meeting.State != MeetingState.Running ? Refusal.Because("MeetingNotBegun")
        : await database.SettleMatterAsync(scope.Meeting.Id, matter, command, HandOf(scope), ct);

    private async Task<(bool IsKnown, Refusal? Refusal)> AnswerAsync(
        MeetingSight.Scope scope,
        RoutineRecords.Occasion occasion,
        IFormCollection form,
        CancellationToken ct
    )
    {
        if (
            form.Id("of") is not { } id
            || await database.Routines.FindAsync([id], ct) is not { } row
            || !scope.Unit.Own.Contains(row.UnitId)
        )
            return (true, Refusal.Because("RoutineUnknown"));
        var field = $"routine-{id:N}";
        var answer = new AnswerRoutine(
            StoredWord.Find<RoutineAnswer>(form.Text("answer")),
            form.Text(field),
            form.Text("seen-text")
        );
        database.ChangeTracker.Clear();
        var refusal = await database.AnswerRoutineAsync(id, answer, occasion, ct);
        return (true, refusal?.Field is null ? refusal : new Refusal(refusal.Reason, field, refusal.Details));
    }

    private async Task<Refusal?> HandOverAsync(MeetingSight.Scope scope, Guid? to, CancellationToken ct)
    {
        if (to is not { } chair || scope.Meeting.People.All(place => place.PersonId != chair))
            return Refusal.Because("PlaceAtTableUnknown");
        var hand = new MeetingRecords.Hand(scope.PersonId, clock.GetUtcNow());
        return await database.DoWithMeetingAsync(scope.Meeting.Id, new HandOverChair(chair), hand, ct);
    }

    private async Task<Refusal?> AttachAsync(MeetingSight.Scope scope, IFormCollection form, CancellationToken ct)
    {
        if (scope.Meeting.WorkshopId is not null)
            return null;
        if (scope.Meeting.State is MeetingState.Held or MeetingState.Canceled)
            return Refusal.Because("MeetingIsOver");
        var id = form.Id("id") is { } asked && asked != Guid.Empty ? asked : Guid.CreateVersion7();
        if (await boards.MakeAsync(id, scope.Meeting.Title, ct) is { } refusal)
            return refusal;
        var hand = new MeetingRecords.Hand(scope.PersonId, clock.GetUtcNow());
        return await database.DoWithMeetingAsync(scope.Meeting.Id, new AttachBoard(id), hand, ct);
    }

    private ActionItemRecords.Hand HandOf(MeetingSight.Scope scope) =>
        new(scope.PersonId, clock.GetUtcNow(), scope.Unit.Today);
}
