using System.Collections.Immutable;

namespace Endre.Domain.Meetings.Minutes;

/// <summary>
/// Minutes as they are read, printed and sent: all of them, or a copy for somebody outside. What is kept back is not in a
/// copy at all, so that nothing that is made of it can give it away.
/// </summary>
/// <param name="Head">When, where and with whom.</param>
/// <param name="Matters">The matters, in their order.</param>
/// <param name="Rest">What belongs to no single matter.</param>
/// <param name="Lock">Who locked it and when; null while it is a draft. In a copy without names the name is empty.</param>
/// <param name="CaseNumber">The number of the case in the archive; null for none.</param>
/// <param name="Copy">The entry of the copy; null when this is all of it.</param>
public sealed record ShownMinutes(
    MinutesContent Head,
    ImmutableArray<ShownMatter> Matters,
    ShownRest Rest,
    MinutesLock? Lock,
    string? CaseNumber,
    MinutesEntry? Copy
)
{
    /// <summary>Whether names are left out.</summary>
    public bool IsWithoutNames => Copy is { WithNames: false };

    /// <summary>All of it.</summary>
    /// <param name="minutes">The minutes.</param>
    public static ShownMinutes Whole(MeetingMinutes minutes)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return new ShownMinutes(
            HeadOf(minutes.Content),
            [
                .. minutes.Content.Matters.Select(
                    (matter, at) =>
                        new ShownMatter(at + 1, matter, minutes.GroundOf(matter), [.. minutes.CorrectionsOf(matter.Id)])
                ),
            ],
            new ShownRest(minutes.Content.Actions, minutes.Content.Routines, null, [.. minutes.CorrectionsOf(null)]),
            minutes.Lock,
            minutes.CaseNumber,
            Copy: null
        );
    }

    /// <summary>The copy that an entry tells of, as the minutes stood then.</summary>
    /// <param name="minutes">The minutes.</param>
    /// <param name="copy">An entry of them, of the kind <see cref="MinutesEntryKind.PublicCopy"/>.</param>
    public static ShownMinutes Public(MeetingMinutes minutes, MinutesEntry copy)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(copy);
        var then = minutes.AsOf(copy.Number);
        var whole = Whole(then);
        var shown = whole with
        {
            Matters =
            [
                .. whole.Matters.Select(matter =>
                    matter.Ground is null ? matter
                    : copy.Included.Contains(matter.Matter!.Id) ? matter with { Ground = null }
                    : new ShownMatter(matter.Number, null, matter.Ground, [])
                ),
            ],
            Rest =
                then.GroundOfRest is { } ground
                && !copy.Included.Contains(then.Content.MeetingId)
                && !whole.Rest.IsEmpty
                    ? new ShownRest([], [], ground, [])
                    : whole.Rest,
            Copy = copy with { Name = "", PersonId = null, Text = "" },
        };
        return copy.WithNames ? shown : shown.WithoutNames([.. then.Content.Names, .. AuthorsOf(then)]);
    }

    private static IEnumerable<string> AuthorsOf(MeetingMinutes minutes) =>
        minutes.Entries.Select(entry => entry.Name).Append(minutes.Lock?.Name ?? "");

    private ShownMinutes WithoutNames(IEnumerable<string> names)
    {
        // The longest first, so that no part of a name is left when another is within it.
        var all = names
            .Where(name => !string.IsNullOrWhiteSpace(name))
            .Distinct()
            .OrderByDescending(name => name.Length)
            .ToList();
        return this with
        {
            Head = all.Aggregate(Head, (head, name) => head.Without(name)) with { Chair = null },
            Matters = [.. Matters.Select(matter => all.Aggregate(matter, (one, name) => one.Without(name)))],
            Rest = all.Aggregate(Rest, (rest, name) => rest.Without(name)),
            Lock = Lock is null ? null : Lock with { Name = "", PersonId = null },
        };
    }

    private static MinutesContent HeadOf(MinutesContent content) =>
        content with
        {
            Matters = [],
            Actions = [],
            Routines = [],
        };
}

/// <summary>A matter as it is read.</summary>
/// <param name="Number">Its place on the agenda, from 1.</param>
/// <param name="Matter">What it says; null when it is kept back.</param>
/// <param name="Ground">Why it is kept from the public, or back; null when it is open.</param>
/// <param name="Corrections">What was corrected.</param>
public sealed record ShownMatter(
    int Number,
    MinutesMatter? Matter,
    AccessGround? Ground,
    ImmutableArray<MinutesEntry> Corrections
)
{
    internal ShownMatter Without(string name) =>
        this with
        {
            Matter = Matter?.Without(name),
            Corrections = ShownRest.Without(Corrections, name),
        };
}

/// <summary>What belongs to no single matter.</summary>
/// <param name="Actions">Action items.</param>
/// <param name="Routines">Answers to «som før?».</param>
/// <param name="Ground">Why it is kept back; null when it is not.</param>
/// <param name="Corrections">What was corrected.</param>
public sealed record ShownRest(
    ImmutableArray<MinutesAction> Actions,
    ImmutableArray<MinutesRoutine> Routines,
    AccessGround? Ground,
    ImmutableArray<MinutesEntry> Corrections
)
{
    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Actions.IsEmpty && Routines.IsEmpty && Corrections.IsEmpty && Ground is null;

    internal ShownRest Without(string name) =>
        this with
        {
            Actions = [.. Actions.Select(action => action.Without(name))],
            Routines = [.. Routines.Select(routine => routine.Without(name))],
            Corrections = Without(Corrections, name),
        };

    internal static ImmutableArray<MinutesEntry> Without(ImmutableArray<MinutesEntry> corrections, string name) =>
        [
            .. corrections.Select(entry =>
                entry with
                {
                    Text = WholeName.Without(entry.Text, name),
                    Name = "",
                    PersonId = null,
                }
            ),
        ];
}
