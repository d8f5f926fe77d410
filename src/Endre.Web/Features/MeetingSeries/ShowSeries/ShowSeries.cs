using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Series;
using Endre.Storage;
using Endre.Storage.Meetings;
using Endre.Storage.Meetings.Series;
using Endre.Storage.Messages;
using Endre.Web.Components;
using Endre.Web.Components.Forms;
using Endre.Web.Features.MeetingSeries.Shared;
using Endre.Web.Features.MeetingSeries.TellOfMeetings;
using Endre.Web.Hosting.Errors;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.MeetingSeries.ShowSeries;

/// <summary><c>/moter/serier/{id}</c>: its meetings to come, its guests, and for whoever plans it what may be changed.</summary>
internal sealed class ShowSeries(
    EndreContext database,
    SeriesSight sight,
    SeriesTime time,
    RhythmWords words,
    FindPeople people,
    TellOfSeries tell
)
{
    private const int MostShown = 40;

    private static readonly string Held = StoredWord.Of(MeetingState.Held);

    public static async Task<IResult> HandleAsync(Guid id, ShowSeries show, CancellationToken ct) =>
        await show.FindAsync(id, attempt: null, ct) is { } view
            ? Page.Of<ShowSeriesPage>(new { View = view })
            : ErrorResult.NotFound;

    public static async Task<IResult> ChangeAsync(HttpContext context, Guid id, string act, ShowSeries show) =>
        await show.DoAsync(
            id,
            act,
            await context.Request.ReadFormAsync(context.RequestAborted),
            context.RequestAborted
        );

    private async Task<IResult> DoAsync(Guid id, string act, IFormCollection form, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        var guest = act == SeriesActs.Invite ? await people.ByAddressAsync(form.Text("email"), ct) : null;
        if (
            await scope.FindSeriesAsync(database, id, ct) is not { } series
            || !scope.MayPlan(series.UnitId)
            || SeriesActs.Read(act, form, guest) is not { } command
        )
        {
            return ErrorResult.NotFound;
        }
        var answer = await database.DoWithSeriesAsync(
            id,
            command,
            time.Clock(tell.AddAsync),
            time.Hand(scope.PersonId),
            ct
        );
        if (answer.Refusal is not { } refusal)
        {
            return Page.SeeOther(MeetingSeriesLinks.OneSeries(id));
        }
        return await FindAsync(id, new Attempt(act, refusal, form), ct) is { } view
            ? Page.Refused<ShowSeriesPage>(new { View = view })
            : ErrorResult.NotFound;
    }

    private async Task<SeriesView?> FindAsync(Guid id, Attempt? attempt, CancellationToken ct)
    {
        var scope = await sight.OpenAsync(ct);
        if (await scope.FindSeriesAsync(database, id, ct) is not { } series)
        {
            return null;
        }
        var today = time.Instant(time.Today, TimeOnly.MinValue);
        var mayPlan = scope.MayPlan(series.UnitId);
        var rows = await database
            .Meetings.AsNoTracking()
            .Where(row => row.SeriesId == id && row.StartsAt >= today && row.State != Held)
            .OrderBy(row => row.StartsAt)
            .Take(MostShown)
            .ToListAsync(ct);
        var declined = await database.ReadDeclinedAsync(id, ct);
        var names = await people.NamesAsync(series.Guests.Select(guest => guest.PersonId), ct);
        var unit = scope.UnitOf(series.UnitId);
        return new SeriesView(
            series,
            unit,
            words.Of(series.Rule, series.FirstOn),
            rows.ConvertAll(row => Line(row, unit, series.Rule, mayPlan)),
            [
                .. series.Guests.Select(guest => new GuestLine(
                    guest.Id,
                    guest.PersonId is { } person ? names.GetValueOrDefault(person) ?? "–" : guest.Name,
                    guest.PersonId is null ? guest.Email : "",
                    declined.Has(guest.Email)
                )),
            ],
            mayPlan,
            scope.Units.Tree.OpenChildren(series.UnitId).Any(),
            series.HasEnded(time.Today),
            attempt
        )
        {
            IsClosed = scope.Units.Tree.Current(series.UnitId) is { IsOpen: false },
        };
    }

    private MeetingLine Line(MeetingRow row, string unit, string rule, bool mayPlan)
    {
        var day = time.DayOf(row.StartsAt);
        var red = RedDays.Of(day, rule);
        return MeetingLine.Of(row, unit) with
        {
            Red = red,
            // A whole month has no next day: in July one calls the meeting off, or lets it be.
            Instead = mayPlan && red is not (null or RedDay.July) ? RedDays.NextWorkingDay(day) : null,
            MayPlan = mayPlan,
        };
    }
}

/// <summary>A series as one reader sees it.</summary>
/// <param name="Series">The series.</param>
/// <param name="Unit">The name of the unit that meets.</param>
/// <param name="Rhythm">How often, in words.</param>
/// <param name="Coming">Its meetings to come.</param>
/// <param name="Guests">Its guests.</param>
/// <param name="MayPlan">Whether the reader plans it.</param>
/// <param name="HasUnder">Whether there are units under the one that meets.</param>
/// <param name="HasEnded">Whether it has ended.</param>
/// <param name="Attempt">What was tried and refused.</param>
public sealed record SeriesView(
    Domain.Meetings.Series.MeetingSeries Series,
    string Unit,
    string Rhythm,
    IReadOnlyList<MeetingLine> Coming,
    IReadOnlyList<GuestLine> Guests,
    bool MayPlan,
    bool HasUnder,
    bool HasEnded,
    Attempt? Attempt
)
{
    /// <summary>Whether the unit was closed, and went on in no other.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>A guest in a list.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Name">Who.</param>
/// <param name="Email">The address of somebody without an account.</param>
/// <param name="HasDeclined">Whether that address does without mail about the series.</param>
public sealed record GuestLine(Guid Id, string Name, string Email, bool HasDeclined);
