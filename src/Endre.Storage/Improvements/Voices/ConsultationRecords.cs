using Endre.Domain.Improvements.Voices;
using Endre.Domain.Meetings.Planning;
using Endre.Domain.Shared;
using Endre.Storage.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Endre.Storage.Improvements.Voices;

/// <summary>Stores whether an improvement affects the work, who was told, and what they said: state and history in one transaction.</summary>
public static class ConsultationRecords
{
    /// <summary>The consultation of an improvement; an empty one when nobody has said anything.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="improvementId">Which improvement.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Consultation> ReadConsultationAsync(
        this EndreContext database,
        Guid improvementId,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var row = await database
            .Consultations.AsNoTracking()
            .SingleOrDefaultAsync(row => row.ImprovementId == improvementId, ct);
        var voices = await database
            .Voices.AsNoTracking()
            .Where(voice => voice.ImprovementId == improvementId)
            .OrderBy(voice => voice.Number)
            .ToListAsync(ct);
        return Of(improvementId, row, voices);
    }

    /// <summary>Answers whether the work is affected, and remembers who is told.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="improvementId">Which improvement.</param>
    /// <param name="say">What is wanted.</param>
    /// <param name="hand">Who does it.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>
    /// Null when it is stored, or was already; otherwise <c>ImprovementUnknown</c> or what <see cref="ConsultationRules.Say"/>
    /// says.
    /// </returns>
    public static async Task<Refusal?> SayWorkEffectAsync(
        this EndreContext database,
        Guid improvementId,
        SayWorkEffect say,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        if (await database.FindImprovementAsync(improvementId, ct) is not { } improvement)
        {
            return Refusal.Because("ImprovementUnknown");
        }
        var representatives = await database.ReadRepresentativesAsync(improvement.UnitId, hand.Today, ct);
        return await database.DecideAsync(
            improvementId,
            before => ConsultationRules.Say(before, say, representatives, hand.Today),
            hand,
            ct
        );
    }

    /// <summary>Gives the view of a representative.</summary>
    /// <param name="database">Where it is stored.</param>
    /// <param name="improvementId">Which improvement.</param>
    /// <param name="text">The view.</param>
    /// <param name="hand">The representative.</param>
    /// <param name="ct">Stops it; then nothing is stored.</param>
    /// <returns>
    /// Null when it is stored, or was already; otherwise <c>ImprovementUnknown</c> or what <see cref="ConsultationRules.Give"/>
    /// says.
    /// </returns>
    public static async Task<Refusal?> GiveViewAsync(
        this EndreContext database,
        Guid improvementId,
        string? text,
        Hand hand,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(hand);
        if (await database.FindImprovementAsync(improvementId, ct) is not { } improvement)
        {
            return Refusal.Because("ImprovementUnknown");
        }
        var hasBegun = improvement.Cycles[0].BegunOn is not null;
        return await database.DecideAsync(
            improvementId,
            before => ConsultationRules.Give(before, hand.PersonId ?? Guid.Empty, text, hasBegun, hand.Today),
            hand,
            ct
        );
    }

    /// <summary>
    /// The union and the safety representatives of a unit today; where it has none of a kind, those of the nearest unit above.
    /// </summary>
    /// <param name="database">Where they are stored.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="today">The day it is for people here.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<IReadOnlyList<Representative>> ReadRepresentativesAsync(
        this EndreContext database,
        Guid unitId,
        DateOnly today,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        var (tree, unit, places) = await database.ReadPlacesAroundAsync(unitId, today, ct);
        return
        [
            .. AskedPeople
                .Representatives(tree, places, unit)
                .OrderBy(one => one.Value)
                .ThenBy(one => one.Key)
                .Select(one => new Representative(one.Key, one.Value)),
        ];
    }

    private static async Task<Refusal?> DecideAsync(
        this EndreContext database,
        Guid improvementId,
        Func<Consultation, Decision<ConsultationEvent>> decide,
        Hand hand,
        CancellationToken ct
    ) =>
        await database.UntilStoredAsync<Refusal?>(async () =>
        {
            var row = await database.Consultations.SingleOrDefaultAsync(row => row.ImprovementId == improvementId, ct);
            var voices = await database
                .Voices.Where(voice => voice.ImprovementId == improvementId)
                .OrderBy(voice => voice.Number)
                .ToListAsync(ct);
            var before = Of(improvementId, row, voices);
            var decision = decide(before);
            if (decision.Refusal is { } refusal)
            {
                return refusal;
            }
            if (decision.Events is not [var happened])
            {
                return null;
            }
            var after = ConsultationRules.Evolve(before, happened);
            if (row is null)
            {
                row = new ConsultationRow { ImprovementId = improvementId };
                database.Add(row);
            }
            else
            {
                row.Version++;
            }
            (row.Effect, row.ViewsBy) = (after.Effect is { } effect ? StoredWord.Of(effect) : null, after.ViewsBy);
            foreach (var (at, voice) in after.Voices.Index())
            {
                if (at < voices.Count)
                {
                    voices[at].Take(voice);
                }
                else
                {
                    database.Add(VoiceRow.Of(improvementId, at + 1, voice));
                }
            }
            await database.AddImprovementEntryAsync(improvementId, happened.GetType(), hand, ct);
            await database.SaveChangesAsync(ct);
            return null;
        });

    private static Consultation Of(Guid improvementId, ConsultationRow? row, IEnumerable<VoiceRow> voices) =>
        new(
            improvementId,
            StoredWord.Find<WorkEffect>(row?.Effect),
            row?.ViewsBy,
            [.. voices.Select(voice => voice.ToVoice())]
        );
}
