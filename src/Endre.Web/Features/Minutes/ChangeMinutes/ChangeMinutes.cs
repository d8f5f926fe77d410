using Endre.Domain.Meetings.Minutes;
using Endre.Domain.Shared;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Minutes;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Minutes.Shared;
using Endre.Web.Features.Minutes.ShowMinutes;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Minutes.ChangeMinutes;

/// <summary>Does one thing with minutes, and shows them again. Only one who answers for the unit may.</summary>
internal sealed class ChangeMinutes(
    EndreContext database,
    ReadMinutes minutes,
    MinutesLetter letter,
    CurrentPerson person,
    Formats formats,
    TimeProvider clock
)
{
    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, string act, ChangeMinutes change) =>
        await change.HandleAsync(
            id,
            act,
            await context.Request.ReadFormAsync(context.RequestAborted),
            context.RequestAborted
        );

    private async Task<IResult> HandleAsync(Guid id, string act, IFormCollection form, CancellationToken ct)
    {
        if (await minutes.FindAsync(id, ct) is not { MayLead: true } found)
        {
            return ErrorResult.NotFound;
        }
        var hand = new MeetingRecords.Hand(person.RequiredId, clock.GetUtcNow());
        Task<Refusal?>? done = act switch
        {
            MinutesActs.Lock => LockAsync(id, hand, ct),
            MinutesActs.Correct => AddAsync(
                id,
                new CorrectMinutes(EntryId(form), form.Id("matter"), form.Text("text")),
                hand,
                ct
            ),
            MinutesActs.Mark => MarkAsync(found.Minutes, form, hand, ct),
            MinutesActs.CaseNumber => AddAsync(
                id,
                new GiveCaseNumber(EntryId(form), form.Text("caseNumber")),
                hand,
                ct
            ),
            _ => null,
        };
        if (done is null)
        {
            return ErrorResult.NotFound;
        }
        if (await done is not { } refusal)
        {
            return Page.SeeOther(MinutesLinks.One(id));
        }
        return await minutes.ViewAsync(id, new Attempt(act, refusal, form), ct) is { } view
            ? Page.Refused<ShowMinutesPage>(new { View = view })
            : ErrorResult.NotFound;
    }

    private Task<Refusal?> LockAsync(Guid id, MeetingRecords.Hand hand, CancellationToken ct) =>
        database.LockMinutesAsync(id, hand, formats.Day, meeting => letter.AddAsync(meeting, hand.PersonId, ct), ct);

    private Task<Refusal?> AddAsync(Guid id, AddToMinutes wanted, MeetingRecords.Hand hand, CancellationToken ct) =>
        database.AddToMinutesAsync(id, wanted, hand, formats.Day, ct);

    // One form with a choice for each: what its writer left alone stays as it is, also when another has marked it since the
    // form was opened, and each change is an entry of its own.
    private async Task<Refusal?> MarkAsync(
        MeetingMinutes found,
        IFormCollection form,
        MeetingRecords.Hand hand,
        CancellationToken ct
    )
    {
        var id = found.Content.MeetingId;
        var entry = EntryId(form);
        if (Chosen(form, "meeting", found.MeetingGround) is { IsChanged: true, Ground: var ground })
        {
            var refusal = await AddAsync(id, new MarkMeeting(DerivedId.Of(entry, "meeting"u8), ground), hand, ct);
            if (refusal is not null)
            {
                return refusal with { Field = "meeting" };
            }
        }
        foreach (var matter in found.Content.Matters)
        {
            if (Chosen(form, $"m-{matter.Id}", found.MarkOf(matter)) is not { IsChanged: true, Ground: var chosen })
            {
                continue;
            }
            var wanted = new MarkLockedMatter(DerivedId.Of(entry, matter.Id.ToByteArray()), matter.Id, chosen);
            if (await database.MarkMatterAsync(id, wanted, hand, formats.Day, ct) is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }

    private static (bool IsChanged, string? Ground) Chosen(IFormCollection form, string field, string? now) =>
        form.Text(field) is { } chosen
            ? (Or(chosen) != Or(form.Text($"{field}-before") ?? now ?? ""), Or(chosen))
            : (false, null);

    private static Guid EntryId(IFormCollection form) =>
        form.Id("id") is { } id && id != Guid.Empty ? id : Guid.CreateVersion7();

    private static string? Or(string word) => word.Length > 0 ? word : null;
}
