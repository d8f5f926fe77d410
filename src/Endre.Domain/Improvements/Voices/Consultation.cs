using System.Collections.Immutable;
using Endre.Domain.Meetings;

namespace Endre.Domain.Improvements.Voices;

/// <summary>
/// Whether an improvement affects people's work, and what their representatives have said about it. They are told while it is
/// planned (aml. § 4-2). It is sight, not veto: nothing waits for them.
/// </summary>
/// <param name="ImprovementId">Which improvement.</param>
/// <param name="Effect">What the group has answered; null while nobody has.</param>
/// <param name="ViewsBy">The day by which their view is wanted; null when nobody was asked.</param>
/// <param name="Voices">Those who were told, the first first. Whoever has been told once stays.</param>
public sealed record Consultation(
    Guid ImprovementId,
    WorkEffect? Effect,
    DateOnly? ViewsBy,
    ImmutableList<Voice> Voices
)
{
    /// <summary>The most characters of a view.</summary>
    public const int LongestView = 2000;

    /// <summary>The most views of one voice.</summary>
    public const int MostViews = 20;

    /// <summary>The most that one improvement tells.</summary>
    public const int MostVoices = 60;

    /// <summary>One that nobody has said anything about.</summary>
    /// <param name="improvementId">Which improvement.</param>
    public static Consultation None(Guid improvementId) => new(improvementId, Effect: null, ViewsBy: null, []);

    /// <summary>The kinds of representatives of whom nobody was told, though the work is affected.</summary>
    public IReadOnlyList<AttendeeRole> Missing =>
        Effect == WorkEffect.Yes
            ?
            [
                .. new[] { AttendeeRole.UnionRepresentative, AttendeeRole.SafetyRepresentative }.Where(role =>
                    !Voices.Exists(voice => voice.Role == role)
                ),
            ]
            : [];

    /// <summary>The voice of a person, or null when that person was not told.</summary>
    /// <param name="personId">Who.</param>
    public Voice? Of(Guid personId) => Voices.Find(voice => voice.PersonId == personId);
}

/// <summary>Påvirker dette arbeidsmiljø, turnus, bemanning eller oppgaver?</summary>
public enum WorkEffect
{
    /// <summary>Ja.</summary>
    Yes,

    /// <summary>Nei.</summary>
    No,

    /// <summary>Vet ikke.</summary>
    Unknown,
}

/// <summary>A representative who was told.</summary>
/// <param name="Id">The id of the place for a view.</param>
/// <param name="PersonId">Who; null when the account is gone.</param>
/// <param name="Role">As what: tillitsvalgt or verneombud, which are never one.</param>
/// <param name="ToldOn">The day.</param>
/// <param name="Views">What was said, the first first; empty while nothing was.</param>
public sealed record Voice(Guid Id, Guid? PersonId, AttendeeRole Role, DateOnly ToldOn, ImmutableList<VoiceView> Views)
{
    /// <summary>Whether a view has been given.</summary>
    public bool IsHeard => !Views.IsEmpty;
}

/// <summary>A view.</summary>
/// <param name="Text">In the representative's own words.</param>
/// <param name="On">The day it was given, or last changed.</param>
/// <param name="AfterBegin">Whether the first cycle had begun by then.</param>
public sealed record VoiceView(string Text, DateOnly On, bool AfterBegin);

/// <summary>Answers whether the work is affected.</summary>
/// <param name="Effect">The answer.</param>
/// <param name="ViewsBy">The day by which views are wanted, where it is.</param>
public sealed record SayWorkEffect(WorkEffect? Effect, DateOnly? ViewsBy);

/// <summary>A representative of the unit.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Role">As what.</param>
public sealed record Representative(Guid PersonId, AttendeeRole Role);

/// <summary>Something that happened with a consultation.</summary>
public abstract record ConsultationEvent;

/// <summary>It was said whether the work is affected.</summary>
/// <param name="Effect">The answer.</param>
/// <param name="ViewsBy">The day by which views are wanted; null when it is not affected.</param>
/// <param name="Told">Those who are told now.</param>
public sealed record WorkEffectSaid(WorkEffect Effect, DateOnly? ViewsBy, ImmutableList<Voice> Told)
    : ConsultationEvent;

/// <summary>A representative gave a view, or changed it while nothing had begun.</summary>
/// <param name="VoiceId">Whose.</param>
/// <param name="View">The view.</param>
/// <param name="Replaces">Whether it stands in the place of the one before.</param>
public sealed record ViewGiven(Guid VoiceId, VoiceView View, bool Replaces) : ConsultationEvent;
