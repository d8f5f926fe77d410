using Endre.Domain.ActionItems;
using Endre.Domain.Lineage;
using Endre.Domain.Meetings;
using Endre.Domain.Meetings.Routines;
using Endre.Web.Components.Forms;
using Endre.Web.Meetings;

namespace Endre.Web.Features.Meetings.Shared;

/// <summary>A meeting as one person sees it.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Version">How often it had changed.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Matters">The matters, in their order.</param>
public sealed record MeetingView(Meeting Meeting, int Version, string Unit, IReadOnlyList<MatterView> Matters)
{
    /// <summary>Who sees it.</summary>
    public Guid PersonId { get; init; }

    public bool MayHold { get; init; }

    /// <summary>Whether the meeting is over and the person may lock its minutes.</summary>
    public bool MayLock { get; init; }

    /// <summary>Whether the person sees nothing else of the unit.</summary>
    public bool IsGuest { get; init; }

    /// <summary>The day it is for people here.</summary>
    public DateOnly Today { get; init; }

    /// <summary>How many new hassles wait beyond those on the agenda.</summary>
    public int MoreNewHassles { get; init; }

    /// <summary>Who holds it, or null.</summary>
    public string? Chair { get; init; }

    public IReadOnlyList<SeatView> Seats { get; init; } = [];

    /// <summary>Who can answer for what is decided.</summary>
    public IReadOnlyList<Choice> Owners { get; init; } = [];

    /// <summary>The day on which the unit meets next, or a month from today.</summary>
    public DateOnly NextOn { get; init; }

    public RoutinesView Routines { get; init; } = RoutinesView.None;

    /// <summary>The live board of the month's template, or null.</summary>
    public MonthBoard? Board { get; init; }

    /// <summary>The matter of the agenda that is being changed, or null.</summary>
    public Guid? Changing { get; init; }

    /// <summary>What was tried and refused, or null.</summary>
    public Attempt? Attempt { get; init; }

    public MatterView? Current => Matters.FirstOrDefault(one => one.Matter.Id == Meeting.CurrentMatterId);

    /// <summary>The matters in which «virket det?» of an action item still waits for an answer.</summary>
    public IEnumerable<MatterView> Unanswered =>
        Matters.Where(one =>
            one is { Matter: { Kind: MatterKind.EffectCheck, Subject.Kind: RecordKind.ActionItem }, IsSettled: false }
        );

    /// <summary>The person's own place at the table, or null.</summary>
    public SeatView? OwnSeat => Seats.FirstOrDefault(seat => seat.Place.PersonId == PersonId);

    /// <summary>What had been typed in a field of a form that was refused, or the value it had before.</summary>
    public string? Typed(string act, string field, string? before = null) =>
        Components.Forms.Attempt.Value(Attempt, act, field, before);

    /// <summary>What must be corrected in a form.</summary>
    public FormFaults Faults(string act) =>
        Attempt is { Refusal.Field: { } field } attempt && attempt.Act == act
            ? FormFaults.None.Add(field, attempt.Sentence)
            : FormFaults.None;
}

/// <summary>A matter.</summary>
/// <param name="Matter">The matter, with its minutes.</param>
/// <param name="Line">How it stands with what it is about, or null.</param>
/// <param name="Address">Where that stands; null for nowhere, and for a guest.</param>
public sealed record MatterView(Matter Matter, string? Line, string? Address)
{
    /// <summary>Whether what it is about is done, or answered, meanwhile.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Who put it on the agenda, or null.</summary>
    public string? AskedBy { get; init; }

    /// <summary>The representatives it needs, each with who is asked; nobody where nobody could be found.</summary>
    public IReadOnlyList<NeededView> Needed { get; init; } = [];

    /// <summary>The action items that were made of it.</summary>
    public IReadOnlyList<MadeItem> Items { get; init; } = [];

    public IReadOnlyList<MeetingDecision> Decisions { get; init; } = [];

    /// <summary>Whether the words of what it is about were taken back.</summary>
    public bool IsWordless => Matter.Title.Length == 0;
}

/// <summary>A representative whom a matter needs.</summary>
/// <param name="Role">As what.</param>
/// <param name="Names">Who is asked; empty for nobody.</param>
public sealed record NeededView(AttendeeRole Role, string Names);

/// <summary>An action item that was made in a meeting, as it stands today.</summary>
/// <param name="Item">The action item.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="Address">Where it stands; null for a guest.</param>
public sealed record MadeItem(ActionItem Item, string? Owner, string? Address);

/// <summary>A place at the table.</summary>
/// <param name="Place">The place.</param>
/// <param name="Name">Who.</param>
public sealed record SeatView(Attendance Place, string Name);

/// <summary>«Som før?»</summary>
/// <param name="Asked">What this meeting asks about, and has not answered.</param>
/// <param name="Told">What this meeting has answered or agreed on.</param>
/// <param name="More">How many more the unit has, that are asked about another time.</param>
public sealed record RoutinesView(IReadOnlyList<RoutineView> Asked, IReadOnlyList<RoutineView> Told, int More)
{
    /// <summary>Nothing to ask.</summary>
    public static readonly RoutinesView None = new([], [], 0);
}

/// <summary>A routine.</summary>
/// <param name="Routine">The routine.</param>
/// <param name="History">What was answered, latest first.</param>
public sealed record RoutineView(Routine Routine, IReadOnlyList<RoutineLine> History);

/// <summary>A line of the history of a routine.</summary>
/// <param name="What">The word of what was answered.</param>
/// <param name="Text">How it was done from then on.</param>
/// <param name="On">The day.</param>
/// <param name="Meeting">Which meeting, and what that is called; null for one that the reader does not see.</param>
public sealed record RoutineLine(string What, string Text, DateOnly On, string? Meeting);
