using System.Collections.Immutable;
using System.Text;
using Endre.Domain.Shared;

namespace Endre.Domain.Meetings.Agendas;

/// <summary>Saksliste: what a unit takes up in its next meeting. It makes itself, until the meeting begins.</summary>
public static class Agenda
{
    /// <summary>As many new hassles as a meeting takes, the easy first. The rest wait for their answers as before.</summary>
    public const int MostNewHassles = 7;

    /// <summary>The agenda of a meeting that has not begun.</summary>
    /// <param name="meeting">The meeting, with what was put on its agenda and how it was arranged by hand.</param>
    /// <param name="ground">What it is made from, as it is now.</param>
    /// <returns>
    /// The matters in their order. The same ground gives the same ids. What was arranged by hand stays where it was put, and
    /// what has come since stands with its kind; what is no longer to be taken up is gone.
    /// </returns>
    public static ImmutableArray<Matter> Of(Meeting meeting, AgendaGround ground)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(ground);
        var carriedOn = CarriedOn(ground.Earlier);
        var coming = Coming(meeting, ground, carriedOn);
        var byId = coming.ToDictionary(matter => matter.Id);
        var agenda = new List<Matter>();
        foreach (var stored in meeting.Matters)
        {
            if (byId.Remove(stored.Id, out var fresh))
            {
                agenda.Add(
                    fresh with
                    {
                        Minutes = stored.Minutes,
                        IsRecurring = stored.IsRecurring,
                        IsPinned = stored.IsPinned,
                        AsksUnion = stored.AsksUnion,
                        AsksSafety = stored.AsksSafety,
                    }
                );
            }
            else if (IsByHand(stored) && !carriedOn.Contains(stored.Id))
            {
                agenda.Add(stored);
            }
        }
        foreach (var matter in coming.Where(matter => byId.ContainsKey(matter.Id)))
        {
            agenda.Insert(PlaceOf(agenda, matter.Kind), matter);
        }
        return [.. agenda];
    }

    /// <summary>Whether a matter of a meeting that was held comes up again.</summary>
    /// <param name="matter">As the meeting left it.</param>
    /// <param name="openActionItems">Which action items are open.</param>
    public static bool Returns(Matter matter, IReadOnlySet<Guid> openActionItems)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(openActionItems);
        return !matter.IsTicked
            || matter.IsRecurring
            || (matter.IsPinned && matter.Kind == MatterKind.Information)
            || matter.ActionItems.Any(openActionItems.Contains);
    }

    /// <summary>Whether somebody put it there; all else comes by itself.</summary>
    /// <param name="matter">A matter of a meeting that has not begun.</param>
    public static bool IsByHand(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return matter.CarriedFrom is null && matter.Kind is MatterKind.Own or MatterKind.Information;
    }

    /// <summary>Whether matters of this kind are carried from meeting to meeting; what the others are about brings them back.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsCarried(MatterKind kind) =>
        kind is MatterKind.Own or MatterKind.Information or MatterKind.Returned;

    /// <summary>Where a matter of a kind begins: after the last of those that stand before it, or beside it, in the order of kinds.</summary>
    /// <param name="matters">The others, in their order.</param>
    /// <param name="kind">Its kind.</param>
    /// <returns>The index to insert it at.</returns>
    public static int PlaceOf(IReadOnlyList<Matter> matters, MatterKind kind)
    {
        ArgumentNullException.ThrowIfNull(matters);
        for (var at = matters.Count; at > 0; at--)
        {
            if (matters[at - 1].Kind <= kind)
            {
                return at;
            }
        }
        return 0;
    }

    /// <summary>What other meetings left to be taken up again.</summary>
    /// <param name="meeting">The meeting that has not begun.</param>
    /// <param name="earlier">The matters of all other meetings of the unit that may return.</param>
    /// <param name="open">Which of the action items made of them are open.</param>
    /// <returns>Each once, in their order, with the ids they have in this meeting.</returns>
    public static IReadOnlyList<Matter> Carried(
        Meeting meeting,
        IReadOnlyList<EarlierMatter> earlier,
        IReadOnlySet<Guid> open
    )
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(open);
        return Carried(meeting, earlier, open, CarriedOn(earlier));
    }

    private static List<Matter> Carried(
        Meeting meeting,
        IReadOnlyList<EarlierMatter> earlier,
        IReadOnlySet<Guid> open,
        HashSet<Guid> carriedOn
    ) =>
        [
            .. earlier
                .Where(other => IsOpenEnd(other, open, carriedOn))
                .Select(other => Carry(meeting.Id, other.Matter, open))
                .DistinctBy(matter => matter.Id),
        ];

    // What another meeting has taken up since is that meeting's.
    private static HashSet<Guid> CarriedOn(IReadOnlyList<EarlierMatter> earlier) =>
        [
            .. earlier
                .Where(other => other.State is MeetingState.Running or MeetingState.Held)
                .Select(other => other.Matter.CarriedFrom)
                .OfType<Guid>(),
        ];

    private static List<Matter> Coming(Meeting meeting, AgendaGround ground, HashSet<Guid> carriedOn)
    {
        var carried = Carried(meeting, ground.Earlier, ground.OpenActionItems, carriedOn);
        var settled = ground
            .Earlier.Where(earlier => earlier is { State: MeetingState.Held, Matter.IsTicked: true })
            .Concat(ground.Earlier.Where(earlier => earlier.State == MeetingState.Running))
            .Select(earlier => (earlier.Matter.Kind, earlier.Matter.Subject?.Id))
            .Concat(carried.Select(matter => (matter.Kind, matter.Subject?.Id)))
            .ToHashSet();
        var room = MostNewHassles;
        var entries = ground
            .Entries.OrderBy(entry => entry.Kind)
            .DistinctBy(entry => (entry.Subject.Kind, entry.Subject.Id))
            .Where(entry => !IsCarried(entry.Kind) || !settled.Contains((entry.Kind, entry.Subject.Id)))
            .Where(entry => entry.Kind != MatterKind.NewHassle || room-- > 0)
            .Select(entry => new Matter(
                IdOf(meeting.Id, $"{entry.Kind}:{entry.Subject.Id:N}"),
                entry.Kind,
                entry.Title,
                entry.Subject,
                Minutes: null
            ));
        return
        [
            .. entries.Concat(carried).OrderBy(matter => matter.Kind),
            .. ground.Last.LookBack.Select(
                (prompt, number) =>
                    new Matter(
                        IdOf(meeting.Id, $"{MatterKind.LookBack}:{number}"),
                        MatterKind.LookBack,
                        prompt,
                        Subject: null,
                        Minutes: null
                    )
            ),
            new Matter(
                IdOf(meeting.Id, $"{MatterKind.Planning}"),
                MatterKind.Planning,
                ground.Last.Planning,
                Subject: null,
                Minutes: null
            ),
        ];
    }

    private static bool IsOpenEnd(EarlierMatter earlier, IReadOnlySet<Guid> open, HashSet<Guid> carriedOn) =>
        IsCarried(earlier.Matter.Kind)
        && !carriedOn.Contains(earlier.Matter.Id)
        && earlier.State switch
        {
            MeetingState.Held => Returns(earlier.Matter, open),
            // What was carried to a meeting that never was still stands where it came from.
            MeetingState.Canceled => IsByHand(earlier.Matter),
            MeetingState.Planned => earlier.IsMissed && IsByHand(earlier.Matter),
            _ => false,
        };

    private static Matter Carry(Guid meetingId, Matter left, IReadOnlySet<Guid> open) =>
        left with
        {
            Id = DerivedId.Of(meetingId, left.Id.ToByteArray()),
            // Its minutes were a share of that meeting's time.
            Minutes = null,
            Text = "",
            IsTicked = false,
            CarriedFrom = left.Id,
            ActionItems = [.. left.ActionItems.Where(open.Contains)],
        };

    private static Guid IdOf(Guid meetingId, string what) => DerivedId.Of(meetingId, Encoding.UTF8.GetBytes(what));
}
