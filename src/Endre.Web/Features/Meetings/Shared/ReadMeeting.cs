using Endre.Domain.Meetings;
using Endre.Storage;
using Endre.Storage.ActionItems;
using Endre.Web.Components.Forms;
using Endre.Web.Features.ActionItems;
using Endre.Web.Meetings;
using Endre.Web.Texts;
using Microsoft.EntityFrameworkCore;

namespace Endre.Web.Features.Meetings.Shared;

/// <summary>Reads all that the page of a meeting shows.</summary>
internal sealed class ReadMeeting(
    EndreContext database,
    ReadAgenda agendas,
    ReadRoutines routines,
    IMonthBoards boards,
    Formats formats,
    TimeProvider clock
)
{
    private const int DaysToNext = 28;

    private static readonly string Planned = StoredWord.Of(MeetingState.Planned);

    public async Task<MeetingView> OfAsync(MeetingSight.Scope scope, CancellationToken ct)
    {
        var meeting = scope.Meeting;
        var agenda = await agendas.ReadAsync(meeting, scope.Unit, ct);
        var made = await MadeAsync(agenda, ct);
        var names = await NamesAsync(meeting, agenda, made, ct);
        var seats = meeting
            .People.Select(place => new SeatView(
                place,
                place.PersonId is { } id ? names.GetValueOrDefault(id, "–") : place.Name
            ))
            .OrderBy(seat => seat.Name, StringComparer.CurrentCulture)
            .ToList();
        return new MeetingView(
            meeting,
            scope.Version,
            scope.Unit.Unit.Name,
            [
                .. agenda.Matters.Select(matter =>
                    Of(matter, scope, agenda, made, names) with
                    {
                        Needed = NeededBy(matter, seats),
                    }
                ),
            ]
        )
        {
            PersonId = scope.PersonId,
            MayHold = scope.MayHold,
            MayLock = scope.MayLead && meeting is { State: MeetingState.Held, MinutesLockedAt: null },
            IsGuest = scope.IsGuest,
            Today = scope.Unit.Today,
            MoreNewHassles = agenda.MoreNewHassles,
            Chair = meeting.ChairId is { } chair ? names.GetValueOrDefault(chair) : null,
            Seats = seats,
            Owners = OwnersOf(seats, scope, names),
            NextOn = await NextOnAsync(scope, ct),
            Routines = meeting.State is MeetingState.Running or MeetingState.Held
                ? await routines.OfAsync(scope, ct)
                : RoutinesView.None,
            Board = meeting.WorkshopId is { } board ? await boards.FindAsync(board, ct) : null,
        };
    }

    private static MatterView Of(
        Matter matter,
        MeetingSight.Scope scope,
        AgendaReading agenda,
        Dictionary<Guid, ActionItemRow> made,
        Dictionary<Guid, string> names
    )
    {
        var news = matter.Subject is { } subject ? agenda.News.GetValueOrDefault(subject.Id) : null;
        return new MatterView(matter, news?.Line, scope.IsGuest ? null : news?.Address)
        {
            IsSettled =
                matter.Subject is not null
                && !(news?.Entry.Kind == matter.Kind || (IsUnanswered(news?.Entry.Kind) && IsUnanswered(matter.Kind))),
            AskedBy = matter.AskedById is { } by ? names.GetValueOrDefault(by) : null,
            Items =
            [
                .. matter
                    .ActionItems.Where(made.ContainsKey)
                    .Select(id => made[id].ToActionItem())
                    .Select(item => new MadeItem(
                        item,
                        item.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null,
                        scope.IsGuest && item.OwnerId != scope.PersonId ? null : ActionItemLinks.One(item.Id)
                    )),
            ],
            Decisions = [.. scope.Meeting.Decisions.Where(decision => decision.MatterId == matter.Id)],
        };
    }

    private static IReadOnlyList<NeededView> NeededBy(Matter matter, List<SeatView> seats) =>
        [
            .. matter.AsksFor.Select(role => new NeededView(
                role,
                string.Join(", ", seats.Where(seat => seat.Place.Role == role).Select(seat => seat.Name))
            )),
        ];

    // What was new when the meeting began may be late when it is looked at.
    private static bool IsUnanswered(MatterKind? kind) => kind is MatterKind.NewHassle or MatterKind.LateAnswer;

    private async Task<Dictionary<Guid, ActionItemRow>> MadeAsync(AgendaReading agenda, CancellationToken ct)
    {
        var ids = agenda.Matters.SelectMany(matter => matter.ActionItems).Distinct().ToList();
        return ids.Count == 0
            ? []
            : await database
                .ActionItems.AsNoTracking()
                .Where(row => ids.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, ct);
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(
        Meeting meeting,
        AgendaReading agenda,
        Dictionary<Guid, ActionItemRow> made,
        CancellationToken ct
    )
    {
        var ids = meeting
            .People.Select(place => place.PersonId)
            .Concat(agenda.Matters.Select(matter => matter.AskedById))
            .Concat(made.Values.Select(item => item.OwnerId))
            .Append(meeting.ChairId)
            .OfType<Guid>()
            .Distinct()
            .ToList();
        return await database
            .Users.AsNoTracking()
            .Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
    }

    private static IReadOnlyList<Choice> OwnersOf(
        List<SeatView> seats,
        MeetingSight.Scope scope,
        Dictionary<Guid, string> names
    ) =>
        scope.MayHold
            ?
            [
                .. seats
                    .Where(seat => seat.Place.PersonId is { } id && names.ContainsKey(id))
                    .Select(seat => new Choice($"{seat.Place.PersonId}", seat.Name)),
            ]
            : [];

    private async Task<DateOnly> NextOnAsync(MeetingSight.Scope scope, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var after = scope.Meeting.StartsAt > now ? scope.Meeting.StartsAt : now;
        var own = scope.Unit.Own;
        var next = await database
            .Meetings.Where(row => own.Contains(row.UnitId) && row.State == Planned && row.StartsAt > after)
            .Where(row => row.Id != scope.Meeting.Id)
            .OrderBy(row => row.StartsAt)
            .Select(row => (DateTimeOffset?)row.StartsAt)
            .FirstOrDefaultAsync(ct);
        return next is { } at ? formats.Day(at) : scope.Unit.Today.AddDays(DaysToNext);
    }
}
