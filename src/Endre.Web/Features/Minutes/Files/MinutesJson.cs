using Endre.Domain.Meetings.Minutes;
using Endre.Storage;
using Endre.Storage.ActionItems;

namespace Endre.Web.Features.Minutes.Files;

/// <summary>The minutes for programs.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="State"><c>draft</c> or <c>locked</c>.</param>
/// <param name="Title">What the meeting was called.</param>
/// <param name="Unit">The unit that met.</param>
/// <param name="Place">Where; null for nothing said.</param>
/// <param name="StartsAt">When it was to begin.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Chair">Who held it.</param>
/// <param name="CaseNumber">The number of the case in the archive.</param>
/// <param name="LockedAt">When the minutes were locked.</param>
/// <param name="LockedBy">Who did it.</param>
/// <param name="People">Who was asked, and who came.</param>
/// <param name="Matters">The matters, in their order.</param>
/// <param name="ActionItems">Action items of no single matter.</param>
/// <param name="Routines">Answers to «som før?» in no single matter.</param>
/// <param name="Corrections">Corrections to the minutes as a whole.</param>
internal sealed record MinutesJson(
    Guid MeetingId,
    string State,
    string Title,
    MinutesJson.UnitPart Unit,
    string? Place,
    DateTimeOffset StartsAt,
    DateTimeOffset? BegunAt,
    DateTimeOffset? EndedAt,
    string? Chair,
    string? CaseNumber,
    DateTimeOffset? LockedAt,
    string? LockedBy,
    IReadOnlyList<MinutesJson.PersonPart> People,
    IReadOnlyList<MinutesJson.MatterPart> Matters,
    IReadOnlyList<MinutesJson.ActionPart> ActionItems,
    IReadOnlyList<MinutesJson.RoutinePart> Routines,
    IReadOnlyList<MinutesJson.CorrectionPart> Corrections
)
{
    /// <summary>The unit that met.</summary>
    internal sealed record UnitPart(Guid Id, string Name);

    /// <summary>Somebody who was asked: <c>member</c>, <c>guest</c> …; <c>present</c>, <c>excused</c>, <c>absent</c> or <c>unknown</c>.</summary>
    internal sealed record PersonPart(string? Name, string Role, string Presence);

    /// <summary>A matter.</summary>
    internal sealed record MatterPart(
        Guid Id,
        int Number,
        string Kind,
        string Title,
        string Text,
        IReadOnlyList<string> Decisions,
        IReadOnlyList<ActionPart> ActionItems,
        IReadOnlyList<RoutinePart> Routines,
        EffectPart? Effect,
        IReadOnlyList<PersonPart> Asked,
        bool IsCarried,
        bool Returns,
        AccessPart? Access,
        IReadOnlyList<CorrectionPart> Corrections
    );

    /// <summary>An action item as it was made.</summary>
    internal sealed record ActionPart(Guid Id, string What, string? Owner, DateOnly DueOn, string? FirstStep);

    /// <summary>An answer to «virket det?»: <c>yes</c>, <c>partly</c>, <c>no</c> or <c>not-yet-known</c>.</summary>
    internal sealed record EffectPart(string Answer, string? Seen);

    /// <summary>An answer to «som før?»: <c>keep</c>, <c>change</c>, <c>stop</c>, or <c>added</c> for something new.</summary>
    internal sealed record RoutinePart(string Answer, string Text);

    /// <summary>Why a matter is kept from the public.</summary>
    internal sealed record AccessPart(string Ground, string Law);

    /// <summary>A correction.</summary>
    internal sealed record CorrectionPart(DateTimeOffset At, string? By, string Text);

    public static MinutesJson Of(MeetingMinutes minutes)
    {
        var shown = ShownMinutes.Whole(minutes);
        var head = shown.Head;
        return new MinutesJson(
            head.MeetingId,
            minutes.IsLocked ? "locked" : "draft",
            head.Title,
            new UnitPart(head.UnitId, head.Unit),
            Or(head.Place),
            head.StartsAt,
            head.BegunAt,
            head.EndedAt,
            head.Chair,
            shown.CaseNumber,
            shown.Lock?.At,
            Or(shown.Lock?.Name),
            [.. head.People.Select(Of)],
            [.. shown.Matters.Select(Of)],
            [.. shown.Rest.Actions.Select(Of)],
            [.. shown.Rest.Routines.Select(Of)],
            [.. shown.Rest.Corrections.Select(Of)]
        );
    }

    private static MatterPart Of(ShownMatter shown)
    {
        var matter = shown.Matter!;
        return new MatterPart(
            matter.Id,
            shown.Number,
            StoredWord.Of(matter.Kind),
            matter.Title,
            matter.Text,
            matter.Decisions,
            [.. matter.Actions.Select(Of)],
            [.. matter.Routines.Select(Of)],
            matter.Effect is { } effect ? new EffectPart(ActionItemWords.Of(effect.Effect)!, Or(effect.Seen)) : null,
            [.. matter.Asked.Select(Of)],
            matter.IsCarried,
            matter.Returns,
            shown.Ground is { } ground ? new AccessPart(ground.Word, ground.Law) : null,
            [.. shown.Corrections.Select(Of)]
        );
    }

    private static PersonPart Of(MinutesPerson person) =>
        new(Or(person.Name), StoredWord.Of(person.Role), StoredWord.Of(person.Presence));

    private static ActionPart Of(MinutesAction action) =>
        new(action.Id, action.What, action.Owner, action.DueOn, Or(action.FirstStep));

    private static RoutinePart Of(MinutesRoutine routine) => new(routine.Answer, routine.Text);

    private static CorrectionPart Of(MinutesEntry entry) => new(entry.At, Or(entry.Name), entry.Text);

    private static string? Or(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
