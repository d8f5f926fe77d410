using Endre.Domain.Meetings.Minutes;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Minutes;
using Endre.Web.Access;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Minutes.Files;
using Endre.Web.Features.Minutes.Shared;
using Endre.Web.Hosting.Errors;
using Endre.Web.Texts;

namespace Endre.Web.Features.Minutes.MakePublicCopy;

/// <summary>
/// <c>/moter/{id}/referat/innsyn</c>: a copy for somebody who asked for one. Each is an entry of the minutes, so that one
/// can see later what was given out, and get the very same file again.
/// </summary>
internal sealed class MakePublicCopy(
    EndreContext database,
    ReadMinutes minutes,
    CurrentPerson person,
    Formats formats,
    TimeProvider clock
)
{
    public static Task<IResult> ShowAsync(Guid id, MakePublicCopy make, CancellationToken ct) =>
        make.PageAsync(id, attempt: null, ct);

    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, MakePublicCopy make) =>
        await make.SaveAsync(id, await context.Request.ReadFormAsync(context.RequestAborted), context.RequestAborted);

    public static async Task<IResult> DownloadAsync(
        HttpContext context,
        Guid id,
        int copy,
        string extension,
        ReadMinutes minutes,
        MinutesFiles files
    ) =>
        await minutes.FindAsync(id, context.RequestAborted) is { MayLead: true } found
        && found.Minutes.Entries.FirstOrDefault(entry => entry.Number == copy)
            is { Kind: MinutesEntryKind.PublicCopy } entry
            ? await files.OfAsync(
                context,
                ShownMinutes.Public(found.Minutes, entry),
                entry.At,
                extension,
                RefusedFiles.Page
            )
            : ErrorResult.NotFound;

    private async Task<IResult> SaveAsync(Guid id, IFormCollection form, CancellationToken ct)
    {
        if (await minutes.FindAsync(id, ct) is not { MayLead: true })
        {
            return ErrorResult.NotFound;
        }
        var wanted = new Domain.Meetings.Minutes.MakePublicCopy(
            form.Id("id") is { } entry && entry != Guid.Empty ? entry : Guid.CreateVersion7(),
            form.Text("request"),
            [.. form.Ids("included")],
            form.Text("names") == "true"
        );
        var hand = new MeetingRecords.Hand(person.RequiredId, clock.GetUtcNow());
        return await database.AddToMinutesAsync(id, wanted, hand, formats.Day, ct) is { } refusal
            ? await PageAsync(id, new Attempt("innsyn", refusal, form), ct)
            : Page.SeeOther($"{MinutesLinks.Copy(id)}#kopier");
    }

    private async Task<IResult> PageAsync(Guid id, Attempt? attempt, CancellationToken ct) =>
        await minutes.ViewAsync(id, attempt, ct) is { MayLead: true } view
            ? Page.Of<MakePublicCopyPage>(
                new
                {
                    View = view,
                    Copies = view
                        .Minutes.Entries.Where(entry => entry.Kind == MinutesEntryKind.PublicCopy)
                        .Reverse()
                        .Select(entry => new MadeCopy(entry, minutes.Copy(view.Minutes, entry)))
                        .ToList(),
                },
                attempt is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
            )
            : ErrorResult.NotFound;
}

/// <summary>A copy that was made.</summary>
/// <param name="Entry">The entry that tells of it.</param>
/// <param name="Words">What it holds, in words.</param>
public sealed record MadeCopy(MinutesEntry Entry, string Words);
