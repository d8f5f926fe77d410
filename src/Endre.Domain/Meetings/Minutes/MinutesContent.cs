using System.Collections.Immutable;
using Endre.Domain.ActionItems;

namespace Endre.Domain.Meetings.Minutes;

/// <summary>
/// What the minutes say: made of the meeting while it is a draft, and kept as it was from the lock on. Names and words
/// stand in it as they were then, so that nobody who is renamed and nothing that is changed later changes it.
/// </summary>
public sealed record MinutesContent
{
    /// <summary>The meeting.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>The unit that met.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>What the unit was called.</summary>
    public required string Unit { get; init; }

    /// <summary>What the meeting was called.</summary>
    public required string Title { get; init; }

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>When it was to begin (UTC).</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it really began (UTC); null before.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>When it really ended (UTC); null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who held it; null for nobody, and when the account is gone.</summary>
    public string? Chair { get; init; }

    /// <summary>Who was asked.</summary>
    public ImmutableArray<MinutesPerson> People { get; init; } = [];

    /// <summary>The matters, in their order.</summary>
    public ImmutableArray<MinutesMatter> Matters { get; init; } = [];

    /// <summary>The action items that were made in the meeting and in no single matter.</summary>
    public ImmutableArray<MinutesAction> Actions { get; init; } = [];

    /// <summary>What was answered to «som før?», or agreed on, where planning was no matter.</summary>
    public ImmutableArray<MinutesRoutine> Routines { get; init; } = [];

    /// <summary>Every name that stands in it as one.</summary>
    public IEnumerable<string> Names =>
        People
            .Select(person => person.Name)
            .Append(Chair ?? "")
            .Concat(Matters.SelectMany(matter => matter.Actions).Concat(Actions).Select(action => action.Owner ?? ""))
            .Where(name => !string.IsNullOrWhiteSpace(name))
            .Distinct();

    /// <summary>The same without a name: in the lists and where it stands in what was written.</summary>
    /// <param name="name">The whole name; blank changes nothing.</param>
    public MinutesContent Without(string name) =>
        string.IsNullOrWhiteSpace(name)
            ? this
            : this with
            {
                Title = WholeName.Without(Title, name),
                Place = WholeName.Without(Place, name),
                Chair = WholeName.WithoutOrNull(Chair, name),
                People = [.. People.Select(person => person with { Name = WholeName.Without(person.Name, name) })],
                Matters = [.. Matters.Select(matter => matter.Without(name))],
                Actions = [.. Actions.Select(action => action.Without(name))],
                Routines = [.. Routines.Select(routine => routine.Without(name))],
            };
}

/// <summary>Somebody who was asked to the meeting.</summary>
/// <param name="Name">What the person was called; empty when the account was gone.</param>
/// <param name="Role">As what.</param>
/// <param name="Presence">Whether the person came.</param>
public sealed record MinutesPerson(string Name, AttendeeRole Role, Presence Presence);

/// <summary>A matter, with what came of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Text">What was said of it; may be empty.</param>
public sealed record MinutesMatter(Guid Id, MatterKind Kind, string Title, string Text)
{
    /// <summary>What was decided.</summary>
    public ImmutableArray<string> Decisions { get; init; } = [];

    /// <summary>The action items that were made.</summary>
    public ImmutableArray<MinutesAction> Actions { get; init; } = [];

    /// <summary>What was answered to «som før?», or agreed on.</summary>
    public ImmutableArray<MinutesRoutine> Routines { get; init; } = [];

    /// <summary>What was answered to «virket det?»; null when it was not answered.</summary>
    public MinutesEffect? Effect { get; init; }

    /// <summary>Whether it came from an earlier meeting.</summary>
    public bool IsCarried { get; init; }

    /// <summary>Whether it stands on the next agenda too.</summary>
    public bool Returns { get; init; }

    /// <summary>The representatives who were asked for it, with whether they came.</summary>
    public ImmutableArray<MinutesPerson> Asked { get; init; } = [];

    /// <summary>As what somebody was needed whom nobody could be found for.</summary>
    public ImmutableArray<AttendeeRole> Missed { get; init; } = [];

    /// <summary>How it is marked itself: a word of <see cref="AccessGrounds"/>, or null to follow the meeting.</summary>
    public string? Ground { get; init; }

    internal MinutesMatter Without(string name) =>
        this with
        {
            Title = WholeName.Without(Title, name),
            Text = WholeName.Without(Text, name),
            Decisions = [.. Decisions.Select(decision => WholeName.Without(decision, name))],
            Actions = [.. Actions.Select(action => action.Without(name))],
            Routines = [.. Routines.Select(routine => routine.Without(name))],
            Asked = [.. Asked.Select(person => person with { Name = WholeName.Without(person.Name, name) })],
            Effect = Effect is { } effect ? effect with { Seen = WholeName.Without(effect.Seen, name) } : null,
        };
}

/// <summary>An action item as it was made.</summary>
/// <param name="Id">Its id.</param>
/// <param name="What">What is done.</param>
/// <param name="Owner">Who answers for it; null when nobody does any more.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="FirstStep">What one begins with; may be empty.</param>
public sealed record MinutesAction(Guid Id, string What, string? Owner, DateOnly DueOn, string FirstStep)
{
    internal MinutesAction Without(string name) =>
        this with
        {
            What = WholeName.Without(What, name),
            Owner = WholeName.WithoutOrNull(Owner, name),
            FirstStep = WholeName.Without(FirstStep, name),
        };
}

/// <summary>An answer to «virket det?».</summary>
/// <param name="Effect">The answer.</param>
/// <param name="Seen">How one sees it; may be empty.</param>
public sealed record MinutesEffect(Effect Effect, string Seen);

/// <summary>An answer to «som før?».</summary>
/// <param name="Answer"><c>keep</c>, <c>change</c> or <c>stop</c>; <c>added</c> for something new that was agreed on.</param>
/// <param name="Text">How it is done from then on, or was.</param>
public sealed record MinutesRoutine(string Answer, string Text)
{
    internal MinutesRoutine Without(string name) => this with { Text = WholeName.Without(Text, name) };
}
