using System.Collections.Immutable;
using System.Globalization;
using Endre.Domain.Shared;

namespace Endre.Domain.Improvements.Voices;

/// <summary>Who is told of an improvement that affects the work, and what they may say.</summary>
public static class ConsultationRules
{
    private const int MostMonthsAhead = 12;

    /// <summary>Answers whether the work is affected. Yes tells the representatives who have not been told.</summary>
    /// <param name="consultation">As it is stored now.</param>
    /// <param name="say">What is wanted.</param>
    /// <param name="representatives">The representatives of the unit today.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// <see cref="WorkEffectSaid"/>; nothing when it changes nothing. Refused: <c>WorkEffectMissing</c> (field
    /// <c>workEffect</c>), <c>ViewsByMissing</c>, <c>ViewsByInThePast</c> or <c>ViewsByTooFarAhead</c> (field <c>viewsBy</c>).
    /// </returns>
    public static Decision<ConsultationEvent> Say(
        Consultation consultation,
        SayWorkEffect say,
        IEnumerable<Representative> representatives,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(consultation);
        ArgumentNullException.ThrowIfNull(say);
        ArgumentNullException.ThrowIfNull(representatives);
        if (say.Effect is not { } effect)
        {
            return new Refusal("WorkEffectMissing", "workEffect");
        }
        var told = ImmutableList<Voice>.Empty;
        if (effect == WorkEffect.Yes)
        {
            // A day that stands already may have passed; it is a new one that must lie ahead.
            if (say.ViewsBy != consultation.ViewsBy || say.ViewsBy is null)
            {
                if (CheckDay(say.ViewsBy, today) is { } fault)
                {
                    return fault;
                }
            }
            told =
            [
                .. representatives
                    .Where(one => consultation.Of(one.PersonId) is null)
                    .DistinctBy(one => one.PersonId)
                    .Take(Consultation.MostVoices - consultation.Voices.Count)
                    .Select(one => new Voice(
                        DerivedId.Of(consultation.ImprovementId, one.PersonId.ToByteArray()),
                        one.PersonId,
                        one.Role,
                        today,
                        []
                    )),
            ];
        }
        var by = effect == WorkEffect.Yes ? say.ViewsBy : null;
        return effect == consultation.Effect && by == consultation.ViewsBy && told.IsEmpty
            ? Decision<ConsultationEvent>.Happened()
            : new WorkEffectSaid(effect, by, told);
    }

    /// <summary>Gives a view. While nothing has begun it replaces the one before; afterwards each stands with its day.</summary>
    /// <param name="consultation">As it is stored now.</param>
    /// <param name="personId">Who gives it.</param>
    /// <param name="text">The view.</param>
    /// <param name="hasBegun">Whether the first cycle has begun.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <returns>
    /// <see cref="ViewGiven"/>; nothing when it was said already. Refused: <c>ViewNotAsked</c>, what <see cref="FreeText"/> says
    /// of the text (field <c>view</c>), <c>TooManyViews</c>.
    /// </returns>
    public static Decision<ConsultationEvent> Give(
        Consultation consultation,
        Guid personId,
        string? text,
        bool hasBegun,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(consultation);
        if (consultation.Of(personId) is not { } voice)
        {
            return Refusal.Because("ViewNotAsked");
        }
        if (FreeText.Require(text, Consultation.LongestView, "view", out var clean) is { } fault)
        {
            return fault;
        }
        var last = voice.Views.Count > 0 ? voice.Views[^1] : null;
        if (last?.Text == clean)
        {
            return Decision<ConsultationEvent>.Happened();
        }
        var replaces = last is not null && !hasBegun;
        return !replaces && voice.Views.Count >= Consultation.MostViews
            ? new Refusal("TooManyViews", "view", Consultation.MostViews.ToString(CultureInfo.InvariantCulture))
            : new ViewGiven(voice.Id, new VoiceView(clean, today, hasBegun), replaces);
    }

    /// <summary>The consultation after an event.</summary>
    /// <param name="consultation">Before.</param>
    /// <param name="happened">An event that was decided on it.</param>
    public static Consultation Evolve(Consultation consultation, ConsultationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return happened switch
        {
            WorkEffectSaid said => consultation with
            {
                Effect = said.Effect,
                ViewsBy = said.ViewsBy,
                Voices = consultation.Voices.AddRange(said.Told),
            },
            ViewGiven given => consultation with
            {
                Voices =
                [
                    .. consultation.Voices.Select(voice =>
                        voice.Id == given.VoiceId ? voice with { Views = Views(voice.Views, given) } : voice
                    ),
                ],
            },
            _ => throw new ArgumentException($"{happened?.GetType().Name} does not fit.", nameof(happened)),
        };
    }

    private static ImmutableList<VoiceView> Views(ImmutableList<VoiceView> views, ViewGiven given) =>
        given.Replaces ? views.SetItem(views.Count - 1, given.View) : views.Add(given.View);

    private static Refusal? CheckDay(DateOnly? day, DateOnly today) =>
        day is not { } by ? new Refusal("ViewsByMissing", "viewsBy")
        : by < today ? new Refusal("ViewsByInThePast", "viewsBy")
        : by > today.AddMonths(MostMonthsAhead)
            ? new Refusal("ViewsByTooFarAhead", "viewsBy", MostMonthsAhead.ToString(CultureInfo.InvariantCulture))
        : null;
}
