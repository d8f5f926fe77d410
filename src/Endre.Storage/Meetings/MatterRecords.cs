using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Agendas;
using Endre.Domain.Meetings.Holding;
using Endre.Domain.Shared;
using Endre.Storage.ActionItems;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Meetings;

/// <summary>What of other meetings returns, and what comes of a matter.</summary>
public static class MatterRecords
{
    private static readonly string[] Carried =
    [
        .. Enum.GetValues<MatterKind>().Where(Agenda.IsCarried).Select(StoredWord.Of),
    ];

    private static readonly string Planned = StoredWord.Of(MeetingState.Planned);

    /// <summary>The matters of other meetings that may come up again in one.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="meeting">The meeting that is to come.</param>
    /// <param name="units">Its unit, and the closed ones that went on in it.</param>
    /// <param name="now">The instant (UTC).</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>In the order of the meetings, and within each in the order it had.</returns>
    public static async Task<IReadOnlyList<EarlierMatter>> ReadEarlierMattersAsync(
        this EndreContext database,
        Meeting meeting,
        IReadOnlyCollection<Guid> units,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(units);
        var found = await database
            .Matters.AsNoTracking()
            .Where(matter => Carried.Contains(matter.Kind) && matter.MeetingId != meeting.Id)
            .Join(
                database.Meetings.Where(other => units.Contains(other.UnitId)),
                matter => matter.MeetingId,
                other => other.Id,
                (matter, other) =>
                    new
                    {
                        Matter = matter,
                        other.State,
                        other.StartsAt,
                        other.Minutes,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. found
                .OrderBy(one => one.StartsAt)
                .ThenBy(one => one.Matter.MeetingId)
                .ThenBy(one => one.Matter.Position)
                .Select(one => new EarlierMatter(
                    one.Matter.ToMatter(),
                    StoredWord.Read<MeetingState>(one.State),
                    one.State == Planned && one.StartsAt.AddMinutes(one.Minutes) < now
                )),
        ];
    }

    /// <summary>Which of these action items are open.</summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="ids">Any ids.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlySet<Guid>> ReadOpenAsync(
        this EndreContext database,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(ids);
        var open = ActionItemWords.Of(ActionItemState.Open);
        return ids.Count == 0
            ? new HashSet<Guid>()
            : await database
                .ActionItems.Where(item => ids.Contains(item.Id) && item.State == open)
                .Select(item => item.Id)
                .ToHashSetAsync(ct);
    }

    /// <summary>Makes an action item of a matter: the item, where it comes from, and that the meeting made it, in one transaction.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="meetingId">Which meeting.</param>
    /// <param name="matterId">Of which matter.</param>
    /// <param name="make">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>
    /// Null when it is stored, or was already; otherwise what <see cref="TalkingRules"/> and <see cref="ActionItemRules.Make"/>
    /// say.
    /// </returns>
    public static async Task<Refusal?> MakeActionItemInMeetingAsync(
        this EndreContext database,
        Guid meetingId,
        Guid matterId,
        MakeActionItem make,
        ActionItemRecords.Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(hand);
        return await database.UntilStoredAsync(async () =>
        {
            var note = new NoteActionItem(matterId, make.Id);
            var acting = new MeetingRecords.Hand(hand.PersonId, hand.At);
            var (refusal, _) = await database.TrackMeetingAsync(meetingId, note, acting, ct);
            refusal ??= await database.MakeActionItemAsync(
                make,
                new RecordReference(RecordKind.Meeting, meetingId),
                hand,
                ct
            );
            if (refusal is not null)
            {
                database.ChangeTracker.Clear();
            }
            return refusal;
        });
    }

    /// <summary>
    /// Does something with the action item that a matter is about, and ticks the matter, in one transaction: «virket det?»
    /// is never answered while the meeting still asks.
    /// </summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="meetingId">Which meeting.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>
    /// Null when it is stored, or was already; otherwise what <see cref="TalkingRules"/> and
    /// <see cref="ActionItemRules.Decide"/> say, or <c>MatterUnknown</c>.
    /// </returns>
    public static async Task<Refusal?> SettleMatterAsync(
        this EndreContext database,
        Guid meetingId,
        Matter matter,
        ActionItemCommand command,
        ActionItemRecords.Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(hand);
        if (matter.Subject is not { Kind: RecordKind.ActionItem } subject)
        {
            return Refusal.Because("MatterUnknown");
        }
        return await database.UntilStoredAsync(async () =>
        {
            var tick = new TickMatter(matter.Id);
            var acting = new MeetingRecords.Hand(hand.PersonId, hand.At);
            var (refusal, _) = await database.TrackMeetingAsync(meetingId, tick, acting, ct);
            refusal ??= await database.TrackActionItemAsync(subject.Id, command, hand, ct);
            if (refusal is not null)
            {
                database.ChangeTracker.Clear();
                return refusal;
            }
            await database.SaveChangesAsync(ct);
            return null;
        });
    }

    /// <summary>
    /// Lets the matters that are about a record say what it says now: words that were taken back stand on no agenda. The
    /// caller stores.
    /// </summary>
    internal static async Task RetitleMattersAsync(
        this EndreContext database,
        Guid subjectId,
        string text,
        CancellationToken ct
    )
    {
        var title = AgendaEntry.TitleOf(text);
        foreach (var matter in await database.Matters.Where(row => row.SubjectId == subjectId).ToListAsync(ct))
        {
            if (matter.Title.Length == 0 || matter.Title == title)
            {
                continue;
            }
            matter.Title = title;
            await database.TouchMeetingAsync(matter.MeetingId, ct);
        }
    }

    /// <summary>Makes a meeting a version newer, so that those who follow it look again. The caller stores.</summary>
    internal static async Task TouchMeetingAsync(this EndreContext database, Guid id, CancellationToken ct)
    {
        if (await database.Meetings.FindAsync([id], ct) is { } meeting)
        {
            meeting.Version++;
        }
    }
}
