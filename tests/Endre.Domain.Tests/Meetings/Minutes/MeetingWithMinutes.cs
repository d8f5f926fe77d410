using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Minutes;

namespace Endre.Domain.Tests.Meetings.Minutes;

/// <summary>A meeting in which two matters were talked of, one of them about somebody.</summary>
internal static class MeetingWithMinutes
{
    public static readonly DateTimeOffset Begun = new(2026, 3, 2, 8, 2, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Ended = Begun.AddMinutes(19);
    public static readonly DateOnly Day = new(2026, 3, 2);
    public static readonly Guid Lise = Guid.CreateVersion7();
    public static readonly Guid Kari = Guid.CreateVersion7();
    public static readonly Guid Light = Guid.CreateVersion7();
    public static readonly Guid Person = Guid.CreateVersion7();
    public static readonly Guid Checked = Guid.CreateVersion7();

    public static Meeting Held { get; } =
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = Guid.CreateVersion7(),
            Title = "Forbedringsmøte",
            StartsAt = Begun.AddMinutes(-2),
            Minutes = 20,
            Place = "Møterom Fjæra",
            State = MeetingState.Held,
            BegunAt = Begun,
            EndedAt = Ended,
            ChairId = Lise,
            People =
            [
                new Attendance(Guid.CreateVersion7(), Lise, "", AttendeeRole.Member, Presence.Present),
                new Attendance(Guid.CreateVersion7(), Kari, "", AttendeeRole.Member, Presence.Present),
                new Attendance(Guid.CreateVersion7(), null, "Vaktmester Odd", AttendeeRole.Guest, Presence.Excused),
            ],
            Matters =
            [
                new Matter(Light, MatterKind.NewHassle, "Lyset i gangen", null, 5)
                {
                    Text = "Kari Nordmann så at det blinker.",
                    IsTicked = true,
                },
                new Matter(Person, MatterKind.Own, "Hemmelig tilrettelegging", null, 5)
                {
                    Text = "Ryggplager gjør nattevakt umulig.",
                    CarriedFrom = Guid.CreateVersion7(),
                },
                new Matter(
                    Guid.CreateVersion7(),
                    MatterKind.EffectCheck,
                    "Merke plassen",
                    new RecordReference(RecordKind.ActionItem, Checked),
                    2
                )
                {
                    IsTicked = true,
                },
                new Matter(Guid.CreateVersion7(), MatterKind.Information, "Ny turnus", null, 2)
                {
                    IsTicked = true,
                    IsRecurring = true,
                },
                new Matter(Guid.CreateVersion7(), MatterKind.LookBack, "", null, 5),
            ],
            Decisions =
            [
                new MeetingDecision(Guid.CreateVersion7(), Light, "Alle rør byttes", Begun),
                new MeetingDecision(Guid.CreateVersion7(), Person, "Dagvakt innvilges", Begun),
            ],
        };

    public static MinutesSources Sources { get; } =
        new(
            "Team nord",
            new Dictionary<Guid, string> { [Lise] = "Lise Leder", [Kari] = "Kari Nordmann" },
            [
                new MadeInMeeting(Item("Bestille lysrør", "Ringe Kari Nordmann"), Light),
                new MadeInMeeting(Item("Skrive avtaleutkast", "Hente malskjema"), Person),
            ],
            new Dictionary<Guid, ActionItem>
            {
                [Checked] = Item("Merke plassen", "") with
                {
                    Id = Checked,
                    State = ActionItemState.Done,
                    Ending = new ActionItemEnding("Malt", Day.AddDays(-20)),
                    Check = new EffectCheck(Effect.Partly, "Fem av sju", Day),
                },
            },
            [new MinutesRoutine("keep", "Vakttelefonen ligger på bordet, sier Kari Nordmann")],
            Day
        );

    public static MinutesContent Content { get; } = MinutesDraft.Of(Held, Sources);

    /// <summary>The minutes, locked by Lise, with what is added to them.</summary>
    public static MeetingMinutes Locked(params IReadOnlyList<AddToMinutes> added) =>
        added.Aggregate(
            new MeetingMinutes(Content, MeetingState.Held, new MinutesLock(Ended, Lise, "Lise Leder"), []),
            (minutes, wanted) =>
                minutes with
                {
                    Entries =
                    [
                        .. minutes.Entries,
                        .. AddingRules
                            .Decide(minutes, wanted, Ended.AddDays(1))
                            .Events.Select(entry => entry with { PersonId = Lise, Name = "Lise Leder" }),
                    ],
                }
        );

    public static ActionItem Item(string what, string step) =>
        new(
            Guid.CreateVersion7(),
            Held.UnitId,
            what,
            step,
            Kari,
            Day.AddDays(7),
            IsSmall: true,
            ActionItemState.Open,
            Ending: null,
            Check: null
        );
}
