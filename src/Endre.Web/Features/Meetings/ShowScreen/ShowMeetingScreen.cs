using Endre.Domain.ActionItems;
using Endre.Domain.Meetings;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.Meetings.Shared;
using Endre.Web.Hosting;
using Endre.Web.Hosting.Errors;
using Endre.Web.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Meetings.ShowScreen;

/// <summary>
/// <c>/moter/{id}/skjerm</c>: tavlemøte, what a unit stands in front of: new, in work, done. Read from five meters, without
/// a control, and with nobody's name on what was said.
/// </summary>
internal sealed class ShowMeetingScreen(
    EndreContext database,
    MeetingSight sight,
    ReadMeeting read,
    ReadAgenda agendas,
    RoomAddress address
)
{
    private const int DaysDone = 30;

    private static readonly string Done = ActionItemWords.Of(ActionItemState.Done);

    public static async Task<IResult> HandleAsync(HttpContext context, Guid id, ShowMeetingScreen show)
    {
        if (await show.FindAsync(id, context.RequestAborted) is not { } view)
            return ErrorResult.NotFound;
        return context.Request.WantsPart()
            ? Page.Of<MeetingScreenBoard>(new { View = view })
            : Page.Of<MeetingScreenPage>(new { View = view });
    }

    private async Task<MeetingScreenView?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await sight.FindAsync(id, ct) is not { } scope)
            return null;
        var news = await agendas.NewsAsync(scope.Unit, ct);
        return new MeetingScreenView(
            await read.OfAsync(scope, ct),
            [
                ColumnOf("NewColumn", news, MatterKind.LateAnswer, MatterKind.NewHassle, MatterKind.Returned),
                ColumnOf("InWork", news, MatterKind.ActionItem),
                await DoneAsync(scope.Unit, news, ct),
            ],
            new Uri(address.Root, MeetingLinks.One(id)).ToString()
        );
    }

    private static ScreenColumn ColumnOf(string key, IReadOnlyList<AgendaNews> news, params MatterKind[] kinds)
    {
        var all = news.Where(one => kinds.Contains(one.Entry.Kind)).OrderBy(one => one.Entry.Kind).ToList();
        return ScreenColumn.Of(key, all.ConvertAll(one => new ScreenCard(one.Entry.Title, one.Line, null)));
    }

    private async Task<ScreenColumn> DoneAsync(MeetingUnit unit, IReadOnlyList<AgendaNews> news, CancellationToken ct)
    {
        var (covered, since) = (unit.Covered, unit.Today.AddDays(-DaysDone));
        var waiting = news.Where(one => one.Entry.Kind == MatterKind.EffectCheck)
            .Select(one => one.Entry.Subject.Id)
            .ToList();
        var rows = await database
            .ActionItems.AsNoTracking()
            .Where(row => covered.Contains(row.UnitId) && row.State == Done)
            .Where(row => row.EndedOn >= since || row.SeenOn >= since || waiting.Contains(row.Id))
            .ToListAsync(ct);
        var cards = rows.Select(row => row.ToActionItem())
            .OrderByDescending(item => waiting.Contains(item.Id))
            .ThenByDescending(item => item.Check?.On ?? item.Ending?.On)
            .Select(item => new ScreenCard(
                item.What,
                item.Ending?.Text,
                waiting.Contains(item.Id) ? "Worked"
                    : item.Check is { } check ? $"Screen_{check.Effect}"
                    : null
            ))
            .ToList();
        return ScreenColumn.Of("DoneColumn", cards);
    }
}

/// <summary>What stands on the big screen.</summary>
/// <param name="Meeting">The meeting, as whoever opened the screen sees it.</param>
/// <param name="Columns">New, in work, done.</param>
/// <param name="Address">Where one follows it, for a QR code.</param>
public sealed record MeetingScreenView(MeetingView Meeting, IReadOnlyList<ScreenColumn> Columns, string Address);

/// <summary>A column of the board.</summary>
/// <param name="Key">The key of its name.</param>
/// <param name="Cards">What stands in it.</param>
/// <param name="More">How many more there are.</param>
public sealed record ScreenColumn(string Key, IReadOnlyList<ScreenCard> Cards, int More)
{
    // What has no room on a screen is told as a number, which takes the place of one.
    private const int Most = 4;

    public static ScreenColumn Of(string key, IReadOnlyList<ScreenCard> all)
    {
        var shown = all.Count > Most ? Most - 1 : all.Count;
        return new ScreenColumn(key, [.. all.Take(shown)], all.Count - shown);
    }
}

/// <summary>Something on the board.</summary>
/// <param name="Title">What.</param>
/// <param name="Line">How it stands with it, or null.</param>
/// <param name="Word">The key of a word beside it, or null.</param>
public sealed record ScreenCard(string Title, string? Line, string? Word);
